"""After a walk nothing of it is left: not in a file, not in a process, not in the terminal."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installed_program import clean_environment, program
from tests.kiosk.kiosk_program import (
    DIZZY,
    DONE,
    ENTER,
    IS_DONE,
    MORE,
    SIGNS,
    START,
    WISH,
    Kiosk,
    at_wish,
    be_done,
    begin,
    code_on,
    until,
)
from tests.kiosk.marked_words import MARKERS, marked
from tests.needed_programs import needed
from tests.pseudo_terminal import BACK, Terminal, command_in_terminal, terminal

pytestmark = pytest.mark.service

CODE = "Dit is uw code"
_MAPS = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) r")


def walk(shown: Terminal) -> str:
    """Twenty markers typed, one after another in place of the one before, and a code at the end."""
    begin(shown)
    shown.wait_for(DIZZY, "F4: ik word geroepen")
    shown.press("2", ENTER)
    for number, marker in enumerate(MARKERS):
        if number == 0:
            at_wish(shown)
        shown.wait_for(WISH, "F4: ik word geroepen")
        shown.press("\x08" * len(marker) if number else "", marker)
        shown.wait_for(f"> {marker}")
        shown.press(ENTER)
        shown.wait_for(SIGNS, "F4: ik word geroepen")
        if number < len(MARKERS) - 1:
            shown.press(BACK)
    shown.press("3", ENTER)
    shown.wait_for("Dit was de laatste vraag.", "F4: ik word geroepen")
    shown.press("1", ENTER)
    while CODE not in shown.screen:
        shown.wait_for("Enter:")
        if CODE not in shown.screen:
            shown.turn_the_page()
    return code_on(shown)


def memory(pid: int) -> Iterator[bytes]:
    """All that a process has in its memory, as far as root may read it."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as file:
        for line in Path(f"/proc/{pid}/maps").read_text(encoding="ascii").splitlines():
            found = _MAPS.match(line)
            if not found or "[v" in line:
                continue
            start, end = (int(part, 16) for part in found.groups())
            try:
                file.seek(start)
                yield file.read(end - start)
            except (OSError, ValueError, OverflowError):
                continue


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root reads another's memory")
def test_no_answer_is_left_in_a_file_or_in_the_memory_of_the_parent(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    kiosk = Kiosk(tmp_path)
    with terminal(
        "kiosk", folder=tmp_path, MISKRAAM_CONFIG=kiosk.config, TMPDIR=str(temporary), HOME=str(tmp_path)
    ) as shown:
        shown.wait_for(START, "F9: medewerker")
        parent = shown.process
        code = walk(shown)
        child = int(Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()[0])
        found_in_hers = {marker for part in memory(child) for marker in marked(part)}
        assert MARKERS[-1] in found_in_hers, "a search that finds nothing at all shows nothing"
        be_done(shown)
        shown.wait_for(START, "F9: medewerker")
        assert not Path(f"/proc/{child}").exists()
        assert {marker for part in memory(parent) for marker in marked(part)} == set()
        new = int(Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()[0])
        assert {marker for part in memory(new) for marker in marked(part)} == set()
        assert not marked(shown.screen.encode())
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert [file.name for file in files if marked(file.read_bytes())] == []
    assert list(temporary.iterdir()) == []
    assert {file.name for file in files} >= {"records.sqlite", "kiosk.log"}
    assert kiosk.export(code)["answers"]["wish"] == MARKERS[-1], "it is there, and sealed"


def test_no_process_of_it_may_be_dumped_or_looked_into(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        shown.wait_for(START, "F9: medewerker")
        parent = shown.process
        for process in (
            parent,
            *map(int, Path(f"/proc/{parent}/task/{parent}/children").read_text().split()),
        ):
            limits = Path(f"/proc/{process}/limits").read_text(encoding="ascii")
            assert re.search(r"^Max core file size +0 +0 ", limits, re.MULTILINE)
            who = Path(f"/proc/{process}/environ").stat().st_uid
            assert who == 0, "what may not be dumped belongs to root in /proc"
            assert not dumpable(process)


def dumpable(process: int) -> bool:
    """Whether another process of the same user may look into it."""
    if os.geteuid() != 0:
        return os.access(f"/proc/{process}/mem", os.R_OK)
    script = f"import os; os.setgid(65534); os.setuid(65534); open('/proc/{process}/environ', 'rb').read()"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, check=False).returncode == 0


def test_no_answer_is_left_to_scroll_back_to(tmp_path: Path) -> None:
    """In a real terminal: tmux keeps 5,000 lines."""
    tmux = needed("tmux")
    kiosk = Kiosk(tmp_path)
    server = [tmux, "-L", f"miskraam-{os.getpid()}", "-f", "/dev/null"]
    environment = clean_environment(TERM="xterm-256color", MISKRAAM_CONFIG=kiosk.config)

    def do(*words: str) -> str:
        done = subprocess.run([*server, *words], env=environment, capture_output=True, text=True, timeout=20)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def shows(*texts: str) -> None:
        until(lambda: all(text in do("capture-pane", "-p") for text in texts), f"{texts}", 15)

    try:
        do("new-session", "-d", "-x", "80", "-y", "24", program(), "kiosk")
        do("set-option", "-g", "history-limit", "5000")
        shows(START, "F9: medewerker")
        for text, keys in (
            ("Nederlands", ["1", "Enter"]), ("Wie vult", ["1", "Enter"]), ("Begin", ["Enter"]),
            (DIZZY, ["2", "Enter"]), (MORE, ["2", "Enter"]), (WISH, [MARKERS[0], "Enter"]),
            (SIGNS, ["1", "Enter"]), ("laatste vraag", ["1", "Enter"]),
        ):  # fmt: skip
            shows(text, "Enter:")
            do("send-keys", *keys)
        shows("Enter:")
        for _ in range(6):
            if CODE in do("capture-pane", "-p"):
                break
            do("send-keys", "Enter")
            time.sleep(0.4)
        shows(CODE, IS_DONE)
        do("send-keys", *DONE.findall(do("capture-pane", "-p")), "Enter")
        shows(START, "F9: medewerker")
        everything = do("capture-pane", "-p", "-S", "-", "-E", "-") + do(
            "capture-pane", "-p", "-a", "-S", "-", "-q"
        )
        assert not marked(everything.encode())
        assert "Bent u duizelig" not in everything
    finally:
        subprocess.run([*server, "kill-server"], env=environment, capture_output=True, check=False)


def test_no_file_is_written_but_the_sealed_record_and_the_log(tmp_path: Path) -> None:
    """As the kernel sees it."""
    strace = needed("strace")
    kiosk = Kiosk(tmp_path)
    calls = tmp_path / "calls"
    calls.mkdir()
    names = "trace=open,openat,creat,rename,renameat,renameat2,mkdir,mkdirat"
    arguments = ("-ff", "-o", str(calls / "of"), "-e", names, program(), "kiosk")
    with command_in_terminal(strace, *arguments, folder=tmp_path, MISKRAAM_CONFIG=kiosk.config) as shown:
        shown.wait_for(START, "F9: medewerker")
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        before = {file: file.stat().st_size for file in calls.iterdir()}
        shown.press("2", ENTER)
        at_wish(shown)
        shown.press(MARKERS[0], "\x1bOS")
        shown.wait_for(CODE, IS_DONE)
        be_done(shown)
        shown.wait_for(START, "F9: medewerker")
    text = "".join(file.read_text(encoding="utf-8")[before.get(file, 0) :] for file in calls.iterdir())
    written = set(re.findall(r'"([^"]+)", [^)]*O_(?:WRONLY|RDWR)', text))
    sealed = ("records.sqlite", "records.sqlite-wal", "records.sqlite-shm", "records.sqlite-journal")
    ours = {str(tmp_path / name) for name in (*sealed, "kiosk.log")}
    assert str(tmp_path / "records.sqlite") in written
    assert written - ours - {"/dev/null", "/dev/tty"} == set()
    assert not re.search(r"^(creat|rename|renameat2?|mkdirat)\(", text, re.MULTILINE)
