"""Lists of choices, to choose one or tick several; the real cursor stands on the one pointed at.

One private method of questionary is used, `_init_choices`, in one place.
"""

from collections.abc import Callable
from string import ascii_lowercase
from textwrap import wrap
from typing import Any

import questionary
from prompt_toolkit.filters import to_filter
from prompt_toolkit.layout import Dimension, Layout, Window
from questionary.prompts.common import Choice, InquirerControl, Separator

from miskraam_cli.terminal.prompt_kinds import Kind, Ways, style_of
from miskraam_cli.terminal.theme import Theme

_POINTER = "❯"
_ASCII_POINTER = ">"
_BEFORE_KEYS = 1000  # on a screen too small for all, the choices go before the line of keys


def _look(theme: Theme) -> dict[str, Any]:
    """What makes questionary's lists silent: our words stand above and below them."""
    pointer = _POINTER if theme.letters else _ASCII_POINTER
    silent = {"qmark": "", "instruction": " ", "pointer": pointer, "style": style_of(theme)}
    return {**silent, "use_jk_keys": False, "use_emacs_keys": False}


class List(Kind):
    """A list of choices; the real cursor stands on the one pointed at."""

    control: InquirerControl
    rows: list[int]  # where each option stands among the headings

    def focused(self, layout: Layout) -> Any:
        self.control = next(item for item in layout.find_all_controls() if isinstance(item, InquirerControl))
        self.control.focusable = to_filter(True)
        self.control.use_indicator = False
        self.application.before_render += lambda _: self.draw_titles()
        listed = next(window for window in layout.find_all_windows() if window.content is self.control)
        listed.height = Dimension(weight=_BEFORE_KEYS)
        return listed

    def drawn(self, _layout: Layout, focused: Any) -> list[Any]:
        """The list alone: the two prompts that questionary draws around it stay empty here, and cost as much again."""
        return [Window(height=1), focused]

    def prepare(self) -> None:
        prompt, control = self.prompt, self.control
        ids = [option.id for option in prompt.options]
        pointed = next((ids.index(chosen) for chosen in prompt.chosen if chosen in ids), 0)
        control.choices, control.selected_options, control.is_answered = [], [], False
        control.error_message, control.submission_attempted = None, False
        rows: list[Choice] = []
        self.rows = []
        heading = ""
        for option in prompt.options:
            if option.heading != heading:
                heading = option.heading
                rows.append(Separator(f"\n{self.shown(heading)}"))
            self.rows.append(len(rows))
            rows.append(Choice(option.label, option.id, checked=self.ticks and option.id in prompt.chosen))
        control._init_choices(rows, self.rows[pointed])

    @property
    def at(self) -> int:
        """The option pointed at; among the rows there may be headings too."""
        return self.rows.index(self.control.pointed_at)

    @at.setter
    def at(self, index: int) -> None:
        self.control.pointed_at = self.rows[index]

    def draw_titles(self) -> None:
        """The choices as they stand, wrapped to the width that the terminal has now."""
        for index, (row, option) in enumerate(zip(self.rows, self.prompt.options, strict=True)):
            number = f"{index + 1}  " if index < 9 else "   "
            start = f"{self.mark(option.id)}{number}"
            lines = wrap(option.label, max(10, self.room() - len(start) - 4))
            self.control.choices[row].title = self.shown(start + f"\n{' ' * (len(start) + 3)}".join(lines))

    def mark(self, _option_id: str) -> str:
        """What stands before the number of a choice."""
        return ""

    ticks = False

    def bind(self, on: Callable[..., None]) -> None:
        for digit in range(1, 10):
            on(
                str(digit),
                then=lambda index=digit - 1: self.pick(index),
                when=lambda index=digit - 1: index < len(self.rows),
            )
        for letter in ascii_lowercase:
            on(letter, letter.upper(), then=lambda letter=letter: self.point(letter))
        on("enter", then=self.enter)

    def point(self, letter: str) -> None:
        """Point at the next choice that starts with a letter, as in any list: j is Ja, and never the line below."""
        options, start = self.prompt.options, self.at + 1
        order = [index % len(options) for index in range(start, start + len(options))]
        starting = [index for index in order if options[index].label.lower().startswith(letter)]
        self.at = starting[0] if starting else self.at

    def pick(self, index: int) -> None:
        raise NotImplementedError

    def enter(self) -> None:
        self.leave("answered")

    def pointed(self) -> str:
        return str(self.control.get_pointed_at().value)


class One(List):
    def __init__(self, theme: Theme, output: Any, ways: Ways) -> None:
        select = questionary.select(" ", choices=["x"], **_look(theme), output=output)
        super().__init__(theme, select.application, ways)

    def pick(self, index: int) -> None:
        self.at = index
        self.leave("answered")

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        return (self.pointed(),), ""


class Several(List):
    ticks = True

    def __init__(self, theme: Theme, output: Any, ways: Ways) -> None:
        checkbox = questionary.checkbox(" ", choices=["x"], **_look(theme), output=output)
        super().__init__(theme, checkbox.application, ways)

    def mark(self, option_id: str) -> str:
        """A box that reads the same in every font, aloud too."""
        return "[x] " if option_id in self.control.selected_options else "[ ] "

    def bind(self, on: Callable[..., None]) -> None:
        super().bind(on)
        on(" ", then=lambda: self.pick(self.at))

    def pick(self, index: int) -> None:
        """Tick or untick; an exclusive choice and the others put each other out."""
        self.at = index
        option = self.prompt.options[index]
        ticked = self.control.selected_options
        if option.id in ticked:
            ticked.remove(option.id)
        else:
            alone = {other.id for other in self.prompt.options if other.exclusive}
            kept = [] if option.exclusive else [other for other in ticked if other not in alone]
            self.control.selected_options = [*kept, option.id]

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        order = [option.id for option in self.prompt.options]
        return tuple(sorted(self.control.selected_options, key=order.index)), ""
