"""What a patient's process must not leave: no core dump, no look into its memory, no life without its parent."""

import ctypes
import signal
import sys

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE = 1, 4


def leave_nothing() -> None:
    """No dump of this process and of those that come from it; on Linux no other user's look into its memory."""
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _control(_PR_SET_DUMPABLE, 0)


def end_with_parent() -> None:
    """On Linux: when the parent is gone, so is this process."""
    _control(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _control(option: int, value: int) -> None:
    if sys.platform == "linux" and ctypes.CDLL(None, use_errno=True).prctl(option, value, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
