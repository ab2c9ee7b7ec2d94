"""Questionnaires that are written for a measurement."""

from collections.abc import Iterable

_HEAD = """id: measured
version: 1.0.0
title: {nl: Meting, en: Measurement}
sections:
  - id: only
    title: {nl: Alles, en: All}
    questions:
"""

_MEETS = "calculated: {meets: age >= 18 and age <= 38 and weeks * 7 + days < 84}\n"


def numbers() -> str:
    """Three questions for numbers, and the condition `meets` on them."""
    return _MEETS + _whole(
        f"{_named(name)}, type: integer, range: [0, 60]" for name in ("age", "weeks", "days")
    )


def choices(count: int) -> str:
    """A questionnaire of `count` questions with three choices: k0a, k0b, k0c and so on."""
    return _whole(_choice(number) for number in range(count))


def booleans(count: int) -> str:
    """A questionnaire of `count` questions, every tenth of them put only if the one before is answered yes."""
    return _whole(_boolean(number) for number in range(count))


def _whole(questions: Iterable[str]) -> str:
    lines = "".join(f"      - {{{question}}}\n" for question in questions)
    return f"{_HEAD}{lines}findings: []\n"


def _choice(number: int) -> str:
    options = ", ".join(f"{{id: {letter}, {_text('text', f'k{number}{letter}')}}}" for letter in "abc")
    return f"{_named(f'q{number}')}, type: choice, choices: [{options}]"


def _boolean(number: int) -> str:
    condition = f", enable_when: q{number - 1} == true" if number % 10 == 9 else ""
    return f"{_named(f'q{number}')}, type: boolean{condition}"


def _named(name: str) -> str:
    text, label = _text("text", f"Question {name}"), _text("label", f"question {name}")
    return f"id: {name}, {text}, {label}, addition: measured"


def _text(key: str, text: str) -> str:
    return f"{key}: {{nl: {text}, en: {text}}}"
