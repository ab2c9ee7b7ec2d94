"""A pseudo-terminal around a program: what stands on it, when, and the keys that are pressed. POSIX only."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.measured_environment import Installation

ENTER = "\r"

_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|\][^\x07]*\x07|[()][0-9A-Za-z]|[=>78])")
_CURSOR_QUERY, _CURSOR_REPLY = b"\x1b[6n", b"\x1b[1;1R"
_PATIENCE = 60.0


class TimedTerminal:
    """A running program; time counts from its start. Words are compared without the spaces between them.

    A drawn screen moves the cursor over spaces, so that they are not in what the program writes.
    """

    def __init__(
        self, process: "subprocess.Popen[bytes]", terminal: int, start: float, *, replies: bool
    ) -> None:
        self._process = process
        self._terminal = terminal
        self._start = start
        self._replies = replies
        self._written = b""

    def until(self, *words: str) -> float:
        """Wait until all these words have been written; the milliseconds since the start."""
        wanted = ["".join(text.split()) for text in words]
        while True:
            now = (time.perf_counter() - self._start) * 1000
            shown = "".join(_ESCAPES.sub("", self._written.decode(errors="replace")).split())
            if all(text in shown for text in wanted):
                return now
            if not self._read():
                raise RuntimeError(f"waited for {words}; written was: {shown[-500:]}")

    def press(self, keys: str) -> None:
        """Press keys; what was written before is forgotten."""
        self._written = b""
        os.write(self._terminal, keys.encode())

    def after(self, keys: str, *words: str) -> float:
        """Press keys and wait for words; the milliseconds in between."""
        self.press(keys)
        start = time.perf_counter()
        self.until(*words)
        return (time.perf_counter() - start) * 1000

    @property
    def memory(self) -> float:
        """The memory that the program holds, in MiB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024

    def _read(self) -> bool:
        """Read what has been written since; False if nothing more comes."""
        ready, _, _ = select.select([self._terminal], [], [], _PATIENCE)
        if not ready:
            return False
        try:
            written = os.read(self._terminal, 65536)
        except OSError:  # the program has ended
            return False
        if self._replies and _CURSOR_QUERY in written:
            os.write(self._terminal, _CURSOR_REPLY)
        self._written += written
        return bool(written)


@contextmanager
def screen(installation: Installation, *command: str, replies: bool = True) -> Iterator[TimedTerminal]:
    """The command in a terminal of 80 by 24, which replies to the cursor query or is silent."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=installation.folder,
        env=installation.environment(),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        yield TimedTerminal(process, ours, start, replies=replies)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
