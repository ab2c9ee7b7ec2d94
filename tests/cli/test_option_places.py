"""A shared option means the same before the command and behind it; behind it wins."""

from pathlib import Path

import pytest

from tests.installed_program import miskraam

ANSWERS = "{hospital: lumc, fainting: no}"


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("--lang en contacts", "contacts --lang en"),
        ("--lang=en contacts --hospital lumc", "contacts --lang en --hospital lumc"),
        ("--hospital alrijne --lang en contacts --json", "contacts --hospital alrijne --lang en --json"),
        ("--json contacts", "contacts --json"),
        ("--lang en contacts --lang nl", "contacts --lang nl"),
        ("--hospital lumc contacts --hospital alrijne", "contacts --hospital alrijne"),
        ("--lang en check-premi --age 32", "check-premi --age 32 --lang en"),
        ("--lang en author coverage", "author coverage --lang en"),
        ("author --lang en coverage", "author coverage --lang en"),
        ("--lang en author --lang nl coverage", "author coverage --lang nl"),
        ("--lang en records list", "records list --lang en"),
        ("records --lang en list", "records list --lang en"),
        ("--lang en follow-up --help", "follow-up --help --lang en"),
        ("--lang en", "--lang en"),
    ],
)
def test_it_is_the_same_before_and_behind_the_command(tmp_path: Path, before: str, behind: str) -> None:
    moment = {"MISKRAAM_CONFIG": str(tmp_path / "none.toml")}
    (tmp_path / "none.toml").write_text("", encoding="utf-8")
    one, other = (miskraam(*given.split(), folder=tmp_path, environment=moment) for given in (before, behind))
    assert (one.code, one.out, one.err) == (other.code, other.out, other.err)


def test_a_walk_takes_them_too(tmp_path: Path) -> None:
    ran = miskraam("--lang", "en", "--lines", "follow-up", folder=tmp_path, stdin="stop\n")
    assert ran.code == 4
    assert "Which hospital are you with?" in ran.out


def test_a_group_alone_shows_its_help_in_that_language(tmp_path: Path) -> None:
    ran = miskraam("--lang", "en", "records", folder=tmp_path)
    assert ran.code == 2
    assert "Kept records." in ran.err


def test_before_the_command_it_goes_before_the_environment(tmp_path: Path) -> None:
    ran = miskraam("--lang", "en", "contacts", folder=tmp_path, environment={"MISKRAAM_LANG": "nl"})
    assert "People to talk to" in ran.out


@pytest.mark.parametrize(
    "given",
    [
        "--lines contacts",
        "--nope follow-up",
        "--lang",
        "--lang en follow-down",
        "--answers follow-up",
        "--age 32 check-premi",
    ],
)
def test_what_the_command_has_not_is_refused_in_words(tmp_path: Path, given: str) -> None:
    ran = miskraam(*given.split(), folder=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err


def test_an_option_that_is_not_for_every_command_stays_where_it_is(tmp_path: Path) -> None:
    ran = miskraam("--version", "follow-up", folder=tmp_path)
    assert (ran.code, ran.out.split()[0]) == (0, "miskraam")
