"""Lists of choices, to choose one or tick several; the real cursor stands on the one pointed at.

Nothing is pointed at until she moves or presses a digit, except what she chose before; only Enter answers. A digit
points at its choice, or ticks it. Two digits within a second are one number where the list is that long: 1 and then 0
is ten, and a tick that the 1 made is taken back.

One private method of questionary is used, `_init_choices`, in one place.
"""

import time
from collections.abc import Callable
from string import ascii_lowercase, digits
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.layout import Dimension, Window
from questionary.prompts.common import Choice, InquirerControl, Separator

from miskraam_cli.cells import fill
from miskraam_cli.terminal.leaving import Ways
from miskraam_cli.terminal.prompt_kinds import Kind, style_of
from miskraam_cli.terminal.theme import Theme

_POINTER = "❯"
_ASCII_POINTER = ">"
_NOTHING = -1  # the row pointed at while none is
_BEFORE_KEYS = 1000  # on a screen too small for all, the choices go before the line of keys
_MOMENT = 1.0  # seconds in which a second digit belongs to the first


class _NothingTyped(Application[Any]):
    """An application without a field: what asks for one gets the same empty one, and not a new one each time."""

    _field = Buffer()

    @property
    def current_buffer(self) -> Buffer:
        return self._field


class List(Kind):
    """A list of choices, in one application around questionary's own list."""

    rows: list[int]  # where each option stands among the headings
    ticks = False

    def __init__(self, theme: Theme, output: Any, ways: Ways) -> None:
        pointer = _POINTER if theme.letters else _ASCII_POINTER
        self.control = InquirerControl([Choice("")], pointer=pointer, use_indicator=False, focusable=True)
        listed = Window(self.control, height=Dimension(weight=_BEFORE_KEYS))
        application = _NothingTyped(style=style_of(theme), output=output)
        super().__init__(theme, ways, application, [Window(height=1), listed], listed)

    def prepare(self) -> None:
        prompt, control = self.prompt, self.control
        control.choices, control.selected_options = [], []
        rows: list[Choice] = []
        self.rows = []
        heading = ""
        for option in prompt.options:
            if option.heading != heading:
                heading = option.heading
                rows.append(Separator(f"\n{self._indented(heading)}"))
            self.rows.append(len(rows))
            rows.append(Choice(option.label, option.id, checked=self.ticks and option.id in prompt.chosen))
        control._init_choices(rows, _NOTHING)
        self.number, self.number_at = "", 0.0
        ids = [option.id for option in prompt.options]
        chosen = next((ids.index(chosen) for chosen in prompt.chosen if chosen in ids), None)
        if chosen is not None:
            self.point(chosen)

    @property
    def at(self) -> int | None:
        """The option pointed at, if there is one; among the rows there may be headings too."""
        row = self.control.pointed_at
        return None if row == _NOTHING else self.rows.index(row)

    def point(self, index: int) -> None:
        """Point at an option; what digit comes next begins a number."""
        self.control.pointed_at = self.rows[index]
        self.number = ""

    def draw(self) -> None:
        """The choices as they stand, wrapped to the width that the terminal has now."""
        super().draw()
        wide, room = len(str(len(self.rows))), self.room()
        for index, (row, option) in enumerate(zip(self.rows, self.prompt.options, strict=True)):
            start = f"{self.mark(option.id)}{index + 1:>{wide}}  "
            lines = fill(option.label, max(10, room - len(start) - 4)).split("\n")
            self.control.choices[row].title = self.shown(start + f"\n{' ' * (len(start) + 3)}".join(lines))

    def mark(self, _option_id: str) -> str:
        """What stands before the number of a choice."""
        return ""

    def bind(self, on: Callable[..., None]) -> None:
        on("up", then=lambda: self.move(-1))
        on("down", then=lambda: self.move(1))
        for digit in digits:
            on(digit, then=lambda digit=digit: self.press_digit(digit))
        for letter in ascii_lowercase:
            on(letter, letter.upper(), then=lambda letter=letter: self.point_by(letter))
        on("enter", then=self.enter)

    def move(self, by: int) -> None:
        """One up or down, and around; from nothing to the last or the first."""
        start = self.at
        if start is None:
            start = -1 if by > 0 else 0
        self.point((start + by) % len(self.rows))

    def point_by(self, letter: str) -> None:
        """Point at the next choice that starts with a letter, as in any list: j is Ja, and never the line below."""
        options = self.prompt.options
        start = 0 if self.at is None else self.at + 1
        order = [index % len(options) for index in range(start, start + len(options))]
        starting = [index for index in order if options[index].label.lower().startswith(letter)]
        if starting:
            self.point(starting[0])

    def press_digit(self, digit: str) -> None:
        """Pick the choice of this number: of the digit just before and this one together, else of this one."""
        now = time.monotonic()
        before = self.number if now < self.number_at + _MOMENT else ""
        number = next((some for some in (before + digit, digit) if 0 < int(some) <= len(self.rows)), "")
        if number:
            self.pick(int(number) - 1, corrects=len(number) > 1)
            self.number, self.number_at = number, now

    def pick(self, index: int, *, corrects: bool) -> None:
        """What a number does to its option; it `corrects` where its first digit alone was taken for another."""
        raise NotImplementedError

    def enter(self) -> None:
        """Answer with what she chose; where that is nothing, say so and stay."""
        if self.unfinished()[0]:
            self.leave("answered")
        else:
            self.hint = self.nothing_chosen


class One(List):
    """One choice. Where there is but one thing to choose it is no list, and Enter leaves it."""

    def prepare(self) -> None:
        super().prepare()
        if len(self.rows) == 1:
            self.point(0)

    def pick(self, index: int, *, corrects: bool) -> None:  # noqa: ARG002  # to point costs nothing to correct
        self.point(index)

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        return (() if self.at is None else (self.prompt.options[self.at].id,)), ""


class Several(List):
    """Choices to tick, each on its own; one that is exclusive and the others put each other out."""

    ticks = True

    def prepare(self) -> None:
        super().prepare()
        self.before_number: list[str] = []

    def mark(self, option_id: str) -> str:
        """A box that reads the same in every font, aloud too."""
        return "[x] " if option_id in self.control.selected_options else "[ ] "

    def bind(self, on: Callable[..., None]) -> None:
        super().bind(on)
        on(" ", then=self.press_space)

    def press_space(self) -> None:
        """Tick or untick what is pointed at."""
        if self.at is not None:
            self.pick(self.at, corrects=False)

    def pick(self, index: int, *, corrects: bool) -> None:
        """Tick or untick an option, and point at it."""
        if corrects:
            self.control.selected_options = self.before_number
        self.before_number = ticked = self.control.selected_options
        self.point(index)
        option = self.prompt.options[index]
        alone = {other.id for other in self.prompt.options if other.exclusive}
        if option.id in ticked:
            now = [other for other in ticked if other != option.id]
        else:
            kept = [] if option.exclusive else [other for other in ticked if other not in alone]
            now = [*kept, option.id]
        self.control.selected_options = now

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        order = [option.id for option in self.prompt.options]
        return tuple(sorted(self.control.selected_options, key=order.index)), ""
