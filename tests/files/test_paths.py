"""Paths that cannot be meant or reached are told in words, wherever one is named: 2 or 6, never 70."""

import os
from pathlib import Path

import pytest
import typer

from miskraam_cli.cli import configuration
from miskraam_cli.cli.asked_language import language_of
from miskraam_cli.cli.failures import explain
from miskraam_cli.errors import MiskraamError, WrongInputError
from miskraam_cli.library import read_files
from miskraam_cli.named_path import named
from miskraam_cli.records import spool
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.records.store import open_store
from miskraam_cli.visit.name_file import written_where_she_says
from miskraam_cli.writing import write_file
from tests.installed_program import Ran, miskraam, program
from tests.interview.simulated_people import typed
from tests.tiny_questionnaires import NL, Script

ANSWERS = "{temperature_measured: yes, temperature: 38.6}"
LONG = "x" * 300
REFUSED = (
    ("~no-such-user/x.txt", "die gebruiker is hier niet bekend"),
    ("", "er staat geen naam"),
    ("loop", "de verwijzingen draaien in een kring"),
    ("loop/x.txt", "de verwijzingen draaien in een kring"),
    ("folder", "dat is een map"),
    (LONG, "die naam is te lang"),
    ("file.txt/x.txt", "een deel van de naam is geen map"),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what can be in the way."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_text("precious", encoding="utf-8")
    (tmp_path / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    return tmp_path


def told(ran: Ran, said: str) -> bool:
    """Whether a run failed in these words, and in nothing else."""
    return ran.code in (2, 6) and said in ran.err and "Traceback" not in ran.err and ran.out == ""


@pytest.mark.parametrize(("name", "said"), REFUSED)
def test_an_option_that_names_a_path_tells_why_it_cannot(folder: Path, name: str, said: str) -> None:
    answered = ("follow-up", "--answers", "answers.yaml", "--format", "text")
    assert told(miskraam(*answered, "--output", name, folder=folder), said)
    assert told(miskraam("follow-up", "--answers", name, folder=folder), said)
    assert told(miskraam("resume", "--lines", name or "''", folder=folder), said if name else "bestaat niet")
    if name:
        contacts = miskraam("contacts", folder=folder, environment={"MISKRAAM_CONFIG": name})
        assert told(contacts, said)
        assert miskraam("--help", folder=folder, environment={"MISKRAAM_CONFIG": name}).code == 0
    assert (folder / "file.txt").read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(("name", "said"), REFUSED)
def test_reading_any_file_tells_why_it_cannot(name: str, said: str) -> None:
    with pytest.raises(MiskraamError) as failed:
        read_files.read(named(name))
    assert said in "".join(explain(failed.value, ())[1])


@pytest.mark.parametrize("name", ["nul\0.txt", "half \ud800.txt"])
def test_a_name_that_no_file_can_have_is_told(name: str) -> None:
    with pytest.raises(WrongInputError) as failed:
        named(name)
    assert failed.value.values["reason"] == "no_such_name"


def test_a_tilde_is_her_home_and_a_file_that_begins_with_one_is_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(folder / "folder"))
    (folder / "~$x.txt").write_text("mine", encoding="utf-8")
    assert named("~/x.txt") == folder / "folder" / "x.txt"
    assert named("~$x.txt") == Path("~$x.txt")
    assert named("x~y.txt") == Path("x~y.txt")


def test_the_end_menu_asks_the_name_again_where_her_folder_is_gone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    person = Script([typed("a.txt"), typed("~no-such-user/a.txt"), typed(str(folder / "a.txt"))])
    path = written_where_she_says(
        "Naam?", "a.txt", (".txt",), lambda file: write_file(file, b"hers"), person, NL
    )
    assert path == folder / "a.txt"
    assert path.read_bytes() == b"hers"
    assert len({prompt.error for prompt in person.prompts}) == 3


@pytest.mark.parametrize("error", [PermissionError(13, "no"), OSError(40, "loop"), OSError(5, "io")])
def test_a_folder_of_configurations_that_may_not_be_entered_is_told_and_help_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    monkeypatch.delenv("MISKRAAM_CONFIG", raising=False)
    monkeypatch.setattr(typer, "get_app_dir", lambda _: str(folder / "shut"))
    for name in ("stat", "lstat", "open", "is_fifo"):
        real = getattr(Path, name)

        def refused(path: Path, *more: object, real: object = real, **named: object) -> object:
            if "shut" in path.parts:
                raise error
            return real(path, *more, **named)  # type: ignore[operator]

        monkeypatch.setattr(Path, name, refused)
    with pytest.raises(WrongInputError) as failed:
        configuration.load()
    assert failed.value.key == "error.cannot_read"
    assert language_of(()) == "nl"


@pytest.mark.parametrize(
    "line",
    [
        'folder = "a\\u0000b"',
        'identity = "\\u0000"',
        'database = "x\\u0000"',
        'device = "\\u0000"',
        'recipients = ["\\u0000"]',
        'identity = "~no-such-user/identity.age"',
        'folder = "~no-such-user"',
    ],
)
def test_a_configured_path_that_can_be_none_is_told(folder: Path, line: str) -> None:
    (folder / "config.toml").write_text(f"[records]\n{line}\n", encoding="utf-8")
    ran = miskraam("records", "list", folder=folder, environment={"MISKRAAM_CONFIG": "config.toml"})
    assert ran.code == 2
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "loop", "under a file"])
@pytest.mark.parametrize("create", [True, False])
def test_a_database_that_is_no_file_is_told_and_stays_as_it_is(folder: Path, kind: str, create: bool) -> None:
    os.mkfifo(folder / "pipe", 0o644)
    (folder / "device").symlink_to("/dev/null")
    mode = Path("/dev/null").stat().st_mode
    database = "file.txt/records.sqlite" if kind == "under a file" else kind
    with (
        pytest.raises(MiskraamError) as failed,
        open_store(RecordSettings(folder, database=database), create=create),
    ):
        pass
    assert failed.value.exit_code == 6
    assert Path("/dev/null").stat().st_mode == mode
    assert (folder / "pipe").is_fifo()


def test_what_waits_and_is_no_file_holds_up_nothing(folder: Path) -> None:
    (folder / "spool" / "a.json").mkdir(parents=True)
    os.mkfifo(folder / "spool" / "b.json")
    (folder / "spool" / "c.json").symlink_to("c.json")
    with open_store(RecordSettings(folder), create=True) as store:
        assert len(spool.deliver(folder / "spool", store, 30)) == 3


@pytest.mark.parametrize(
    "arguments",
    [("--help",), ("contacts",), ("author", "lint"), ("follow-up", "--answers", "-", "--json")],
)
def test_a_working_directory_that_is_gone_is_no_reason_to_fail(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    gone = folder / "gone"
    gone.mkdir()
    ran = miskraam(
        "-c", 'rmdir "$0"; exec "$@"', gone, program(), *arguments,
        folder=gone, stdin=ANSWERS, interpreter=("sh",),
    )  # fmt: skip
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("name", [b"map\xe9", b"\xff\xfe", b"a\xc3", "🤰 map".encode()])
def test_a_draft_in_any_folder_is_kept_and_gone_on_with(folder: Path, name: bytes) -> None:
    inside = folder / os.fsdecode(name)
    inside.mkdir()
    shipped = (read_files.SHIPPED / "follow-up.yaml").read_text(encoding="utf-8")
    (inside / "own.yaml").write_text(shipped, encoding="utf-8")
    begun = miskraam("run", "own.yaml", "--lines", "--draft", "mine.txt", folder=inside, stdin="1\n")
    assert (begun.code, begun.err) == (4, "")
    resumed = miskraam("resume", inside / "mine.txt", "--lines", folder=folder, stdin="")
    assert resumed.code == 4
    assert "Welkom terug" in resumed.out
    assert "vraag 2 " in resumed.out


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom"])
def test_a_device_without_an_end_is_not_read_to_it(device: str) -> None:
    with pytest.raises(MiskraamError) as failed:
        read_files.read(Path(device))
    assert failed.value.key == "error.too_large"
