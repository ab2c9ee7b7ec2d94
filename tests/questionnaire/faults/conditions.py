"""Conditions that cannot be read, or that read what is not there or does not fit."""

from tests.questionnaire.faults.fault import Fault
from tests.questionnaire_lines import asked, body, options

_QUESTIONS = (
    asked("fever"),
    asked("age", "integer", "range: [0, 120]"),
    asked("care", "choice", options("waiting", "tablets")),
    asked("signs", "choices", options("pain", "blood")),
    asked("words", "text"),
    asked("reading", "note"),
)
_CHAIN = ["v0: ►v1 + 1", *(f"v{n}: v{n + 1} + 1" for n in range(1, 60)), "v60: 1"]


def when(condition: str) -> str:
    """A questionnaire whose finding has this condition."""
    return body(_QUESTIONS, [f'id: f, level: know, when: "{condition}"'])


def variant(condition: str) -> str:
    """A questionnaire whose last question has other words by this condition."""
    more = f"variants: [{{when: {condition}, text: {{nl: A, en: A}}}}]"
    return body([*_QUESTIONS, asked("worse", more=more)])


FAULTS = (
    Fault("a bracket too many", "Q101", when("fever►)")),
    Fault("a sign that is not ASCII", "Q101", when("age ►≥ 38"), near=">="),
    Fault("without quotes", "Q101", body([asked("z")], ["id: f, level: know, when: today ►? today"])),
    Fault("a method", "Q102", when("►fever.real")),
    Fault("a function that is none", "Q102", when("fever and ►print(age)")),
    Fault("spaces before it", "Q102", when("  ►fever.real")),
    Fault("a comment inside", "Q102", when("fever ►# or age > 40")),
    Fault("a thousand letters and one", "Q103", when("►" + "fever or " * 110 + "fever or age")),
    Fault("forty levels and one", "Q103", when("not " * 41 + "►fever")),
    Fault("no such name", "Q104", when("true and ►fevr"), near="fever"),
    Fault("a note has no answer", "Q104", when("►reading == true")),
    Fault(
        "no such name in a calculated value", "Q104", body(_QUESTIONS, [], ["score: 1 + ►aeg"]), near="age"
    ),
    Fault("no such name for a term", "Q104", when("fever") + "terms:\n  ►fevr: {nl: A, en: A}\n"),
    Fault("no such name in enable_when", "Q104", body([asked("a", more="enable_when: ►fever")])),
    Fault("a number for a condition", "Q105", when("►age")),
    Fault("a choice for a condition", "Q105", when("fever and ►care")),
    Fault("a number beside a choice", "Q105", when("care == ►3")),
    Fault("a sum of choices", "Q105", when("1 + ►signs > 2")),
    Fault("no such choice", "Q106", when("care == ►'tablet'"), near="tablets"),
    Fault("no such choice in a list", "Q106", when("care in ('waiting', ►'surgery')")),
    Fault("no such choice to have", "Q106", when("has(signs, ►'pian')"), near="pain"),
    Fault("asked later", "Q107", body([asked("a", more="enable_when: ►b"), asked("b")])),
    Fault(
        "asked later still",
        "Q107",
        body([asked("a", more="enable_when: true and ►late"), asked("b")], [], ["late: b"]),
    ),
    Fault(
        "a doubt about a later one",
        "Q107",
        body([asked("a", more="doubt: {when: ►b, text: {nl: A, en: A}}"), asked("b")]),
    ),
    Fault("a variant by no such name", "Q104", variant("►fevr"), near="fever"),
    Fault("a variant by a number", "Q105", variant("►age")),
    Fault("a variant by its own answer", "Q107", variant("►worse")),
    Fault("reads itself", "Q107", body([asked("a", more="enable_when: ►a")])),
    Fault("a chain of sixty calculated values", "Q109", body([asked("z")], [], _CHAIN)),
    Fault("calculated from itself", "Q108", body([asked("z")], [], ["score: ►score + 1"])),
)
