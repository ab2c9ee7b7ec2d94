"""A name that is taken, that means something else, or that nothing has."""

from tests.questionnaire.faults.fault import GOOD, Fault, at
from tests.questionnaire_lines import asked, body, options
from tests.tiny_questionnaires import CONTACTS, FACTS, STATEMENTS

_SECTION = "{id: ►only, title: {nl: A, en: A}, questions: []}"
_HELLO = "{id: ►hello, text: {nl: Dag., en: Hello.}, facts: [T-A-1]}"
_TWICE = options("one", "two", "one").replace("two}}, {id: ", "two}}, {id: ►")
_KNOW = "level: know, when: today == today"
_CONTACT = "  - {id: ►day, kind: gp, name: {nl: A, en: A}, facts: [T-A-1]}\n"
_SHARED = f"questions:\n  {asked('hospital')}\n"

_COMPARE = """
compare:
  when: today == today
  order: hello
  matters: more
  options: [{id: one, title: {nl: A, en: A}}, {id: two, title: {nl: B, en: B}}]
  rows: [ROW]
"""

FAULTS = (
    Fault(
        "a text that a comma ends",
        "Q031",
        body([asked("a").replace("nl: a", "nl: Slaapt u, ►of waakt u", 1)]),
    ),
    Fault("criteria that do not exist", "Q029", GOOD + "criteria: [►study]\n"),
    Fault(
        "a row without one option",
        "Q240",
        GOOD + _COMPARE.replace("ROW", "►{id: r, title: {nl: C, en: C}, cells: {one: hello}}"),
    ),
    Fault(
        "a cell that says nothing that exists",
        "Q022",
        GOOD + _COMPARE.replace("ROW", "{id: r, title: {nl: C, en: C}, cells: {one: hello, two: ►helo}}"),
        near="hello",
    ),
    Fault(
        "a note that shows no option",
        "Q241",
        body(["- {id: n, type: note, text: {nl: A, en: A}, addition: x, shows: ►three}"]),
    ),
    Fault(
        "a finding before a comparison that is none",
        "Q242",
        GOOD
        + _COMPARE.replace("ROW", "{id: r, title: {nl: C, en: C}, cells: {one: hello, two: hello}}").replace(
            "  when:", "  first: [►nothing]\n  when:"
        ),
    ),
    Fault("a question named today", "Q019", body([at("today", asked("today"))])),
    Fault("a calculated value named maybe", "Q019", body([asked("a")], [], ["►maybe: a == true"])),
    Fault("a finding named self", "Q019", body([asked("z")], [f"id: ►self, {_KNOW}"])),
    Fault(
        "a choice named unknown",
        "Q019",
        body([asked("a", "choice", at("unknown", options("one", "unknown")))]),
    ),
    Fault("two questions", "Q020", body([asked("a"), at("a,", asked("a"))])),
    Fault("a question and a calculated value", "Q020", body([asked("a")], [], ["►a: today == today"])),
    Fault("two sections", "Q020", body([asked("z")]).replace("findings", f"  - {_SECTION}\nfindings")),
    Fault("two findings", "Q020", body([asked("z")], [f"id: f, {_KNOW}", f"id: ►f, {_KNOW}"])),
    Fault(
        "two choices",
        "Q020",
        body([asked("a", "choice", _TWICE)]),
    ),
    Fault("a statement that is shared", "Q020", GOOD + f"opening: hello\nstatements:\n  - {_HELLO}\n"),
    Fault("two contacts", "Q020", shared={"contacts": CONTACTS + _CONTACT}),
    Fault(
        "the same shared question",
        "Q020",
        body(["- use: hospital", "- use: ►hospital"]),
        shared={"questions": _SHARED},
    ),
    Fault(
        "no such shared question",
        "Q021",
        body(["- use: ►hospitl"]),
        "hospital",
        shared={"questions": _SHARED},
    ),
    Fault("no such statement", "Q022", GOOD + "opening: ►helo\n", near="hello"),
    Fault(
        "no such statement said",
        "Q022",
        body([asked("z")], [f"id: f, {_KNOW}"]).replace("say: ", "say: ►wo"),
        near="hello",
    ),
    Fault(
        "no such statement in an action",
        "Q022",
        shared={"statements": STATEMENTS.replace("late: act", "late: ►actt", 1)},
        near="act",
    ),
    Fault(
        "no such statement for worry",
        "Q022",
        shared={"statements": STATEMENTS.replace("worry: worry", "worry: ►wory")},
        near="worry",
    ),
    Fault(
        "no such finding",
        "Q023",
        body([asked("z")], ["id: fever, level: call, if_unknown: ►fevr, when: today == today"]),
        near="fever",
    ),
    Fault(
        "no such fact",
        "Q024",
        shared={"statements": STATEMENTS.replace("[T-A-1]}\n", "[►T-A-2]}\n", 1)},
        near="T-A-1",
    ),
    Fault("no such fact for a question", "Q024", body([asked("a", more="facts: [T-A-1, ►S9-B-77]")])),
    Fault(
        "no such fact for a sign in a list",
        "Q024",
        body(
            [
                asked(
                    "a",
                    "choice",
                    "choices: [{id: b, text: {nl: B, en: B}, fact: ►S9-B-77}, {id: c, text: {nl: C, en: C}}]",
                )
            ]
        ),
    ),
    Fault(
        "no such fact for a contact",
        "Q024",
        shared={"contacts": CONTACTS.replace("[T-A-1]", "►T-A-11")},
        near="T-A-1",
    ),
    Fault(
        "a statement that nothing says",
        "Q025",
        GOOD + "statements:\n  - ►" + _HELLO.replace("►hello", "bye") + "\n",
    ),
    Fault(
        "a text fills in nothing",
        "Q026",
        body([at("{id", asked("fever", more="help: {nl: A, en: 'A {fevr}'}"))]),
        near="fever",
    ),
    Fault(
        "no such hospital",
        "Q027",
        shared={"contacts": CONTACTS.replace("hospital: here", "hospital: ►her")},
        near="here",
    ),
    Fault(
        "another number than is shown",
        "Q028",
        shared={"contacts": CONTACTS.replace("- id: day", "- ►id: day").replace("123 45 67", "123 45 68")},
    ),
    Fault(
        "a hospital twice",
        "Q020",
        shared={
            "contacts": CONTACTS.replace(
                "[{id: here, name: Here}]", "[{id: here, name: Here}, {id: ►here, name: There}]"
            )
        },
    ),
    Fault(
        "a note for a ruling of a contact",
        "Q015",
        shared={"contacts": CONTACTS.rstrip() + "\n    rulings: [►N-06]\n"},
    ),
    Fault(
        "a because that fills in another name",
        "Q026",
        body([asked("a", more="because: {nl: '{wrong}', en: x}").replace("- ", "- ►", 1)]),
    ),
    Fault(
        "a label of a variant that fills in a name",
        "Q026",
        body(
            [
                asked("a"),
                asked("b", more="variants: [►{when: a, text: {nl: B, en: B}, label: {nl: '{a}', en: x}}]"),
            ]
        ),
    ),
    Fault(
        "what an answer closes fills in a name",
        "Q026",
        body([asked("a", more="closes: {nl: '{a}', en: x}").replace("- ", "- ►", 1)]),
    ),
    Fault(
        "a choice that fills in a name",
        "Q026",
        body(
            [
                asked(
                    "a",
                    "choice",
                    "choices: [{id: b, text: {nl: '{a}', en: x}}, {id: c, text: {nl: C, en: C}}]",
                ).replace("- ", "- ►", 1)
            ]
        ),
    ),
    Fault(
        "a number that is not shown",
        "Q028",
        shared={
            "contacts": CONTACTS.replace("- id: day", "- ►id: day").replace(
                "    display: 020 123 45 67\n", ""
            )
        },
    ),
    Fault("six columns", "Q030", shared={"facts": FACTS + "►T-A-2\tT\tA\ta fact\tTEST\tA\n"}),
    Fault("a fact twice", "Q030", shared={"facts": FACTS + "►T-A-1\tT\tA\tanother fact\tTEST\tA\t2\n"}),
    Fault("another header", "Q030", shared={"facts": "►" + FACTS.replace("seed", "leaflet")}),
)
