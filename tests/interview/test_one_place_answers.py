"""`Interview.answer` is called from one place: where a question is put until it has an answer."""

import ast
from pathlib import Path

import miskraam_cli

HOUSE = Path(miskraam_cli.__file__).parent


def calls(file: Path) -> list[int]:
    """The lines on which something's `answer` is called with a question and an answer."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "answer"
        and len(node.args) + len(node.keywords) == 2
    ]


def test_an_answer_is_given_to_an_interview_in_one_place() -> None:
    found = {str(file.relative_to(HOUSE)): calls(file) for file in HOUSE.rglob("*.py")}
    places = [(file, line) for file, lines in found.items() for line in lines]
    assert [file for file, _ in places] == ["interview/ask_question.py"], places
