"""Rules of types, safety and sources."""

from tests.questionnaire.faults.fault import Fault
from tests.questionnaire_lines import asked, body, options
from tests.tiny_questionnaires import CONTACTS, STATEMENTS

_GUARDED = (
    asked("measured"),
    asked("temperature", "decimal", "warning: true, range: [34, 43], enable_when: measured"),
)
_NO_LABEL = "{id: a, type: boolean, addition: x, text: {nl: A, en: A}}"
_LONG = " ".join(["woord"] * 21)
_FIVE = "[T-A-1, T-A-1, T-A-1, T-A-1, T-A-1]"


def at_question(line: str) -> str:
    """A questionnaire of one question, the problem expected at the start of it."""
    return body([line.replace("- ", "- ►", 1)])


def at_finding(*lines: str) -> str:
    """A questionnaire of these findings, the problem expected at the start of the first."""
    return body([asked("a")], lines).replace("  - {id: f", "  - ►{id: f", 1)


FAULTS = (
    Fault("a number without range", "Q012", at_question(asked("a", "integer"))),
    Fault("a choice without choices", "Q012", at_question(asked("a", "choice"))),
    Fault("a question without label", "Q012", at_question(f"- {_NO_LABEL}")),
    Fault("a range for a yes or no", "Q201", at_question(asked("a", more="range: [1, 2]"))),
    Fault("choices for a date", "Q201", at_question(asked("a", "date", options("one", "two")))),
    Fault(
        "places for a whole number", "Q201", at_question(asked("a", "integer", "range: [1, 2], places: 1"))
    ),
    Fault(
        "exclusive where one is chosen",
        "Q201",
        body([asked("a", "choice", options("one", "two!").replace("{id: two", "►{id: two"))]),
    ),
    Fault(
        "a pause where several are ticked",
        "Q201",
        body(
            [
                asked(
                    "a",
                    "choices",
                    options("one", "two").replace("{id: two", "►{id: two, pauses: {nl: A., en: A.}"),
                )
            ]
        ),
    ),
    Fault(
        "a warning sign may be declined",
        "Q202",
        at_question(asked("a", more="warning: true, may: [declined]")),
    ),
    Fault(
        "words for declining where nobody may decline",
        "Q209",
        at_question(asked("a", more="declined: {nl: Niets, en: Nothing}")),
    ),
    Fault("a range the wrong way round", "Q203", at_question(asked("a", "integer", "range: [43, 34]"))),
    Fault("a range of nothing", "Q203", at_question(asked("a", "decimal", "range: [34, 34.0]"))),
    Fault(
        "more decimals than anyone reads",
        "Q205",
        at_question(asked("a", "decimal", "range: [1, 2], places: 7")),
    ),
    Fault("decimals below nothing", "Q205", at_question(asked("a", "decimal", "range: [1, 2], places: -1"))),
    *(
        Fault(f"an example that is {name}", "Q206", at_question(asked("a", kind, f"range: [1, 9], {keys}")))
        for name, kind, keys in (
            ("too low", "integer", "example: 0.9"),
            ("too high", "decimal", "example: 9.1, places: 1"),
            ("no whole number", "integer", "example: 4.5"),
            ("too precise", "decimal", "example: 4.55, places: 1"),
        )
    ),
    Fault("an example of a day", "Q201", at_question(asked("a", "date", "example: 4"))),
    Fault(
        "a clinic that closes before it opens",
        "Q203",
        shared={"contacts": CONTACTS.replace("hours: {", "hours: ►{").replace("17:00", "07:00")},
    ),
    Fault("one choice", "Q204", at_question(asked("a", "choices", options("one")))),
    Fault(
        "an earlier answer that leads to no choice",
        "Q207",
        body([asked("a", "choice", f"{options('one', 'two')}, was: {{both: one, three: ►tow}}")]),
        near="two",
    ),
    Fault(
        "an earlier answer that leads to neither yes nor no",
        "Q207",
        body([asked("a", more="was: {often: ►always}")]),
    ),
    Fault(
        "an earlier answer that leads to an earlier one",
        "Q207",
        body([asked("a", "choices", f"{options('one', 'two')}, was: {{four: two, true: ►four}}")]),
    ),
    *(
        Fault(f"an earlier answer that is {name}", "Q208", body([asked("a", kind, more)]))
        for name, kind, more in (
            ("a choice still", "choice", f"{options('one', 'two')}, was: {{true: one, ►one: two}}"),
            ("a yes still", "boolean", "was: {►true: false}"),
            ("itself", "choices", f"{options('one', 'two')}, was: {{►two: two}}"),
        )
    ),
    Fault(
        "an earlier answer of a number",
        "Q201",
        at_question(asked("a", "integer", "range: [1, 2], was: {few: 1}")),
    ),
    Fault("an earlier answer that leads nowhere", "Q009", body([asked("a", more="was: {often: ►}")])),
    Fault("earlier answers in a list", "Q010", body([asked("a", more="was: ►[often, never]")])),
    Fault("a finding that nothing leads to", "Q210", at_finding("id: f, level: know")),
    Fault("an alarm without if_unknown", "Q211", at_finding("id: f, level: call, when: a")),
    Fault("a loud alarm without if_unknown", "Q211", at_finding("id: f, level: now, when: a")),
    Fault(
        "unknown leads to nothing",
        "Q212",
        body([asked("a")], ["id: f, level: now, when: a, if_unknown: ►none"]),
    ),
    Fault(
        "unknown leads to less",
        "Q212",
        body([asked("a")], ["id: f, level: call, when: a, if_unknown: ►g", "id: g, level: know"]),
    ),
    Fault(
        "a guard repeated",
        "Q213",
        body(_GUARDED, ["id: f, level: call, if_unknown: self, when: ►measured and temperature >= 38"]),
    ),
    Fault("a question without source", "Q220", at_question(asked("a").replace("addition: a test, ", ""))),
    Fault(
        "a statement without source",
        "Q220",
        shared={
            "statements": STATEMENTS.replace("{id: hello", "►{id: hello").replace(
                "Hello.}, facts: [T-A-1]", "Hello.}"
            )
        },
    ),
    Fault(
        "a contact without source",
        "Q220",
        shared={"contacts": CONTACTS.replace("- id: day", "- ►id: day").replace("    facts: [T-A-1]\n", "")},
    ),
    Fault(
        "five facts",
        "Q221",
        shared={
            "statements": STATEMENTS.replace("{id: hello", "►{id: hello").replace(
                "Hello.}, facts: [T-A-1]", f"Hello.}}, facts: {_FIVE}"
            )
        },
    ),
    Fault(
        "a word that no patient reads",
        "Q230",
        body([asked("a", more="help: {nl: Wat maar kan., en: Anything.}").replace("- ", "- ►", 1)]),
        shared={"statements": STATEMENTS + "never: {nl: [maar], en: [but]}\n"},
    ),
    Fault(
        "such a word in a variant",
        "Q230",
        body(
            [
                asked("a"),
                asked("b", more="variants: [{when: a, text: {nl: Wat maar kan., en: Anything.}}]").replace(
                    "- ", "- ►", 1
                ),
            ]
        ),
        shared={"statements": STATEMENTS + "never: {nl: [maar], en: [but]}\n"},
    ),
    Fault(
        "such a word in English, in a statement",
        "Q230",
        shared={
            "statements": STATEMENTS.replace("{id: hello", "►{id: hello").replace("Hello.}", "Hello but.}")
            + "never: {nl: [maar], en: [but]}\n"
        },
    ),
    Fault(
        "a sentence of twenty-one words",
        "Q231",
        at_question(asked("a", more=f"help: {{nl: {_LONG}., en: Short.}}")),
    ),
)
