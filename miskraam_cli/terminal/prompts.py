"""Prompts for a full terminal, by questionary. One application per kind of prompt, built once, run per question.

The question stands in the application, above its choices, and goes with them: what is answered is one quiet line.
The first question is printed before questionary is imported, so that it stands there at once.
"""

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from miskraam_cli.interview.letters import clean
from miskraam_cli.interview.prompt import (
    Answered,
    Back,
    Continue,
    Jump,
    Notice,
    Paragraph,
    Prompt,
    PromptOption,
    Stop,
)
from miskraam_cli.language import Words
from miskraam_cli.terminal.line_of_keys import keys_of, nothing_chosen
from miskraam_cli.terminal.paragraphs import draw_columns, draw_notice
from miskraam_cli.terminal.screen import LOW
from miskraam_cli.terminal.theme import Theme, full_width, packed, width, wrapped
from miskraam_cli.terminal.unseen_keys import unseen

if TYPE_CHECKING:
    from miskraam_cli.terminal.applications import Applications
    from miskraam_cli.terminal.leaving import Left

_MARGIN = "  "
_THREE_COLUMNS = 120  # from this width on options stand beside each other
_FEWEST = 5  # lines of a page, however low the screen is
_AROUND = 4  # lines around what can be chosen: gaps and keys
_BESIDE, _BESIDE_TICKED = 8, 12  # columns around a choice: its pointer, box, number and margin
_NEW_LINE = "\n"
_NEXT = "next"
_REVIEW = "review"


class Prompts:
    """Puts prompts with arrow keys and digits; knows nothing of what they mean."""

    def __init__(self, words: Words, theme: Theme) -> None:
        self.words = words
        self.theme = theme
        self._applications: Applications | None = None

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        """Put one prompt and wait for the person. A question that is higher than the screen can be scrolled back to."""
        size, drawn = shutil.get_terminal_size(), self._question(prompt)
        if not prompt.above and not self._fits(drawn.split("\n"), prompt):
            print(wrapped(prompt.text, _MARGIN))
        left = self._run(
            prompt, lambda: drawn if shutil.get_terminal_size() == size else self._question(prompt)
        )
        answered = Answered(left.chosen, clean(left.typed))
        if left.how in ("stop", "closed"):
            return Stop(answered, sure=left.how == "closed")
        if left.how == "back":
            return Back(answered)
        if left.how == "review":
            return Jump(answered)
        return answered

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        """Show a notice; unless it is a line, wait until it has been read. An alert leaves one line behind."""
        if notice.kind == "line":
            lines = self._drawn(notice)
            stands_apart = any(paragraph.style == "plain" for paragraph in notice.paragraphs)
            print("\n".join(["", *lines] if stands_apart and not notice.border else lines))
            return Continue()
        options = notice.options or (PromptOption(_NEXT, self.words("keys.next")),)
        if notice.can_review:
            options = (*options, PromptOption(_REVIEW, self.words("review.look")))
        prompt = Prompt(
            "",
            "one",
            "",
            options,
            can_go_back=notice.can_go_back,
            can_review=notice.can_review,
            deaf_for=notice.deaf_for,
        )
        columns = bool(notice.columns) and full_width() >= _THREE_COLUMNS
        if columns:
            lines = ["", *draw_columns(notice.columns, self.theme, full_width(), _MARGIN)]
            left = self._read(lines, prompt)
        elif notice.border and not self._fits(self._drawn(notice), prompt):
            left = self._run(*self._without_why(notice, prompt))
        else:
            left = self._read(self._drawn(notice), prompt)
        if left.how == "review" or (left.how == "answered" and left.chosen == (_REVIEW,)):
            return Jump()
        if left.how == "back":
            return Back()
        if left.how == "stop":
            return Stop()
        self._leave_behind(notice)
        if left.how == "closed" or (notice.options and left.chosen == (options[0].id,)):
            return Stop(sure=True)
        return Continue(columns)

    def _read(self, lines: Sequence[str], last: Prompt) -> "Left":
        """Let her read lines a screen at a time, back and forth; on the last one stands what is asked."""
        on = replace(last, options=(PromptOption(_NEXT, self.words("keys.next")),), can_review=False)
        pages, at = self._pages(lines, last), 0
        while True:
            is_last = at == len(pages) - 1
            prompt = replace(last if is_last else on, can_go_back=at > 0 or last.can_go_back)
            left = self._run(prompt, partial("\n".join, pages[at]))
            if left.how == "back" and at > 0:
                at -= 1
            elif left.how == "answered" and not is_last:
                at += 1
            else:
                return left

    def _pages(self, lines: Sequence[str], last: Prompt) -> list[Sequence[str]]:
        if self._fits(lines, last):
            return [lines]
        room = max(_FEWEST, shutil.get_terminal_size().lines - self._below(last))
        return [lines[start : start + room] for start in range(0, len(lines), room)]

    def _without_why(self, notice: Notice, prompt: Prompt) -> tuple[Prompt, Callable[[], str]]:
        """An alert that is higher than the screen: what to do, the numbers and the choices; why, on request."""
        why = "\n".join(paragraph.text for paragraph in notice.paragraphs if paragraph.style == "plain")
        short = replace(notice, paragraphs=tuple(part for part in notice.paragraphs if part.style != "plain"))
        return replace(prompt, help=why), lambda: self._text(short)

    def _run(self, prompt: Prompt, above: Callable[[], str]) -> "Left":
        if self._applications is None:
            printed = f"{above()}\n"
            with unseen():  # a key pressed too soon is no answer, and must not stand on the screen as one
                sys.stdout.write(printed)
                sys.stdout.flush()
                from miskraam_cli.terminal.applications import Applications

                self._applications = Applications(self.theme)
                self._applications.built(prompt.kind)
            sys.stdout.write(f"\x1b[{printed.count(_NEW_LINE)}A\r\x1b[J")  # it stands in the application now
            sys.stdout.flush()
        return self._applications.run(prompt, self._keys(prompt), nothing_chosen(prompt, self.words), above)

    def _question(self, prompt: Prompt) -> str:
        """What stands above the choices or the field; on a low screen without what is only good to know."""
        low = shutil.get_terminal_size().lines < LOW
        where = " · ".join(part for part in (prompt.progress, prompt.title) if part)
        said = [] if low or not where else [Paragraph(""), Paragraph(where, "quiet")]
        asked = [Paragraph(prompt.text, "strong")] if prompt.text else []
        asked += [Paragraph(prompt.typed_as, "quiet")] if prompt.typed_as else []
        gap = [] if low else [Paragraph("")]
        question = self._drawn(Notice("line", (*said, *gap, *asked)))
        if prompt.above:
            card = self._drawn(Notice("line", prompt.above, border="frame"))
            if not self._fits([*card, *question], prompt):
                card = [line for line in card if line.strip()]
            question = [*card, *question]
        return "\n".join(question)

    def _text(self, notice: Notice) -> str:
        return "\n".join(self._drawn(notice))

    def _drawn(self, notice: Notice) -> list[str]:
        """A notice as lines; on a low screen one with a border has no empty ones."""
        low = notice.border and shutil.get_terminal_size().lines < LOW
        parts = tuple(part for part in notice.paragraphs if part.text or not low)
        lines = draw_notice(replace(notice, paragraphs=parts), self.theme, width(), _MARGIN)
        return ["", *lines] if notice.border and not low else lines

    def _fits(self, lines: Sequence[str], prompt: Prompt) -> bool:
        return len(lines) + self._below(prompt) <= shutil.get_terminal_size().lines

    def _below(self, prompt: Prompt) -> int:
        """How many lines stand below a text: the choices, the keys, and a gap before each."""
        keys = packed(self._keys(prompt), width()).count("\n") + 1
        return _list_height(prompt) + keys + 2

    def _leave_behind(self, notice: Notice) -> None:
        """What was read goes: an alert leaves what to do in one line, a note its title, anything else nothing."""
        first = notice.paragraphs[0] if notice.paragraphs else Paragraph("")
        if notice.border:
            print(wrapped(f"{notice.headline}: {first.text}", _MARGIN))
        elif first.style == "strong":
            print(self.theme.paint(wrapped(first.text, _MARGIN), "quiet"))

    def _keys(self, prompt: Prompt) -> list[str]:
        """The keys that work here, in words."""
        said = wrapped(prompt.text, _MARGIN).count("\n") + 1
        is_long = said + _list_height(prompt) + _AROUND > shutil.get_terminal_size((80, 24)).lines
        more = [self.words("keys.more")] if is_long else []
        first, *others = [*keys_of(prompt, self.words), self.words("keys.stop")]
        return [first, *more, *others]  # on a low screen the first lines of keys are seen


def _list_height(prompt: Prompt) -> int:
    """About how many lines a list takes, with its headings."""
    headings = {option.heading for option in prompt.options if option.heading}
    room = width() - (_BESIDE_TICKED if prompt.kind == "several" else _BESIDE)
    return 2 * len(headings) + sum(
        wrapped(option.label, columns=room).count("\n") + 1 for option in prompt.options
    )
