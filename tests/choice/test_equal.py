"""Equal detail: in whatever order the options stand, she is told the same, in as much room and as many words."""

import re
from dataclasses import replace
from itertools import permutations

import pytest

from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.library.questionnaires import sources
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.renderers import comparison, terminal
from miskraam_cli.summary.model import Summary
from tests.choice.choice_walks import (
    ALL_MATTER,
    CHOICE,
    IN,
    OPTIONS,
    SILENT,
    all_cells,
    choice,
    compared,
    summary,
    table,
)
from tests.tiny_questionnaires import loaded

ORDERS = list(permutations(OPTIONS))
MOST = 1.35  # how much longer one column may be than another, in words
WIDTH = 76


def reordered(order: tuple[str, ...]) -> Questionnaire:
    """The questionnaire from a copy of its file in which the options stand in this order."""
    files = sources(read_files.SHIPPED / "choice.yaml")
    lines = re.findall(
        r"^    - \{id: (?:waiting|curettage|misoprostol), title.*\n", files.questionnaire.text, re.M
    )
    assert len(lines) == len(OPTIONS)
    by_id = dict(zip(OPTIONS, lines, strict=True))
    text = files.questionnaire.text.replace("".join(lines), "".join(by_id[name] for name in order))
    return loaded(replace(files, questionnaire=replace(files.questionnaire, text=text)))[0]


def told(found: Questionnaire, words: Words) -> Summary:
    return summary(choice(found, **ALL_MATTER), words)


def by_option(made: Summary) -> dict[str, dict[str, str | None]]:
    """What is said of each option, by the title of the row."""
    assert made.compare is not None
    lines = (*made.compare.rows, *made.compare.values)
    return {
        option: {line.title: said.id if (said := line.cells[at]) else None for line in lines}
        for at, option in enumerate(made.compare.options)
    }


@pytest.mark.parametrize("language", IN)
@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_in_any_order_she_is_told_the_same(order: tuple[str, ...], language: str) -> None:
    found = reordered(order)
    assert [option.id for option in table(found).options] == list(order)
    swapped, shipped = told(found, IN[language]), told(CHOICE, IN[language])
    assert swapped.findings == shipped.findings
    assert by_option(swapped) == by_option(shipped)
    assert swapped.compare and shipped.compare
    assert [row.title for row in swapped.compare.rows] == [row.title for row in shipped.compare.rows]
    assert [row.title for row in swapped.compare.values] == [row.title for row in shipped.compare.values]
    assert swapped.compare.order == shipped.compare.order
    assert (swapped.actions, swapped.closing, swapped.answers) == (
        shipped.actions,
        shipped.closing,
        shipped.answers,
    )


@pytest.mark.parametrize("language", IN)
@pytest.mark.parametrize("order", ORDERS, ids="-".join)
def test_in_any_order_the_columns_are_as_wide(order: tuple[str, ...], language: str) -> None:
    words = IN[language]
    shown = compared(choice(reordered(order), **ALL_MATTER), words)
    drawn = list(comparison.lines(shown, words, WIDTH))
    heads = [line for line in drawn if all(option in line for option in shown.options)]
    assert len(heads) == len({line.cells for line in (*shown.rows, *shown.values)}), (
        "the options are named above each row"
    )
    assert len(set(heads)) == 1
    first, second, third = (heads[0].index(option) for option in shown.options)
    assert first == 0
    assert second == third - second
    assert max(map(len, drawn)) <= third + second - 2, "the last column is no wider than the others"


@pytest.mark.parametrize("language", IN)
def test_no_option_has_many_more_words(language: str) -> None:
    counted = dict.fromkeys(OPTIONS, 0)
    for row in table().rows:
        for option, name in row.cells.items():
            silent = SILENT[language] if name == "silent" else ""
            text = silent or CHOICE.statements[name].text.in_language(language)
            counted[option] += len(text.split())
    assert min(counted.values()) > 100
    assert max(counted.values()) <= MOST * min(counted.values()), counted


def test_every_row_and_every_value_has_a_cell_for_each_option() -> None:
    assert len(table().rows) >= 6
    for cells in all_cells():
        assert set(cells) == set(OPTIONS)


@pytest.mark.parametrize("language", IN)
def test_no_option_has_a_colour_or_a_sign_of_its_own(language: str) -> None:
    words = IN[language]
    made = told(CHOICE, words)
    assert made.compare is not None
    drawn = terminal.render(made, words, 80, colour=True)
    start = drawn.index(words("compare.title"))
    part = drawn[start : drawn.index(words("summary.discuss"))]
    below = part.partition(made.compare.order.text.split(".")[0])[2].rpartition("\n")[0]
    for line in below.splitlines():
        if any(option in line for option in made.compare.options):
            assert "\x1b" not in line
    assert not re.search(r"[^\w\s.,:;?!()’'‘·-]", "".join(made.compare.options))


def test_the_order_is_the_leaflets_and_said_to_mean_nothing() -> None:
    assert tuple(option.id for option in table().options) == OPTIONS
    assert "De volgorde zegt niets." in compared(choice()).order.text
    notes = [question for question in CHOICE.questions if question.shows]
    assert [question.shows for question in notes] == list(OPTIONS)
    for question in notes:
        assert question.text.nl.endswith("De volgorde zegt niets.")
        assert question.text.en.endswith("The order means nothing.")
    assert len({question.text.nl.partition(":")[0] for question in notes}) == 1


def test_no_option_is_chosen_beforehand() -> None:
    (leaning,) = (question for question in CHOICE.questions if question.id == "leaning")
    assert tuple(option.id for option in leaning.choices)[:3] == OPTIONS
