"""`miskraam info`: topics with their sources, words, facts with all that cites them; nothing of anyone's answers."""

import re
from pathlib import Path

import pytest

from miskraam_cli.cli.info import knowledge
from miskraam_cli.questionnaire.coverage import read_rulings
from miskraam_cli.questionnaire.info import Topic
from tests.flat_text import flat
from tests.installed_program import Ran, miskraam

TOPICS = (
    "call", "what", "options", "recovery", "recurrent", "causes", "tests", "health", "medicines", "grief", "leaflets",
)  # fmt: skip
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
    known = knowledge()
    (topic,) = (topic for topic in known.info.topics if topic.id == name)
    assert ran.out.startswith(f"{topic.title.in_language(language)}\n")
    sources = re.findall(r"^    (?:Bron: folder|Source: leaflet) ‘", ran.out, re.MULTILINE)
    assert len(sources) == sum(bool(known.statement(text).facts) for text in topic.say)
    assert ("This is a translation; the Dutch text applies." in flat(ran.out)) is (language == "en")
    assert not re.search(r"[{}]|U rookt|U vapet|Uw BMI|U heeft het", flat(ran.out)), (
        "nobody's answers are known here"
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
    assert "choice: bevinding after_choosing, uitspraak warning_fever" in text
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
    for about in (("causes",), ("S2-WARN-6",)):
        lines = info(tmp_path, "nl", *about, width=width).out.splitlines()
        assert max(map(len, lines)) <= min(width, 76), about


def test_a_list_of_rulings_says_where_it_is_wrong() -> None:
    good = "id\truling\telsewhere\nAMB-01\tSo\t\n"
    assert [ruling.id for ruling in read_rulings("rulings.tsv", good)[0]] == ["AMB-01"]
    for bad in (good + "AMB-01\tAgain\t\n", good + "AMB-02\tToo few\n"):
        _, problems = read_rulings("rulings.tsv", bad)
        assert [(problem.code, problem.place.line) for problem in problems] == [("Q030", 3)]


def test_the_first_topic_is_when_to_call_with_signs_and_numbers(tmp_path: Path) -> None:
    """AMB-138."""
    assert knowledge().info.topics[0].title.nl == "Wanneer u belt"
    for language, said in (
        ("nl", ("bloedverlies", "flauwvallen", "krampen", "38 graden of hoger", "ongerust", "112")),
        ("en", ("bleeding", "fainting", "cramps", "38 degrees or higher", "worried", "112")),
    ):
        shown = flat(info(tmp_path, language, "call").out).casefold()
        assert all(part in shown for part in said), shown
        assert "071 526 28 70" in shown and "071 517 81 78" in shown
        assert "curettage kan" not in shown and "curettage may" not in shown, (
            "AMB-119: nobody knows of a scan"
        )


ASKED = {  # words of questions and summaries, and the topic that each of them finds
    "call": ("koorts", "Bloedverlies", "flauwvallen", "sterretjes", "krampen", "ongerust", "temperatuur", "bellen",
             "fever", "bleeding", "fainting", "cramps", "worried", "temperature", "midwife"),
    "options": ("tabletten", "afwachten", "narcose", "pijnstillers", "naproxen", "verklevingen",
                "tablets", "waiting", "anaesthetic", "painkillers"),
    "recovery": ("menstruatie", "herstel", "vrijen", "period", "recovery"),
    "causes": ("roken", "schildklier", "bloedverdunners", "BMI", "smoking", "thyroid", "blood thinners"),
    "tests": ("uitslag", "chromosoomonderzoek", "geneticus", "results", "chromosome test"),
    "health": ("alcohol", "foliumzuur", "volgende zwangerschap", "folic acid", "next pregnancy"),
    "medicines": ("prednisolon", "PREMI", "medicijnen", "prednisolone", "medicine"),
    "grief": ("verdriet", "schuldgevoel", "praten", "Freya", "partner", "guilt", "talking"),
    "what": ("miskraam", "echo", "vruchtzakje", "miscarriage", "scan", "sac"),
}  # fmt: skip


@pytest.mark.parametrize("topic", ASKED)
def test_a_word_of_the_questions_finds_its_topic(topic: str) -> None:
    """AMB-138, and without starting the program for each."""
    known = knowledge()
    for word in ASKED[topic]:
        found = known.find(word)
        assert isinstance(found, Topic) and found.id == topic, word


def known_words(topic: Topic) -> set[str]:
    """Every other word of a topic, in both languages."""
    return {*topic.also.nl, *topic.also.en} if topic.also else set()


def test_no_word_leads_to_two_topics() -> None:
    topics = knowledge().info.topics
    words = [(word.casefold(), topic.id) for topic in topics for word in known_words(topic)]
    seen: dict[str, str] = {}
    for word, topic in words:
        assert seen.setdefault(word, topic) == topic, word
    assert len(seen) > 200


def test_what_is_not_prescribed_never_stands_without_its_warning() -> None:
    """AMB-123, by fact: who reads it must not stop a doctor's medicine by herself."""
    known = knowledge()
    warned = 0
    for topic in known.info.topics:
        for at, name in enumerate(topic.say):
            facts = set(known.statement(name).facts)
            if facts & {"S1-LIF-6", "S1-RES-6", "S1-MED-3"}:
                warned += 1
                assert topic.say[at + 1] == "do_not_stop", (topic.id, name)
            if "S1-MED-1" in facts:
                assert "S1-APT-1" in facts, "never without the exception (AMB-89)"
    assert warned > 1


BEFORE_IT = re.compile(  # what only a sentence before it could explain
    r"^(Dat|Dit|Die|Deze|Daar|Daarom|Dan|Ook dan|Het heet|Zij|Ze|Hij|Zelf|Hier|Ook daar"
    r"|That|This|These|Those|They|It|So|Then|There)\b(?! (is|are|can be|zijn|kan) (a|no|days|geen|dagen))",
)


def test_every_statement_of_a_topic_names_its_own_subject() -> None:
    """AMB-138: put together, a sentence that begins with "that" reads as if it were about the one before it."""
    known = knowledge()
    for topic in known.info.topics:
        for name in topic.say:
            text = known.statement(name).text
            for spoken in (text.nl, text.en):
                assert not BEFORE_IT.search(" ".join(spoken.split())), (topic.id, name, spoken)
    assert BEFORE_IT.search("Dat heet gebalanceerd.") and BEFORE_IT.search("It is then no longer alive.")


def test_blood_thinners_are_never_said_to_have_no_proof_in_antiphospholipid_syndrome(tmp_path: Path) -> None:
    """A sentence on inherited clotting once stood behind that syndrome, without its subject."""
    for language, doubt, of in (
        ("nl", r"[^.]*bloedverdunners[^.]*weten we[^.]*\.", "erfelijke stollingsafwijking"),
        ("en", r"[^.]*We do not know whether blood thinners[^.]*\.", "inherited clotting disorder"),
    ):
        sentences = re.findall(doubt, flat(info(tmp_path, language, "causes").out))
        assert sentences
        assert all(of in sentence for sentence in sentences)
