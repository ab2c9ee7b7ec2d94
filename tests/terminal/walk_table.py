"""The table of walks. The answers were written by hand; both presenters must come to them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from miskraam_cli.interview.state import NonAnswer
from tests.terminal.walk_steps import (
    Choose,
    Enter,
    EnterOnNothing,
    GoBack,
    GoOn,
    Hear,
    Help,
    Look,
    Quit,
    Step,
    Tick,
    Type,
)

YES, NO = Choose(1), Choose(2)
UNKNOWN, DECLINED = NonAnswer.UNKNOWN, NonAnswer.DECLINED


@dataclass(frozen=True)
class Row:
    """One walk: of which questionnaire, what is done, what it comes to, and words that must have been seen."""

    name: str
    questionnaire: str
    steps: tuple[Step, ...]
    answers: dict[str, object]
    seen: tuple[str, ...] = ()
    done: bool = True


def row(name: str, kind: str, steps: list[Step], q: object, *seen: str) -> Row:
    """A walk to the end: yes, these steps for the question q, no, and on at the end."""
    return Row(name, kind, (YES, *steps, NO, GoOn()), {"first": True, "q": q, "last": False}, seen)


ASK_3 = "Weet u het niet? Kies 3."
WHAT_A_TERMINAL_SAYS = [
    Hear(said)
    for said in (
        *("\x1b]11;rgb:1e1e/1e1e/1e1e\x07", "\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\", "\x1bP>|xterm(390)\x1b\\"),
        *("\x1b_Gi=1;OK\x1b\\", "\x1b[?62;1;2c", "\x1b[1;1R", "\x1b[57441;1u", "\x1b[<0;1;1M", "\x1b[2;3~"),
        *(f"\x1b[{';' * 500}m", "\x1b[1;3B", "\x1b2", "\x1b[49;1:3u"),
    )
]
PROGRESS = "Vraag 2 van ongeveer 3"
ROWS = (
    row("yes", "boolean", [YES], True, PROGRESS, "Alles", "q: Ja"),
    row("no", "boolean", [NO], False, "q: Nee"),
    row("do not know", "boolean", [Choose(3)], UNKNOWN, "q: Weet ik niet"),
    row("help and then yes", "boolean", [Help(), YES], True, "Dit is uitleg."),
    row("help twice", "boolean", [Help(), Help(), NO], False),
    row("a choice", "choice", [Choose(2)], "blue", "red", "green"),
    row("would rather not say", "choice", [Choose(4)], DECLINED, "Zeg ik liever niet"),
    row("Enter on nothing asks, twice", "boolean", [EnterOnNothing(), EnterOnNothing(), NO], False, ASK_3),
    row("Enter on nothing where nothing is unknown", "choice", [EnterOnNothing(), Choose(1)], "red"),
    row("what the terminal says answers nothing", "boolean", [*WHAT_A_TERMINAL_SAYS, NO], False),
    row("what the terminal says ticks nothing", "choices", [*WHAT_A_TERMINAL_SAYS, Tick((2,))], ("cough",)),
    row("the tenth of eleven", "eleven", [Choose(10)], "o10"),
    row("the last of eleven", "eleven", [Choose(11)], "o11"),
    row("the first of eleven", "eleven", [Choose(1)], "o1"),
    row("the tenth of eleven ticked", "eleven ticked", [Tick((10,))], ("o10",)),
    row("the second and the last of eleven ticked", "eleven ticked", [Tick((2, 11))], ("o2", "o11")),
    row("one tick", "choices", [Tick((2,))], ("cough",), "q: cough"),
    row("ticks in the order of the list", "choices", [Tick((2, 1))], ("rash", "cough"), "q: rash, cough"),
    row("none of these", "choices", [Tick((3,))], ("none",)),
    row("several unknown", "choices", [Tick((4,))], UNKNOWN),
    row("several declined", "choices", [Tick((5,))], DECLINED),
    row(
        "nothing ticked is asked again",
        "choices",
        [EnterOnNothing(), Tick((1,))],
        ("rash",),
        "Past er niets? Kies 3.",
    ),
    row("a whole number", "integer", [Type("12")], Decimal(12)),
    row("a number out of range, then right", "integer", [Type("43"), Type("42")], Decimal(42), "0 tot en met 42"),
    row("no whole number, then right", "integer", [Type("4,5"), Type("4")], Decimal(4), "heel getal"),
    row("nothing typed, do not know", "integer", [Enter(), Choose(2)], UNKNOWN, "U heeft niets ingevuld"),
    row("nothing typed, fill in", "integer", [Enter(), Choose(1), Type("7")], Decimal(7), "Ik vul het in"),
    row("do not know in words", "integer", [Type("weet ik niet")], UNKNOWN),
    row("help at a number", "integer", [Help(), Type("7")], Decimal(7), "Dit is uitleg."),
    row("a temperature", "decimal", [Type("38,6")], Decimal("38.6"), "°C", "bijvoorbeeld 37,4", "q: 38,6 °C"),
    row("a temperature with a point", "decimal", [Type("38.6")], Decimal("38.6"), "q: 38,6 °C"),
    row("two decimals twice", "decimal", [Type("37,95"), Type("37,95")], Decimal("38.0"), "achter de komma"),
    row("a doubt that is right", "decimal", [Type("41,5"), Choose(2)], Decimal("41.5"), "U typte 41,5. Klopt dit?"),
    row("Enter on nothing at a doubt", "decimal", [Type("41,5"), EnterOnNothing(), Choose(2)], Decimal("41.5")),
    row("Enter on nothing where nothing was typed", "integer", [Enter(), EnterOnNothing(), Choose(2)], UNKNOWN),
    row("a doubt, changed", "decimal", [Type("41,5"), Choose(1), Type("38")], Decimal("38.0"), "Klopt dit?"),
    row("back from a doubt", "decimal", [Type("41,5"), GoBack(), Type("38")], Decimal("38.0")),
    row("twice wrong, then Enter", "decimal", [Type("a"), Type("b"), Enter(), Choose(2)], UNKNOWN, "alleen op Enter"),
    row("a date", "date", [Type("20-11")], date(2026, 11, 20)),
    row("yesterday", "date", [Type("gisteren")], date(2026, 11, 21), "22-11 of gisteren", "q: 21 november 2026"),
    row("a day that is none, then right", "date", [Type("31-11"), Type("20-11")], date(2026, 11, 20), "bestaat niet"),
    row("a day to come, then right", "date", [Type("23-11-2026"), Type("22-11")], date(2026, 11, 22), "moet nog komen"),
    row("a text", "text", [Type("ik heb een vraag")], "ik heb een vraag"),
    row("a text not given", "text", [Enter(), Choose(2)], DECLINED),
    row("must be filled in", "required", [Enter(), Enter(), Type("3")], Decimal(3), "U heeft nog niets ingevuld"),
    row("back and another answer", "choice", [Choose(1), GoBack(), Choose(3)], "green"),
    row("back, and Enter keeps a choice", "choice", [Choose(2), GoBack(), Enter()], "blue"),
    row("back, and Enter keeps ticks", "choices", [Tick((1, 2)), GoBack(), Enter()], ("rash", "cough")),
    row("back, and Enter keeps no answer", "boolean", [Choose(3), GoBack(), Enter()], UNKNOWN),
    row("back, and Enter keeps a number", "decimal", [Type("38,6"), GoBack(), Enter()], Decimal("38.6")),
    row("back, and Enter keeps a date", "date", [Type("20-11"), GoBack(), Enter()], date(2026, 11, 20), "20-11-2026"),
    row("back, and Enter keeps do not know", "integer", [Enter(), Choose(2), GoBack(), Enter()], UNKNOWN),
    row("back from an error", "integer", [Type("a"), GoBack(), YES, Type("5")], Decimal(5)),
    Row("over a note", "note", (YES, NO, GoOn()), {"first": True, "last": False}, ("q", "Vraag 2 van ongeveer 2")),
    Row("back over a note", "note", (YES, GoBack(), NO, YES, GoOn()), {"first": False, "last": True}),
    Row("back from the end", "boolean", (YES, YES, NO, GoBack(), YES, GoOn()),
        {"first": True, "q": True, "last": True}),
    Row("back at the first question", "boolean", (YES, GoBack(), NO, YES, YES, GoOn()),
        {"first": False, "q": True, "last": True}),
    Row("all answers at the end, nothing changed", "follows", (YES, Choose(3), NO, Look(), Choose(1), GoOn()),
        {"first": True, "q": UNKNOWN, "last": False}, ("First: Ja", "? Q: Weet ik niet", "Last: Nee")),
    Row("Enter on nothing at all answers", "follows", (YES, NO, NO, Look(), EnterOnNothing(), Choose(1), GoOn()),
        {"first": True, "q": False, "last": False}),
    Row("a changed answer takes away what followed from it", "follows",
        (YES, YES, NO, Look(), Choose(2), NO, GoOn()), {"first": False, "last": False}),
    Row("a changed answer asks what follows from it", "follows",
        (NO, NO, Look(), Choose(2), YES, YES, GoOn()), {"first": True, "q": True, "last": False}),
    Row("what followed once is asked once more", "follows",
        (YES, YES, NO, Look(), Choose(2), NO, Look(), Choose(2), YES, Enter(), GoOn()),
        {"first": True, "q": True, "last": False}),
    Row("all answers on the way", "follows", (YES, Look(), Choose(2), NO, YES, GoOn()),
        {"first": False, "last": True}, ("? Q: nog niet ingevuld",)),
    Row("back from all answers", "follows", (YES, Look(), GoBack(), NO, YES, GoOn()),
        {"first": True, "q": False, "last": True}),
    Row("back from an answer to change", "follows", (YES, YES, NO, Look(), Choose(3), GoBack(), Choose(1), GoOn()),
        {"first": True, "q": True, "last": False}),
    Row("stop at all answers", "follows", (YES, Look(), Quit()), {"first": True}, done=False),
    Row("stop", "boolean", (YES, Quit()), {"first": True}, done=False),
    Row("stop at the first", "boolean", (Quit(),), {}, done=False),
    Row("stop at the end", "boolean", (YES, YES, YES, Quit()), {"first": True, "q": True, "last": True}, done=False),
    Row("after an alarm Enter alone is nothing, and the choice of help ends it", "alarm",
        (YES, EnterOnNothing(), Choose(1)), {"first": True}, ("Ik zoek nu hulp", "Bel."), done=False),
    Row("after an alarm go on", "alarm", (YES, Choose(2), NO, GoOn()), {"first": True, "last": False}),
    Row("back from an alarm", "alarm", (YES, GoBack(), NO, YES, GoOn()), {"first": False, "last": True}),
)  # fmt: skip
