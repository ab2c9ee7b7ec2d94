"""A screen inside the test: all that the program writes, as a person would see it."""

import io

import pyte

from tests.flat_text import flat


class Screen(io.TextIOBase):
    """A terminal that takes writing, to put in the place of standard output."""

    encoding = "utf-8"

    def __init__(self, columns: int = 80, rows: int = 24) -> None:
        self._screen = pyte.HistoryScreen(columns, rows, history=2000)
        self._screen.set_mode(pyte.modes.LNM)
        self._stream = pyte.Stream(self._screen)
        self.columns, self.rows = columns, rows
        self.written = ""
        self.seen: list[str] = []
        self._looked_at = 0

    def write(self, text: str) -> int:
        self.written += text
        self._stream.feed(text)
        return len(text)

    def isatty(self) -> bool:
        return True

    def look(self) -> None:
        """Keep what stands on the screen now, if it is new; much of it is wiped later."""
        if not self.seen or len(self.written) > self._looked_at:
            self.seen.append(flat("\n".join(self.lines)))
            self._looked_at = len(self.written)

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, line by line."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and line of the real cursor."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def cursor_line(self) -> str:
        """The line on which the real cursor stands."""
        return self.lines[self._screen.cursor.y]

    @property
    def everything(self) -> str:
        """All words so far, scrolled off or not, without line ends."""
        above = (
            "".join(line[column].data for column in range(self.columns)) for line in self._screen.history.top
        )
        return flat("\n".join((*above, *self.lines)))
