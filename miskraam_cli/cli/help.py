"""Help in the interface's language: help strings are keys, translated when help is drawn."""

import re
import sys
from typing import Any

from typer.core import TyperCommand, TyperGroup

from miskraam_cli.cli.asked_language import language_of
from miskraam_cli.errors import WrongInputError, near
from miskraam_cli.language import Words
from miskraam_cli.library.interface import words

_HEADINGS = ("Options", "Arguments", "Commands")
_VARIABLE = re.compile(r"\[env(\s+)var:(\s+)")  # click may break the line at either gap


def _translate(command: Any, context: Any, say: Words) -> None:
    for item in (command, *getattr(command, "commands", {}).values()):
        if item.help and item.help.startswith("help."):
            item.short_help = say(item.help)
            examples = f"{item.help}_examples"
            shown = f"\n\n\b\n{say('help.examples')}\n{say(examples)}" if examples in say.texts else ""
            item.help = item.short_help + shown
    for parameter in command.get_params(context):
        if parameter.name == "help":
            parameter.help = say("help.help")
        elif getattr(parameter, "help", None):
            key = parameter.help if parameter.help.startswith("help.") else f"help.{parameter.name}"
            parameter.help = say(key)


def _drawn(text: str, say: Words) -> str:
    for heading in _HEADINGS:
        text = text.replace(f"\n{heading}:\n", f"\n{say(f'help.heading_{heading.lower()}')}:\n")
    text = text.replace("Usage:", f"{say('help.usage')}:", 1).replace(
        "[required]", f"[{say('help.required')}]"
    )
    return _VARIABLE.sub(lambda found: f"[{say('help.variable')}:{max(found[1], found[2], key=len)}", text)


class Command(TyperCommand):
    """A command whose help is translated."""

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        say = words(language_of(sys.argv[1:]))
        _translate(self, ctx, say)
        return _drawn(super().get_help(ctx), say)


class Group(TyperGroup):
    """A group of commands whose help is translated."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command named; WrongInputError with the nearest name where there is none."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            nearest = near(args[0], tuple(self.commands))
            raise WrongInputError("error.no_command", name=args[0], near=nearest)
        return super().resolve_command(ctx, args)

    def get_help(self, ctx: Any) -> str:
        """The help page."""
        say = words(language_of(sys.argv[1:]))
        _translate(self, ctx, say)
        return _drawn(super().get_help(ctx), say)
