"""What README.md, SAFETY.md and .ci/run say is so: commands exist, output is real, lists are whole."""

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import pytest

from miskraam_cli.cli import configuration
from miskraam_cli.cli.commands import command
from miskraam_cli.questionnaire.yaml_nodes import ListNode, MappingNode, Node, ScalarNode
from miskraam_cli.questionnaire.yaml_nodes import read as read_yaml
from tests.installed_program import miskraam

ROOT = Path(__file__).parents[2]
SETUP = "python3 -m venv .venv && .venv/bin/pip install -q "


def blocks(language: str) -> list[str]:
    """The fenced blocks of the README in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", read("README.md"), re.DOTALL | re.MULTILINE)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def lines() -> list[str]:
    """The lines of the README that a person is to type."""
    return [line for block in blocks("sh") for line in block.splitlines()]


def miskraam_words() -> list[list[str]]:
    """The words after every `miskraam` that the README tells to type, in a block or in the text."""
    inline = re.findall(r"`([^`\n]*\bmiskraam\b[^`\n]*)`", read("README.md"))
    typed = [part for line in (*lines(), *inline) for part in re.split(r"&&|\|", line)]
    found = [shlex.split(part.replace("[", "").replace("]", "")) for part in typed]
    return [
        words[index + 1 :]
        for words in found
        for index, word in enumerate(words)
        if word in ("miskraam", ".venv/bin/miskraam") and words[:index] in ([], ["uv", "run"])
    ]


def piped(folder: Path, *more: str) -> str:
    """What the README's piped line gives, on a working day at noon."""
    (line,) = (line for line in lines() if line.startswith("echo "))
    echo, run = line.split(" | ")
    noon = ("--now", "2026-11-24T12:00")
    ran = miskraam(*shlex.split(run)[1:], *noon, *more, folder=folder, stdin=shlex.split(echo)[1])
    assert ran.code == 0, ran.err
    return ran.out


def shown_in(shown: str, output: str) -> None:
    """Each run of lines between `[…]` stands in the output, in this order."""
    position = 0
    for part in shown.split("[…]\n"):
        found = output.find(part, position)
        assert found >= 0, f"the program does not print:\n{part}"
        position = found + len(part)


def test_the_lines_for_a_bare_machine_stand_in_the_readme() -> None:
    assert f"{SETUP}. && .venv/bin/miskraam follow-up" in lines()
    assert f"{SETUP}-e '.[test]' && .venv/bin/pytest" in lines()


def test_ci_runs_the_test_line_of_the_readme() -> None:
    (test_line,) = (line for line in lines() if line.endswith("pytest"))
    assert test_line in [line.strip() for line in read(".ci/run").splitlines()]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100


def test_every_command_and_option_in_the_readme_exists() -> None:
    typed = miskraam_words()
    assert ["follow-up"] in typed
    for words in typed:
        known: Any = command()
        for word in words:
            if word.startswith("--"):
                names = {name for item in known.params for name in item.opts}
                assert word in names | {"--help"}, words
            elif word in getattr(known, "commands", {}):
                known = known.commands[word]
            else:  # the value of an option, or the name of a file
                assert known is not command(), words


def test_every_command_stands_in_the_readme() -> None:
    typed = miskraam_words()
    for name, found in command().commands.items():
        below = getattr(found, "commands", {None: found})
        for part in below:
            wanted = [name] if part is None else [name, part]
            assert any(words[: len(wanted)] == wanted for words in typed), wanted


def test_the_output_in_the_readme_is_what_the_program_prints(tmp_path: Path) -> None:
    text, record, document = blocks("text")
    shown_in(text, piped(tmp_path))
    shown_in(record, piped(tmp_path, "--for", "clinician"))
    shown_in(document, piped(tmp_path, "--json"))


def test_the_configuration_in_the_readme_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = blocks("toml")
    file = tmp_path / "config.toml"
    file.write_text(example, encoding="utf-8")
    monkeypatch.setenv("MISKRAAM_CONFIG", str(file))
    loaded = configuration.load()
    assert loaded.hospital == "lumc"
    assert loaded.confirmed.numbers is not None
    assert loaded.confirmed.hours is not None
    assert loaded.confirmed.own_hours is not None


def test_every_addition_stands_in_safety() -> None:
    """Every `addition:` of the questionnaires awaits sign-off in SAFETY.md, under its id and its file."""
    added = [
        (name, str(path.relative_to(ROOT)))
        for path in (ROOT / "questionnaires").rglob("*.yaml")
        for name in additions(read_yaml(path.name, path.read_text(encoding="utf-8"))[0])
    ]
    listed = re.findall(r"^\| `(\w+)` \| (\S+\.yaml) \|.* AMB-.*\|$", read("SAFETY.md"), re.MULTILINE)
    assert added
    assert sorted(listed) == sorted(added)


def additions(node: Node | None) -> list[str]:
    """The id of every mapping below `node` that is marked as an addition."""
    if isinstance(node, ListNode):
        return [name for item in node.items for name in additions(item)]
    if not isinstance(node, MappingNode):
        return []
    below = [name for _, value in node.entries for name in additions(value)]
    values = {key.text: value for key, value in node.entries}
    own = values.get("id")
    return [own.text, *below] if "addition" in values and isinstance(own, ScalarNode) else below


def test_every_folder_of_tests_stands_in_their_map() -> None:
    folders = {file.parent.name for file in (ROOT / "tests").glob("*/__init__.py")}
    named = re.findall(r"`(\w+)/`", read("tests/README.md").partition("\n\n`library/`")[0])
    assert sorted(named) == sorted(folders)


def test_every_dependency_has_its_reason_and_is_locked() -> None:
    project = tomllib.loads(read("pyproject.toml"))["project"]
    optional = [name for names in project["optional-dependencies"].values() for name in names]
    locked = {package["name"] for package in tomllib.loads(read("uv.lock"))["package"]}
    reasons = read("CONTRIBUTING.md").partition("## Dependencies")[2]
    for requirement in (*project["dependencies"], *optional):
        name = re.split(r"[^\w-]", requirement)[0]
        assert re.search(rf"^\| .*\b{name}\b.* \| .+ \|$", reasons, re.MULTILINE), name
        assert name.lower() in locked, f"{name} is not in uv.lock; run uv lock"


def test_the_lock_file_names_only_the_public_index() -> None:
    hosts = set(re.findall(r"https?://([^/\"]+)", read("uv.lock")))
    assert hosts == {"pypi.org", "files.pythonhosted.org"}
    assert "file:" not in read("uv.lock")
