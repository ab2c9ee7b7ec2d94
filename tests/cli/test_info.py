"""`miskraam info`: topics with their sources, words, facts with all that cites them; nothing of anyone's answers."""

import re
from pathlib import Path

import pytest

from miskraam_cli.cli.info import knowledge
from miskraam_cli.questionnaire.coverage import read_rulings
from tests.flat_text import flat
from tests.installed_program import Ran, miskraam

TOPICS = ("what", "recurrent", "causes", "tests", "medicines", "grief", "leaflets")
WORDS = {
    "nl": ("windei", "missed abortion", "curettage", "misoprostol", "placebo", "chromosoom", "3D-echo"),
    "en": (
        "blighted ovum",
        "missed abortion",
        "curettage",
        "misoprostol",
        "placebo",
        "chromosome",
        "3D scan",
    ),
}
LANGUAGES = ("nl", "en")


def info(folder: Path, language: str, *about: str, width: int = 80) -> Ran:
    environment = {"COLUMNS": str(width), "LINES": "24"}
    return miskraam("info", *about, "--lang", language, folder=folder, environment=environment)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_name_it_lists_topics_and_words(language: str, tmp_path: Path) -> None:
    ran = info(tmp_path, language)
    assert (ran.code, ran.err) == (0, "")
    for name in TOPICS:
        assert re.search(rf"^  {name} +\w", ran.out, re.MULTILINE)
    for word in WORDS[language]:
        assert word in flat(ran.out)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_has_a_source_under_each_text(name: str, language: str, tmp_path: Path) -> None:
    ran = info(tmp_path, language, name)
    assert (ran.code, ran.err) == (0, "")
    (topic,) = (topic for topic in knowledge().info.topics if topic.id == name)
    assert ran.out.startswith(f"{topic.title.in_language(language)}\n")
    sources = re.findall(r"^    (?:Bron: folder|Source: leaflet) ‘", ran.out, re.MULTILINE)
    assert len(sources) == len([name for name in topic.say if knowledge().statement(name).facts])
    assert ("This is a translation; the Dutch text rules." in flat(ran.out)) is (language == "en")
    assert not re.search(r"[{}]", ran.out), "nobody's answers are known here"


def test_no_topic_speaks_of_what_she_answered(tmp_path: Path) -> None:
    for name in TOPICS:
        assert not re.search(r"U rookt|U vapet|Uw BMI|U heeft het", flat(info(tmp_path, "nl", name).out)), (
            name
        )


def test_a_topic_is_found_by_its_title_and_in_any_case(tmp_path: Path) -> None:
    by_id = info(tmp_path, "nl", "grief").out
    for name in ("Verdriet en steun", "GRIEF", "grief and support"):
        assert info(tmp_path, "nl", name).out == by_id


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_is_explained(language: str, tmp_path: Path) -> None:
    for word in WORDS[language]:
        ran = info(tmp_path, language, word)
        assert ran.code == 0
        assert ran.out.startswith(f"{word}: ")
    added = flat(info(tmp_path, language, WORDS[language][5]).out)
    assert {"nl": "(niet uit de folder)", "en": "(not from the leaflet)"}[language] in added


def test_a_word_is_found_in_either_language(tmp_path: Path) -> None:
    assert info(tmp_path, "nl", "blighted ovum").out == info(tmp_path, "nl", "Windei").out


def test_a_fact_shows_its_place_and_all_that_cites_it(tmp_path: Path) -> None:
    ran = info(tmp_path, "nl", "s2-warn-6")
    assert ran.code == 0
    text = flat(ran.out)
    assert text.startswith(
        "S2-WARN-6: folder ‘Een miskraam in de eerste maanden’, onder ‘Wanneer medische hulp’."
    )
    assert "follow-up: vraag temperature " in f"{text} "
    assert "follow-up: bevinding fever, uitspraak fever" in text
    assert "intake: bevinding warning_list, uitspraak sign_fever" in text
    english = flat(info(tmp_path, "en", "S2-WARN-6").out)
    assert "under ‘Wanneer medische hulp’" in english
    assert "follow-up: finding fever, statement fever" in english


@pytest.mark.parametrize(
    ("fact", "use"),
    [
        ("S2-TEL-2", "contacts: contact lumc_day"),
        ("S1-PRE-5", "premi: criterium premi.age, uitspraak premi_age"),
        ("S2-MIS-10", "choice: vergelijking, rij figure, uitspraak misoprostol_figure"),
        ("S1-DEF-5", "follow-up: begin, uitspraak opening"),
        ("S2-WARN-1", "follow-up: wat nu te doen (call), uitspraak act_call"),
        ("S2-DEF-2", "info: woord ‘windei’"),
        ("S1-EMB-4", "info: onderwerp recurrent, uitspraak no_remedy"),
        ("S2-WARN-8", "intake: slot, uitspraak worry"),
    ],
)
def test_every_kind_of_use_is_named(fact: str, use: str, tmp_path: Path) -> None:
    assert use in flat(info(tmp_path, "nl", fact).out)


def test_every_fact_is_used_somewhere() -> None:
    known = knowledge()
    assert len(known.any.facts) == 215
    assert [fact for fact in known.any.facts if not known.uses(fact)] == []


@pytest.mark.parametrize(
    ("asked", "meant"),
    [("causs", "causes"), ("curetage", "curettage"), ("S2-WRN-6", "S2-WARN-6"), ("placeboo", "placebo")],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_that_is_not_there_has_one_like_it(
    asked: str, meant: str, language: str, tmp_path: Path
) -> None:
    ran = info(tmp_path, language, asked)
    assert (ran.code, ran.out) == (2, "")
    assert f"‘{asked}’" in ran.err
    assert f"‘{meant}’" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("asked", ["qqqqq", "", " ", "{temperature}", "../facts", "ß" * 5_000])
def test_nothing_like_it_is_an_error_in_words(asked: str, tmp_path: Path) -> None:
    ran = info(tmp_path, "nl", asked)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("miskraam: Over ‘")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("width", [40, 60, 200])
def test_lines_fit_the_terminal_and_are_never_wider_than_76(width: int, tmp_path: Path) -> None:
    for about in ((), ("causes",), ("leaflets",), ("S2-WARN-6",), ("windei",)):
        lines = info(tmp_path, "nl", *about, width=width).out.splitlines()
        assert max(map(len, lines)) <= min(width, 76), about


def test_a_list_of_rulings_says_where_it_is_wrong() -> None:
    good = "id\truling\telsewhere\nAMB-01\tSo\t\n"
    assert [ruling.id for ruling in read_rulings("rulings.tsv", good)[0]] == ["AMB-01"]
    for bad in (good + "AMB-01\tAgain\t\n", good + "AMB-02\tToo few\n"):
        _, problems = read_rulings("rulings.tsv", bad)
        assert [(problem.code, problem.place.line) for problem in problems] == [("Q030", 3)]
