"""What the intake's texts say and leave out, by the rulings of November 2026 (AMB-119 to AMB-137)."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from statistics import median

import pytest

from miskraam_cli.cli.info import knowledge
from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.language import Text, Words
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.model import Questionnaire, Statement
from miskraam_cli.renderers import html, text
from tests.content.quiet_intake import INTAKE, intake, page, summary
from tests.every_text import texts
from tests.tiny_questionnaires import EN, NL, shipped

FILES = [path.stem for path in read_files.shipped()]
MEDICINES = frozenset({"S1-LIF-6", "S1-RES-6", "S1-MED-3"})
TABLET, APS = "do_not_stop", "S1-APT-1"

PREGNANT: Mapping[str, Answer] = {"pregnant": True, "weeks": Decimal(6)}
TESTED: Mapping[str, Answer] = {
    "tests_done": ("antiphospholipid", "thyroid", "scan_3d"),
    "antiphospholipid_result": "normal",
    "cause": "none_found",
}
WOMEN: tuple[Mapping[str, Answer], ...] = (
    {"feelings": ("sadness",), "question": "Kan ik nog zwanger worden?"},
    {"hospital": "alrijne", "alcohol": "little", "feelings": ("sadness", "guilt")},
    {"hospital": NonAnswer.UNKNOWN, "age": Decimal(36), "figures": "yes", "partner": "no", "chromosome_plan": "no"},
    {**TESTED, "age": Decimal(37), "figures": "yes", "premi_wish": "yes", "speaks": ("nl",)},
    {**PREGNANT, "feelings": ("fear", "uncertainty"), "question": "Mag ik nu een echo?"},
    {"miscarriages": Decimal(2), "diagnoses": ("thyroid",), "tests_done": ("thyroid",), "talk": "later"},
    {"miscarriages": Decimal(1), "age": Decimal(41), "smoking": "smoke", "figures": "yes"},
    {"folic_acid": False, "alcohol": "more", "unprescribed": True, "family": ("diabetes",)},
    {**TESTED, "antiphospholipid_result": "raised_twice", "cause": "found", "partner_support": True},
    {"signs_now": ("worried",), "family": ("losses",), "chromosome_plan": "considering", "folic_acid": False},
)  # fmt: skip
"""Ten plausible women, as what differs from the quiet one."""

MOST_WORDS = 420

HURTS = re.compile(  # AMB-133
    r"kind[^.?!]*\bin een miskraam eindig|eindigt? in een kind|child[^.?!]*\bend in a miscarriage"
    r"|haalt de zwangerschap weg|hoort bij de natuur|part of nature|geen (landelijke )?organisatie"
    r"|no (national )?organisation|\bvoor mannen is er\b|^for men there\b"
    r"|bloed was (één keer )?verhoogd|blood was raised",
    re.IGNORECASE,
)
ABNORMAL = re.compile(r"\b(\w+)?\W*\b(afwijking(?:en)?)\b", re.IGNORECASE)
AS_HEDGED: tuple[tuple[str, str, str], ...] = (  # AMB-135: the statement, its words in Dutch, in English
    ("chromosome_passes", "kan op een kind overgaan. Dan kan het zijn", "can be passed on"),
    ("chromosome_passes", "niet gezond", "not be healthy"),
    ("uterus", "kan een zwangerschap verstoren", "can disrupt a pregnancy"),
    ("uterus", "Misschien nestelt", "may then not settle"),
    ("aps_effect", "Waarschijnlijk", "probably"),
    ("unprescribed", "We weten niet of", "We do not know whether"),
    ("what_tests_expect", "verstandig", "wise"),
    ("feelings_talk", "praten belangrijk", "talking is important"),
)


def said_to_patients(found: Questionnaire = INTAKE) -> Iterator[Statement]:
    """Every statement that a finding for patients says."""
    names = (name for one in found.findings if one.audience == "patient" for name in one.say)
    return (found.statements[name] for name in dict.fromkeys(names))


def own_texts() -> list[str]:
    """Every text of the intake that a patient reads, in both languages."""
    spoken: list[Text] = [*texts(tuple(INTAKE.questions)), *texts(tuple(said_to_patients()))]
    return [" ".join(part.split()) for one in spoken for part in (one.nl, one.en)]


@pytest.mark.parametrize("name", FILES)
def test_each_finding_about_medicines_ends_with_not_stopping_by_oneself(name: str) -> None:
    """AMB-123, by fact and not by list."""
    questionnaire, _ = shipped(name)
    for finding in questionnaire.findings:
        cited = {fact for said in finding.say for fact in questionnaire.statements[said].facts}
        if cited & MEDICINES:
            assert finding.say[-1] == TABLET, finding.id


def test_each_topic_about_medicines_says_it_too() -> None:
    known = knowledge()
    found = 0
    for topic in known.info.topics:
        about = [n for n, name in enumerate(topic.say) if MEDICINES & set(known.statement(name).facts)]
        if about:
            found += 1
            assert TABLET in topic.say[about[-1] :], topic.id
    assert found > 0


def test_the_facts_about_medicines_are_said_in_the_intake() -> None:
    assert {fact for said in said_to_patients() for fact in said.facts} >= MEDICINES


@pytest.mark.parametrize("name", FILES)
def test_no_proof_for_medicines_is_never_said_without_its_exception(name: str) -> None:
    """AMB-89, AMB-123: antiphospholipid syndrome stands in the same statement."""
    for said in said_to_patients(shipped(name)[0]):
        assert "S1-MED-1" not in said.facts or APS in said.facts, said.id


def test_no_curettage_and_nothing_left_behind_in_the_intake() -> None:
    """AMB-119: nobody asked her whether there was a scan."""
    assert not [said.id for said in said_to_patients() if "S2-WARN-5" in said.facts]
    for words in (NL, EN):
        for answers in ({}, PREGNANT, {"signs_now": ("bleeding", "pain")}):
            assert not re.search("curettage|niet alles|not everything has", page(intake(**answers), words))


@pytest.mark.parametrize("pregnant", [True, NonAnswer.UNKNOWN, NonAnswer.DECLINED])
@pytest.mark.parametrize("alcohol", ["little", "more"])
def test_who_is_or_may_be_pregnant_asks_about_alcohol(alcohol: str, pregnant: Answer) -> None:
    """AMB-120."""
    walk = intake(alcohol=alcohol, pregnant=pregnant)
    for words, asks, advice in (
        (NL, "geen advies over alcohol in een zwangerschap", "weinig of geen alcohol"),
        (EN, "no advice about alcohol in pregnancy", "little or no alcohol"),
    ):
        drawn = " ".join(html.render(summary(walk, words), words).split())
        assert asks in drawn
        assert advice not in drawn
    assert "Alcohol en (mogelijk) zwanger" in page(walk, audience="clinician")


def test_who_is_not_pregnant_reads_the_advice_on_alcohol() -> None:
    assert "weinig of geen alcohol" in page(intake(alcohol="more"))


@pytest.mark.parametrize("answers", [PREGNANT, TESTED, {"pregnant": NonAnswer.UNKNOWN}])
def test_no_3d_scan_is_announced_to_the_pregnant_or_to_who_had_one(answers: Mapping[str, Answer]) -> None:
    """AMB-121."""
    for words in (NL, EN):
        drawn = html.render(summary(intake(**answers), words), words)
        assert not re.search("aparte afspraak|separate appointment", drawn)


def test_the_3d_scan_is_in_the_page_of_who_may_have_one() -> None:
    assert "aparte afspraak" in html.render(summary(intake(), NL), NL)


def test_every_abnormality_is_named_and_every_greater_chance_is_of_something() -> None:
    """AMB-122."""
    for spoken in own_texts():
        for before, word in ABNORMAL.findall(spoken):
            named = before.lower() in ("aangeboren", "zo'n", "n")
            assert named or before.lower().endswith("stollings"), (word, spoken)
        for after in re.findall(r"grotere kans\b(.{0,4})", spoken):
            assert after.startswith(" op"), spoken
        for after in re.findall(r"greater chance\b(.{0,4})", spoken):
            assert after.startswith(" of"), spoken


@pytest.mark.parametrize("gate", ["no", "donor", NonAnswer.DECLINED])
def test_without_the_partner_nobody_is_told_that_there_is_no_reason(gate: Answer) -> None:
    """AMB-122: not told is not no."""
    for words in (NL, EN):
        drawn = html.render(summary(intake(partner=gate, chromosome_plan="no"), words), words)
        assert not re.search("niet aangeboden|not offered", drawn)


@pytest.mark.parametrize(("words", "said"), [(NL, "U bent ongerust."), (EN, "You are worried")])
def test_worry_alone_is_answered_with_worry(words: Words, said: str) -> None:
    """AMB-129."""
    made = summary(intake(signs_now=("worried",)), words)
    (alarm,) = (finding for finding in made.findings if finding.level == "call")
    told = " ".join(one.text for one in alarm.says)
    assert said in told
    assert not re.search("bloed|koorts|pijn|bleed|blood|fever|pain", told)


def test_nobody_reads_the_limit_of_a_study_that_she_did_not_ask_for() -> None:
    """AMB-132."""
    late: dict[str, Answer] = {"pregnant": True, "weeks": Decimal(8)}
    for words in (NL, EN):
        assert not re.search(
            "7 we|PREMI", html.render(summary(intake(**late), words), words).partition("<main")[2]
        )
        asked = {**late, **TESTED, "premi_wish": "yes", "speaks": ("nl",)}
        assert re.search("7 we", page(intake(**asked), words))


def test_the_words_that_hurt_are_in_no_text() -> None:
    """AMB-133."""
    spoken = own_texts()
    assert len(spoken) > 300
    assert not [one for one in spoken if HURTS.search(one)]
    for one in spoken:
        assert one.lower().count("de folder zegt") < 2, one
        assert one.lower().count("the leaflet says") < 2, one


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_because_never_repeats_the_sentence_above_it(words: Words) -> None:
    """AMB-133."""
    compared = 0
    others: tuple[Mapping[str, Answer], ...] = (
        {"signs_now": ("bleeding", "fever")},
        {**PREGNANT, "diagnoses": ("antiphospholipid",)},
        {**PREGNANT, **TESTED, "antiphospholipid_result": "waiting"},
        {"diagnoses": ("thyroid", "diabetes", "uterus", "inherited_clotting", "chromosome")},
    )
    for answers in (*WOMEN, *others):
        for finding in summary(intake(**answers), words).findings:
            if finding.tells_why or finding.level == "know":
                continue
            above = " ".join(said.text for said in finding.says).lower()
            for reason in finding.because:
                clause = re.sub(r"^(u|you) ", "", reason.text.lower())
                compared += 1
                assert clause not in above, finding.id
    assert compared > 5


@pytest.mark.parametrize(("name", "nl", "en"), AS_HEDGED)
def test_it_is_as_certain_as_the_leaflet_and_no_more(name: str, nl: str, en: str) -> None:
    """AMB-135."""
    said = INTAKE.statements[name].text
    assert nl in " ".join(said.nl.split())
    assert en in " ".join(said.en.split())


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_her_page_is_short(words: Words) -> None:
    """AMB-137: what fits her answers; general knowledge is a line that names where it is."""
    counted = [len(text.render(summary(intake(**answers), words), words).split()) for answers in WOMEN]
    assert median(counted) <= MOST_WORDS, counted


def test_general_knowledge_is_named_on_her_page_and_is_there_to_read() -> None:
    """AMB-137: each fact of a topic is told under it in `info`."""
    known = knowledge()
    cited = {
        topic.title.nl: {fact for name in topic.say for fact in known.statement(name).facts}
        for topic in known.info.topics
    }
    read = page(intake())
    topics = [finding for finding in INTAKE.findings if finding.topic]
    assert len(topics) > 4
    for finding in topics:
        assert finding.topic is not None
        assert finding.level == "know"
        told = {fact for name in finding.say for fact in INTAKE.statements[name].facts}
        assert told <= cited[finding.topic.nl], finding.id
        assert finding.topic.nl in read
        assert finding.topic.en in page(intake(), EN)


def test_who_lost_a_pregnancy_finds_support_and_who_has_no_appointment_a_number() -> None:
    """AMB-131, AMB-134."""
    for answers in WOMEN:
        read = page(intake(**answers))
        assert "024 645 10 88" in read
        assert "088 126 49 00" in read
        assert "Neem de tijd die u nodig heeft." in read
        assert "Nog geen afspraak? Bel overdag uw ziekenhuis." in read
        assert "071 5" in read
