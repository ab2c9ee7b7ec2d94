"""From what people type to numbers, dates and texts. What fits no pattern is refused with a reason, not guessed."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from miskraam_cli.language import Words
from miskraam_cli.questionnaire.condition.evaluate import Value
from miskraam_cli.questionnaire.model import Question

MAX_TEXT = 300

_NUMBER = re.compile(r"([0-9]{1,6})(?: ?[.,] ?([0-9]{1,6}))?\s*([^0-9]*)")
_DATE = re.compile(
    r"([0-9]{1,2})(?:e|st|nd|rd|th)? ?[-/. ] ?([0-9]{1,2}|[a-zé]+)\.?(?: ?[-/., ] ?([0-9]{4}|'?[0-9]{2}))?"
)
_MONTH_FIRST = re.compile(r"([a-zé]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,?( [0-9]{4})?")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Refused:
    """Why a text cannot be taken: a key of the interface's words, and the values that they name."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


def clean(text: str) -> str:
    """A typed text on one line, without control characters, of at most 300 characters."""
    kept = "".join(letter if unicodedata.category(letter)[0] != "C" else " " for letter in text)
    return " ".join(kept.split())[:MAX_TEXT].rstrip()


def read_typed(text: str, question: Question, words: Words, today: date) -> Value | Refused:
    """The value of a text that is not empty, by the type of its question, or why it cannot be taken.

    A number may have a comma or a point and the question's unit behind it; its decimals are not rounded yet, though
    the range is that of the rounded one. A date may be ISO 8601, 22-11, 22 november, or a word such as gisteren; it
    is `today` at the latest.
    """
    if question.type == "date":
        return _date(text, words, today)
    if question.type == "text":
        return clean(text)
    return _number(text, question, words)


def rounded(value: Decimal, question: Question) -> Decimal:
    """A number rounded to the decimals that its question asks for, halves up (AMB-70)."""
    return value.quantize(Decimal(1).scaleb(-question.places), ROUND_HALF_UP)


def too_precise(value: Decimal, question: Question) -> bool:
    """Whether a number has more decimals than its question asks for."""
    return rounded(value, question) != value


def in_range(value: Decimal, question: Question) -> bool:
    """Whether a number lies within the range of its question, after rounding."""
    low, high = question.range or (value, value)
    return low <= rounded(value, question) <= high


def _number(text: str, question: Question, words: Words) -> Decimal | Refused:
    found = _NUMBER.fullmatch(" ".join(text.split()))
    if not found or not _is_unit(found[3], question, words):
        return Refused("typed.number")
    value = Decimal(f"{found[1]}.{found[2] or 0}")
    if question.type == "integer" and value != int(value):
        return Refused("typed.whole")
    if not in_range(value, question):
        low, high = question.range or (value, value)
        shown = (("low", words.number(low)), ("high", words.number(high)))
        return Refused("typed.range", shown)
    return Decimal(int(value)) if question.type == "integer" else value


def _is_unit(text: str, question: Question, words: Words) -> bool:
    """Whether the word behind a number is nothing, or a unit that belongs to the question."""
    allowed = words(f"unit_words.{question.unit}").split(", ") if question.unit else []
    return not text or text.strip().lower() in allowed


def _date(text: str, words: Words, today: date) -> date | Refused:
    text = " ".join(text.lower().split())
    for days, key in enumerate(("typed.today", "typed.yesterday", "typed.day_before")):
        if text in words(key).split(", "):
            return today - timedelta(days=days)
    try:
        day = date.fromisoformat(text) if _ISO_DATE.fullmatch(text) else _day(text, words, today)
    except ValueError:
        return Refused("typed.date")
    if day is None:
        return Refused("typed.date")
    return day if day <= today else Refused("typed.future")


def _day(text: str, words: Words, today: date) -> date | None:
    """The day in 22-11, 22/11/26, 22 november or November 22; without a year the last such day. ValueError for 31-2."""
    turned = _MONTH_FIRST.fullmatch(text)
    found = _DATE.fullmatch(f"{turned[2]} {turned[1]}{turned[3] or ''}" if turned else text)
    if not found:
        return None
    month = int(found[2]) if found[2].isdigit() else _month(found[2], words)
    if found[3]:
        year = int(found[3].lstrip("'"))
        return date(year + 2000 if year < 100 else year, month, int(found[1]))
    day = date(today.year, month, int(found[1]))
    return day if day <= today else day.replace(year=today.year - 1)


def _month(text: str, words: Words) -> int:
    """The number of a month by its name, the beginning of it, or another way to write it; 0 for none."""
    for number in range(1, 13):
        begins = len(text) > 2 and words(f"month.m{number}").lower().startswith(text)
        if begins or text in words(f"month_words.m{number}").split(", "):
            return number
    return 0
