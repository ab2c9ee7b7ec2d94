"""How wide a text is in a terminal, and its lines by that width: a Chinese letter takes two cells, an accent none."""

import re
import textwrap
from collections.abc import Iterator

_ONE_EACH = re.compile("[\x20-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25ff\n]*")  # hardly a text has others
_BLANK = re.compile("[ \t\n\r\f\v]+")
_BOUND = "\N{NO-BREAK SPACE}"
_IN_NUMBER = re.compile(r"(?<=[0-9]) (?=[0-9])")
_BOUND_IN_NUMBER = re.compile(rf"(?<=[0-9]){_BOUND}(?=[0-9])")
_WIDE_SIGN = "\ufe0f"  # makes the sign before it an emoji, which takes two
_JOINER = "\u200d"


def cells(text: str) -> int:
    """The cells that a text takes on one line, in a terminal that does not join what can be joined."""
    return len(text) if _ONE_EACH.fullmatch(text) else sum(map(_width, text))


def padded(text: str, columns: int) -> str:
    """A text with spaces behind it, up to so many cells."""
    return text + " " * (columns - cells(text))


def fill(
    text: str,
    columns: int,
    *,
    initial_indent: str = "",
    subsequent_indent: str = "",
    break_long_words: bool = True,
) -> str:
    """A text in lines of at most so many cells, broken as `textwrap` does, and between letters of two cells.

    A number is not broken (071 526 28 70), nor a word at its hyphen (out-of-hours).
    """
    text = _IN_NUMBER.sub(_BOUND, text)
    if _ONE_EACH.fullmatch(text):
        broken = textwrap.fill(
            text,
            columns,
            initial_indent=initial_indent,
            subsequent_indent=subsequent_indent,
            break_long_words=break_long_words,
            break_on_hyphens=False,
        )
        return _BOUND_IN_NUMBER.sub(" ", broken)
    lines, line, room = list[str](), initial_indent, columns - cells(initial_indent)
    for piece in _pieces(_BLANK.sub(" ", text.strip()), room if break_long_words else 0):
        wide = cells(piece)
        if wide > room and line.strip():
            lines.append(line.rstrip(" "))
            line, room = subsequent_indent, columns - cells(subsequent_indent)
            piece, wide = piece.lstrip(" "), cells(piece.lstrip(" "))
        line, room = line + piece, room - wide
    return _BOUND_IN_NUMBER.sub(" ", "\n".join([*lines, line.rstrip(" ")]))


def _pieces(text: str, longest: int) -> Iterator[str]:
    """What no line may end within: a space, a letter of two cells, a word; of a word too long, as much as fits."""
    piece = ""
    for letter in _letters(text):
        is_alone = letter == " " or cells(letter) > 1
        if piece and (is_alone or (longest and cells(piece + letter) > longest)):
            yield piece
            piece = ""
        if is_alone:
            yield letter
        else:
            piece += letter
    if piece:
        yield piece


def _letters(text: str) -> Iterator[str]:
    """Each letter with the marks on it, and emoji that are joined as one."""
    found = ""
    for sign in text:
        if found and _width(sign) > 0 and sign != _WIDE_SIGN and not found.endswith(_JOINER):
            yield found
            found = ""
        found += sign
    if found:
        yield found


def _width(sign: str) -> int:
    from wcwidth import wcwidth  # not where all letters take one

    return 1 if sign == _WIDE_SIGN else max(0, wcwidth(sign))
