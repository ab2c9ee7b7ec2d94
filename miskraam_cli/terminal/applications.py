"""One application for each kind of prompt, built once and run again for every question.

Imported only where a person is asked.
"""

from collections.abc import Callable, Sequence
from typing import Any

from prompt_toolkit.application import get_app_session

from miskraam_cli.interview.prompt import Prompt
from miskraam_cli.terminal.leaving import DESK, Left, Ways
from miskraam_cli.terminal.lists import One, Several
from miskraam_cli.terminal.prompt_kinds import Kind
from miskraam_cli.terminal.theme import Theme
from miskraam_cli.terminal.typed_field import Typed


class Applications:
    """One application for each kind of prompt."""

    def __init__(self, theme: Theme, ways: Ways = DESK) -> None:
        self._output = get_app_session().output
        self._output.enable_cpr = False  # type: ignore[attr-defined]  # no second's wait for a silent terminal
        self._theme = theme
        self._ways = ways
        self._built: dict[str, Kind] = {}

    def run(
        self,
        prompt: Prompt,
        keys: Sequence[str],
        nothing_chosen: str,
        above: Callable[[], str],
        idle: float | None = None,
    ) -> Left:
        """Run the application for this kind of prompt.

        `keys` names the keys that work; `nothing_chosen` is what Enter gets where nothing is; `above` gives what
        stands above the prompt; after `idle` seconds without a key it is left as idle.
        """
        return self.built(prompt.kind).run(prompt, keys, nothing_chosen, above, idle)

    def built(self, kind: str) -> Kind:
        """The application for one kind, built when it is first needed."""
        if kind not in self._built:
            kinds: dict[str, Callable[[Theme, Any, Ways], Kind]] = {
                "one": One,
                "several": Several,
                "typed": Typed,
            }
            self._built[kind] = kinds[kind](self._theme, self._output, self._ways)
        return self._built[kind]
