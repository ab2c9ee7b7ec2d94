"""How far the content covers facts and rulings, as lines of text."""

from collections.abc import Iterator

from miskraam_cli.language import Words
from miskraam_cli.questionnaire.coverage import Coverage


def coverage_lines(found: Coverage, words: Words) -> Iterator[str]:
    """Facts by module and priority, then statements, then rulings; what is missing by name."""
    yield words("coverage.facts")
    for row in found.rows:
        cited = row.count - len(row.missing)
        line = f"  {row.module:<9} {row.priority}  {cited:>3} / {row.count}"
        yield f"{line}  {words('coverage.missing', names=', '.join(row.missing))}" if row.missing else line
    yield words("coverage.statements", count=found.statements)
    yield words("coverage.rulings", cited=found.cited, count=found.rulings)
    for how, names in found.elsewhere.items():
        yield f"  {words(f'coverage.{how}', names=', '.join(names))}"
    if found.missing:
        yield f"  {words('coverage.missing', names=', '.join(found.missing))}"
