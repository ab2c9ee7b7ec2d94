"""Help is in one language, whatever draws it."""

from pathlib import Path

import pytest

from tests.installed_program import miskraam

DUTCH = ("Gebruik:", "Opties:", "[variabele: MISKRAAM_LANG]")
ENGLISH = ("Usage:", "Options:", "[env var: MISKRAAM_LANG]")
REQUIRED = {"nl": "[verplicht]", "en": "[required]"}


@pytest.mark.parametrize(
    ("command", "own", "other"),
    [
        (("records", "list"), ("Geef de lijst als JSON.", "met --json JSON."), (".html", "--format")),
        (("records", "export"), ("Schrijf de JSON naar dit bestand.",), (".html", ".pdf")),
        (("records", "open"), (".html", "--format json."), ()),
    ],
)
def test_a_command_promises_no_form_that_it_cannot_write(
    tmp_path: Path, command: tuple[str, ...], own: tuple[str, ...], other: tuple[str, ...]
) -> None:
    text = " ".join(miskraam(*command, "--help", folder=tmp_path).out.split())
    assert all(word in text for word in own)
    assert not any(word in text for word in other)


@pytest.mark.parametrize("command", [(), ("records", "open"), ("resume",)], ids=" ".join)
@pytest.mark.parametrize(("language", "own", "other"), [("nl", DUTCH, ENGLISH), ("en", ENGLISH, DUTCH)])
@pytest.mark.parametrize("columns", ["80", "50"])
def test_every_word_of_help_is_in_the_language_asked_for(
    tmp_path: Path,
    command: tuple[str, ...],
    language: str,
    own: tuple[str, ...],
    other: tuple[str, ...],
    columns: str,
) -> None:
    asked = {"MISKRAAM_LANG": language, "COLUMNS": columns}
    ran = miskraam(*command, "--help", folder=tmp_path, environment=asked)
    text = " ".join(ran.out.split())
    assert ran.code == 0
    assert all(word in text for word in own)
    assert not any(word in text for word in other)
    assert [name for name, word in REQUIRED.items() if word in text] == ([language] if command else [])
