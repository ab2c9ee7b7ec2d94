"""JSON Schema of the files, from the same dataclasses that the decoder reads."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date, time
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from miskraam_cli.language import LANGUAGES, Text
from miskraam_cli.questionnaire.condition.condition import Calculation, Condition
from miskraam_cli.questionnaire.condition.parse import MAX_LENGTH
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.criteria import CriteriaFile
from miskraam_cli.questionnaire.decoder import CITE, ID, keys, required
from miskraam_cli.questionnaire.file_formats import QuestionnaireFile, QuestionsFile, StatementsFile
from miskraam_cli.questionnaire.ids import REFERENCE, VERSION, Cite, Id, Reference, Version, Written
from miskraam_cli.questionnaire.info import InfoFile

KINDS: Mapping[str, type] = {
    "questionnaire": QuestionnaireFile,
    "questions": QuestionsFile,
    "statements": StatementsFile,
    "criteria": CriteriaFile,
    "info": InfoFile,
    "contacts": Directory,
}

_EXPRESSION = {"type": ["string", "number", "boolean"], "maxLength": MAX_LENGTH}
_PLAIN: Mapping[Any, dict[str, Any]] = {
    str: {"type": ["string", "number"]},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    Id: {"type": "string", "pattern": f"^{ID}$"},
    Version: {"type": "string", "pattern": f"^{VERSION}$"},
    Reference: {"type": "string", "pattern": f"^{REFERENCE}$"},
    Written: {"type": ["string", "boolean"]},
    Cite: {"type": "string", "pattern": f"^{CITE}$"},
    date: {"type": "string", "format": "date"},
    time: {"type": "string", "pattern": r"^\d\d:\d\d$"},
    Condition: _EXPRESSION,
    Calculation: _EXPRESSION,
    Text: {
        "type": "object",
        "properties": {language: {"type": "string", "minLength": 1} for language in LANGUAGES},
        "required": list(LANGUAGES),
        "additionalProperties": False,
    },
}


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of one kind of file, a name in `KINDS`."""
    definitions: dict[str, Any] = {}
    root = _of(KINDS[kind], definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": kind,
        **root,
        "$defs": dict(sorted(definitions.items())),
    }


def _of(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    origin, inner = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return _PLAIN[kind]
    if hasattr(kind, "from_node"):
        return {"type": "object"}
    if origin in (Union, UnionType):
        kinds = [_of(part, definitions) for part in inner if part is not type(None)]
        return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return _list(inner, definitions)
    if origin is not None:
        return {"type": "object", "additionalProperties": _of(inner[1], definitions)}
    return _record(kind, definitions)


def _list(inner: tuple[Any, ...], definitions: dict[str, Any]) -> dict[str, Any]:
    item = _of(inner[0], definitions)
    found: dict[str, Any] = {"type": "array", "items": item}
    if inner[-1] is not Ellipsis:
        found |= {"minItems": len(inner), "maxItems": len(inner)}
    return {"anyOf": [item, found]} if inner[0] in (Id, Cite) else found


def _record(kind: type, definitions: dict[str, Any]) -> dict[str, Any]:
    assert is_dataclass(kind)
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        definitions[kind.__name__] = {
            "type": "object",
            "description": (kind.__doc__ or "").split("\n")[0],
            "properties": {field.name: _of(hint, definitions) for field, hint in keys(kind)},
            "required": [field.name for field, _ in keys(kind) if required(field)],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}
