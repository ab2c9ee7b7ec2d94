"""A file that she names: what cannot be meant is asked again in words, and what she typed stands there still."""

from collections.abc import Callable
from pathlib import Path

import pytest

from miskraam_cli.interview.prompt import Answered, Back, Stop
from miskraam_cli.visit.name_file import written_where_she_says
from miskraam_cli.writing import write_file
from tests.interview.simulated_people import typed
from tests.tiny_questionnaires import EN, NL, Script, Step

ENDINGS = (".html", ".txt")


def asked(*steps: Step) -> tuple[Script, Path | None]:
    """She is asked for a name and does this; what she was shown, and the file that was written."""
    person = Script(list(steps))

    def write(path: Path) -> None:
        write_file(path, b"hers")

    return person, written_where_she_says("Naam?", "overzicht.html", ENDINGS, write, person, NL)


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """She is in a folder of her own, with a folder, a file and a link that leads nowhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "there.txt").write_text("precious", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("nowhere.txt")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Typ een naam voor het bestand."),
        ("overzicht.docx", "Een naam op .docx kan hier niet. Kies een naam die eindigt op: .html, .txt."),
        ("overzicht.PDF", "Een naam op .PDF kan hier niet."),
        ("nieuw/overzicht.html", "die map bestaat niet"),
        ("there.txt/overzicht.html", "een deel van de naam is geen map"),
        ("home", "home is een map. Typ er de naam van een bestand achter."),
        ("home/", "home/ is een map."),
        ("nieuw/", "nieuw/ is een map."),
        (".", ". is een map."),
        ("~", "~ is een map."),
        ("~no-such-user/x.html", "die gebruiker is hier niet bekend"),
        ("there.txt", "there.txt is er al. Typ een andere naam."),
        ("link.txt", "link.txt is er al."),
        ("x" * 255 + ".txt", "die naam is te lang"),
        ("x/" * 150, "die naam is te lang"),
    ],
)
def test_a_name_that_cannot_be_meant_is_asked_again_in_words(tmp_path: Path, name: str, said: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    person, path = asked(typed(name))
    first, again = person.prompts
    assert path is None
    assert (first.typed, first.error) == ("overzicht.html", "")
    assert said in again.error
    assert again.typed == name
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "there.txt").read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("overzicht.html", "overzicht.html"),
        ("mijn overzicht.HTML", "mijn overzicht.HTML"),
        ("zonder", "zonder"),
        ("home/x.txt", "home/x.txt"),
        ("~/x.txt", "home/x.txt"),
        ("café ❤.txt", "café ❤.txt"),
        (".verborgen", ".verborgen"),
    ],
)
def test_the_whole_path_of_what_is_written_is_given(tmp_path: Path, name: str, file: str) -> None:
    person, path = asked(typed(name))
    assert path == tmp_path / file
    assert path.read_bytes() == b"hers"
    assert len(person.prompts) == 1


@pytest.mark.parametrize("leaves", [Back, Stop])
def test_going_back_writes_nothing(tmp_path: Path, leaves: Callable[[], Step]) -> None:
    before = sorted(tmp_path.iterdir())
    assert asked(typed("a.docx"), leaves())[1] is None
    assert sorted(tmp_path.iterdir()) == before


def test_she_may_mend_it_as_often_as_she_likes(tmp_path: Path) -> None:
    person, path = asked(*map(typed, ("a.docx", "there.txt", "home", "nieuw/a.txt", "a.txt")))
    assert path == tmp_path / "a.txt"
    assert len({prompt.error for prompt in person.prompts}) == 5


def test_what_the_system_says_is_in_english_too() -> None:
    person = Script([Answered(typed="nieuw/a.txt")])
    written_where_she_says("Name?", "a.txt", ENDINGS, lambda path: write_file(path, b""), person, EN)
    assert "that folder does not exist" in person.prompts[-1].error
