"""The installed program in a terminal of 80 by 24, seen as a person sees it: keys in, words on a screen out.

Wait for words, never for time.
"""

import re
import signal
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pyte

from tests.flat_text import flat
from tests.installed_program import clean_environment, program

ENTER = "\r"
BACK = "\x1b[Z"  # Shift-Tab
STOP = "\x03"  # Ctrl-C
SURE = "Wilt u stoppen?"
OFFERS = (
    SURE,
    "Would you like to stop?",
    "Wat wilt u nog doen?",
    "What else would you like to do?",
)
_NOTHING_MORE = re.compile(
    r"(\d)\.? +(?:Niets meer|Nothing more|Ja, stoppen|Yes, stop|Ja, en niets bewaren|Yes, and keep nothing)"
)
DOWN = "\x1b[B"

_PROGRESS = re.compile(r"(Vraag|Question) \d+")  # stands above every question of a walk
_PATIENCE = 10.0
_SLICE = 0.05
_ASKS_A_LINE = b"\n> "
_DEAF = 1.1


class Terminal:
    """A running program and its screen, with what scrolled off it."""

    def __init__(self, child: "pexpect.spawn[bytes]", columns: int, rows: int) -> None:
        self._child = child
        self._columns = columns
        self._screen = pyte.HistoryScreen(columns, rows, history=5000)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        self._lines_asked = 0
        self.modes_before = self.modes

    @property
    def screen(self) -> str:
        """What stands on the screen, line by line."""
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    @property
    def cells(self) -> list[list[pyte.screens.Char]]:
        """Every cell of the screen, line by line: its letter, its colours and its weight."""
        buffer = self._screen.buffer
        return [[buffer[row][column] for column in range(self._columns)] for row in range(self._screen.lines)]

    @property
    def everything(self) -> str:
        """All lines so far, from those that scrolled off to those on the screen; without line ends."""
        above = (
            "".join(line[column].data for column in range(self._columns)) for line in self._screen.history.top
        )
        return flat("\n".join((*above, self.screen)))

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the cursor."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def process(self) -> int:
        """The number of the program's process."""
        number = self._child.pid
        assert number is not None
        return number

    @property
    def modes(self) -> list[object]:
        """The modes of the terminal: whether it echoes, waits for a line, makes signals of keys."""
        return list(termios.tcgetattr(self._child.child_fd))

    @property
    def cursor_line(self) -> str:
        """The line on which the cursor stands."""
        return str(self._screen.display[self._screen.cursor.y]).rstrip()

    def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        for key in keys:
            self._child.send(key)

    def wait_for(self, *texts: str) -> str:
        """Wait until all of these stand on the screen together, wrapped or not; give the screen."""
        self._until(lambda: all(flat(text) in flat(self.screen) for text in texts), f"{texts} on the screen")
        return self.screen

    def read_on_to(self, question: str, more: str = "Er is nog meer te lezen.") -> None:
        """Turn page after page, wherever `more` is asked, until this question stands below the last one."""
        while not self.asks(question):
            self._until(lambda: self.asks(question) or self.asks(more), f"{question!r} or a page")
            if not self.asks(question):
                self.turn_the_page()

    def wait_for_one_of(self, *texts: str) -> None:
        """Wait until one of these stands on the screen."""
        self._until(lambda: any(text in self.screen for text in texts), f"one of {texts}")

    def goes_on_to_one_of(self, *texts: str) -> bool:
        """Wait until one of these stands on the screen and keys are taken; false when the program ends first."""
        self._until(
            lambda: self.has_ended() or (self._takes_keys() and any(text in self.screen for text in texts)),
            f"the end, or one of {texts}",
        )
        return not self.has_ended()

    def turn_pages_to(self, text: str) -> None:
        """Turn page after page until this stands on the screen, where a key can be pressed."""
        while not self.asks(text):
            self._until(lambda: self._takes_keys() and "Ctrl-C" in self.screen, "a page")
            while self._feed():
                pass  # it is still being drawn
            if not self.asks(text):
                self._go_on_to_the_next_prompt()

    def wait_for_cursor_on(self, text: str) -> None:
        """Wait until the cursor stands on a line with this."""
        self._until(lambda: text in flat(self.cursor_line), f"the cursor on {text!r}")

    def wait_for_gone(self, text: str) -> None:
        """Wait until this stands on the screen no more."""
        self._until(lambda: flat(text) not in flat(self.screen), f"{text!r} to go")

    def answer(self, question: str, *keys: str) -> None:
        """Wait for a question and the line that names the keys, then press these."""
        self.wait_for_question(question)
        self.press(*keys)

    def type_line(self, line: str) -> None:
        """Where there are only lines: wait until the next one is asked for, then type it."""
        self._until(lambda: self.written.count(_ASKS_A_LINE) > self._lines_asked, "a line to be asked for")
        self._lines_asked = self.written.count(_ASKS_A_LINE)
        self.press(f"{line}\n")

    def answer_alert(self, question: str, *keys: str) -> None:
        """The same at an alert, which takes no key in its first second."""
        self.wait_for_question(question)
        self.wait_out_an_alert()
        self.press(*keys)

    def wait_out_an_alert(self) -> None:
        """Wait until an alert that has just appeared takes keys."""
        time.sleep(_DEAF)

    def stop(self, question: str) -> None:
        """Stop at a question, and mean it."""
        self.answer(question, STOP)
        self.answer(SURE, STOP)

    def wait_for_question(self, question: str) -> None:
        """Wait until this is the question asked, ready for keys."""
        self._until(lambda: self.asks(question), f"the question {question!r}")

    def asks(self, question: str) -> bool:
        """Whether this is the last question on the screen, ready for keys."""
        shown = flat(self.screen)
        _, found, below = shown.rpartition(flat(question))
        return bool(found) and "Ctrl-C" in below and not _PROGRESS.search(below)

    def send_signal(self, number: int) -> None:
        """Send the program a signal from outside."""
        self._child.kill(number)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        self._feed()
        self._columns = columns
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def read_to_the_end(self, more: str) -> int:
        """Read page after page, wherever `more` is asked, until the program has ended; its exit code."""
        while True:
            over = "a page or the end"
            self._until(lambda: self.has_ended() or self._offers() or self.asks(more), over)
            if self.has_ended() or self._offers():
                return self.end()
            self.turn_the_page()

    def wait_until_other_than(self, screen: str) -> None:
        """Wait until something else stands on the screen, or the program has ended."""
        self._until(lambda: self.has_ended() or self.screen != screen, "another screen")

    def turn_the_page(self) -> None:
        """Press Enter and wait until the screen is another one."""
        before = self.screen
        self.press(ENTER)
        self.wait_until_other_than(before)

    def has_ended(self) -> bool:
        """Whether the program has ended; all that it wrote has then been read."""
        alive = self._child.isalive()
        while not alive and self._feed():
            pass
        return not alive

    def end(self) -> int:
        """Decline what is offered on the way out, and wait until the program has ended; its exit code."""
        self._until(lambda: self._offers() or self.has_ended(), "the end of the program")
        while self._offers():
            (number,) = _NOTHING_MORE.findall(flat(self.screen))[-1:]
            self.press(number, ENTER)
            self._until(lambda: not self._offers(), "an answer to be taken")
        self._until(lambda: not self._feed() and not self._child.isalive(), "the end of the program")
        while self._feed():
            pass  # what it wrote last
        self.modes_after = self.modes
        self._child.close()
        status = self._child.exitstatus
        assert status is not None, f"ended by signal {self._child.signalstatus}"
        return int(status)

    def _go_on_to_the_next_prompt(self) -> None:
        begun = self._prompts_begun()
        self.press(ENTER)
        self._until(lambda: self.has_ended() or self._prompts_begun() > begun, "the next prompt")

    def _prompts_begun(self) -> int:
        return self.written.count(b"\x1b[?2004h")

    def _takes_keys(self) -> bool:
        """Whether a prompt stands there: bracketed paste is on for as long as it does."""
        return self.written.rfind(b"\x1b[?2004h") > self.written.rfind(b"\x1b[?2004l")

    def _offers(self) -> bool:
        """Whether it asks what she would like now that the questions are over."""
        shown = flat(self.screen)
        below = next((shown.rpartition(offer)[2].strip() for offer in OFFERS if offer in shown), "")
        ready = "Ctrl-C" in below or below.endswith(">")
        return ready and below.startswith(("1 ", "1."))

    def _until(self, condition: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not condition():
            read = self._feed()
            over = time.monotonic() > deadline or not (read or self._child.isalive())
            if over and not condition():
                raise AssertionError(f"waited for {what}; the screen shows:\n{self.screen}")

    def _feed(self) -> bool:
        """Read what the program has written since; whether there was anything."""
        try:
            written = self._child.read_nonblocking(4096, _SLICE)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.written += written
        self._stream.feed(written)
        return True


def is_sane(shown: Terminal) -> bool:
    """The program has ended: the terminal is as it was before, and no traceback was written."""
    assert shown.modes_after == shown.modes_before
    assert b"Traceback" not in shown.written
    hidden, visible = shown.written.rfind(b"\x1b[?25l"), shown.written.rfind(b"\x1b[?25h")
    assert visible >= hidden, "the cursor can be seen again"
    pasted, plain = shown.written.rfind(b"\x1b[?2004h"), shown.written.rfind(b"\x1b[?2004l")
    assert plain >= pasted, "bracketed paste is off again"
    return True


def _hear_interrupts() -> None:
    """A shell in the background has its children ignore Ctrl-C; at a terminal of one's own it is heard."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def terminal(
    *arguments: str, folder: Path, columns: int = 80, rows: int = 24, **environment: str
) -> Iterator[Terminal]:
    """The program running in a terminal of its own; it is ended on the way out."""
    with command_in_terminal(
        program(), *arguments, folder=folder, size=(columns, rows), **environment
    ) as shown:
        yield shown


@contextmanager
def command_in_terminal(
    command: str, *arguments: str, folder: Path, size: tuple[int, int] = (80, 24), **environment: str
) -> Iterator[Terminal]:
    """Any command running in a terminal of so many columns and rows; it is ended on the way out."""
    variables = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **environment}
    columns, rows = size
    child: pexpect.spawn[bytes] = pexpect.spawn(
        command,
        list(arguments),
        cwd=str(folder),
        env=clean_environment(**variables),
        dimensions=(rows, columns),
        timeout=_PATIENCE,
        preexec_fn=_hear_interrupts,
    )
    child.delaybeforesend = None
    try:
        yield Terminal(child, columns, rows)
    finally:
        child.close(force=True)
