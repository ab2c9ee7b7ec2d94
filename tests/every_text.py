"""Every text in a file, wherever it stands."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from miskraam_cli.language import Text
from miskraam_cli.questionnaire.condition.condition import Expression


def texts(node: object) -> Iterator[Text]:
    """Every text below a part of a questionnaire or a directory."""
    if isinstance(node, Text):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from texts(part)
    elif isinstance(node, dict):
        for part in node.values():
            yield from texts(part)
    elif is_dataclass(node) and not isinstance(node, Expression):
        for field in fields(node):
            yield from texts(getattr(node, field.name))
