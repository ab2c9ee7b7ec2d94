"""The packages: what is built holds the questionnaires, and runs from a folder of its own."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.installed_program import Ran, clean_environment, miskraam

pytestmark = pytest.mark.service

ROOT = Path(__file__).parents[2]
FILES = {
    "follow-up.yaml",
    "common/questions.yaml",
    "common/statements.yaml",
    "common/contacts.yaml",
    "common/facts.tsv",
    "common/book.yaml",
    "common/interface.yaml",
}


def python(*arguments: str | Path, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run this Python; what fails is shown."""
    done = subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=folder,
        env=clean_environment(**environment),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the source distribution, and the wheel that was made from it."""
    pytest.importorskip("build", reason="the package ‘build’ is not installed")
    pytest.importorskip("hatchling", reason="the package ‘hatchling’ is not installed")
    folder = tmp_path_factory.mktemp("built")
    python("-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed in it, and nothing else of the project."""
    target = tmp_path_factory.mktemp("installed")
    (wheel,) = built.glob("*.whl")
    python(
        "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel, folder=built
    )
    return target


def elsewhere(folder: Path, installed: Path, *arguments: str, stdin: str = "") -> Ran:
    return miskraam(
        *arguments,
        folder=folder,
        stdin=stdin,
        environment={"PYTHONPATH": str(installed)},
        interpreter=(sys.executable, "-m", "miskraam_cli"),
    )


def test_the_source_distribution_holds_the_questionnaires_and_the_tests(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {f"questionnaires/{name}" for name in FILES} <= names
    assert {"pyproject.toml", "README.md", "LICENSE", "tests/tiny_questionnaires.py"} <= names
    assert {"docs/releasing.md", ".ci/run", ".github/workflows/ci.yml", "uv.lock"} <= names


def test_the_wheel_holds_the_questionnaires_and_no_tests(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {f"miskraam_cli/questionnaires/{name}" for name in FILES} <= names
    assert not [name for name in names if name.startswith(("tests/", "questionnaires/"))]


def test_the_wheel_says_that_it_has_types(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert "miskraam_cli/py.typed" in archive.namelist()


def test_the_installed_wheel_is_the_one_that_runs(installed: Path, tmp_path: Path) -> None:
    shown = python(
        "-c", "import miskraam_cli; print(miskraam_cli.__file__)", folder=tmp_path, PYTHONPATH=str(installed)
    )
    assert Path(shown.stdout.strip()).is_relative_to(installed)


def test_the_installed_wheel_names_whom_to_call(installed: Path, tmp_path: Path) -> None:
    ran = elsewhere(tmp_path, installed, "contacts")
    assert (ran.code, ran.err) == (0, "")
    assert "071 526 28 70" in ran.out


def test_the_installed_wheel_draws_a_page(installed: Path, tmp_path: Path) -> None:
    ran = elsewhere(tmp_path, installed, "follow-up", "--answers", "-", "--format", "html", stdin="{}")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("<!DOCTYPE html>")


def test_the_installed_wheel_checks_its_own_questionnaires(installed: Path, tmp_path: Path) -> None:
    assert elsewhere(tmp_path, installed, "author", "lint").code == 0


def test_the_installed_wheel_runs_a_questionnaire(installed: Path, tmp_path: Path) -> None:
    answers = "{temperature_measured: yes, temperature: 38.6}"
    ran = elsewhere(tmp_path, installed, "follow-up", "--answers", "-", "--json", stdin=answers)
    assert ran.json["findings"][0]["id"] == "fever"
