"""Exit codes: every way a run can end has one, and a crash never reads as a result."""

import subprocess
from pathlib import Path

import pytest

from miskraam_cli.library import read_files
from tests.installed_program import Ran, clean_environment, miskraam, program
from tests.pseudo_terminal import terminal

ANSWERS = "{temperature_measured: yes, temperature: 38.6}"


def fails_quietly(ran: Ran) -> bool:
    """Whether nothing but words on standard error tells of a failure."""
    return ran.out == "" and ran.err.strip() != "" and "Traceback" not in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("--version",),
        ("--help",),
        ("contacts",),
        ("contacts", "--json", "--lang", "en"),
        ("author", "lint"),
        ("author", "schema"),
        ("follow-up", "--answers", "-"),
        ("follow-up", "--answers", "-", "--json"),
        ("run", str(read_files.SHIPPED / "follow-up.yaml"), "--answers", "-"),
    ],
)
def test_done_is_0(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = miskraam(*arguments, folder=tmp_path, stdin=ANSWERS)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.strip()


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--temprature",), "--temprature"),
        (("follow-up", "--nope"), "--nope"),
        (("nothing-of-the-kind",), "nothing-of-the-kind"),
        (("follow-up", "--answers", "-", "--lang", "fr"), "fr"),
        (("follow-up", "--answers", "-", "--setting", "garden"), "garden"),
        (("follow-up", "--answers", "-", "--hospital", "olvg"), "olvg"),
        (("follow-up", "--answers", "-", "--format", "rtf"), "rtf"),
        (("follow-up", "--answers", "-", "--now", "gisteren"), "gisteren"),
        (("author", "schema", "recipes"), "recipes"),
        (("follow-up", "--output"), "Achter --output ontbreekt iets."),
        (("follow-up", "--json=yes"), "Achter --json hoort niets."),
        (("follow-up", "--lang", "en", "--draft"), "Something is missing after --draft."),
    ],
)
def test_wrong_usage_is_2_and_names_what_is_wrong(
    tmp_path: Path, arguments: tuple[str, ...], named: str
) -> None:
    ran = miskraam(*arguments, folder=tmp_path, stdin=ANSWERS)
    assert ran.code == 2
    assert fails_quietly(ran)
    assert named in ran.err
    assert len(ran.err.splitlines()) <= 2


@pytest.mark.parametrize("arguments", [("follow-up",), (), ("follow-up", "--json")])
def test_with_nobody_to_ask_it_is_2_and_names_answers(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = miskraam(*arguments, folder=tmp_path)
    assert ran.code == 2
    assert fails_quietly(ran)
    assert "--answers" in ran.err
    assert "--lines" in ran.err


def test_a_wrong_answers_file_is_2_with_file_line_and_key(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text('fainting: "no"\ntemprature: 38\n', encoding="utf-8")
    ran = miskraam("follow-up", "--answers", "mine.yaml", folder=tmp_path)
    assert ran.code == 2
    assert fails_quietly(ran)
    assert "mine.yaml:2:1" in ran.err
    assert "temprature" in ran.err
    assert "temperature" in ran.err, "did you mean"


@pytest.mark.parametrize(("key", "value"), [("colour", '"red"'), ("language", "7"), ("language", '"fr"')])
def test_a_wrong_configuration_is_2_and_names_the_key_or_value(tmp_path: Path, key: str, value: str) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f"{key} = {value}\n", encoding="utf-8")
    ran = miskraam("contacts", folder=tmp_path, environment={"MISKRAAM_CONFIG": str(file)})
    assert ran.code == 2
    assert fails_quietly(ran)
    assert key in ran.err or value.strip('"') in ran.err


def test_a_broken_questionnaire_is_5_with_every_place(tmp_path: Path) -> None:
    shipped = (read_files.SHIPPED / "follow-up.yaml").read_text(encoding="utf-8")
    broken = shipped.replace("temperature >= 38\n", "temprature >= 38\n").replace(
        "level: now", "level: soon", 1
    )
    (tmp_path / "broken.yaml").write_text(broken, encoding="utf-8")
    for arguments in (("run", "broken.yaml", "--answers", "-"), ("author", "lint", "broken.yaml")):
        ran = miskraam(*arguments, folder=tmp_path, stdin=ANSWERS)
        assert ran.code == 5
        assert fails_quietly(ran)
        for line, wrong, instead in (
            ("when: temprature", "temprature", "temperature"),
            ("level: soon", "soon", "now"),
        ):
            number = next(index for index, text in enumerate(broken.splitlines(), 1) if line in text)
            (told,) = [text for text in ran.err.splitlines() if text.startswith(f"broken.yaml:{number}:")]
            assert wrong in told
            assert instead in told


@pytest.mark.parametrize(
    "arguments",
    [
        ("run", "missing.yaml", "--answers", "-"),
        ("follow-up", "--answers", "missing.yaml"),
        ("author", "lint", "missing.yaml"),
        ("follow-up", "--answers", "-", "--output", "missing.yaml/summary.txt"),
    ],
)
def test_a_file_out_of_reach_is_6_and_named(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = miskraam(*arguments, folder=tmp_path, stdin=ANSWERS)
    assert ran.code == 6
    assert fails_quietly(ran)
    assert "missing.yaml" in ran.err


@pytest.mark.parametrize("broken", ["yaml", "typer"])
@pytest.mark.parametrize(
    "arguments", [("follow-up", "--answers", "-", "--json"), ("contacts",), ("author", "lint")]
)
def test_a_fault_of_ours_is_70_and_shows_no_traceback(
    tmp_path: Path, broken: str, arguments: tuple[str, ...]
) -> None:
    (tmp_path / f"{broken}.py").write_text("raise RuntimeError('broken on purpose')\n", encoding="utf-8")
    ran = miskraam(*arguments, folder=tmp_path, stdin=ANSWERS, environment={"PYTHONPATH": str(tmp_path)})
    assert ran.code == 70
    assert fails_quietly(ran)
    debugged = miskraam(
        *arguments, "--debug", folder=tmp_path, stdin=ANSWERS, environment={"PYTHONPATH": str(tmp_path)}
    )
    assert debugged.code == 70
    assert "Traceback" in debugged.err
    assert "broken on purpose" in debugged.err


@pytest.mark.parametrize(
    "arguments", [("contacts",), ("--help",), ("follow-up", "--answers", "-"), ("author", "schema")]
)
def test_a_closed_pipe_ends_silently(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    running = subprocess.Popen(
        [program(), *arguments],
        cwd=tmp_path,
        env=clean_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout and running.stdin and running.stderr
    running.stdout.close()
    running.stdin.write(ANSWERS.encode())
    running.stdin.close()
    told = running.stderr.read()
    running.stderr.close()
    assert running.wait(timeout=20) == 0
    assert told == b""


@pytest.mark.parametrize(
    ("language", "wrong_flag", "nobody", "out_of_reach"),
    [
        ("nl", "bestaat niet", "Geef", "is niet te lezen"),
        ("en", "does not exist", "Give", "cannot be read"),
    ],
)
def test_errors_are_in_the_language_asked_for(
    tmp_path: Path, language: str, wrong_flag: str, nobody: str, out_of_reach: str
) -> None:
    for said, arguments in (
        (wrong_flag, ("follow-up", "--nope")),
        (nobody, ("follow-up",)),
        (out_of_reach, ("follow-up", "--answers", "missing.yaml")),
    ):
        by_flag = miskraam(*arguments, "--lang", language, folder=tmp_path)
        by_environment = miskraam(*arguments, folder=tmp_path, environment={"MISKRAAM_LANG": language})
        assert said in by_flag.err
        assert by_environment.err == by_flag.err


def test_errors_are_in_the_language_of_the_configuration(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('language = "en"\n', encoding="utf-8")
    ran = miskraam(
        "follow-up", "--answers", "missing.yaml", folder=tmp_path, environment={"MISKRAAM_CONFIG": str(file)}
    )
    assert ran.code == 6
    assert "cannot be read" in ran.err


@pytest.mark.parametrize("columns", [80, 50])
def test_in_a_terminal_an_error_breaks_between_words_and_an_option_stays_whole(
    tmp_path: Path, columns: int
) -> None:
    named = "een-lange-map/een-lange-naam.yaml"
    for arguments, word in (
        (("resume", "mine.txt"), "--answers"),
        (("author", "lint", named), named),
        (("follow-up", "--now", "eergisteren"), "2026-11-22T10:00."),
    ):
        (tmp_path / "mine.txt").write_text("hello", encoding="utf-8")
        piped = miskraam(*arguments, folder=tmp_path).err
        with terminal(*arguments, folder=tmp_path, columns=columns) as shown:
            assert shown.end() in (2, 6)
            lines = shown.screen.splitlines()
        assert len(piped.splitlines()) == 1
        assert len(lines) > 1
        assert " ".join(lines).split() == piped.split(), "every word is whole, and none is lost"
        assert any(word in line.split() for line in lines)
