"""Options in any place: `miskraam --lang en follow-up` means what `miskraam follow-up --lang en` means."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from miskraam_cli.cli.options import Options


def behind_the_command(arguments: Sequence[str], program: Any) -> list[str]:
    """The arguments with the shared options that stand before the command behind it.

    They come first there, so that the same option behind the command wins. Without a command, or with an option
    before it that is not shared, all stays as it is, and the program says what is wrong with it.
    """
    takes_value = _shared(program)
    command, names, moved = program, list[str](), list[str]()
    left = list(arguments)
    while left and hasattr(command, "commands"):
        word = left.pop(0)
        option, with_value, _ = word.partition("=")
        if word in command.commands:
            command = command.commands[word]
            names.append(word)
        elif option in takes_value:
            moved.append(word)
            moved += [left.pop(0)] if takes_value[option] and not with_value and left else []
        else:
            return list(arguments)
    return list(arguments) if hasattr(command, "commands") else [*names, *moved, *left]


def _shared(program: Any) -> dict[str, bool]:
    """The options that commands share, and whether a value follows each."""
    names = {field.name for field in fields(Options)}
    return {
        option: not parameter.is_flag
        for parameter in program.params
        if parameter.name in names
        for option in parameter.opts
    }
