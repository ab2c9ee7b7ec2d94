"""One fault is one problem: what only follows from it is not reported as well."""

import pytest

from tests.questionnaire_lines import asked, body, options
from tests.tiny_questionnaires import CONTACTS, FACTS, problems

_CARE = asked("care", "choice", options("waiting", "tablets")).replace(", en: waiting}}", "}}", 1)
_TEXT_ONLY = asked("care", "choice", options("waiting", "tablets", "surgery")).replace(
    ", en: surgery}}", "}}", 1
)


def when(condition: str) -> str:
    """A finding with this condition."""
    return f'id: f, level: know, when: "{condition}"'


CASES = {
    "a broken question that a condition reads": (
        body([asked("fever").replace("boolean", "boolaen")], [when("fever")]),
        ["Q014"],
    ),
    "a broken calculated value that a condition reads": (
        body([asked("fever")], [when("hot")], ["hot: fever ="]),
        ["Q101"],
    ),
    "a broken finding that an unknown leads to": (
        body([asked("a")], ["id: f, level: call, when: a, if_unknown: g", "id: g, level: cal"]),
        ["Q014"],
    ),
    "a broken finding that alone says a statement": (
        body([asked("a")], ["id: f, level: kno, when: a"]).replace("say: hello", "say: mine")
        + "statements:\n  - {id: mine, text: {nl: A, en: A}, facts: [T-A-1]}\n",
        ["Q014"],
    ),
    "a broken statement that a finding says": (
        body([asked("a")], [when("a")]).replace("say: hello", "say: mine")
        + "statements:\n  - {id: mine, text: {nl: A}, facts: [T-A-1]}\n",
        ["Q016"],
    ),
    "a number for a range that is none": (
        body([asked("age", "integer", "range: [zero, 120]")], [when("age > 40")]),
        ["Q013"],
    ),
    "a broken choice that a condition names": (body([_TEXT_ONLY], [when("care == 'surgery'")]), ["Q016"]),
    "a broken choice beside one other": (body([_CARE]), ["Q016"]),
    "a misspelled name in a calculated value": (
        body([asked("age", "integer", "range: [0, 120]")], [when("score > 3")], ["score: aeg"]),
        ["Q104"],
    ),
    "a circle that a condition reads": (
        body([asked("a")], [when("score > 3")], ["score: score + 1"]),
        ["Q108"],
    ),
    "a circle that another value reads": (
        body([asked("a")], [], ["score: score + 1", "double: score * 2"]),
        ["Q108"],
    ),
    "an alias": (
        body([asked("a")], ["id: f, level: &here know, when: a", "id: g, level: *here, when: a"]),
        ["Q004", "Q004"],
    ),
}


@pytest.mark.parametrize(("text", "codes"), CASES.values(), ids=CASES.keys())
def test_nothing_follows_from_a_fault_in_the_questionnaire(text: str, codes: list[str]) -> None:
    assert [problem.code for problem in problems(text)] == codes


def test_nothing_follows_from_a_broken_line_of_facts() -> None:
    found = problems(body([asked("a")]), facts=FACTS.replace("\tA\t1\n", "\tA\n"))
    assert [(problem.code, str(problem.place)) for problem in found] == [("Q030", "facts.tsv:2:1")]


def test_nothing_follows_from_a_broken_hospital() -> None:
    contacts = CONTACTS.replace("{id: here, name: Here}", "{id: here}")
    found = problems(body([asked("a")]), contacts=contacts)
    assert [(problem.code, problem.place.file) for problem in found] == [("Q012", "contacts.yaml")]
