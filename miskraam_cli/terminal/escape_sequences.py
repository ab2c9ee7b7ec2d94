"""What a terminal sends, taken apart after ECMA-48: characters, Escape, sequences and what was pasted.

The rules, each a state of the reader:

- A character is told as it is. Escape, or a C1 control character, begins a sequence; Escape alone is a key when for a
  moment nothing follows (`flush`).
- `Esc [` begins a control sequence: parameters, then one letter. Two of old terminals end later: a click, `Esc [ M` and
  three characters, and F1 to F5 of the Linux console, `Esc [ [` and one.
- `Esc O` and one character is an arrow or a function key; `Esc` and any other character is a key together with Alt.
- `Esc ]`, `P`, `X`, `^` and `_` begin a string, which ends at BEL, at `Esc \\`, or where it is cancelled. A string is
  always a reply of the terminal, and nothing is told of it.
- Between `Esc [200~` and `Esc [201~` stands what was pasted.
- What has begun waits for its rest, from one read to the next. When nothing came for a second, or of a paste for five,
  it is dropped; of a long one no more is kept than can matter.
- A bracket, `^` or `_` soon after an Escape that was told as a key belongs to it all the same: a slow line cut it.
"""

import time
from collections.abc import Callable
from functools import partial
from typing import Literal

Kind = Literal["character", "escape", "sequence", "pasted"]
Tell = Callable[[Kind, str], None]
State = Callable[[str], "State"]

_ESCAPE = "\x1b"
_STRINGS = "]PX^_"
_LATE = "[]^_"
_ENDS_STRING = "\x07\x18\x1a\x9c"  # BEL; cancel and substitute; the end of a string as one character
_END_OF_PASTE = "\x1b[201~"
_PATIENCE, _PATIENCE_WITH_PASTE = 1.0, 5.0  # seconds
_LONGEST_SEQUENCE, _LONGEST_PASTE = 64, 4096  # characters kept of one


class SequenceReader:
    """Reads characters as they come, cut anywhere, and tells what they are.

    Told are a character; Escape; a sequence that may be a key, without its Escape; and a text that was pasted.
    """

    def __init__(self, tell: Tell, clock: Callable[[], float] = time.monotonic) -> None:
        self._tell_on = tell
        self._clock = clock
        self._at = 0.0
        self._state: State = self._ground
        self._held = self._tail = ""
        self._is_forgotten = False

    def feed(self, text: str) -> None:
        """Read more characters."""
        now = self._clock()
        if now - self._at > (_PATIENCE_WITH_PASTE if self._state == self._paste else _PATIENCE):
            self._drop()
        self._at = now
        for character in text:
            self._state = self._state(_control_of_byte(character))
            self._is_forgotten &= self.is_unfinished

    def flush(self) -> None:
        """Nothing follows for now: an Escape that waits is the key."""
        if self._state == self._escape:
            self._tell("escape", _ESCAPE)
            self._state = self._late

    @property
    def is_unfinished(self) -> bool:
        """Whether something has begun."""
        return self._state != self._ground

    def forget(self) -> None:
        """What has begun is told no more, also when its rest comes."""
        self._is_forgotten = self.is_unfinished

    def _drop(self) -> None:
        self._state, self._is_forgotten = self._ground, False

    def _begin_anew(self, character: str) -> State:
        """What had begun was cut short: this character stands for itself."""
        self._drop()
        return self._ground(character)

    def _tell(self, kind: Kind, text: str) -> None:
        if not self._is_forgotten:
            self._tell_on(kind, text)

    def _ground(self, character: str) -> State:
        if character == _ESCAPE:
            return self._escape
        if "\x80" <= character <= "\x9f":  # C1: the same as Escape and a letter
            return self._escape(chr(ord(character) - 0x40))
        self._tell("character", character)
        return self._ground

    def _escape(self, character: str) -> State:
        if character == _ESCAPE:
            return self._escape
        if character == "[":
            self._held = ""
            return self._control_sequence
        if character == "O":
            return partial(self._last, "O")
        if character in _STRINGS:
            return self._string
        self._tell("sequence", character)
        return self._ground

    def _late(self, character: str) -> State:
        return self._escape(character) if character in _LATE else self._begin_anew(character)

    def _control_sequence(self, character: str) -> State:
        if not " " <= character <= "~":
            return self._begin_anew(character)
        if not self._held and character == "[":
            return partial(self._last, "[[")
        if not self._held and character == "M":
            return partial(self._click, 3)
        if not "@" <= character <= "~":
            self._held = (self._held + character)[:_LONGEST_SEQUENCE]
            return self._control_sequence
        sequence, self._held = f"[{self._held}{character}", ""
        if sequence == "[200~":
            self._tail = ""
            return self._paste
        if len(sequence) < _LONGEST_SEQUENCE:
            self._tell("sequence", sequence)
        return self._ground

    def _last(self, begun: str, character: str) -> State:
        if character < " ":
            return self._begin_anew(character)
        self._tell("sequence", begun + character)
        return self._ground

    def _click(self, left: int, character: str) -> State:
        if character < " ":
            return self._begin_anew(character)
        return partial(self._click, left - 1) if left > 1 else self._ground

    def _string(self, character: str) -> State:
        if character == _ESCAPE:
            return self._string_escape
        return self._ground if character in _ENDS_STRING else self._string

    def _string_escape(self, character: str) -> State:
        if character == "\\":
            return self._ground
        self._drop()
        return self._escape(character)

    def _paste(self, character: str) -> State:
        self._tail = (self._tail + character)[-len(_END_OF_PASTE) :]
        self._held = (self._held + character)[:_LONGEST_PASTE]
        if self._tail != _END_OF_PASTE:
            return self._paste
        self._tell("pasted", self._held.removesuffix(_END_OF_PASTE))
        return self._ground


def _control_of_byte(character: str) -> str:
    """A byte that is no UTF-8, as a control character where it can be one."""
    return chr(ord(character) - 0xDC00) if "\udc80" <= character <= "\udc9f" else character
