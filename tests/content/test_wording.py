"""How patients are spoken to: no "your miscarriage" before a scan, no blame, nothing that nobody asked for."""

import re
from collections.abc import Iterator

import pytest

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import NonAnswer
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.checks.wording import question_texts
from miskraam_cli.questionnaire.model import Finding
from miskraam_cli.summary.actions_by_hour import what_to_do
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.wording import Wording
from tests.content.follow_up_walks import DIRECTORY, FOLLOW_UP, quiet, random_walks, summary
from tests.tiny_questionnaires import EN, NL, NOON, shipped

HERS = re.compile(r"\b(uw|jouw|your)\s+(\w+\s+)?(miskra\w+|miscarriages?)", re.IGNORECASE)
BABY = re.compile(r"\b(baby|kindje|engeltje|sterrenkind|mother|moeder|mama)\b", re.IGNORECASE)
JUDGES = re.compile(
    r"\b(goed gedaan|klaar|helaas|gelukkig|normaal|gewoon|voldoet|afgewezen|te oud|weefsel|vruchtje|incompleet"
    r"|windei|abortus|mislukt|geen zorgen|well done|unfortunately|fortunately|normal|rejected|tissue|abortion)\b",
    re.IGNORECASE,
)
CAUSE = re.compile(
    r"\b(oorzaak|doordat|komt door|schuld aan|uw schuld|veroorza\w+|gevolg van|the cause|caused?|fault|due to"
    r"|rook\w*|drinkt|gewicht|leeftijd|smok\w+|weight|age)\b",
    re.IGNORECASE,
)
PLACES = ("home", "late", "kiosk", "workstation")
NEXT = frozenset({"S2-NXT-1", "S2-NXT-2", "S2-NXT-3", "S2-NXT-4", "S2-NXT-5", "S2-NXT-6", "S2-NXT-7",
                  "S2-NXT-8", "S2-PHY-4", "S2-PHY-5"})  # fmt: skip
AFTER_A_SCAN = frozenset({"S2-PHY-1", "S2-PHY-2", "S2-PHY-3", "S2-PHY-6", "S2-EXP-1", "S2-EXP-5"}) | NEXT


def patient_texts() -> Iterator[tuple[str, Text]]:
    """Every text that a patient can read, with the place where it stands."""
    for question in FOLLOW_UP.questions:
        yield from ((question.id, text) for text in question_texts(question))
    notes = {
        name for finding in FOLLOW_UP.findings if finding.audience == "clinician" for name in finding.say
    }
    for statement in FOLLOW_UP.statements.values():
        if statement.id not in notes and not statement.note:
            yield from ((statement.id, text) for text in (statement.text, statement.kiosk) if text)


def reasons() -> Iterator[tuple[str, Text]]:
    """Every clause that can stand after "omdat"."""
    for question in FOLLOW_UP.questions:
        clauses = (question.because, question.because_not, *(option.because for option in question.choices))
        yield from ((question.id, clause) for clause in clauses if clause)


ORDERS_AN_HOUR = re.compile(
    r"\b(bel|zeg|vertel|meld)\b[^.?!]*\b(vandaag|morgen|vannacht)\b|\b(call|tell|ring)\b[^.?!]*\b(today|tonight|tomorrow)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", ["follow-up", "intake", "choice"])
def test_only_an_action_says_how_soon(name: str) -> None:
    """An action knows the hour; "call today" in a reason below it is wrong at night, where it says "now"."""
    questionnaire, _ = shipped(name)
    actions = {getattr(action, place) for action in questionnaire.actions for place in PLACES}
    said = {name for finding in questionnaire.findings if not finding.acts for name in finding.say}
    for statement in (questionnaire.statements[name] for name in said - actions):
        for text in (statement.text.nl, statement.text.en):
            assert not ORDERS_AN_HOUR.search(text), (statement.id, text)


def findings_that_need_a_scan() -> list[Finding]:
    return [
        finding
        for finding in FOLLOW_UP.findings
        if finding.audience == "patient"
        and any(AFTER_A_SCAN & set(FOLLOW_UP.statements[name].facts) for name in finding.say)
    ]


def both(text: Text) -> tuple[str, str]:
    return " ".join(text.nl.split()), " ".join(text.en.split())


def test_no_text_speaks_of_her_miscarriage_or_of_a_baby() -> None:
    """No text at all says "uw miskraam", hence none before a scan."""
    texts = list(patient_texts())
    assert len(texts) > 100
    for name, text in texts:
        for spoken in both(text):
            assert not HERS.search(spoken), (name, spoken)
            assert not BABY.search(spoken), (name, spoken)


@pytest.mark.parametrize(
    "word", ["uw miskraam", "your miscarriage", "Uw tweede miskraam", "your early miscarriage"]
)
def test_her_miscarriage_is_recognised(word: str) -> None:
    assert HERS.search(word)


def test_without_a_scan_no_page_speaks_of_recovery_or_of_a_next_pregnancy() -> None:
    gated = {finding.id for finding in findings_that_need_a_scan()}
    assert {"recovery_quick", "recovery_times", "wait_with_sex", "next_pregnancy"} <= gated
    for words in (NL, EN):
        for confirmed in ("no_scan", "no", NonAnswer.UNKNOWN):
            made = summary(quiet(confirmed=confirmed, next_info="yes"), words)
            said = [item for finding in made.findings for item in finding.says]
            assert not [item.id for item in said if AFTER_A_SCAN & set(item.facts)], confirmed
            assert not HERS.search(" ".join(item.text for item in said))


def test_before_a_scan_naproxen_is_not_advised() -> None:
    for confirmed in ("no_scan", "no", NonAnswer.UNKNOWN):
        made = summary(quiet(confirmed=confirmed, pain="bearable", painkillers=("naproxen",)))
        assert "pain_relief" not in {finding.id for finding in made.findings}
        assert "naproxen_unconfirmed" in {finding.id for finding in made.findings}


def test_the_words_that_judge_stand_in_no_text() -> None:
    for name, text in patient_texts():
        for spoken in both(text):
            assert not JUDGES.search(spoken), (name, spoken)


def test_because_names_an_answer_and_never_a_cause() -> None:
    clauses = list(reasons())
    assert len(clauses) > 20
    for name, clause in clauses:
        for spoken in both(clause):
            assert not CAUSE.search(spoken), (name, spoken)


@pytest.mark.parametrize(
    "clause", ["het door uw leeftijd kwam", "u rookt", "dat de oorzaak is", "caused by you"]
)
def test_a_clause_that_names_a_cause_is_recognised(clause: str) -> None:
    assert CAUSE.search(clause)


def test_because_is_said_of_her_own_answers_only() -> None:
    for walk in random_walks(400, 7):
        for finding in summary(walk).findings:
            for reason in finding.because:
                assert reason.question in walk.counted, (finding.id, reason.question)
                assert not isinstance(walk.counted[reason.question], NonAnswer), (finding.id, reason)


def test_a_next_pregnancy_is_spoken_of_only_on_request() -> None:
    gate = {finding.id for finding in FOLLOW_UP.findings for name in finding.say
            if NEXT & set(FOLLOW_UP.statements[name].facts)}  # fmt: skip
    assert gate == {"next_pregnancy", "next_pregnancy_more"}
    for walk in random_walks(2_000, 11):
        shown = {finding.id for finding in summary(walk).findings}
        if walk.counted.get("next_info") != "yes":
            assert not gate & shown, walk.counted
    assert gate <= {finding.id for finding in summary(quiet(next_info="yes")).findings}
    for other in ("not_now", NonAnswer.DECLINED):
        assert not gate & {finding.id for finding in summary(quiet(next_info=other)).findings}


def test_follow_up_asks_nothing_about_lifestyle() -> None:
    asked = " ".join(spoken for question in FOLLOW_UP.questions for spoken in both(question.text)).lower()
    for word in ("rook", "smok", "alcohol", "gewicht", "weight", "foliumzuur", "folic"):
        assert word not in asked


def test_her_feelings_are_named_in_the_words_of_the_leaflet_and_not_measured() -> None:
    (feelings,) = (question for question in FOLLOW_UP.questions if question.id == "feelings")
    assert [option.text.nl for option in feelings.choices] == [
        "Verdriet", "Schuldgevoel", "Ongeloof", "Boosheid", "Een leeg gevoel", "Geen van deze",
    ]  # fmt: skip
    assert {"unknown", "declined"} == set(feelings.may)


def test_someone_she_trusts_comes_before_family_and_partner() -> None:
    (text,) = (text for name, text in patient_texts() if name == "feelings_talk")
    for spoken, words in (
        (text.nl, ("vertrouwt", "familie", "partner")),
        (text.en, ("trust", "family", "partner")),
    ):
        places = [spoken.index(word) for word in words]
        assert places == sorted(places), "AMB-106"


def test_a_way_out_of_every_question_but_one_of_fact() -> None:
    closed = [question.id for question in FOLLOW_UP.questions if question.type != "note" and not question.may]
    assert closed == ["temperature_measured"], "cannot is an honest answer there"


def test_every_question_has_help() -> None:
    assert [question.id for question in FOLLOW_UP.questions if question.help is None] == []


def test_the_walk_praises_nothing_and_shows_no_bar() -> None:
    for key in ("walk.progress", "walk.end"):
        for words in (NL, EN):
            spoken = words(key, position=1, total=9) if key == "walk.progress" else words(key)
            assert not JUDGES.search(spoken)
            assert "%" not in spoken and "█" not in spoken


def test_at_most_one_sentence_speaks_of_sorrow() -> None:
    """No false empathy: the program says it once, at the start."""
    sorrow = re.compile(
        r"verdrietig|gecondoleerd|sterkte|vervelend|spijt|\bsad\b|sorry|condolence", re.IGNORECASE
    )
    found = [name for name, text in patient_texts() if any(sorrow.search(spoken) for spoken in both(text))]
    assert found == ["opening"]


def test_the_alert_in_mid_walk_says_nothing_more_than_the_page() -> None:
    here = Circumstances(DIRECTORY, NL, NOON)
    for alarming in (quiet(fainting="today"), quiet(worried=True)):
        (said,) = what_to_do(evaluate(alarming), Wording(alarming, NL, "home"), here)
        assert not JUDGES.search(said.text)
