"""Rulings followed by saying nothing: what must not be there is looked for wherever a person could read it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Interview
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.question import Question
from miskraam_cli.renderers import text
from tests.content.follow_up_walks import DIRECTORY, FOLLOW_UP, full, quiet, random_walks, summary
from tests.every_text import texts
from tests.tiny_questionnaires import EN, NL

ROOT = Path(__file__).parents[2]
FILES = [read_files.SHIPPED / "follow-up.yaml", *sorted((read_files.SHIPPED / "common").glob("*.yaml"))]

STRENGTH = re.compile(
    r"\d\s*(mcg|µg|μg|ug|microgram\w*|mg|milligram\w*|gram|tablet\w*|stuks|pill\w*)\b"
    r"|\b(één|twee|drie|vier|one|two|three|four)\s+(tablet\w*|pil\w*)\b"
    r"|\b(per dag|a day|daily|dosis|dosering|dosage)\b",
    re.IGNORECASE,
)
BLOOD = re.compile(
    r"\b(maandverband\w*|inlegkruis\w*|tampon\w*|luier\w*|verbanden?|sanitary|pads?|milliliter|ml|kopje|cupful"
    r"|per uur|an hour|doorweekt|soaked)\b",
    re.IGNORECASE,
)
SILENT = re.compile(  # AMB-60
    r"\b(stink\w*|ruik\w*|geur\w*|vies|smell\w*|odou?r|braken|overgeven|vomit\w*|bewaar\w*|bewaren|potje|keep the"
    r"|bad|baden|zwem\w*|swim\w*|bath\w*|tampon\w*)\b",
    re.IGNORECASE,
)
CRISIS = re.compile(  # AMB-61
    r"zelfmoord|suïcid|suicid|zelfdoding|\b113\b|0800|score|punten|schaal|questionnaire score|depress|angststoornis"
    r"|op een schaal|van 0 tot 10|0 to 10",
    re.IGNORECASE,
)
RULED_OUT = re.compile(  # AMB-62
    r"\b(niet geschikt|ongeschikt|mag niet|kunt u beter|we raden|raden wij|het beste voor u|beter dan"
    r"|contra-?indicat\w*|not suitable|unsuitable|we recommend|better than|best for you|must not)\b",
    re.IGNORECASE,
)
VIOLENCE = re.compile(  # AMB-107
    r"\b(geweld|mishandel\w*|slaat|geslagen|bedreig\w*|dwing\w*|gedwongen|onveilig|bang voor|violence|abuse\w*|hits?"
    r"|threat\w*|forced?|unsafe|afraid of)\b",
    re.IGNORECASE,
)
CHANCE = re.compile(r"\d\s*%|procent|per cent|\b\d+ (op|van) de \d+|\b\d+ (in|out of) \d+\b", re.IGNORECASE)
TERMS = re.compile(r"windei|blighted|missed abort|abortus|abortion|ashermann", re.IGNORECASE)
FOR_CLINICIANS = re.compile(
    r"rhesus|anti-D|masked|gemaskeerd|ectopi\w*|buitenbaarmoeder\w*|ziekenhuisinfectie", re.I
)


def notes() -> set[str]:
    found = {
        name for finding in FOLLOW_UP.findings if finding.audience == "clinician" for name in finding.say
    }
    return {str(name) for name in found}


def of_follow_up() -> list[str]:
    """What a patient can read of follow-up and of whom to call, in both languages."""
    said = {str(name) for finding in FOLLOW_UP.findings for name in finding.say} - notes()
    said |= {FOLLOW_UP.worry.id, "opening"}
    for action in FOLLOW_UP.actions:
        said |= {action.home, action.late, action.kiosk, action.workstation}
    spoken = [
        *texts(tuple(FOLLOW_UP.questions)),
        *texts(tuple(FOLLOW_UP.statements[name] for name in said)),
        *texts(DIRECTORY.contacts),
        FOLLOW_UP.title,
        *(section.title for section in FOLLOW_UP.sections),
    ]
    return [" ".join(part.split()) for found in spoken for part in (found.nl, found.en)]


def for_clinicians() -> list[str]:
    return [
        " ".join(part.split())
        for name in notes()
        for found in texts(FOLLOW_UP.statements[name])
        for part in (found.nl, found.en)
    ]


def pages() -> Iterator[str]:
    """What is drawn for patients: pages of any walk."""
    for walk in (quiet(), full(), full(miso_doses="one", miso_hours=Decimal(25)), *random_walks(150, 17)):
        for words in (NL, EN):
            yield " ".join(text.render(summary(walk, words), words, sources=True).split())


def found(pattern: re.Pattern[str], spoken: list[str]) -> list[str]:
    return [sentence for sentence in spoken if pattern.search(sentence)]


def test_there_is_much_to_look_through() -> None:
    assert len(of_follow_up()) > 250
    assert len(for_clinicians()) > 20


def test_no_strength_and_no_number_of_tablets_anywhere() -> None:
    """AMB-17, AMB-55, AMB-82: the one dose in the leaflet is that of folic acid."""
    folic = {"foliumzuur", "folic acid"}
    for sentence in (*of_follow_up(), *for_clinicians()):
        without = re.sub(r"0[.,]4 mg", "", sentence) if any(name in sentence for name in folic) else sentence
        without = re.sub(r"een tablet foliumzuur|one tablet of folic acid", "", without)
        assert not STRENGTH.search(without), sentence
    for file in FILES:
        for line in file.read_text(encoding="utf-8").splitlines():
            if re.search(r"misoprostol|cytotec|naproxen|paracetamol", line, re.IGNORECASE):
                assert not re.search(r"\d\s*(mcg|µg|μg|ug|mg|microgram)", line, re.IGNORECASE), line


@pytest.mark.parametrize(
    "said", ["400 microgram", "800 mcg", "vier tabletten", "500 mg per dag", "2 tablets"]
)
def test_a_strength_is_recognised(said: str) -> None:
    assert STRENGTH.search(said)


def test_no_measure_of_blood() -> None:
    """AMB-19: the leaflet's words, and her own feeling."""
    assert found(BLOOD, of_follow_up()) == []
    assert {option.id for option in FOLLOW_UP.by_id["bleeding"].choices} == {
        "none",
        "less",
        "like_heavy",
        "more",
    }


def test_smell_vomiting_keeping_anything_bath_and_tampon_are_not_spoken_of() -> None:
    """AMB-60: only by way of worry."""
    assert found(SILENT, of_follow_up()) == []


def test_no_scoring_and_no_crisis_line() -> None:
    """AMB-61, AMB-105: no rule counts feelings for a patient, and no line of our own choice stands there."""
    assert found(CRISIS, of_follow_up()) == []
    for finding in FOLLOW_UP.findings:
        if finding.audience == "patient" and finding.when and "feelings" in finding.when.reads:
            assert finding.id == "guilt"
            assert finding.level == "know"
    assert all("feelings" not in condition.reads for condition in FOLLOW_UP.calculated.values())
    numbers = {contact.display for contact in DIRECTORY.contacts if contact.number}
    assert numbers == {
        "112", "071 526 28 70", "071 529 95 17", "071 517 83 51", "071 517 81 78", "024 645 10 88", "088 126 49 00",
    }  # fmt: skip


def test_no_option_is_ruled_in_or_out() -> None:
    """AMB-62."""
    assert found(RULED_OUT, of_follow_up()) == []
    for other in ("waiting", "misoprostol", "curettage", "not_chosen"):
        shown = {result.finding.id for result in evaluate(quiet(treatment=other))}
        assert ("not_chosen" in shown) is (other == "not_chosen")


def free_texts() -> list[Question]:
    return [question for question in FOLLOW_UP.questions if question.type == "text"]


def test_nothing_reads_the_free_text() -> None:
    """AMB-104: not evaluated, not searched; it says so, it is last, and it may be passed over."""
    (asked,) = free_texts()
    assert FOLLOW_UP.questions[-1] is asked
    assert "declined" in asked.may
    assert "Dit leest iemand pas bij uw afspraak. Hulp nodig? Bel." in asked.text.nl
    assert "Nobody reads this until your appointment. Need help? Call." in asked.text.en
    read: set[str] = set()
    for finding in FOLLOW_UP.findings:
        read.update(finding.when.reads if finding.when else ())
    for question in FOLLOW_UP.questions:
        read.update(question.enable_when.reads if question.enable_when else ())
        read.update(question.doubt.when.reads if question.doubt else ())
    for condition in FOLLOW_UP.calculated.values():
        read.update(condition.reads)
    assert asked.id not in read
    for cry in ("ik wil dood", "ik bloed heel erg, help", "38,6 koorts", "I fainted"):
        assert said(quiet(question=cry)) == said(quiet())
        assert said(full(question=cry)) == said(full())


def said(walk: Interview) -> list[tuple[str, str]]:
    return [(result.finding.id, result.outcome) for result in evaluate(walk)]


def test_violence_and_the_partner_are_never_asked_about() -> None:
    """AMB-107, AMB-67: no question, no help text, no page."""
    assert found(VIOLENCE, of_follow_up()) == []
    asked = [part for question in FOLLOW_UP.questions for part in (question.text.nl, question.text.en)]
    assert not [sentence for sentence in asked if "partner" in sentence.lower()]


def test_no_chance_is_shown_that_nobody_asked_for() -> None:
    """AMB-34, AMB-94: follow-up has no figures of chance for a patient at all."""
    assert found(CHANCE, of_follow_up()) == []


def test_the_terms_that_hurt_are_on_no_patient_screen() -> None:
    """AMB-50, AMB-51."""
    assert found(TERMS, of_follow_up()) == []
    for page in pages():
        assert not TERMS.search(page)


def test_what_is_for_clinicians_stays_there() -> None:
    """AMB-56, AMB-58, AMB-59, AMB-109: rhesus, masked fever, ectopic and new pregnancy are notes only."""
    assert found(FOR_CLINICIANS, of_follow_up()) == []
    assert len(found(FOR_CLINICIANS, for_clinicians())) >= 6
    for page in pages():
        assert not FOR_CLINICIANS.search(page)
        assert "nieuwe zwangerschap mogelijk" not in page.lower()


def test_a_bleed_after_six_weeks_is_not_named() -> None:
    """AMB-16, AMB-78."""
    spoken = FOLLOW_UP.statements["bleeding_returned"].text
    assert not re.search(r"dit is (een|uw) menstruatie|u bent ongesteld|dat is uw", spoken.nl, re.IGNORECASE)
    assert not re.search(r"this is (a|your) period|you have your period", spoken.en, re.IGNORECASE)


def test_everybody_is_spoken_to_as_u() -> None:
    """AMB-49: in every file, the words of the interface too."""
    familiar = re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
    files = [path for path in read_files.SHIPPED.rglob("*.yaml") if path.parent.name != "stories"]
    assert len(files) > 8
    for file in files:
        assert not familiar.search(file.read_text(encoding="utf-8")), file.name
    assert familiar.search("Bel je ziekenhuis.")


def test_s1_is_given_to_no_hospital() -> None:
    """AMB-65."""
    assert FOLLOW_UP.leaflets["S1"].title.nl == "Herhaalde miskramen"
    for language in ("nl", "en"):
        assert not re.search(
            "lumc|alrijne", FOLLOW_UP.leaflets["S1"].title.in_language(language), re.IGNORECASE
        )


def test_safety_names_each_ruling_that_is_followed_by_absence_with_a_test_that_exists() -> None:
    safety = (ROOT / "SAFETY.md").read_text(encoding="utf-8")
    section = safety.partition("## Rulings followed by absence")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (AMB-\d+[^|]*) \| [^|]+ \| `(test_\w+)`", section, re.MULTILINE)
    assert {ruling for names, _ in rows for ruling in re.findall(r"AMB-\d+", names)} >= {
        "AMB-16", "AMB-17", "AMB-19", "AMB-49", "AMB-50", "AMB-51", "AMB-56", "AMB-58", "AMB-60", "AMB-61", "AMB-62",
        "AMB-65", "AMB-94", "AMB-104", "AMB-107", "AMB-109",
    }  # fmt: skip
    here = set(re.findall(r"^def (test_\w+)", Path(__file__).read_text(encoding="utf-8"), re.MULTILINE))
    assert {test for _, test in rows} <= here
