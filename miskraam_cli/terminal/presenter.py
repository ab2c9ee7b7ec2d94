"""The presenter for the terminal at hand. Each is imported only where a person is asked by it."""

from miskraam_cli.interview.prompt import Presenter
from miskraam_cli.language import Words


def presenter(words: Words, *, lines: bool, contrast: bool) -> Presenter:
    """Plain lines, or prompts by arrow keys and digits; in high contrast where that is asked for."""
    if lines:
        from miskraam_cli.terminal.lines import Lines

        return Lines(words)
    from miskraam_cli.terminal.prompts import Prompts
    from miskraam_cli.terminal.screen import theme

    return Prompts(words, theme(contrast=contrast))
