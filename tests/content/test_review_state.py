"""The clinic's review: a page is a draft until all that it says is approved; SAFETY.md keeps the count."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from miskraam_cli.interview.state import Interview
from miskraam_cli.questionnaire.model import Approval, Questionnaire
from miskraam_cli.renderers import json, terminal, text
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import Summary
from tests.content.follow_up_walks import DIRECTORY, FOLLOW_UP, QUIET, full, quiet, summary
from tests.flat_text import flat
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import EN, NL, NOON, STATEMENTS, TODAY, loaded, questionnaire, tiny

SAFETY = Path(__file__).parents[2] / "SAFETY.md"
DRAFT = {
    "nl": "Nog niet goedgekeurd door de kliniek.",
    "en": "The clinic has not approved this",
}
SIGNED = Approval("A. de Vries, verpleegkundige", date(2026, 11, 2))


def approved(but: str = "") -> Questionnaire:
    """Follow-up with every statement approved, but for one."""
    statements = {
        name: replace(statement, approved=None if name == but else SIGNED)
        for name, statement in FOLLOW_UP.statements.items()
    }
    return replace(FOLLOW_UP, statements=statements, worry=statements[FOLLOW_UP.worry.id])


def page_of(found: Questionnaire, language: str = "nl") -> Summary:
    words = {"nl": NL, "en": EN}[language]
    return build(Interview(found, TODAY, QUIET), Circumstances(DIRECTORY, words, NOON))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_shipped_is_a_draft_and_says_so(language: str) -> None:
    words = {"nl": NL, "en": EN}[language]
    for walk in (quiet(), full(), Interview(FOLLOW_UP, TODAY, {})):
        made = summary(walk, words)
        assert made.draft
        assert DRAFT[language] in flat(text.render(made, words))
        assert DRAFT[language] in flat(terminal.render(made, words, 80, colour=False))
        assert '"draft": true' in json.render(made)


def test_the_clinician_reads_it_too() -> None:
    assert DRAFT["nl"] in flat(text.render(summary(full(), NL, "clinician"), NL))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_when_all_is_approved_the_footer_goes(language: str) -> None:
    words = {"nl": NL, "en": EN}[language]
    made = page_of(approved(), language)
    assert not made.draft
    assert DRAFT[language] not in flat(text.render(made, words))
    assert '"draft": false' in json.render(made)


def test_one_text_that_is_said_and_not_approved_makes_the_page_a_draft() -> None:
    made = page_of(approved())
    said = {item.id for finding in made.findings for item in finding.says}
    said |= {item.id for item in (*made.actions, *made.closing)}
    assert len(said) > 8
    for name in sorted(said):
        assert page_of(approved(but=name)).draft, name
    assert not page_of(approved(but="fever")).draft, "not said here"


def test_what_to_do_first_counts_too() -> None:
    found = approved(but="act_call")
    made = build(Interview(found, TODAY, {**QUIET, "worried": True}), Circumstances(DIRECTORY, NL, NOON))
    assert [said.id for said in made.actions] == ["act_call"]
    assert made.draft


def test_an_approval_in_the_file_is_who_and_when() -> None:
    signed = "approved: {by: A. de Vries, on: 2026-11-02}"
    lines = [
        f"{line[:-1]}, {signed}}}" if line.strip().startswith("- {id: ") and "text" in line else line
        for line in STATEMENTS.splitlines()
    ]
    always = body([asked("a")], ["id: f, level: know, when: today == today"])
    found, directory = loaded(tiny(always, statements="\n".join(lines) + "\n"))
    assert found.statements["hello"].approved == Approval("A. de Vries", date(2026, 11, 2))
    assert not build(Interview(found, TODAY, {}), Circumstances(directory, NL, NOON)).draft
    unsigned = questionnaire(always)
    assert build(Interview(unsigned, TODAY, {}), Circumstances(directory, NL, NOON)).draft
