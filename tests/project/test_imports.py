"""Nothing is imported that a command does not use: what is slow to import is paid for at every start."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.installed_program import miskraam

_REPORT = """
import sys
from miskraam_cli.cli.main import run
code = run(sys.argv[1:])
print("\\nmodules:", *sys.modules)
sys.exit(code)
"""

SCREEN = ("rich", "questionary", "prompt_toolkit")
ASKING = ("miskraam_cli.interview", "miskraam_cli.cli.run")
LOADING = ("miskraam_cli.questionnaire.assemble", "miskraam_cli.questionnaire.model", "hashlib")
CONFIGURED = ("tomllib",)
JSON = ("json",)

NEVER = (
    *(
        "numpy",
        "pandas",
        "pydantic",
        "msgspec",
        "attr",
        "jinja2",
        "platformdirs",
        "click",
        "pygments",
        "pyrage",
        "psycopg",
    ),
    *(
        "segno",
        "asyncio",
        "sqlite3",
        "socket",
        "http",
        "email",
        "importlib.metadata",
        "pkg_resources",
        "unittest",
        "pdb",
    ),
)


@dataclass(frozen=True)
class Case:
    """A command line, what is typed into it, and what it must not import."""

    arguments: tuple[str, ...]
    without: tuple[str, ...]
    stdin: str = ""


CASES = (
    Case(("--version",), (*SCREEN, *ASKING, *LOADING, *CONFIGURED, *JSON)),
    Case(("--help",), (*SCREEN, *ASKING, *LOADING, *CONFIGURED, *JSON)),
    Case(("contacts",), (*SCREEN, *ASKING, *LOADING, *CONFIGURED, *JSON)),
    Case(("contacts", "--json"), (*SCREEN, *CONFIGURED)),
    Case(("author", "lint"), (*SCREEN, *CONFIGURED, *JSON)),
    Case(("author", "schema"), (*SCREEN, *CONFIGURED)),
    Case(("follow-up", "--answers", "-"), (*SCREEN, *CONFIGURED, *JSON), "{bleeding: more}"),
    Case(("follow-up", "--answers", "-", "--json"), (*SCREEN, *CONFIGURED), "{bleeding: more}"),
    Case(
        ("follow-up", "--answers", "-", "--format", "terminal"),
        ("questionary", "prompt_toolkit", *CONFIGURED, *JSON),
        "{bleeding: more}",
    ),
    Case(("follow-up", "--lines"), (*SCREEN, *CONFIGURED, *JSON), "1\nstop\n"),
)


def imported(case: Case, folder: Path) -> set[str]:
    """Every module that the command has imported, with the packages that they stand in."""
    ran = miskraam(
        *case.arguments, folder=folder, stdin=case.stdin, interpreter=(sys.executable, "-c", _REPORT)
    )
    assert "\nmodules: " in ran.out, ran.err
    names = ran.out.rpartition("\nmodules: ")[2].split()
    assert "miskraam_cli.cli.commands" in names
    return set(names)


@pytest.mark.parametrize("case", CASES, ids=lambda case: " ".join(case.arguments))
def test_a_command_imports_only_what_it_uses(case: Case, tmp_path: Path) -> None:
    names = imported(case, tmp_path)
    unused = [name for name in case.without if name in names]
    never = [name for name in NEVER if name in names]
    assert not unused + never
