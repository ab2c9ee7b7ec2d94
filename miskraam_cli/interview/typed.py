"""From what people type to numbers, dates and texts. What fits no pattern is refused with a reason, not guessed."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from miskraam_cli.interview.letters import clean, plainly
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.condition.evaluate import Value
from miskraam_cli.questionnaire.question import Question

MAX_TEXT = 300
TOO_LONG = "typed.long"

_NUMBER = re.compile(r"([0-9]{1,6})(?: ?[.,] ?([0-9]{1,6}))?\s*([^0-9]*)")
_WEEKS = re.compile(r"([0-9]{1,3}) ?([^0-9]*?) ?([0-6]) ?([^0-9]*)")
_DATE = re.compile(
    r"([0-9]{1,2})(?:e|st|nd|rd|th)? ?[-/. ] ?([0-9]{1,2}|[a-zé]+)\.?(?: ?[-/., ] ?([0-9]{4}|'?[0-9]{2}))?"
)
_MONTH_FIRST = re.compile(r"([a-zé]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,?( [0-9]{4})?")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


@dataclass(frozen=True)
class Refused:
    """Why a text cannot be taken: a key of the interface's words, and the values that they name."""

    key: str
    values: tuple[tuple[str, str], ...] = ()


def read_typed(text: str, question: Question, words: Words, today: date) -> Value | Refused:
    """The value of a text that is not empty, by the type of its question, or why it cannot be taken.

    A number may have a comma or a point and the question's unit behind it; its decimals are not rounded yet, though
    the range is that of the rounded one. A date may be ISO 8601, 22-11, 22 november, or a word such as gisteren; it
    is `today` at the latest.
    """
    if question.type == "date":
        return _date(text, question, words, today)
    if question.type == "text":
        return _text(text)
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


def weeks_and_days(text: str, words: Words) -> tuple[int, int] | None:
    """Weeks and days as midwives write them: 9+3, 9w3d, 9 weken en 3 dagen. None for anything else."""
    found = _WEEKS.fullmatch(" ".join(plainly(text).lower().replace("+", " + ").replace(",", " , ").split()))
    if not found:
        return None
    week, day, plus = (words(key).split(", ") for key in ("unit_words.wk", "unit_words.d", "typed.plus"))
    between = found[2].split()
    names_weeks = bool(between) and between[0] in week
    joined = between[1:] if names_weeks else between
    if not between or len(joined) > 1 or any(word not in (*plus, ",") for word in joined) or between == [","]:
        return None
    behind = ("", *day) if names_weeks else ("", *day, *week)
    return (int(found[1]), int(found[3])) if found[4] in behind else None


def example(question: Question, words: Words, today: date) -> str:
    """How an answer may be typed, in words to stand beside the question; nothing for a text of her own."""
    if question.type == "date":
        month = words(f"month.m{today.month}")
        return words("typed.example_date", day=today.day, month=today.month, name=month)
    if question.example is not None:
        return words("typed.example", example=words.number(question.example, question.places))
    return words("typed.example_whole") if question.type == "integer" else ""


def _text(text: str) -> str | Refused:
    """Her own words, all of them: a text that is too long is refused rather than cut."""
    cleaned = clean(text)
    if len(cleaned) > MAX_TEXT:
        return Refused(TOO_LONG, (("count", str(len(cleaned))), ("limit", str(MAX_TEXT))))
    return cleaned


def _number(text: str, question: Question, words: Words) -> Decimal | Refused:
    text = plainly(text)
    long = weeks_and_days(text, words) if (question.type, question.unit) == ("integer", "wk") else None
    found = _NUMBER.fullmatch(str(long[0]) if long else text)  # whole weeks are asked: of 9+3 that is 9
    if not found or not _is_unit(found[3], question, words):
        return Refused(_about_unit("typed.number", question, words))
    value = Decimal(f"{found[1]}.{found[2] or 0}")
    if question.type == "integer" and value != int(value):
        return Refused(_about_unit("typed.whole", question, words))
    if not in_range(value, question):
        low, high = question.range or (value, value)
        unit = words(f"unit.{question.unit}") if question.unit else ""
        shown = (("low", words.number(low)), ("high", f"{words.number(high)} {unit}".strip()))
        return Refused("typed.range", shown)
    return Decimal(int(value)) if question.type == "integer" else value


def _about_unit(key: str, question: Question, words: Words) -> str:
    """The key of the words about the unit of a question, where there are such words."""
    own = f"{key}_{question.unit}"
    return own if own in words.texts else key


def _is_unit(text: str, question: Question, words: Words) -> bool:
    """Whether the word behind a number is nothing, or a unit that belongs to the question."""
    allowed = words(f"unit_words.{question.unit}").split(", ") if question.unit else []
    return not text or text.strip().lower() in allowed


def _date(text: str, question: Question, words: Words, today: date) -> date | Refused:
    text = plainly(text).lower()
    for days, key in enumerate(("typed.today", "typed.yesterday", "typed.day_before")):
        if text in words(key).split(", "):
            return today - timedelta(days=days)
    written = _written(text, words)
    if written is None:
        return Refused("typed.date", (("example", example(question, words, today)),))
    year, month, day = written
    years = (today.year, today.year - 1) if year is None else (year,)  # without a year the last such day
    there = [date(year, month, day) for year in years if _is_day(year, month, day)]
    if not there:
        name = words("date.day", day=day, month=words(f"month.m{month}"))
        leap = f" {years[0]}" if (day, month) == (29, 2) else ""
        return Refused("typed.no_such_day", (("day", f"{name}{leap}"),))
    return next((found for found in there if found <= today), Refused("typed.future"))


def _written(text: str, words: Words) -> tuple[int | None, int, int] | None:
    """Year, month and day as they are written, whether there is such a day or not; None for anything else.

    2026-11-22, 22-11, 22/11/26, 22 november, November 22; the year may be left out.
    """
    if iso := _ISO_DATE.fullmatch(text):
        year, month, day = (int(part) for part in iso.groups())
        return (year, month, day) if 0 < month <= 12 else None
    turned = _MONTH_FIRST.fullmatch(text)
    found = _DATE.fullmatch(f"{turned[2]} {turned[1]}{turned[3] or ''}" if turned else text)
    if not found:
        return None
    month = int(found[2]) if found[2].isdigit() else _month(found[2], words)
    if not 0 < month <= 12:
        return None
    if not found[3]:
        return None, month, int(found[1])
    digits = found[3].lstrip("'")
    return int(digits) + (2000 if len(digits) == 2 else 0), month, int(found[1])


def _is_day(year: int, month: int, day: int) -> bool:
    return MINYEAR <= year <= MAXYEAR and 0 < day <= monthrange(year, month)[1]


def _month(text: str, words: Words) -> int:
    """The number of a month by its name, the beginning of it, or another way to write it; 0 for none."""
    for number in range(1, 13):
        begins = len(text) > 2 and words(f"month.m{number}").lower().startswith(text)
        if begins or text in words(f"month_words.m{number}").split(", "):
            return number
    return 0
