"""The schemas that editors use say the same as the loader: what ships fits them, and a slip does not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from miskraam_cli.library.read_files import SHIPPED
from miskraam_cli.questionnaire.schema import schema

FILES = {
    "follow-up.yaml": "questionnaire",
    "intake.yaml": "questionnaire",
    "choice.yaml": "questionnaire",
    "premi.yaml": "questionnaire",
    "common/criteria.yaml": "criteria",
    "common/info.yaml": "info",
    "common/questions.yaml": "questions",
    "common/statements.yaml": "statements",
    "common/contacts.yaml": "contacts",
}


class Plain(yaml.SafeLoader):
    """YAML as JSON has it: numbers, and true and false, but no dates and no yes or no."""


Plain.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(true|false)$", "tf"),
    ("int", r"^-?\d+$", "-0123456789"),
    ("float", r"^-?\d+\.\d+$", "-0123456789"),
):
    Plain.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def plain(file: str) -> Any:
    """A shipped file as an editor sees it."""
    return yaml.load((SHIPPED / file).read_text(encoding="utf-8"), Loader=Plain)


def accepts(kind: str, found: Any) -> bool:
    """Whether a schema takes a file."""
    return Draft202012Validator(schema(kind)).is_valid(found)


def named_schema(path: Path) -> Path:
    """The schema that the first line of a file names."""
    with path.open(encoding="utf-8") as file:
        first = file.readline()
    named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)\n", first)
    assert named is not None, first
    return path.parent / named[1]


@pytest.mark.parametrize("kind", FILES.values())
def test_a_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize(("file", "kind"), FILES.items())
def test_a_shipped_file_fits_its_schema(file: str, kind: str) -> None:
    found = [error.message for error in Draft202012Validator(schema(kind)).iter_errors(plain(file))]
    assert found == []


@pytest.mark.parametrize("kind", FILES.values())
def test_the_schema_on_disk_is_the_schema_of_the_program(kind: str) -> None:
    text = (SHIPPED / "schema" / f"{kind}.schema.json").read_text(encoding="utf-8")
    assert json.loads(text) == schema(kind)


@pytest.mark.parametrize(("file", "kind"), FILES.items())
def test_a_shipped_file_names_its_schema(file: str, kind: str) -> None:
    named = named_schema(SHIPPED / file)
    assert named.name == f"{kind}.schema.json"
    assert named.is_file()


def test_every_shipped_questionnaire_stands_in_this_table() -> None:
    assert {path.name for path in SHIPPED.glob("*.yaml")} == {file for file in FILES if "/" not in file}


@pytest.mark.parametrize(
    ("file", "kind", "path", "right", "wrong"),
    [
        ("follow-up.yaml", "questionnaire", (), "findings", "finding"),
        ("follow-up.yaml", "questionnaire", ("sections", 0), "questions", "question"),
        ("follow-up.yaml", "questionnaire", ("findings", 0), "level", "levle"),
        ("common/questions.yaml", "questions", ("questions", 0), "text", "txet"),
        ("common/statements.yaml", "statements", ("statements", 0, "text"), "nl", "nll"),
        ("common/contacts.yaml", "contacts", ("contacts", 0), "number", "nummer"),
        ("common/contacts.yaml", "contacts", ("hours",), "opens", "open"),
    ],
)
def test_a_misspelled_key_is_refused(
    file: str, kind: str, path: tuple[str | int, ...], right: str, wrong: str
) -> None:
    found = plain(file)
    assert accepts(kind, found)
    record = found
    for step in path:
        record = record[step]
    record[wrong] = record.pop(right)
    assert not accepts(kind, found)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("findings", 0, "level"), "soon"),
        (("findings", 0, "id"), "Fever"),
        (("findings", 0, "say"), {}),
        (("sections", 0, "title"), "Alles"),
        (("sections", 0, "questions"), "none"),
        (("sections", 0, "questions", 0), {}),
    ],
)
def test_a_value_that_cannot_be_is_refused(path: tuple[str | int, ...], value: Any) -> None:
    found = plain("follow-up.yaml")
    record = found
    for step in path[:-1]:
        record = record[step]
    record[path[-1]] = value
    assert not accepts("questionnaire", found)
