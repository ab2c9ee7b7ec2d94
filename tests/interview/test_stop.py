"""Stop: what she was not asked is unknown, and numbers and worry are never left out (AMB-73)."""

import pytest

from miskraam_cli.interview.walk import Ended
from miskraam_cli.renderers.text import render
from tests.interview.simulated_people import CALM, found, pick, scripted, summary_of
from tests.tiny_questionnaires import NL, Step


def stopped_after(*steps: Step) -> Ended:
    return scripted(*steps)[1]


LAST_SIGN = list(CALM).index("loss_date")  # until it is known, so is nothing about six weeks of blood loss


@pytest.mark.parametrize("count", range(len(CALM)))
def test_a_walk_that_stops_anywhere_gives_numbers_and_worry(count: int) -> None:
    ended = stopped_after(*list(CALM.values())[:count])
    assert ended.how == "stopped"
    summary = summary_of(ended)
    assert not summary.complete
    if count <= LAST_SIGN:
        assert any(finding.alarming for finding in summary.findings)
    assert any("ongerust" in said.text for said in summary.closing)
    assert {"071 526 28 70", "071 529 95 17"} <= {contact.display for contact in summary.contacts}


def test_unreached_warning_signs_are_unknown_and_listed() -> None:
    ended = stopped_after(pick("lumc"), pick("no"), pick("less"))
    (merged,) = (item for item in summary_of(ended).findings if item.id == "sign_unknown")
    assert merged.outcome == "unknown"
    assert "pijn in uw onderbuik" in merged.unknown
    assert "of u ongerust bent" in merged.unknown
    assert "flauwvallen of sterretjes zien" not in merged.unknown
    assert found(ended)["temperature_unknown"] == "unknown"


def test_an_alarm_so_far_stands_before_what_is_unknown() -> None:
    ended = stopped_after(pick("lumc"), pick("today"))
    first = summary_of(ended).findings[0]
    assert (first.id, first.level, first.outcome) == ("fainting_today", "now", "holds")


def test_a_walk_that_stops_says_only_what_may_not_wait() -> None:
    ended = stopped_after(pick("lumc"), pick("no"))
    findings = summary_of(ended).findings
    assert all(finding.alarming or finding.lists_signs for finding in findings)


def test_what_she_was_not_asked_is_told_as_the_list_of_signs() -> None:
    ended = stopped_after(pick("lumc"), pick("unknown"))
    page = render(summary_of(ended), NL)
    assert "Bel vandaag uw ziekenhuis" in page
    assert "Bel als" in page
    assert "flauwvallen of sterretjes zien" in page, "she was asked, and does not know"
    assert "of u ongerust bent" not in page, "she was not asked"


def test_what_an_answer_of_hers_leaves_unknown_is_told_although_she_stopped() -> None:
    """She said that she cannot measure: her temperature is not known, and that was asked."""
    ended = stopped_after(pick("lumc"), pick("no"), pick("none"), pick("none"), pick("cannot"))
    page = render(summary_of(ended), NL)
    assert "Uw temperatuur is nog onbekend" in page
    assert "Een pijnstiller kan koorts verbergen" in page
    assert "of u ongerust bent" not in page
