"""Prompts line by line: no cursor movement, no boxes, no colour. For screen readers, dumb terminals and pipes.

Choices are numbered, the earlier answer is spoken. What else can be done is a word, which every voice reads aloud; the
signs `<`, `?` and `=` do the same for who types fast.
"""

from collections.abc import Sequence

from miskraam_cli.interview.letters import plainly
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
from miskraam_cli.terminal.theme import wrapped
from miskraam_cli.terminal.typed_lines import TypedLines

_SIGNS = {"back": "<", "help": "?", "review": "="}


class _Ended(Exception):
    """She interrupted what she was reading, or there is nothing more to read (`closed`)."""

    def __init__(self, *, closed: bool) -> None:
        super().__init__()
        self.closed = closed


class Lines:
    """Puts prompts as lines of text; knows nothing of what they mean."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._typed = TypedLines()

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        """Put one prompt, read lines until one can be taken."""
        self._typed.forget()
        self._head(prompt)
        self._typed.wait_deaf(prompt.deaf_for)
        while True:
            try:
                line = self._read()
            except _Ended as ended:
                return Stop(Answered(prompt.chosen, prompt.typed), sure=ended.closed)
            if self._is("back", line) and prompt.can_go_back:
                return Back(Answered(prompt.chosen, prompt.typed))
            if self._is("back", line):
                print(wrapped(self.words("lines.no_back")))
                continue
            if self._is("help", line):
                self._explain(prompt)
                continue
            if self._is("stop", line):
                return Stop(Answered(prompt.chosen, prompt.typed))
            if prompt.can_review and self._is("review", line):
                return Jump(Answered(prompt.chosen, prompt.typed))
            answered = self._taken(line, prompt)
            if answered is not None:
                return answered

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        """Show a notice; unless it is a line, wait for Enter or a choice."""
        if notice.kind != "line":
            self._typed.forget()
        print()
        if notice.headline:
            print(wrapped(f"{notice.headline}."))
        for paragraph in notice.paragraphs:
            print(self._said(paragraph))
        if notice.kind == "line":
            return Continue()
        if not notice.options:
            return self._pause(notice)
        first = notice.options[0].id
        left = self.ask(
            Prompt("", "one", "", notice.options, can_go_back=notice.can_go_back, deaf_for=notice.deaf_for)
        )
        if isinstance(left, Answered):
            return Stop(sure=True) if left.chosen == (first,) else Continue()
        return left if isinstance(left, Stop) else Back()

    def _said(self, paragraph: Paragraph) -> str:
        """A paragraph; a number is written so that it is read digit by digit."""
        number = f": {self.words.spelled(paragraph.number)}" if paragraph.number else ""
        label = f"{paragraph.label}: " if paragraph.label else ""
        return wrapped(f"{label}{paragraph.text}{number}")

    def _pause(self, notice: Notice) -> Continue | Back | Jump | Stop:
        can = self._or_type(back=notice.can_go_back, review=notice.can_review)
        print(wrapped(f"{self.words('lines.enter')} {can}"))
        self._typed.wait_deaf(notice.deaf_for)
        try:
            line = self._read()
        except _Ended as ended:
            return Stop(sure=ended.closed)
        if self._is("back", line) and notice.can_go_back:
            return Back()
        if self._is("review", line) and notice.can_review:
            return Jump()
        return Stop() if self._is("stop", line) else Continue()

    def _head(self, prompt: Prompt) -> None:
        print()
        if prompt.error:
            print(wrapped(prompt.error))
            return
        for paragraph in prompt.above:
            print(self._said(paragraph))
        above = ". ".join(part for part in (prompt.progress, prompt.title) if part)
        for text in (above, prompt.text, prompt.typed_as):
            if text:
                print(wrapped(text))
        heading = ""
        for number, option in enumerate(prompt.options, 1):
            if option.heading != heading:
                heading = option.heading
                print(wrapped(heading))
            print(wrapped(f"{number}. {option.label}", "  "))
        earlier = _labels(prompt, Answered(prompt.chosen, prompt.typed))
        if earlier:
            keeps = "lines.earlier" if prompt.id else "lines.default"
            print(wrapped(self.words(keeps, answer=earlier.removesuffix("."))))
        print(wrapped(self._keys(prompt)))

    def _explain(self, prompt: Prompt) -> None:
        """Say the help, and after it once more what is asked and what can be typed."""
        print(wrapped(prompt.help or self.words("lines.no_help")))
        print(wrapped(prompt.text))
        print(wrapped(self._keys(prompt)))

    def _keys(self, prompt: Prompt) -> str:
        can = self._or_type(back=prompt.can_go_back, help=bool(prompt.help), review=prompt.can_review)
        return f"{self.words(f'lines.{prompt.kind}')} {can}"

    def _or_type(self, **can: bool) -> str:
        """The words that do something here: those of what she can do, and to stop."""
        names = [name for name, may in can.items() if may] + ["stop"]
        return self.words("lines.or_type", names=", ".join(self.words(f"lines.{name}") for name in names))

    def _is(self, name: str, line: str) -> bool:
        """Whether a line is the word, or the sign, for back, help, review or stop."""
        typed = plainly(line).lower()
        return typed == _SIGNS.get(name) or typed == self.words(f"lines.{name}")

    def _taken(self, line: str, prompt: Prompt) -> Answered | None:
        """What a line means; None where it means nothing, and that is said."""
        if not line and (prompt.chosen or prompt.typed) and not prompt.error:
            answered = Answered(prompt.chosen, prompt.typed)
        elif prompt.kind == "typed":
            answered = Answered(typed=line)
        else:
            choices = plainly(line)
            parts = choices.replace(";", ",").split(",") if prompt.kind == "several" else [choices]
            chosen = [_option(part.strip(), prompt.options) for part in parts]
            if not line or None in chosen:
                again = self.words("lines.again", last=len(prompt.options))
                print(wrapped(f"{again} {prompt.otherwise}".rstrip()))
                return None
            ids = [option.id for option in prompt.options]
            found = dict.fromkeys(option.id for option in chosen if option is not None)
            answered = Answered(tuple(sorted(found, key=ids.index)))
        return answered

    def _read(self) -> str:
        try:
            return self._typed.read()
        except (EOFError, KeyboardInterrupt) as ended:
            print()
            raise _Ended(closed=isinstance(ended, EOFError)) from ended


def _labels(prompt: Prompt, answered: Answered) -> str:
    """An answer in words: the chosen options with their numbers, or the text typed."""
    chosen = [
        f"{n}, {option.label}" for n, option in enumerate(prompt.options, 1) if option.id in answered.chosen
    ]
    return "; ".join(chosen) or answered.typed


def _option(text: str, options: Sequence[PromptOption]) -> PromptOption | None:
    """The option of a number, or of words that only one option starts with."""
    if text.isdecimal() and text.isascii():
        return options[int(text) - 1] if 0 < int(text) <= len(options) else None
    starting = [option for option in options if text and option.label.lower().startswith(text.lower())]
    return starting[0] if len(starting) == 1 else None
