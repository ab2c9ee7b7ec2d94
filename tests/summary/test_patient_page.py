"""The patient's page: what to do now, whom to call, what fits her, what is good to know; one page when all is quiet."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from miskraam_cli.interview.state import Interview, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.renderers import html, markdown, terminal, text
from miskraam_cli.roles import Setting
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from tests.content.follow_up_walks import DIRECTORY, full, quiet, random_walks, summary
from tests.installed_program import miskraam
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import EN, NL, NOON, TODAY, loaded, tiny

WIDTH = 80
ONE_PAGE = 60
IN = {"nl": NL, "en": EN}
HEADINGS = {
    "nl": ["Nu", "Wie u belt", "Te bespreken", "Goed te weten"],
    "en": ["Now", "Whom to call", "To talk about", "Good to know"],
}


def page(walk: Interview, words: Words = NL, *, sources: bool = False) -> list[str]:
    """The lines of the page as text."""
    return text.render(summary(walk, words), words, WIDTH, sources=sources).splitlines()


def one_line(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_quiet_walk_is_one_page(language: str) -> None:
    lines = page(quiet(), IN[language])
    assert len(lines) <= ONE_PAGE
    assert max(len(line) for line in lines) <= WIDTH


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_line_of_any_page_is_too_wide(language: str) -> None:
    words = IN[language]
    for walk in random_walks(300, 3):
        made = summary(walk, words)
        for width in (WIDTH, 50):
            lines = text.render(made, words, width).splitlines()
            assert max(len(line) for line in lines) <= width
        drawn = terminal.render(made, words, WIDTH, colour=False)
        assert max(len(line) for line in drawn.splitlines()) <= WIDTH


@pytest.mark.parametrize("width", range(36, 81, 3))
def test_no_number_on_a_page_is_broken_over_two_lines(width: int) -> None:
    numbers = {"071 526 28 70", "071 529 95 17", "024 645 10 88", "088 126 49 00"}
    made = summary(quiet(talk="later"), NL)
    for drawn in (text.render(made, NL, width), terminal.render(made, NL, width, colour=False)):
        assert all(any(number in line for line in drawn.splitlines()) for number in numbers), drawn


@pytest.mark.parametrize("width", range(36, 81, 3))
def test_no_word_on_a_page_is_broken_at_its_hyphen(width: int) -> None:
    made = summary(quiet(talk="today"), EN)
    for drawn in (text.render(made, EN, width), terminal.render(made, EN, width, colour=False)):
        assert any("out-of-hours" in line for line in drawn.splitlines()), drawn


@pytest.mark.parametrize("language", ["nl", "en"])
def test_first_what_to_do_then_whom_to_call_then_the_rest(language: str) -> None:
    lines = page(full(), IN[language])
    at = [lines.index(heading) for heading in HEADINGS[language]]
    assert at == sorted(at)
    first = one_line(lines[at[0] : at[1]])
    assert {"nl": "Nu Bel vandaag uw ziekenhuis", "en": "Now Call your hospital"}[language] in first
    assert "071 526 28 70" in one_line(lines[at[1] : at[2]])
    assert "071 529 95 17" in one_line(lines[at[1] : at[2]])


def test_a_quiet_page_begins_with_whom_to_call() -> None:
    lines = [line for line in page(quiet()) if line]
    assert lines[1] == "Wie u belt"
    assert "Nu" not in lines


@pytest.mark.parametrize("draw", [text.render, html.render, markdown.render, terminal.render])
def test_her_question_stands_on_her_page_but_where_help_is_needed_now(draw: Callable[..., str]) -> None:
    """AMB-125 and AMB-126; the short form, which others may see, says nothing of hers."""
    hers = "Mag ik volgende week sporten"
    shown = draw(summary(quiet(question=hers)), NL)
    assert hers in shown
    assert "Neem dit mee naar uw afspraak" in shown
    assert hers not in draw(summary(quiet(question=hers)), NL, short=True)
    assert hers not in draw(summary(quiet(question=hers, fainting="today")), NL)


@pytest.mark.parametrize(
    ("walk", "caution"),
    [
        (quiet(bleeding="more", talk="today"), "huisartsenpost"),
        (
            quiet(bleeding="more", temperature_measured="cannot", painkillers=("paracetamol",)),
            "Een pijnstiller kan koorts verbergen",
        ),
    ],
)
def test_under_a_call_a_calmer_finding_keeps_all_that_it_says(walk: Interview, caution: str) -> None:
    shown = one_line(page(walk))
    assert "Bel vandaag uw ziekenhuis" in shown
    assert caution in shown


def test_what_is_unknown_without_a_question_to_name_is_said_all_the_same() -> None:
    """A division by zero leaves a finding unknown although she answered everything."""
    questions = [asked(name, "integer", "range: [0, 9]") for name in ("a", "b")]
    rule = "id: f, level: call, when: a / b > 1, if_unknown: self"
    found, directory = loaded(tiny(body(questions, [rule])))
    answers = {"a": Decimal(1), "b": Decimal(0)}
    made = build(Interview(found, TODAY, answers), Circumstances(directory, NL, NOON))
    (finding,) = made.findings
    assert (finding.outcome, finding.gaps) == ("unknown", ())
    assert finding.says[0].text in text.render(made, NL)


def test_worry_and_the_numbers_stand_on_every_page() -> None:
    for walk in (quiet(), full(), quiet(confirmed="no"), Interview(quiet().questionnaire, TODAY, {})):
        shown = one_line(page(walk))
        assert "Bent u ongerust? Dat is genoeg reden om te bellen." in shown
        assert "071 526 28 70" in shown


def test_the_source_stands_there_on_request_only() -> None:
    asked, plain = one_line(page(quiet(), sources=True)), one_line(page(quiet()))
    assert "Bron: folder ‘Een miskraam in de eerste maanden’, onder ‘Lichamelijk herstel’" in asked
    assert "Bron:" not in plain


def test_a_quiet_page_claims_no_sign_that_she_does_not_have() -> None:
    """The list of signs to take home is about later; none of it reads as if she had one now."""
    nl, en = one_line(page(quiet())), one_line(page(quiet(), EN))
    for claim in ("U heeft koorts", "U verliest lang", "U verliest veel", "De krampen gaan niet over"):
        assert claim not in nl
    for claim in ("You have a fever", "You lose a lot of blood", "The cramps do not go away"):
        assert claim not in en


def bar(walk: Interview, words: Words = NL) -> list[str]:
    """The lines of the figure, and the sentence below it."""
    lines = page(walk, words)
    start = next(index for index, line in enumerate(lines) if line.split()[:1] == [words("figure.week")])
    return lines[start : start + 5]


@pytest.mark.parametrize(
    ("days", "week"), [(0, 1), (6, 1), (7, 2), (21, 4), (27, 4), (28, 5), (42, 7), (55, 8), (56, 9)]
)
def test_today_stands_in_the_bar_and_in_a_sentence(days: int, week: int) -> None:
    walk = quiet(loss_date=TODAY - timedelta(days=days), bleeding="none")
    if week > 8:  # past the eight weeks of the bar the sentence alone says it
        assert f"Vandaag is week {week}." in one_line(page(walk))
        assert "▲" not in one_line(page(walk))
        return
    ruler, loss, period, today, sentence = bar(walk)
    assert ruler.split() == ["week", *map(str, range(1, 9))]
    assert sentence.strip() == f"Vandaag is week {week}."
    assert today.split() == ["vandaag", "▲"]
    columns = {number: ruler.index(f" {number}", 8) + 1 for number in range(1, 9)}  # where a week begins
    each = columns[2] - columns[1]
    assert columns[week] <= today.index("▲") < columns[week] + each, "the mark stands under its week"
    assert (loss.index("━"), loss.rindex("━")) == (columns[1], columns[7] - 1), "1 to 6 weeks"
    assert (period.index("━"), period.rindex("━")) == (columns[5], columns[7] - 1), "after 4 to 6 weeks"


def test_the_sentence_that_says_the_same_as_the_bar_stands_above_it() -> None:
    shown = one_line(page(quiet()))
    assert "1 tot 6 weken" in shown.partition("━")[0]
    assert "4 tot 6 weken" in shown.partition("━")[0]


def test_without_a_day_there_is_a_bar_and_no_today() -> None:
    lines = page(quiet(loss_date=NonAnswer.UNKNOWN, bleeding="none"))
    assert any("━" in line for line in lines)
    assert "▲" not in one_line(lines)
    assert "Vandaag is week" not in one_line(lines)


@pytest.mark.parametrize(("setting", "said"), [("home", True), ("workstation", True), ("kiosk", False)])
def test_a_command_to_read_more_is_not_for_who_stands_at_a_kiosk(setting: Setting, said: bool) -> None:
    made = build(quiet(), Circumstances(DIRECTORY, NL, NOON, setting))
    shown = [text.render(made, NL), terminal.render(made, NL, WIDTH, colour=False), html.render(made, NL)]
    assert ["miskraam info" in one for one in shown] == [said] * 3


def test_because_names_her_answer_where_the_sentence_does_not() -> None:
    told = one_line(page(quiet(treatment="not_chosen", bleeding="none")))
    assert "Omdat u nog niet heeft gekozen." in told
    fever = one_line(page(full()))
    assert "Uw temperatuur is 38,6 °C." in fever
    assert "Omdat uw temperatuur" not in fever, "AMB-133"
    not_measured = one_line(page(quiet(temperature_measured="cannot")))
    assert "Uw temperatuur is nog onbekend." in not_measured
    assert "Dit weten we niet: uw temperatuur" not in not_measured


def test_the_program_prints_the_same_page(tmp_path: Path) -> None:
    answers = (
        '{hospital: lumc, fainting: "no", bleeding: less, pain: none, temperature_measured: yes, temperature: 36.9,'
        ' worried: false, confirmed: scan, painkillers: [none], weeks_at_loss: 9, treatment: waiting, passed: "yes",'
        ' loss_date: 2026-11-01, feelings: [sadness], talk: "no", next_info: not_now, question: {declined: true}}'
    )
    run = ("follow-up", "--answers", "-", "--now", "2026-11-22T12:00")
    plain = miskraam(*run, folder=tmp_path, stdin=answers)
    assert plain.code == 0, plain.err
    assert len(plain.out.splitlines()) <= ONE_PAGE
    assert "Vandaag is week 4." in plain.out
    assert "Bron:" not in plain.out
    assert "Bron:" in miskraam(*run, "--sources", folder=tmp_path, stdin=answers).out
