"""A course over weeks as lines of text: a ruler of weeks, a bar for each stretch, and today."""

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from miskraam_cli.language import Words
    from miskraam_cli.summary.model import CourseShown

_WEEK = 3  # columns; eight weeks then fit a screen of 50
_BAR = "━"
_TODAY = "▲"


def lines(course: "CourseShown", words: "Words") -> list[str]:
    """The lines of a course, at most 46 columns wide for eight weeks; today only within the course."""
    labels = [words("figure.week"), words("figure.now"), *(span.label for span in course.spans)]
    margin = max(len(label) for label in labels) + 2
    ruler = "".join(f"{week:<{_WEEK}}" for week in range(1, course.weeks + 1))
    drawn = [words("figure.week").ljust(margin) + ruler.rstrip()]
    for span in course.spans:
        bar = " " * (span.starts * _WEEK) + _BAR * ((span.ends - span.starts) * _WEEK)
        drawn.append(span.label.ljust(margin) + bar)
    if course.today is not None and course.today < course.weeks:
        column = int(course.today * Decimal(_WEEK))
        drawn.append(words("figure.now").ljust(margin) + " " * column + _TODAY)
    return drawn


def spoken(course: "CourseShown", words: "Words") -> str:
    """The stretches in words, for who cannot see the bars; `CourseShown.text` says which week it is today."""
    return "; ".join(
        words("figure.span", label=span.label, first=span.starts + 1, last=span.ends) for span in course.spans
    )
