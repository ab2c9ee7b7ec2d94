"""A person at a terminal: what she sees, what her keys do, and how she can leave."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.flat_text import flat
from tests.pseudo_terminal import BACK, DOWN, ENTER, STOP, Terminal, terminal

DAY, OUTSIDE = "071 526 28 70", "071 529 95 17"
NONE_OF_THESE = "3"


@dataclass(frozen=True)
class Said:
    """The words of one language that these tests look for."""

    fainting: str
    bleeding: str
    pain: str
    measured: str
    temperature: str
    worried: str
    confirmed: str
    typed: str
    call: str
    fever: str
    faint: str
    longer_ago: str
    fainted_earlier: str
    help: str
    go_on: str
    end: str
    worry: str
    unknown: str
    signs: str
    more: str
    rest: tuple[str, ...]


QUIETLY = (
    ("4", ENTER),  # no painkillers
    ("9", ENTER),  # weeks
    ("1", ENTER),  # waiting
    ("1", ENTER),  # over
    ("gisteren", ENTER),
    ("6", ENTER),  # none of these feelings
    ("1", ENTER),  # no talk now
    ("2", ENTER),  # rather not read about it now
    ("ja", ENTER),  # a question of her own
)

WORDS = {
    "nl": Said(
        fainting="Bent u flauwgevallen, of zag u sterretjes?",
        bleeding="Hoeveel bloed verliest u vandaag?",
        pain="Heeft u pijn in uw onderbuik?",
        measured="Heeft u vandaag uw temperatuur gemeten?",
        temperature="Hoe hoog was uw temperatuur?",
        worried="Bent u ergens ongerust over?",
        confirmed="Is de miskraam vastgesteld met een echo?",
        typed="38,6",
        call="Bel vandaag uw ziekenhuis",
        fever="Uw temperatuur is 38,6",
        faint="U viel flauw of zag sterretjes.",
        longer_ago="langer geleden",
        fainted_earlier="U viel eerder flauw",
        help="Ik zoek nu hulp",
        go_on="Verder met de vragen",
        end="Dit was de laatste vraag",
        worry="Bent u ongerust?",
        unknown="Dit weten we niet:",
        signs="Bel als",
        more="Er is nog meer te lezen.",
        rest=(
            "Welke pijnstillers gebruikt u vandaag?",
            "Hoeveel weken was u zwanger?",
            "past bij u?",
            "Is de miskraam al geweest, denkt u?",
            "Op welke dag was",
            "Herkent u een van deze gevoelens?",
            "Wilt u met iemand praten",
            "Wilt u nu lezen over een volgende zwangerschap?",
            "Wat wilt u zelf vragen of vertellen?",
        ),
    ),
    "en": Said(
        fainting="Have you fainted, or seen stars in front of your eyes?",
        bleeding="How much are you bleeding today?",
        pain="Do you have pain in your lower tummy?",
        measured="Have you taken your temperature today?",
        temperature="What was your temperature?",
        worried="Are you worried about anything?",
        confirmed="Has the miscarriage been confirmed by a scan?",
        typed="38.6",
        call="Call your hospital or your midwife today",
        fever="Your temperature is 38.6",
        faint="You fainted, or saw stars.",
        longer_ago="longer ago",
        fainted_earlier="You fainted earlier",
        help="I will get help now",
        go_on="Go on with the questions",
        end="This was the last question",
        worry="Are you worried?",
        unknown="We do not know:",
        signs="Call if",
        more="There is more to read.",
        rest=(
            "Which painkillers are you taking today?",
            "How many weeks pregnant were you?",
            "fits you?",
            "Do you think the miscarriage has already happened?",
            "What day was",
            "Do you recognise any of these feelings?",
            "Would you like to talk to someone",
            "Would you like to read about another pregnancy now?",
            "What would you like to ask or say?",
        ),
    ),
}


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


AT_TWO = ("--now", "2026-11-24T14:00")  # late in the evening "today" reads "now"


def follow_up(language: str, *more: str) -> tuple[str, ...]:
    return ("follow-up", "--lang", language, "--hospital", "lumc", *AT_TWO, *more)


def calm_until_temperature(shown: Terminal, said: Said) -> None:
    shown.answer(said.fainting, NONE_OF_THESE, ENTER)
    shown.answer(said.bleeding, "1", ENTER)
    shown.answer(said.pain, "1", ENTER)
    shown.answer(said.measured, "1", ENTER)


def quietly_to_the_end(shown: Terminal, said: Said) -> None:
    """What comes after the warning signs, answered so that nothing alarms."""
    for question, keys in zip(said.rest, QUIETLY, strict=True):
        shown.answer(question, *keys)


def test_an_alarm_shows_the_number_before_the_next_question(tmp_path: Path, language: str) -> None:
    said = WORDS[language]
    with terminal(*follow_up(language), folder=tmp_path) as shown:
        calm_until_temperature(shown, said)
        shown.answer(said.temperature, said.typed, ENTER)
        screen = shown.wait_for(said.call, said.fever, DAY, OUTSIDE)
        assert said.worried not in screen
        shown.answer_alert(said.fever, ENTER)
        shown.answer(said.worried, "2", ENTER)
        shown.answer(said.confirmed, "1", ENTER)
        quietly_to_the_end(shown, said)
        shown.answer(said.end, "1", ENTER)
        assert shown.read_to_the_end(said.more) == 0


def test_a_quiet_walk_shows_no_number_until_its_end(tmp_path: Path, language: str) -> None:
    said = WORDS[language]
    with terminal(*follow_up(language), folder=tmp_path) as shown:
        calm_until_temperature(shown, said)
        shown.answer(said.temperature, "37,1", ENTER)
        shown.answer(said.worried, "2", ENTER)
        shown.answer(said.confirmed, "1", ENTER)
        quietly_to_the_end(shown, said)
        shown.wait_for_question(said.end)
        before = shown.everything
        shown.press("1", ENTER)
        assert shown.read_to_the_end(said.more) == 0
    for words in (DAY, OUTSIDE, "112", said.call, said.signs):
        assert words not in before
    for words in (DAY, OUTSIDE, said.worry):
        assert words in shown.everything
    assert said.call not in shown.everything


def test_stopping_shows_what_is_known_and_whom_to_call(tmp_path: Path, language: str) -> None:
    said = WORDS[language]
    with terminal(*follow_up(language), folder=tmp_path) as shown:
        calm_until_temperature(shown, said)
        shown.answer(said.temperature, said.typed, ENTER)
        shown.answer_alert(DAY, ENTER)
        shown.answer(said.worried, STOP)
        assert shown.end() == 4
    assert DAY in shown.screen  # the summary is longer than the screen; whom to call does not scroll away
    after = shown.everything.rpartition(said.worried)[2]
    for words in (said.call, said.fever, said.signs, DAY, OUTSIDE, said.worry):
        assert words in after
    assert "Traceback" not in after


def test_stopping_at_the_first_question_still_shows_whom_to_call(tmp_path: Path, language: str) -> None:
    said = WORDS[language]
    with terminal(*follow_up(language), folder=tmp_path) as shown:
        shown.answer(said.fainting, STOP)
        assert shown.end() == 4
    for words in (said.call, said.signs, DAY, OUTSIDE, said.worry):
        assert words in shown.everything


def test_back_shows_the_earlier_choice_and_enter_keeps_it(tmp_path: Path, language: str) -> None:
    said = WORDS[language]
    with terminal(*follow_up(language), folder=tmp_path) as shown:
        shown.answer(said.fainting, DOWN, DOWN, ENTER)
        shown.answer_alert(said.fainted_earlier, ENTER)
        shown.answer(said.bleeding, BACK)
        shown.wait_for_question(said.fainting)
        assert said.longer_ago in shown.cursor_line
        shown.press(ENTER)
        shown.answer(said.bleeding, STOP)
        assert shown.end() == 4
    after = shown.everything.rpartition(said.bleeding)[2]
    assert said.fainted_earlier in after


def test_back_and_another_answer_undoes_an_alarm(tmp_path: Path, language: str) -> None:
    said = WORDS[language]
    with terminal(*follow_up(language), folder=tmp_path) as shown:
        calm_until_temperature(shown, said)
        shown.answer(said.temperature, said.typed, ENTER)
        shown.answer_alert(said.fever, ENTER)
        shown.answer(said.worried, BACK)
        shown.answer(said.temperature, "\x7f" * len(said.typed), "36,8", ENTER)
        shown.answer(said.worried, "2", ENTER)
        shown.answer(said.confirmed, "1", ENTER)
        quietly_to_the_end(shown, said)
        shown.answer(said.end, "1", ENTER)
        assert shown.read_to_the_end(said.more) == 0
    after = shown.everything.rpartition({"nl": "Uw overzicht", "en": "Your overview"}[language])[2]
    assert DAY in after
    assert said.fever not in after
    assert said.call not in after


def test_what_was_known_before_and_may_not_wait_is_said_before_the_first_question(tmp_path: Path) -> None:
    (tmp_path / "now.json").write_text('{"fainting": "today"}', encoding="utf-8")
    with terminal(
        "follow-up", "--hospital", "lumc", "--answers", "now.json", *AT_TWO, folder=tmp_path
    ) as shown:
        shown.wait_for("112", "Ik zoek nu hulp", "Ctrl-C")
        assert "Hoeveel bloed" not in shown.everything


def test_after_a_faint_the_first_choice_is_to_get_help_and_ends_the_walk(
    tmp_path: Path, language: str
) -> None:
    said = WORDS[language]
    with terminal(*follow_up(language), folder=tmp_path) as shown:
        shown.answer(said.fainting, "1", ENTER)
        shown.wait_for(said.faint, "112", DAY, said.help, said.go_on)
        shown.answer_alert(said.go_on, "1")
        shown.wait_for_cursor_on(f"❯ 1 {said.help}")
        shown.press(ENTER)
        assert shown.end() == 4
    after = shown.everything.rpartition(said.go_on)[2]
    for words in (said.faint, "112", DAY, OUTSIDE, said.worry):
        assert words in after
    assert said.bleeding not in shown.everything


def test_after_a_faint_she_can_go_on(tmp_path: Path, language: str) -> None:
    said = WORDS[language]
    with terminal(*follow_up(language), folder=tmp_path) as shown:
        shown.answer(said.fainting, "1", ENTER)
        shown.answer_alert(said.help, DOWN, DOWN, ENTER)
        shown.wait_for_question(said.bleeding)


@pytest.mark.parametrize("typed", ["386", "100.4", "abc"])
def test_a_temperature_that_cannot_be_right_is_asked_again(tmp_path: Path, typed: str) -> None:
    said = WORDS["nl"]
    with terminal(*follow_up("nl"), folder=tmp_path) as shown:
        calm_until_temperature(shown, said)
        shown.answer(said.temperature, typed, ENTER)
        shown.wait_for("Typ")
        assert said.worried not in shown.everything
        assert DAY not in shown.everything


def test_a_summary_can_be_written_to_a_file(tmp_path: Path) -> None:
    said = WORDS["nl"]
    with terminal(*follow_up("nl", "--output", "mine.txt"), folder=tmp_path) as shown:
        shown.answer(said.fainting, NONE_OF_THESE, ENTER)
        shown.answer(said.bleeding, "1", ENTER)
        shown.answer(said.pain, "1", ENTER)
        shown.answer(said.measured, "3", ENTER)
        shown.answer(said.worried, "3", ENTER)
        shown.answer(said.confirmed, "1", ENTER)
        quietly_to_the_end(shown, said)
        shown.answer(said.end, "1", ENTER)
        assert shown.read_to_the_end(said.more) == 0
    made = flat((tmp_path / "mine.txt").read_text(encoding="utf-8"))
    assert "Uw temperatuur is nog onbekend." in made
    assert "Dit weten we niet: of u ongerust bent." in made
    assert DAY in made
    assert "\x1b" not in made


def test_the_words_fit_a_narrow_screen(tmp_path: Path) -> None:
    said = WORDS["nl"]
    with terminal(*follow_up("nl"), folder=tmp_path, columns=50, rows=20) as shown:
        calm_until_temperature(shown, said)
        shown.answer(said.temperature, "38,6", ENTER)
        shown.wait_for(DAY, OUTSIDE)
        shown.answer_alert(OUTSIDE, ENTER)
        shown.answer(said.worried, "2", ENTER)
