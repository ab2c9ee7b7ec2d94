"""Help in the interface's language: help strings are keys, translated when help is drawn."""

import re
import sys
from shlex import quote
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


def _quoted(args: list[str], left: list[str]) -> str:
    """What stands before the first word that is left over, and all of that, as one name in quotes."""
    before = args[args.index(left[0]) - 1] if left[0] in args[1:] else ""
    name = " ".join((before, *left)) if before and not before.startswith("-") else " ".join(left)
    return quote(name.strip("‘’“”„«»'\""))


class Command(TyperCommand):
    """A command whose help is translated."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Raises WrongInputError for more than belongs here; mostly a name with a blank that nobody put in quotes."""
        ctx.allow_extra_args, given = True, list(args)
        left: list[str] = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            raise WrongInputError("error.left_over", left=" ".join(left), quoted=_quoted(given, left))
        return left

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
