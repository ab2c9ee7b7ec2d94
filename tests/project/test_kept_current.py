"""What is written in two places says the same: the Pythons that are tried, the tasks that are named."""

import re
import tomllib
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pyproject() -> dict[str, Any]:
    return tomllib.loads(read("pyproject.toml"))


def pythons() -> list[str]:
    """The Pythons that the classifiers name, in order."""
    found = (re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", name) for name in classifiers())
    return [match[1] for match in found if match]


def classifiers() -> list[str]:
    return list(pyproject()["project"]["classifiers"])


def test_the_oldest_python_that_is_named_is_the_oldest_that_is_required() -> None:
    assert pyproject()["project"]["requires-python"] == f">={pythons()[0]}"
    assert pyproject()["tool"]["mypy"]["python_version"] == pythons()[0]
    assert pyproject()["tool"]["ruff"]["target-version"] == f"py{pythons()[0].replace('.', '')}"


def test_the_workflow_tries_each_python_that_is_named() -> None:
    jobs = yaml.safe_load(read(".github/workflows/ci.yml"))["jobs"]
    assert jobs["wheel"]["strategy"]["matrix"]["python"] == pythons()
    assert jobs["all"]["steps"][-1] == {"run": ".ci/run"}


def test_the_readme_names_each_python_that_is_tried() -> None:
    tried = read("README.md").partition("### Not tried")[2].partition("\n## ")[0]
    assert [name for name in pythons() if not re.search(rf"\b{re.escape(name)}\b", tried)] == []


def test_every_task_that_is_named_exists_and_every_task_is_named() -> None:
    tasks = set(pyproject()["tool"]["poe"]["tasks"])
    named = set(re.findall(r"`poe (\w+)`", read("CONTRIBUTING.md") + read("docs/releasing.md")))
    assert named == tasks
    scripts = "".join(read(name) for name in (".ci/run", ".ci/try_wheel", ".github/workflows/ci.yml"))
    used = set(re.findall(r"^[^#\n]*\bpoe (?:-e simple )?(\w+)", scripts, re.MULTILINE))
    assert {"quick", "lint"} <= used <= tasks


def test_the_folders_of_the_quick_tests_exist() -> None:
    folders = pyproject()["tool"]["poe"]["tasks"]["quick"]["cmd"].split()[1:]
    assert folders
    assert [name for name in folders if not (ROOT / name).is_dir()] == []


def test_every_version_that_the_changelog_names_has_its_day_and_the_newest_is_this_one() -> None:
    headings = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", heading) for heading in headings[1:])
    assert f'__version__ = "{headings[1][1:].partition("]")[0]}"' in read("miskraam_cli/__init__.py")
