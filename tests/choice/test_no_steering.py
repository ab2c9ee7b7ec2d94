"""Nothing scores, ranks, counts or advises: what she thinks of and what matters change no text (AMB-62, AMB-86)."""

import re
from pathlib import Path

import pytest

from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.model import Statement
from miskraam_cli.renderers import comparison
from tests.choice.choice_walks import (
    ALL_MATTER,
    CHOICE,
    IN,
    OPTIONS,
    VALUES,
    all_cells,
    choice,
    compared,
    summary,
)
from tests.every_text import texts
from tests.tiny_questionnaires import NL, shipped

OF_HER_LEANING = {"how_long_to_wait", "not_sure_yet"}  # content design, table 2C
WAYS: tuple[Answer, ...] = ("less", "more", "unsure", NonAnswer.DECLINED)

STEERS = re.compile(
    r"%|procent|per cent|\bpercent|score|\bpunt(en)?\b|\bpoints?\b|\bbeste\b|\bbest\b|\bbeter\w*|\bbetter\b"
    r"|\badvie\w+|\badvise\w*|\brecommend\w*|raden|\braad\b|\btotaal\b|\btotal\b|\bsom\b|\bsum\b|\bwint\b|\bwins\b"
    r"|\bpast het|\bsuits you|voorkeur|\bprefer\w*|\bvoor u het|\bmeeste\b|\bmost\b|\beerste keus|\bfirst choice",
    re.IGNORECASE,
)
STRENGTH = re.compile(r"\d\s*(mcg|µg|μg|ug|microgram\w*|mg|milligram\w*|gram)\b", re.IGNORECASE)
TABLETS = re.compile(
    r"(\d+|\b(een|één|twee|drie|vier|vijf|zes|one|two|three|four|five|six))\s+(tablet\w*|pil\w*)",
    re.IGNORECASE,
)
SIGNS = {"S2-WARN-2", "S2-WARN-4", "S2-WARN-6"}


def said(words: Words = NL, /, **other: Answer) -> list[tuple[str, tuple[str, ...]]]:
    """What every finding says, but for the two that are about her leaning."""
    made = summary(choice(**other), words)
    return [
        (finding.id, tuple(one.text for one in finding.says))
        for finding in made.findings
        if finding.id not in OF_HER_LEANING
    ]


def cells() -> list[Statement]:
    """Every statement of the table and of the values."""
    names = {name for row in all_cells() for name in row.values()}
    return [CHOICE.statements[name] for name in sorted(names - {"silent"})]


def lines(language: str) -> list[str]:
    """The comparison as it is drawn, every value marked."""
    words = IN[language]
    return list(comparison.lines(compared(choice(**ALL_MATTER), words), words, 76))


@pytest.mark.parametrize("language", IN)
@pytest.mark.parametrize("leaning", [*OPTIONS, "not_sure", NonAnswer.DECLINED])
def test_her_leaning_changes_no_text_about_an_option(leaning: Answer, language: str) -> None:
    words = IN[language]
    assert said(words, leaning=leaning, wait_limit="no") == said(words)
    assert compared(choice(leaning=leaning), words) == compared(choice(), words)


@pytest.mark.parametrize("leaning", OPTIONS)
def test_of_three_leanings_only_waiting_adds_a_finding(leaning: str) -> None:
    shown = {finding.id for finding in summary(choice(leaning=leaning, wait_limit="no")).findings}
    assert shown & OF_HER_LEANING == ({"how_long_to_wait"} if leaning == "waiting" else set())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("value", VALUES)
def test_a_value_changes_nothing_but_its_own_row(value: str, way: Answer) -> None:
    assert said(**{value: way}) == said()
    shown = compared(choice(**{value: way}))
    assert (shown.rows, shown.order, shown.options) == (
        compared(choice()).rows,
        compared(choice()).order,
        compared(choice()).options,
    )
    assert len(shown.values) == (1 if way == "more" else 0)


def test_no_rule_reads_a_value_and_only_two_read_her_leaning() -> None:
    for finding in CHOICE.findings:
        reads = set(finding.when.reads) if finding.when else set()
        assert not reads & set(VALUES), finding.id
        if "leaning" in reads:
            assert finding.id in OF_HER_LEANING
    assert set(CHOICE.calculated) == {"leaflet_fits"}, "nothing is added up"


@pytest.mark.parametrize("language", IN)
def test_the_comparison_ranks_counts_and_advises_nothing(language: str) -> None:
    page = " ".join("\n".join(lines(language)).split())
    assert not STEERS.search(page), STEERS.search(page)
    for statement in cells():
        assert not STEERS.search(statement.text.in_language(language)), statement.id


@pytest.mark.parametrize("spoken", ["de beste keuze", "70%", "wij raden aan", "3 punten", "best for you"])
def test_steering_is_recognised(spoken: str) -> None:
    assert STEERS.search(spoken)


def test_the_only_chance_in_the_comparison_is_8_of_10_in_words() -> None:
    for statement in cells():
        numbers = set(re.findall(r"\d+", statement.text.nl))
        if "S2-MIS-10" in statement.facts:
            assert "ongeveer 8 op de 10 vrouwen" in statement.text.nl
            assert "ongeveer 2 op de 10 niet" in statement.text.nl, "AMB-139: both sides in one sentence"
            assert "about 8 out of 10 women" in statement.text.en
            assert "about 2 out of 10 it does not" in statement.text.en
        elif "S2-PHY-2" in statement.facts:
            assert numbers <= {"1", "6"}  # weeks
        else:
            assert numbers == set(), statement.id


def test_where_the_leaflet_gives_no_figure_it_is_said() -> None:
    (row,) = (row for row in compared(choice()).rows if row.title == "Hoe vaak het lukt")
    waiting, curettage, tablets = (cell.text for cell in row.cells if cell)
    assert waiting == curettage == "De folder noemt hiervoor geen getal."
    assert "8 op de 10" in tablets


@pytest.mark.parametrize("language", IN)
def test_there_are_no_figure_icons(language: str) -> None:
    """AMB-86: ten little people beside one option would make it the loudest."""
    assert not [statement.id for statement in CHOICE.statements.values() if statement.figure]
    made = summary(choice(**ALL_MATTER), IN[language])
    assert [finding.id for finding in made.findings if finding.icons or finding.course] == []
    assert not re.search(r"[^\w\s.,:;?!()’'‘-]", "".join(lines(language)))


def test_another_hospital_can_give_another_figure() -> None:
    (option,) = (found for found in summary(choice()).findings if found.id == "option_misoprostol")
    (other,) = (one for one in option.says if one.id == "misoprostol_other_figure")
    assert other.addition


@pytest.mark.parametrize("path", read_files.shipped(), ids=lambda path: path.stem)
def test_no_strength_and_no_number_of_tablets_in_any_text(path: Path) -> None:
    found = shipped(path.stem)[0]
    spoken = [part for text in texts(found) for part in (text.nl, text.en)]
    assert len(spoken) > 50
    for part in spoken:
        without = re.sub(r"0[.,][45] mg", "", part)  # the strength of folic acid, the only one given
        assert not STRENGTH.search(without), part
        if re.search("misoprostol|cytotec", part, re.IGNORECASE):
            assert not STRENGTH.search(part), part
            assert not TABLETS.search(part), part


@pytest.mark.parametrize("spoken", ["misoprostol 400 mcg", "800 microgram", "200 µg"])
def test_a_strength_is_recognised(spoken: str) -> None:
    assert STRENGTH.search(spoken)


def test_not_registered_never_stands_without_the_evidence() -> None:
    for statement in CHOICE.statements.values():
        if "S2-MIS-8" in statement.facts or "geregistreerd" in statement.text.nl:
            assert {"S2-MIS-8", "S2-MIS-9"} <= set(statement.facts), statement.id
            assert "geregistreerd" in statement.text.nl
            assert "bewijs" in statement.text.nl
            assert "evidence" in statement.text.en


def test_that_waiting_does_no_harm_never_stands_without_the_warning_signs() -> None:
    """AMB-46."""
    named = [one for one in CHOICE.statements.values() if "S2-EXP-11" in one.facts]
    assert {one.id for one in named} == {"waiting_later", "option_waiting"}
    for statement in named:
        assert set(statement.facts) >= SIGNS
        for text, words in (
            (statement.text.nl, ("veel bloed", "pijn die blijft", "koorts", "Bel")),
            (statement.text.en, ("heavy bleeding", "pain that goes on", "fever", "call")),
        ):
            assert all(word in text for word in words)


def test_the_version_on_her_page_is_that_of_the_questionnaire() -> None:
    text = CHOICE.statements["about_version"].text
    assert f"versie {CHOICE.version} " in text.nl
    assert f"version {CHOICE.version} " in text.en
