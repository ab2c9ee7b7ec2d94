"""Signals while a prompt stands there.

None is raised within its loop: asyncio and prompt_toolkit would tell of it with a traceback. An interrupt from outside
is a key like another: what it does is bound under `<sigint>`. Anything else that the program's own handler raises ends
the prompt, and is raised behind it.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prompt_toolkit.application import Application

# SIGALRM brings one again that fell where nothing can be raised. Windows has neither that nor SIGHUP.
_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGALRM")


class PostponedSignals:
    """The signals of one application, while it runs.

    It can hear an interrupt by itself, at a cost that is felt: asyncio looks up every signal there is.
    """

    def __init__(self, application: "Application[Any]") -> None:
        self._application = application
        self._raised: BaseException | None = None

    @contextmanager
    def postponed(self) -> Iterator[None]:
        """Raise no signal within, but behind it, whatever became of the prompt."""
        if threading.current_thread() is not threading.main_thread():  # only there signals can be heard
            yield
            return
        numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
        self._handlers = {number: signal.getsignal(number) for number in numbers}
        self._raised, hear = None, self._hear
        for number, handler in self._handlers.items():
            if callable(handler):  # neither ignored nor the system's
                signal.signal(number, hear)
        try:
            yield
        finally:
            for number, handler in self._handlers.items():
                if signal.getsignal(number) is hear:  # what ends the program has the others ignored
                    signal.signal(number, handler)
            if self._raised is not None:
                raise self._raised from None

    def leave_if_ended(self) -> None:
        """Leave the prompt where a signal ended it, perhaps before it stood there."""
        if self._raised is not None and self._stands():
            self._application.exit()

    def _hear(self, number: int, frame: object) -> None:
        loop = self._application.loop
        if loop is not None and number == signal.SIGINT and self._stands():
            loop.call_soon_threadsafe(self._application.key_processor.send_sigint)
            return
        handler: Any = self._handlers[number]
        try:
            handler(number, frame)
        except BaseException as raised:
            self._raised = raised
        if loop is not None:
            loop.call_soon_threadsafe(self.leave_if_ended)

    def _stands(self) -> bool:
        future = self._application.future
        return future is not None and not future.done()
