"""An answer that comes back on the path counts only once it is given again, whoever gave it first."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miskraam_cli.interview.prompt import Answered, Back, Jump, Prompt, Stop
from miskraam_cli.interview.state import Answer, Interview
from tests.installed_program import miskraam
from tests.interview.simulated_people import (
    FOLLOW_UP,
    Wanderer,
    pick,
    scripted,
    walked,
    words_of,
)
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import TODAY, questionnaire

GATED = questionnaire(
    body(
        [
            asked("gate"),
            asked("q", more="enable_when: gate == true"),
            asked("deeper", more="enable_when: q == true"),
            asked("last"),
        ],
        ["id: alarm, level: now, when: q == true, if_unknown: self"],
    )
)
YES, NO = pick("true"), pick("false")
TO_GATE = (Jump(), pick("gate"), YES)


def gated(*steps: Answered | Jump, **answers: Answer) -> tuple[list[Prompt], dict[str, Answer], str]:
    """A walk that starts with these answers: what was asked, what counts in the end, what was said."""
    presenter, ended = scripted(*steps, questionnaire=GATED, start=Interview(GATED, TODAY, answers))
    return presenter.prompts, dict(ended.interview.counted), words_of(presenter.notices)


@pytest.mark.parametrize(
    ("answers", "steps"),
    [
        ({"q": True}, (YES,)),
        ({"gate": False, "q": True}, TO_GATE),
        ({"gate": False, "q": True, "deeper": True}, TO_GATE),
        ({}, (YES, YES, Jump(), pick("gate"), NO, *TO_GATE)),
    ],
    ids=[
        "the file does not say the first",
        "the file has it off the path",
        "two of them",
        "she gave it herself",
    ],
)
def test_it_is_asked_with_the_earlier_answer_and_counts_for_nothing_until_then(
    answers: dict[str, Answer], steps: tuple[Answered | Jump, ...]
) -> None:
    prompts, counted, said = gated(*steps, **answers)
    assert (prompts[-1].id, prompts[-1].chosen) == ("q", ("true",))
    assert counted == {"gate": True}
    assert (said.count("Bel.") > 0) is (not answers), "it alarms only where she answered it herself"


def test_once_given_again_it_counts_and_what_follows_from_it_is_asked_too() -> None:
    prompts, counted, said = gated(YES, YES, NO, q=True, deeper=True)
    assert [(prompt.id, prompt.chosen) for prompt in prompts[:4]] == [
        ("gate", ()),
        ("q", ("true",)),
        ("deeper", ("true",)),
        ("last", ()),
    ]
    assert counted == {"gate": True, "q": True, "deeper": False}
    assert "Bel." in said


def test_another_answer_may_be_given_then() -> None:
    prompts, counted, _ = gated(YES, NO, YES, q=True, deeper=True)
    assert [prompt.id for prompt in prompts] == ["gate", "q", "last"]
    assert counted == {"gate": True, "q": False, "last": True}


def test_what_stood_on_the_path_from_the_start_is_not_asked() -> None:
    prompts, counted, _ = gated(NO, gate=True, q=False)
    assert [prompt.id for prompt in prompts] == ["last"]
    assert counted == {"gate": True, "q": False, "last": False}


def test_an_answer_given_beforehand_is_never_asked() -> None:
    hidden = questionnaire(
        body([asked("gate"), asked("q", more="enable_when: gate == true, hidden: true"), asked("last")])
    )
    presenter, ended = scripted(
        YES, NO, questionnaire=hidden, start=Interview(hidden, TODAY, {"q": True}, frozenset({"q"}))
    )
    assert [prompt.id for prompt in presenter.prompts] == ["gate", "last"]
    assert ended.interview.counted["q"] is True


def test_a_note_that_comes_back_is_read_again() -> None:
    noted = questionnaire(
        body([asked("gate"), asked("between", "note", "enable_when: gate == true"), asked("last")])
    )
    presenter, _ = scripted(
        YES, Jump(), pick("gate"), NO, Jump(), pick("gate"), YES, YES, questionnaire=noted
    )
    assert words_of(presenter.notices).count("between") == 2


STARTS = st.fixed_dictionaries(
    {},
    optional={
        "fainting": st.just("no"),
        "temperature_measured": st.sampled_from(["yes", "now", "cannot"]),
        "temperature": st.just(Decimal(38)),
        "confirmed": st.sampled_from(["scan", "no"]),
        "weeks_at_loss": st.just(Decimal(9)),
        "treatment": st.sampled_from(["misoprostol", "waiting"]),
        "miso_doses": st.sampled_from(["one", "two"]),
        "miso_hours": st.just(Decimal(30)),
        "passed": st.just("yes"),
    },
)


@settings(max_examples=150, deadline=None)
@given(st.data(), STARTS, st.integers(0, 60))
def test_whatever_she_does_no_answer_counts_that_was_off_the_path_and_not_asked(
    data: st.DataObject, answers: dict[str, Answer], keys: int
) -> None:
    start = Interview(FOLLOW_UP, TODAY, answers)
    asked_of_her: set[str] = set()

    class Watched(Wanderer):
        def ask(self, prompt: Prompt) -> Answered | Back | Stop:
            asked_of_her.add(prompt.id)
            return super().ask(prompt)

    ended = walked(Watched(data, keys), start=start)
    assert ended.interview.counted.keys() <= start.counted.keys() | asked_of_her


def test_the_program_asks_what_an_answers_file_did_not_apply_before(tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(
        "{hospital: lumc, fainting: no, bleeding: less, pain: none, temperature_measured: cannot,"
        " temperature: 38.6, worried: false, confirmed: no}",
        encoding="utf-8",
    )
    lines = ["", "=", "6", "1", "stop"]  # past the alert, and the temperature was measured after all
    ran = miskraam(
        "follow-up", "--lines", "--answers", "answers.yaml", folder=tmp_path, stdin="\n".join(lines) + "\n"
    )
    walk, _, summary = ran.out.partition("U bent gestopt.")
    assert "Eerder gaf u: 38,6" in walk
    assert "38,6" not in summary
