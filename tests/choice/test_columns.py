"""Three columns where there is room, below one another where there is not; every word there, no line too wide."""

from collections.abc import Callable

import pytest

from miskraam_cli.language import Words
from miskraam_cli.renderers import comparison, terminal, text
from miskraam_cli.summary.model import CompareShown, Summary
from tests.choice.choice_walks import ALL_MATTER, CHOICE, IN, choice, summary
from tests.flat_text import flat

WIDTHS = (80, 50, 20)


def as_text(made: Summary, words: Words, width: int) -> str:
    return text.render(made, words, width)


def as_terminal(made: Summary, words: Words, width: int) -> str:
    return terminal.render(made, words, width, colour=False)


DRAWERS = [as_text, as_terminal]


def part(drawn: str, words: Words, shown: CompareShown) -> list[str]:
    """The lines of the comparison on a page."""
    lines = [line.rstrip() for line in drawn.splitlines()]
    start = lines.index(f"{shown.rows[0].title}:")
    end = next(at for at, line in enumerate(lines) if at > start and words("summary.discuss") in line)
    return lines[start:end]


def columns(lines: list[str], shown: CompareShown) -> list[str]:
    """The words of each column, from lines where they stand beside each other."""
    head = next(line for line in lines if all(option in line for option in shown.options))
    starts = [head.index(option) for option in shown.options]
    ends = [*starts[1:], None]
    rows = [line for line in lines if not line.endswith(":")]
    return [flat(" ".join(line[a:b] for line in rows)) for a, b in zip(starts, ends, strict=True)]


@pytest.mark.parametrize("language", IN)
@pytest.mark.parametrize("draw", DRAWERS)
@pytest.mark.parametrize("width", WIDTHS)
def test_every_word_is_there_and_no_line_is_too_wide(
    width: int, draw: Callable[[Summary, Words, int], str], language: str
) -> None:
    words = IN[language]
    made = summary(choice(**ALL_MATTER), words)
    assert made.compare is not None
    shown = made.compare
    drawn = part(draw(made, words, width), words, shown)
    assert max(len(line) for line in drawn) <= width
    said = " ".join(drawn).split()
    silent = words("compare.silent")
    for line in (*shown.rows, *shown.values):
        for cell in line.cells:
            assert set((cell.text if cell else silent).split()) <= set(said)
        assert set(line.title.split()) <= {word.rstrip(":") for word in said}


@pytest.mark.parametrize("language", IN)
@pytest.mark.parametrize("width", [64, 76, 78, 80])
def test_side_by_side_each_column_reads_whole(width: int, language: str) -> None:
    words = IN[language]
    shown = summary(choice(), words).compare
    assert shown is not None
    lines = list(comparison.lines(shown, words, width))
    assert max(map(len, lines)) <= width
    for option, column in zip(range(3), columns(lines, shown), strict=True):
        at = 0
        for row in shown.rows:
            said = row.cells[option]
            cell = flat(said.text if said else words("compare.silent"))
            found = column.find(cell, at)
            assert found >= 0, (cell, column)
            at = found + len(cell)


@pytest.mark.parametrize("language", IN)
@pytest.mark.parametrize("width", [63, 50, 40, 20])
def test_below_one_another_each_row_names_every_option(width: int, language: str) -> None:
    words = IN[language]
    shown = summary(choice(**ALL_MATTER), words).compare
    assert shown is not None
    lines = list(comparison.lines(shown, words, width))
    assert max(map(len, lines)) <= width
    page = flat("\n".join(lines))
    at = 0
    told = {row.cells for row in shown.rows}
    for row in (*shown.rows, *(value for value in shown.values if value.cells not in told)):
        cells = [said.text if said else words("compare.silent") for said in row.cells]
        named = [f"{option}: {cell}" for option, cell in zip(shown.options, cells, strict=True)]
        for wanted in (row.title, *named):
            found = page.find(flat(wanted), at)
            assert found >= 0, wanted
            at = found + len(flat(wanted))


@pytest.mark.parametrize("draw", DRAWERS)
def test_wide_stands_side_by_side_and_narrow_below(draw: Callable[[Summary, Words, int], str]) -> None:
    words = IN["nl"]
    made = summary(choice())
    for width, beside in ((80, True), (76, True), (50, False), (20, False)):
        lines = draw(made, words, width).splitlines()
        assert any("Afwachten" in line and "Tabletten" in line for line in lines) is beside, width


@pytest.mark.parametrize("language", IN)
def test_a_value_that_a_row_is_about_stands_beside_that_row_and_nothing_is_said_twice(language: str) -> None:
    words = IN[language]
    shown = summary(choice(**ALL_MATTER), words).compare
    assert shown is not None
    page = flat("\n".join(comparison.lines(shown, words, 80)))
    for question, row in (("value_home", "where"), ("value_fertility", "later")):
        label = CHOICE.by_id[question].label
        assert label is not None and CHOICE.compare is not None
        (title,) = (one.title.in_language(language) for one in CHOICE.compare.rows if one.id == row)
        said = f"{title}: {words('compare.values')}: {label.in_language(language)}"
        assert said in page
        assert page.count(label.in_language(language)) == 1
