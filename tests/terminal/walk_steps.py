"""What a person does at a prompt, as keys for one presenter and as lines for the other."""

from dataclasses import dataclass

from miskraam_cli.interview.prompt import Prompt

ENTER = "\r"
SHIFT_TAB = "\x1b[Z"
CTRL_C = "\x03"
CTRL_O = "\x0f"
CTRL_U = "\x15"  # wipes what stands in a text prompt


class Step:
    """One thing done. `ends` unless the prompt stays where it is; `is_seen` unless nothing changes on the screen."""

    ends = True
    is_seen = True

    def keys(self, _prompt: Prompt) -> str:
        """The keys that do it at a full terminal."""
        raise NotImplementedError

    def line(self) -> str:
        """The line that does it where there are only lines."""
        raise NotImplementedError


@dataclass(frozen=True)
class Choose(Step):
    """Choose an option by its number."""

    number: int

    def keys(self, _prompt: Prompt) -> str:
        return f"{self.number}{ENTER}"

    def line(self) -> str:
        return str(self.number)


@dataclass(frozen=True)
class Tick(Step):
    """Let exactly these options be ticked, and go on."""

    numbers: tuple[int, ...]

    def keys(self, prompt: Prompt) -> str:
        ticked = {n for n, option in enumerate(prompt.options, 1) if option.id in prompt.chosen}
        return "".join(str(number) for number in sorted(ticked ^ set(self.numbers))) + ENTER

    def line(self) -> str:
        return ",".join(str(number) for number in self.numbers)


@dataclass(frozen=True)
class Type(Step):
    """Type a text in the place of what stands there."""

    text: str

    def keys(self, _prompt: Prompt) -> str:
        return CTRL_U + self.text + ENTER

    def line(self) -> str:
        return self.text


@dataclass(frozen=True)
class Enter(Step):
    """Press Enter and nothing else."""

    def keys(self, _prompt: Prompt) -> str:
        return ENTER

    def line(self) -> str:
        return ""


@dataclass(frozen=True)
class EnterOnNothing(Step):
    """Press Enter where nothing is chosen yet; the prompt stays."""

    ends = False

    def keys(self, _prompt: Prompt) -> str:
        return ENTER

    def line(self) -> str:
        return ""


@dataclass(frozen=True)
class Hear(Step):
    """The terminal says something by itself; the prompt stays. Where there are only lines an Enter sends it off."""

    said: str
    ends = False
    is_seen = False

    def keys(self, _prompt: Prompt) -> str:
        return self.said

    def line(self) -> str:
        return self.said


@dataclass(frozen=True)
class GoOn(Step):
    """Go on at the end: by keys that is the first of two ways."""

    def keys(self, _prompt: Prompt) -> str:
        return f"1{ENTER}"

    def line(self) -> str:
        return ""


@dataclass(frozen=True)
class GoBack(Step):
    """Go back to the question before."""

    def keys(self, _prompt: Prompt) -> str:
        return SHIFT_TAB

    def line(self) -> str:
        return "terug"


@dataclass(frozen=True)
class Help(Step):
    """Ask for help; the question stays."""

    ends = False

    def keys(self, _prompt: Prompt) -> str:
        return "?"

    def line(self) -> str:
        return "uitleg"


@dataclass(frozen=True)
class Look(Step):
    """Look at all answers."""

    def keys(self, _prompt: Prompt) -> str:
        return CTRL_O

    def line(self) -> str:
        return "nakijken"


@dataclass(frozen=True)
class Quit(Step):
    """Stop."""

    def keys(self, _prompt: Prompt) -> str:
        return CTRL_C

    def line(self) -> str:
        return "stop"


@dataclass(frozen=True)
class Press(Step):
    """Press these keys, at a full terminal only; they must end the prompt."""

    pressed: str

    def keys(self, _prompt: Prompt) -> str:
        return self.pressed


@dataclass(frozen=True)
class Stay(Press):
    """Press these keys, at a full terminal only; the prompt stays."""

    ends = False
