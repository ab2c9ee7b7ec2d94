"""What is seen only in files together: topics, and sentences that stand twice."""

from tests.questionnaire.faults.fault import GOOD, INFO, Fault
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import STATEMENTS

_SAID = "Bel ons als u dat zelf wilt."
_TEXT = f"{{nl: {_SAID}, en: Call us.}}"
_WORD = "{word: {nl: echo, en: scan}, text: {nl: Een beeld., en: A picture.}"


def topic(say: str, statements: str = "[]") -> str:
    """Topics of one topic that says this."""
    return f"topics:\n  - {{id: a, title: {{nl: A, en: A}}, say: [{say}]}}\nglossary: []\nstatements: {statements}\n"


def statement(name: str, rest: str) -> str:
    """A list of one statement, the problem expected where the caller marks it."""
    return f"[{{id: {name}, text: {{nl: Dag., en: Hello.}}, {rest}}}]"


FAULTS = (
    Fault("a topic that says nothing known", "Q250", near="hello", info=topic("►helo")),
    Fault("a topic that names no questionnaire", "Q250", info=topic("worry, ►other.hello")),
    Fault(
        "a topic that says nothing of a questionnaire",
        "Q250",
        GOOD + "opening: own\nstatements:\n  - {id: own, text: {nl: Dag., en: Hello.}, facts: [T-A-1]}\n",
        near="test.own",
        info=topic("►test.onw"),
    ),
    Fault(
        "a finding whose topic nobody can read",
        "Q251",
        GOOD.replace(
            "findings: []",
            "findings: [►{id: a, level: know, when: 'true', say: hello, topic: {nl: A, en: Aa}}]",
        ),
        near="A",
        info=topic("hello"),
    ),
    Fault("a reference that is none", "Q015", info=topic("►Test.Hello")),
    Fault(
        "a topic that would fill in an answer",
        "Q026",
        shared={"statements": STATEMENTS.replace("nl: Dag.", "nl: 'Dag {a}.'")},
        body=body([asked("a")]),
        info=topic("►hello"),
    ),
    Fault(
        "no such fact for a topic's statement",
        "Q024",
        near="T-A-1",
        info=topic("own", statement("own", "facts: [►T-A-9]")),
    ),
    Fault(
        "a note for a ruling of one",
        "Q015",
        info=topic("own", statement("own", "facts: [T-A-1], rulings: [►N-06]")),
    ),
    Fault(
        "a topic's statement without source",
        "Q220",
        info=topic("own", "[►{id: own, text: {nl: Dag., en: Hi.}}]"),
    ),
    Fault(
        "one that no topic says",
        "Q025",
        info=topic("hello", "[►{id: own, text: {nl: Dag., en: Hi.}, facts: [T-A-1]}]"),
    ),
    Fault(
        "one with the name of a shared one",
        "Q020",
        info=topic("hello", statement("►hello", "facts: [T-A-1]")),
    ),
    Fault("a word without source", "Q220", info=INFO.replace("glossary: []", f"glossary: [►{_WORD}}}]")),
    Fault(
        "no such fact for a word",
        "Q024",
        near="T-A-1",
        info=INFO.replace("glossary: []", f"glossary: [{_WORD}, facts: [►T-B-1]}}]"),
    ),
    Fault("no topics at all", "Q012", info="►glossary: []\nstatements: []\n"),
    Fault(
        "a sentence in two helps",
        "Q232",
        body([asked("a", more=f"help: {_TEXT}"), "- ►" + asked("b", more=f"help: {_TEXT}")[2:]]),
    ),
    Fault(
        "a sentence of a statement in a topic",
        "Q232",
        shared={"statements": STATEMENTS.replace("nl: Dag.", f"nl: Dag. {_SAID}")},
        info=topic("own", f"[►{{id: own, text: {{nl: {_SAID.upper()} Dag., en: Hi.}}, facts: [T-A-1]}}]"),
    ),
)
