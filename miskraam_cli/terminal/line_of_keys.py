"""What is said of the keys at a prompt: those that work, and what Enter gets where nothing is chosen."""

from miskraam_cli.interview.prompt import Prompt
from miskraam_cli.language import Words


def keys_of(prompt: Prompt, words: Words) -> list[str]:
    """The keys that work at any such prompt, each in words."""
    only = "enter" if len(prompt.options) == 1 else prompt.kind
    names = [only, *(["back"] if prompt.can_go_back else [])]
    names += [_help(prompt)] if prompt.help else []
    names += ["review"] if prompt.can_review else []
    return [key for name in names for key in words(f"keys.{name}").split(" · ")]


def nothing_chosen(prompt: Prompt, words: Words) -> str:
    """What Enter gets at a list in which she chose nothing: what to do, and what she may choose if it is hard."""
    first = words("choose.tick" if prompt.kind == "several" else "choose.first")
    return f"{first} {prompt.otherwise}".rstrip()


def _help(prompt: Prompt) -> str:
    """In her own words a question mark is a letter."""
    return "help_in_text" if prompt.free_text else "help"
