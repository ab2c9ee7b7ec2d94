"""PyYAML has a parser in C and one in Python, for where C was not built. Both must read what comes along, alike."""

from pathlib import Path

import pytest
import yaml

from miskraam_cli.library.read_files import SHIPPED


def events(file: Path, loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader]) -> list[tuple[object, ...]]:
    """What the reader of questionnaires reads: kinds of events, texts, places."""
    found: list[tuple[object, ...]] = []
    for event in yaml.parse(file.read_text(encoding="utf-8"), Loader=loader):
        place = event.start_mark
        assert place is not None
        text, style = getattr(event, "value", None), bool(getattr(event, "style", None))
        found.append((type(event), text, style, place.line, place.column))
    return found


@pytest.mark.parametrize("name", sorted(str(path.relative_to(SHIPPED)) for path in SHIPPED.rglob("*.yaml")))
def test_a_shipped_file_reads_the_same_by_either_parser(name: str) -> None:
    assert events(SHIPPED / name, yaml.SafeLoader) == events(SHIPPED / name, yaml.CSafeLoader)
