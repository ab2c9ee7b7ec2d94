"""No condition can run code, hang or bring the program down: each is refused at once, at the place of the condition."""

import warnings

import pytest

from tests.questionnaire.time_limit import at_once
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import problems

NUMBER = asked("x", "integer", "range: [0, 9]")

CONDITIONS = {
    "nine hundred brackets": ("(" * 450 + "x" + ")" * 450, "Q101"),
    "nine hundred open brackets": ("(" * 900, "Q101"),
    "nine hundred square brackets": ("[" * 900, "Q101"),
    "a hundred and fifty calls": ("maybe(" * 150 + "x > 1" + ")" * 150, "Q103"),
    "two hundred times not": ("not " * 240 + "true", "Q103"),
    "nine hundred minus signs": ("-" * 900 + "x", "Q102"),
    "nine hundred minus signs and a number": ("-" * 900 + "1 > x", "Q102"),
    "nine hundred tildes": ("~" * 900 + "x", "Q102"),
    "five hundred sums": ("x+" * 490 + "x > 1", "Q103"),
    "a tower of powers": ("9**9**9 > x", "Q102"),
    "a power of four": ("x ** 4 > 1", "Q102"),
    "a power of a name": ("x ** x > 1", "Q102"),
    "a negative power": ("x ** -1 > 1", "Q102"),
    "a half power": ("x ** 0.5 > 1", "Q102"),
    "nine hundred digits": ("9" * 900 + " > x", "Q102"),
    "five thousand digits": ("9" * 5_000 + " > x", "Q103"),
    "a number in powers of ten": ("x > 1e999999", "Q102"),
    "not a number": ("x > nan", "Q104"),
    "a hexadecimal number": ("x > 0xff", "Q102"),
    "an imaginary number": ("x > 1j", "Q102"),
    "a number with underscores": ("x > 1_0", "Q102"),
    "a long condition": ("x > 1 or " * 111 + "x > 1", "Q103"),
    "an attribute": ("x.__class__ == x", "Q102"),
    "a subscript": ("x[0] == x", "Q102"),
    "an import": ("__import__('os').system('true') == 0", "Q102"),
    "a call of a call": ("maybe(x)(x)", "Q102"),
    "a function of Python": ("eval('1') == x", "Q102"),
    "a lambda": ("(lambda: x)()", "Q102"),
    "an f-string": ("f'{x}' == 'a'", "Q102"),
    "bytes": ("b'a' == x", "Q102"),
    "a list": ("[x] == x", "Q102"),
    "a list comprehension": ("[y for y in (1, 2)] == x", "Q102"),
    "a generator": ("maybe(y for y in (1, 2))", "Q102"),
    "a dictionary": ("{'a': x} == x", "Q102"),
    "a walrus": ("(y := x) > 1", "Q102"),
    "a walrus without brackets": ("y := x", "Q101"),
    "a star": ("maybe(*x)", "Q102"),
    "two stars": ("maybe(**x)", "Q102"),
    "a named argument": ("maybe(c=x)", "Q102"),
    "if and else": ("true if x > 1 else false", "Q102"),
    "await": ("await x", "Q102"),
    "yield": ("(yield x)", "Q102"),
    "an ellipsis": ("x == ...", "Q102"),
    "none": ("x == None", "Q102"),
    "True with a capital": ("True", "Q102"),
    "is": ("x is x", "Q102"),
    "not in": ("x not in (1, 2)", "Q102"),
    "in a tuple of one": ("x in (1,)", "Q102"),
    "in a list": ("x in [1, 2]", "Q102"),
    "in a text": ("'a' in 'abc'", "Q102"),
    "in names": ("x in (x, x)", "Q102"),
    "a chain of comparisons": ("1 < x < 3", "Q102"),
    "a remainder": ("x % 2 == 0", "Q102"),
    "a whole quotient": ("x // 2 == 0", "Q102"),
    "a shift": ("x << 9 > 1", "Q102"),
    "a matrix product": ("x @ x > 1", "Q102"),
    "two conditions": ("x > 1, x > 2", "Q102"),
    "two lines": ("x > 1; x > 2", "Q101"),
    "a statement": ("import os", "Q101"),
    "an assignment": ("x = 1", "Q101"),
    "letters that look alike": ("х > 1", "Q101"),
    "a letter of full width": ("x > １", "Q101"),
    "nothing but brackets": ("()", "Q102"),
    "nothing but a comment": ("# x > 1", "Q101"),
}


def when(condition: str) -> str:
    """A questionnaire with this condition as it stands."""
    quoted = condition.replace("'", "''")
    return body([NUMBER], [f"id: f, level: know, when: '{quoted}'"])


@pytest.mark.parametrize(("condition", "code"), CONDITIONS.values(), ids=CONDITIONS.keys())
def test_a_hostile_condition_is_refused_at_once(condition: str, code: str) -> None:
    with at_once():
        found = problems(when(condition))
    assert [problem.code for problem in found] == [code]
    assert found[0].place.line == 10


@pytest.mark.parametrize("condition", ["x > 1if x else 1", "5and x", "'\\d' == x", "x is 1"])
def test_a_condition_never_warns_on_the_screen(condition: str) -> None:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        assert problems(when(condition))
    assert [str(warning.message) for warning in said] == []


def test_a_NUL_by_escape_is_refused() -> None:  # noqa: N802
    found = problems(body([NUMBER], ['id: f, level: know, when: "x > 1\\0"']))
    assert [problem.code for problem in found] == ["Q101"]


def test_a_comment_never_hides_the_rest_of_a_condition() -> None:
    finding = "findings:\n  - id: f\n    level: know\n    say: hello\n    when: |\n"
    text = body([NUMBER]).replace("findings: []\n", finding)
    found = problems(f"{text}      x > 8  # high\n      or x < 2\n")
    assert [problem.code for problem in found] == ["Q102"]
