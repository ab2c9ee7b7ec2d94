"""What Windows does not have is not needed: every module can be imported and a walk made without it.

This is Linux without those modules and names. It is not Windows; what was tried there stands in the README.
"""

import json
import sys
from pathlib import Path

import pytest

from tests.installed_program import Ran, miskraam

POSIX_ONLY = (
    "termios", "tty", "pty", "fcntl", "pwd", "grp", "resource", "syslog", "curses", "readline", "spwd", "nis",
    "crypt", "ossaudiodev", "_posixshmem",
)  # fmt: skip
OF_OS = (
    "fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "getgroups", "setuid", "setgid", "setsid",
    "getpgid", "killpg", "wait", "uname", "fchmod", "chown", "fchown", "mkfifo", "mknod", "openpty", "nice",
    "getloadavg", "sysconf", "ctermid", "ttyname", "statvfs", "posix_spawn", "sched_getaffinity", "WNOHANG",
    "O_NOFOLLOW", "O_DIRECTORY", "O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY",
)  # fmt: skip
OF_SIGNAL = (
    "SIGHUP", "SIGQUIT", "SIGKILL", "SIGTSTP", "SIGTTIN", "SIGTTOU", "SIGWINCH", "SIGALRM", "SIGUSR1", "SIGUSR2",
    "SIGCONT", "SIGSTOP", "SIGPIPE", "SIGCHLD", "pthread_sigmask", "sigwait", "alarm", "setitimer", "pause",
)  # fmt: skip

WITHOUT = f"""
import os, signal, sys

class Refused:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {POSIX_ONLY!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

for name in [name for name in sys.modules if name.partition(".")[0] in {POSIX_ONLY!r}]:
    del sys.modules[name]
sys.meta_path.insert(0, Refused())
import asyncio, subprocess, tempfile  # the library's own ways of a system are not ours to test
for name in {OF_OS!r}:
    if hasattr(os, name):
        delattr(os, name)
for name in {OF_SIGNAL!r}:
    if hasattr(signal, name):
        delattr(signal, name)
"""

IMPORTS = f"""{WITHOUT}
import importlib, json, pkgutil
import miskraam_cli

failed, found = {{}}, []
for module in pkgutil.walk_packages(miskraam_cli.__path__, "miskraam_cli."):
    if module.name.endswith("__main__"):
        continue
    try:
        importlib.import_module(module.name)
        found.append(module.name)
    except Exception as error:
        failed[module.name] = repr(error)
print(json.dumps([found, failed]))
"""

WALK = f"""{WITHOUT}
from miskraam_cli.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def without(script: str, *arguments: str, folder: Path, stdin: str = "") -> Ran:
    """A script in a Python that lacks what only POSIX has."""
    return miskraam(*arguments, folder=folder, stdin=stdin, interpreter=(sys.executable, "-c", script))


@pytest.mark.parametrize("line", [f"import {name}" for name in ("termios", "fcntl", "pwd", "curses.ascii")])
def test_what_is_missing_is_missing(tmp_path: Path, line: str) -> None:
    ran = without(f"{WITHOUT}\n{line}", folder=tmp_path)
    assert ran.code == 1
    assert "ModuleNotFoundError" in ran.err


@pytest.mark.parametrize("name", ["os.fork", "os.getuid", "signal.SIGHUP"])
def test_the_names_are_missing_too(tmp_path: Path, name: str) -> None:
    assert "AttributeError" in without(f"{WITHOUT}\n{name}", folder=tmp_path).err


def test_every_module_can_be_imported(tmp_path: Path) -> None:
    ran = without(IMPORTS, folder=tmp_path)
    assert ran.code == 0, ran.err
    found, failed = json.loads(ran.out)
    assert failed == {}
    assert {
        "miskraam_cli.cli.main",
        "miskraam_cli.terminal.prompts",
        "miskraam_cli.renderers.terminal",
    } <= set(found)


def test_a_walk_by_lines_is_the_same(tmp_path: Path) -> None:
    arguments = ("follow-up", "--lines", "--hospital", "lumc", "--now", "2026-11-24T12:00")
    given = (
        *("3", "2", "1", "1", "38,6", "", "2", "1", "4", "9", "1", "1", "gisteren", "6", "1", "2"),
        *("Mag ik fietsen?", ""),
    )
    stdin = "\n".join((*given, ""))
    ran = without(WALK, *arguments, folder=tmp_path, stdin=stdin)
    assert (ran.code, ran.err) == (0, "")
    assert "Uw temperatuur is 38,6 °C." in ran.out
    assert "Niet beantwoord" not in ran.out
    assert ran.out == miskraam(*arguments, folder=tmp_path, stdin=stdin).out


def test_a_summary_is_written_to_a_file(tmp_path: Path) -> None:
    arguments = ("follow-up", "--answers", "-", "--output", "out.txt")
    ran = without(WALK, *arguments, folder=tmp_path, stdin="{worried: true}")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert "Uw overzicht" in (tmp_path / "out.txt").read_text(encoding="utf-8")
