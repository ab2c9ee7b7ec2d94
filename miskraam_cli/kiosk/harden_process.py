"""Keeps what a patient's process has in memory from others: no core dump, no other process that reads it.

A patient's process also ends when the supervisor does: nothing of hers outlives it.
"""

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4  # prctl(2)


def forbid_dumps() -> None:
    """No core dump of this process and its children; on Linux no other process of the same user reads its memory."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _control(_PR_SET_DUMPABLE, 0)


def end_with_parent() -> None:
    """On Linux: this process is killed as soon as its parent ends."""
    _control(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _control(option: int, value: int) -> None:
    """Set a property of this process. Raises OSError. Only Linux has such a call."""
    if sys.platform == "linux" and ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
