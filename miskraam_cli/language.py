"""Words, numbers and dates in the languages the program speaks: Dutch first, English its translation."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

LANGUAGES = ("nl", "en")

_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")


_BRACE = re.compile(r"\{[^{}]{0,40}\}?|\}")


def stray_brace(text: str) -> str:
    """The first brace of a text that fills in no name, with what stands in it; empty where there is none."""
    found = _BRACE.search(_NAME.sub("", text))
    return found[0] if found else ""


@dataclass(frozen=True)
class Text:
    """One text in every language. `{name}` in it stands for a value; it has no other markup."""

    nl: str
    en: str

    def names(self) -> frozenset[str]:
        """The names that any language asks to fill in."""
        return frozenset(_NAME.findall(self.nl) + _NAME.findall(self.en))

    def in_language(self, language: str, /, **values: str) -> str:
        """The text in `language`; a name without a value stays as it stands."""
        text = self.nl if language == "nl" else self.en
        return _NAME.sub(lambda found: values.get(found[1], found[0]), text)


@dataclass(frozen=True)
class Words:
    """The words of the interface in one language. `texts` maps a dotted key to its text."""

    texts: Mapping[str, Text]
    language: str

    def __call__(self, key: str, /, **values: object) -> str:
        """The words under the dotted `key`, with `values` filled in; a key without words is shown with its values."""
        text = self.texts.get(key)  # a KeyError here would hide the error for which words are looked up
        if text is None:
            return " ".join((key, *(f"{name}={value}" for name, value in values.items())))
        return text.in_language(self.language, **{name: str(value) for name, value in values.items()})

    def number(self, value: Decimal, places: int = 0, *, fixed: bool = False) -> str:
        """A number as the language writes it: 1,5 or 1.5. It has at least `places` decimals.

        Zeros beyond those are left out, or kept where it is `fixed`. No digit is rounded away.
        """
        shown = value if fixed else value.normalize()
        if -int(shown.as_tuple().exponent) < places:
            shown = shown.quantize(Decimal(1).scaleb(-places))
        text = f"{shown:f}"
        return text.replace(".", ",") if self.language == "nl" else text

    def spelled(self, number: str) -> str:
        """A telephone number so that a voice reads it digit by digit: 0 7 1, 5 2 6, 2 8, 7 0."""
        return ", ".join(" ".join(group) if group.isdigit() else group for group in number.split())

    def date(self, day: date) -> str:
        """A date in full: 22 november 2026."""
        return self("date.long", day=day.day, month=self(f"month.m{day.month}"), year=day.year)

    def joined(self, parts: Iterable[str]) -> str:
        """One or more parts as a list in a sentence: a, b en c."""
        *first, last = list(parts)
        return self("list.and", first=", ".join(first), last=last) if first else last


@dataclass(frozen=True)
class EveryLanguage:
    """The words of the interface in all languages at once, for what stands beside its translation."""

    texts: Mapping[str, Text]

    def __call__(self, key: str, /, **values: Text | str) -> Text:
        """The words under the dotted `key`, with `values` filled in, a text in the language of the words."""
        return self.made(lambda words: words(key, **_in_language(values, words.language)))

    def made(self, make: Callable[[Words], str]) -> Text:
        """What `make` makes of the words of each language."""
        return Text(**{language: make(Words(self.texts, language)) for language in LANGUAGES})


def _in_language(values: Mapping[str, Text | str], language: str) -> dict[str, str]:
    return {
        name: value.in_language(language) if isinstance(value, Text) else value
        for name, value in values.items()
    }
