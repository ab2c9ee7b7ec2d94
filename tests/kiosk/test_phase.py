"""What a phase of the kiosk allows, as the guide for staff and the rules say it; how phases follow one another."""

import pytest

from miskraam_cli.kiosk.phase import ALLOWED, Phase, Situation
from miskraam_cli.kiosk.settings import Times

HER_KEYS = ("hide", "pause", "called", "here", "said")
TIMES = Times(idle=1, countdown=2, pause=3, off=4)


@pytest.mark.parametrize(
    ("phase", "hers", "staff", "seconds"),
    [
        (Phase.START, set(), True, 4),
        (Phase.CHOOSING, {"hide"}, True, 1),
        (Phase.WALKING, {"hide", "pause", "called"}, True, 1),
        (Phase.CALLED_IN, {"hide"}, True, 1),
        (Phase.ENDING, {"hide"}, True, 1),
        (Phase.HIDDEN, set(), False, 1),
        (Phase.PAUSED, set(), False, 3),
        (Phase.STILL_THERE, {"here"}, False, 2),
        (Phase.ALERT, {"said"}, True, None),
        (Phase.STAFF, set(), True, 1),
    ],
)
def test_each_phase_allows_these_keys_and_waits_so_long(
    phase: Phase, hers: set[str], staff: bool, seconds: float | None
) -> None:
    allowed = ALLOWED[phase]
    assert {key for key in HER_KEYS if allowed.allows(key)} == hers
    assert allowed.allows("staff") is staff
    assert allowed.seconds(TIMES) == seconds


def at(*phases: Phase) -> Situation:
    """A patient who came this way."""
    situation = Situation()
    for phase in phases:
        situation.enter(phase)
    return situation


WAYS = {
    Phase.START: (),
    Phase.CHOOSING: (Phase.CHOOSING,),
    Phase.WALKING: (Phase.CHOOSING, Phase.WALKING),
    Phase.CALLED_IN: (Phase.CHOOSING, Phase.WALKING, Phase.CALLED_IN),
    Phase.ENDING: (Phase.CHOOSING, Phase.WALKING, Phase.ENDING),
}


def test_only_who_was_called_in_goes_back_to_the_questions() -> None:
    for phase, way in WAYS.items():
        situation = at(*way)
        if phase in (Phase.CHOOSING, Phase.CALLED_IN):
            situation.enter(Phase.WALKING)
            continue
        with pytest.raises(ValueError, match="does not follow"):
            situation.enter(Phase.WALKING)
        assert situation.phase is phase


@pytest.mark.parametrize("phase", WAYS)
@pytest.mark.parametrize("between", [Phase.STAFF, Phase.STILL_THERE, Phase.HIDDEN, Phase.PAUSED])
def test_an_alert_interrupts_every_phase_and_what_is_between_and_then_it_is_as_before(
    phase: Phase, between: Phase
) -> None:
    situation = at(*WAYS[phase])
    with situation.interrupted_by(between):
        with situation.interrupted_by(Phase.ALERT):
            assert situation.allowed.seconds(TIMES) is None
        assert situation.phase is between
    assert situation.phase is phase


def test_staff_that_were_called_stay_called_also_when_they_have_seen_it() -> None:
    situation = at()
    assert (situation.staff_called, situation.alert_open) == (False, False)
    situation.call_staff()
    assert (situation.staff_called, situation.alert_open) == (True, True)
    situation.acknowledge_alert()
    assert (situation.staff_called, situation.alert_open) == (True, False)
