"""Keys that are known, for prompt_toolkit. Whatever else a terminal sends is no key, and answers nothing."""

from collections.abc import Callable
from typing import Any

from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from miskraam_cli.interview.letters import clean
from miskraam_cli.terminal.escape_sequences import Kind, SequenceReader
from miskraam_cli.terminal.key_codes import CONTROL_KEYS, keys_of, prints

_MOST_READS = 1000  # of 1,024 bytes each; whoever sends more does not type


class KnownKeys:
    """Takes the place of prompt_toolkit's parser of what a terminal sends."""

    def __init__(self, press: Callable[[KeyPress], None]) -> None:
        self.feed_key_callback = press
        self._reader = SequenceReader(self._take)
        self.feed = self._reader.feed
        self.flush = self._reader.flush
        self.forget = self._reader.forget

    def _take(self, kind: Kind, text: str) -> None:
        match kind:
            case "character" if text in CONTROL_KEYS:
                self._press(CONTROL_KEYS[text], text)
            case "character" if prints(ord(text)):
                self._press(text, text)
            case "escape":
                self._press(Keys.Escape, text)
            case "sequence":
                for key in keys_of(text):
                    self._press(key, key if len(key) == 1 else "")
            case "pasted":
                self._press(Keys.BracketedPaste, clean(text))

    def _press(self, key: str, text: str) -> None:
        self.feed_key_callback(KeyPress(key, text))


def only_known(given: Any) -> None:
    """Let an input of prompt_toolkit take known keys only; one that is no terminal of POSIX stays as it is."""
    parser = getattr(given, "vt100_parser", None)
    if parser is not None and not isinstance(parser, KnownKeys):
        given.vt100_parser = KnownKeys(parser.feed_key_callback)


def forget_typed_ahead(given: Any) -> None:
    """Keys that were pressed by now are meant for nothing that comes; nor is the rest of what has begun by now."""
    clear_typeahead(given)
    parser = getattr(given, "vt100_parser", None)
    if not isinstance(parser, KnownKeys):
        return
    for _ in range(_MOST_READS):
        text = given.stdin_reader.read()
        parser.feed(text)
        if not text:
            break
    parser.forget()
    given.flush_keys()
