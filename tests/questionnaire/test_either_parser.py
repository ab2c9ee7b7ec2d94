"""PyYAML has a parser in C and one in Python, for where C was not built. Both must read what comes along, alike."""

from pathlib import Path

import pytest
import yaml

from miskraam_cli.library.find_and_read import SHIPPED


def events(file: Path, loader: type[yaml.SafeLoader] | type[yaml.CSafeLoader]) -> list[tuple[object, ...]]:
    """What the reader of questionnaires reads: kinds of events, texts, places."""
    return [
        (
            type(event),
            getattr(event, "value", None),
            bool(getattr(event, "style", None)),
            event.start_mark.line,
            event.start_mark.column,
        )
        for event in yaml.parse(file.read_text(encoding="utf-8"), Loader=loader)
    ]


@pytest.mark.parametrize("name", sorted(str(path.relative_to(SHIPPED)) for path in SHIPPED.rglob("*.yaml")))
def test_a_shipped_file_reads_the_same_by_either_parser(name: str) -> None:
    assert events(SHIPPED / name, yaml.SafeLoader) == events(SHIPPED / name, yaml.CSafeLoader)
