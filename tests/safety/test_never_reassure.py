"""Never reassure: every summary says that worry is a reason to call, and nothing says that calling is not needed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from miskraam_cli.interview.state import Interview, NonAnswer
from miskraam_cli.language import Text
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.renderers import terminal, text
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import Summary
from tests.flat_text import flat
from tests.safety.boundary_answers import Answers, whole_answers
from tests.tiny_questionnaires import EN, NL, NOON, TODAY, shipped

FILES = read_files.shipped()

WORRY = {  # S2-WARN-8: worry is a reason to call
    "nl": re.compile(r"\bongerust\b[^.!]*\?[^.?!]*\bbellen?\b", re.IGNORECASE),
    "en": re.compile(r"\bworried\b[^.!]*\?[^.?!]*\bcall\b", re.IGNORECASE),
}
NO_NEED = re.compile(
    r"""
      (niet|geen|nooit)\b[^.?!]{0,40}\b(bellen|bel|te\ bellen|contact\ op)\b # u hoeft niet te bellen
    | \b(bellen|bel)\b[^.?!]{0,25}\b(niet|geen|hoeft|onnodig|overbodig)       # bellen is niet nodig
    | \bgeen\ reden\ (tot|voor|om)\b | \bniets\ aan\ de\ hand\b | \bmaak\ u\ geen\ zorgen\b
    | (\b(not|no|never|without)|n't)\b[^.?!]{0,40}\b(call|calling|phone|contact)\b  # you need not call
    | \b(call|calling)\b[^.?!]{0,25}(\b(not|unnecessary|no\ need)|n't)\b
    | \bno\ (reason|cause|need)\ (to|for)\b | \bnothing\ (is\ )?wrong\b | \bdo(n't|\ not)\ worry\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


def texts(found: Questionnaire) -> Iterator[tuple[str, Text]]:
    """Every text of a questionnaire that says something to a person, and where it stands."""
    for statement in found.statements.values():
        yield statement.id, statement.text
        if statement.kiosk:
            yield f"{statement.id} at the kiosk", statement.kiosk
    for question in found.questions:
        yield question.id, question.text
        yield from ((question.id, variant.text) for variant in question.variants)
        if question.help:
            yield f"help of {question.id}", question.help
        yield from ((question.id, option.text) for option in question.choices)


Drawn = Literal["text", "terminal"]
Setting = Literal["home", "workstation", "kiosk"]
IN = {"nl": NL, "en": EN}
FOR_AUTHORS = ("problem.", "error.", "help.", "lint.", "kind.")


def page(made: Summary, drawn: Drawn) -> str:
    """The page that a person sees, on one line."""
    words = IN[made.language]
    if drawn == "text":
        return flat(text.render(made, words))
    return flat(terminal.render(made, words, 80, colour=False))


def sentences(made: Summary) -> Iterator[str]:
    """Everything that a summary says."""
    yield from (said.text for said in (*made.actions, *made.closing))
    for finding in made.findings:
        yield from (said.text for said in finding.says)
        yield from (reason.text for reason in finding.because)
    yield made.contacts_note
    yield from (contact.note for contact in made.contacts)


def partly(found: Questionnaire) -> st.SearchStrategy[Answers]:
    """Any answers, some of them missing or unknown."""
    ids = [str(question.id) for question in found.questions]
    missing = st.sets(st.sampled_from(ids))
    return st.builds(
        lambda answers, gone, unknown: {
            name: NonAnswer.UNKNOWN if name in unknown else answer
            for name, answer in answers.items()
            if name not in gone
        },
        whole_answers(found),
        missing,
        missing,
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_summary_without_the_sentence_about_worry_and_a_number(path: Path) -> None:
    found, directory = shipped(path.stem)

    @settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(
        partly(found),
        st.sampled_from(["nl", "en"]),
        st.sampled_from(["home", "workstation", "kiosk"]),
        st.sampled_from(["text", "terminal"]),
        st.booleans(),
    )
    def run(answers: Answers, language: str, setting: Setting, drawn: Drawn, stopped: bool) -> None:
        here = Circumstances(directory, IN[language], NOON, setting)
        made = build(Interview(found, TODAY, answers), here, stopped=stopped)
        shown = page(made, drawn)
        assert WORRY[language].search(shown), shown
        assert "071 526 28 70" in shown or "071 517 83 51" in shown, shown
        assert not [said for said in sentences(made) if NO_NEED.search(flat(said))]

    run()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_text_says_that_calling_is_not_needed(path: Path) -> None:
    for where, said in texts(shipped(path.stem)[0]):
        for language in (said.nl, said.en):
            assert not NO_NEED.search(flat(language)), where


def test_no_word_of_the_interface_says_that_calling_is_not_needed() -> None:
    spoken = {key: said for key, said in NL.texts.items() if not key.startswith(FOR_AUTHORS)}
    assert len(spoken) > 50
    for key, said in spoken.items():
        for language in (said.nl, said.en):
            assert not NO_NEED.search(flat(language)), key


@pytest.mark.parametrize(
    "sentence",
    [
        "U hoeft niet te bellen.", "Bellen is niet nodig.", "Dit is geen reden om te bellen.", "Bel niet.",
        "U hoeft dan geen contact op te nemen.", "Er is niets aan de hand.", "Maak u geen zorgen.",
        "You need not call.", "There is no need to call.", "You do not have to call.", "Do not worry.",
        "Calling is not necessary.", "You don't need to phone.", "Nothing is wrong.", "There is no reason to call.",
    ],
)  # fmt: skip
def test_what_counts_as_reassuring_is_recognised(sentence: str) -> None:
    assert NO_NEED.search(sentence)
