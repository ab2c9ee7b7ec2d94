"""What the guide for a kiosk tells people to write into files holds: no file there is only prose."""

import configparser
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from miskraam_cli.cli import configuration
from miskraam_cli.kiosk.settings import missing
from tests.kiosk.guide_files import FILES, the_file, write_files
from tests.pseudo_terminal import command_in_terminal

# Every action of foot 1.13.1 with a key or button by default (foot.ini(5)); what is done inside search and link
# mode is out of reach once those two cannot be entered.
FOOT_KEYS = [
    "scrollback-up-page",
    "scrollback-down-page",
    "clipboard-copy",
    "clipboard-paste",
    "primary-paste",
    "search-start",
    "font-increase",
    "font-decrease",
    "font-reset",
    "spawn-terminal",
    "show-urls-launch",
    "prompt-prev",
    "prompt-next",
]
FOOT_BUTTONS = [
    "primary-paste",
    "select-begin",
    "select-begin-block",
    "select-extend",
    "select-extend-character-wise",
    "select-word",
    "select-word-whitespace",
    "select-row",
]
SYSTEM_UNITS = Path("/lib/systemd/system")
UNITS = ("getty@tty1", "miskraam-keys", "miskraam-kiosk", "miskraam-web")


def _needs(program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"needs {program}")


def _foot() -> configparser.ConfigParser:
    found = configparser.ConfigParser(interpolation=None)
    found.read_string("[main]\n" + the_file("/foot.ini"))
    return found


def _complaints(folder: Path, unit: str) -> str:
    """What systemd finds wrong with a unit, but for programs that this machine lacks."""
    checked = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(folder / f"{unit}.service")],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    missing = re.compile(r"is not executable: No such file|Unit configuration has fatal error")
    lines = [line for line in checked.stderr.splitlines() if not missing.search(line)]
    return "\n".join(line for line in lines if "miskraam" in line or unit in line)


def _units(tmp_path: Path) -> Path:
    _needs("systemd-analyze")
    write_files(tmp_path)
    folder = tmp_path / "etc/systemd/system"
    getty = SYSTEM_UNITS / "getty@.service"
    if not getty.is_file():
        pytest.skip("needs the units of systemd")
    shutil.copy(getty, folder / "getty@tty1.service")
    return folder


@pytest.mark.parametrize("unit", UNITS)
def test_systemd_takes_the_units(unit: str, tmp_path: Path) -> None:
    assert _complaints(_units(tmp_path), unit) == ""


@pytest.mark.parametrize("unit", UNITS)
def test_systemd_would_have_complained(unit: str, tmp_path: Path) -> None:
    folder = _units(tmp_path)
    where = next((folder / f"{unit}.service.d").glob("*.conf"), folder / f"{unit}.service")
    where.write_text(where.read_text().replace("[Service]", "[Service]\nProtectSytem=strict"))
    assert "ProtectSytem" in _complaints(folder, unit)


def test_foot_takes_its_file(tmp_path: Path) -> None:
    _needs("foot")
    write_files(tmp_path)
    file = tmp_path / "etc/miskraam/foot.ini"
    checked = subprocess.run(
        ["foot", "--check-config", f"--config={file}"], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stderr
    assert "warn" not in checked.stderr


def test_foot_has_no_key_or_button_of_its_own() -> None:
    foot = _foot()
    assert [key for key in FOOT_KEYS if foot["key-bindings"].get(key) != "none"] == []
    assert [key for key in FOOT_BUTTONS if foot["mouse-bindings"].get(key) != "none"] == []
    assert set(foot["key-bindings"].values()) == set(foot["mouse-bindings"].values()) == {"none"}


def test_foot_keeps_nothing_and_starts_nothing() -> None:
    foot = _foot()
    assert foot["scrollback"]["lines"] == "0"
    assert foot["main"]["selection-target"] == "none"
    assert foot["url"]["launch"] == foot["main"]["notify"] == "/bin/true"


def test_the_configuration_is_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text(the_file("/kiosk.toml"), encoding="utf-8")
    monkeypatch.setenv("MISKRAAM_CONFIG", str(file))
    found = configuration.load()
    assert found.hospital == "lumc"
    assert found.confirmed.numbers is not None
    assert missing(found.kiosk, found.confirmed, found.confirmed.numbers.on, keeps=True) == ()


def _login_shell(tmp_path: Path, script: str) -> Path:
    """The login shell of the guide, with a script in the place of the program."""
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    shell = tmp_path / "shell"
    shell.write_text(the_file("/bin/miskraam-kiosk").replace("/opt/miskraam/bin/miskraam", str(program)))
    shell.chmod(0o755)
    return shell


def test_the_login_shell_looks_at_no_argument_and_passes_nothing_on(tmp_path: Path) -> None:
    shell = _login_shell(tmp_path, 'echo "$@"\nenv | grep -v "^\\(PWD\\|SHLVL\\|_\\|OLDPWD\\)="')
    environment = {
        **os.environ,
        "TERM": "xterm",
        "PYTHONPATH": "/evil",
        "MISKRAAM_LANG": "en",
        "ENV": "/evil",
    }
    ran = subprocess.run(
        [str(shell), "-c", "id; echo out"],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        stdin=subprocess.DEVNULL,
    )
    asked, *passed = ran.stdout.splitlines()
    assert asked == "kiosk"
    assert sorted(passed) == [
        "HOME=/var/lib/miskraam",
        "LANG=C.UTF-8",
        "MISKRAAM_CONFIG=/etc/miskraam/kiosk.toml",
        "PATH=/usr/bin:/bin",
        "TERM=xterm",
    ]


@pytest.mark.parametrize(
    ("ends", "waits"), [("exit 0", False), ("exit 2", True), ("exit 70", True), ("kill -9 $$", False)]
)
def test_what_a_kiosk_says_that_refuses_to_start_can_be_read(tmp_path: Path, ends: str, waits: bool) -> None:
    shell = _login_shell(tmp_path, f"echo dit ontbreekt; {ends}")
    sleep = tmp_path / "sleep"
    sleep.write_text('#!/bin/sh\necho "wacht $1"\n')
    sleep.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    with command_in_terminal(str(shell), folder=tmp_path, PATH=path) as shown:
        shown.end()
        assert "dit ontbreekt" in shown.everything
        assert ("wacht 30" in shown.everything) is waits


def test_the_console_loses_every_key_that_leads_out() -> None:
    _needs("sed")
    found = re.search(r'sed -E "(.*?)" \| loadkeys', the_file("/miskraam-keys.service"))
    assert found is not None
    script = found[1].replace("\\\\", "\\")  # systemd reads two as one
    keys = "F1 Console_1 Console_13 Decr_Console Incr_Console Last_Console Boot KeyboardSignal Scroll_Lock"
    more = "Show_Memory Show_Registers Show_State Scroll_Backward Scroll_Forward Hold SAK eacute Return"
    left = subprocess.run(
        ["sed", "-E", script],
        input=f"keycode 59 = {keys} {more}\n",
        capture_output=True,
        text=True,
        check=True,
    )
    assert set(left.stdout.split()) == {"keycode", "59", "=", "F1", "VoidSymbol", "eacute", "Return"}


def test_the_server_is_python_and_listens_on_this_machine_only() -> None:
    text = the_file("/browser.py")
    compile(text, "browser.py", "exec")
    assert re.findall(r"\.listen\((.*)\)", text) == ['PORT, "127.0.0.1"']
    assert "0.0.0.0" not in "".join(FILES.values())


def test_the_page_loads_nothing_from_outside_and_keeps_no_lines() -> None:
    page = the_file("/index.html")
    assert re.findall(r"(?:src|href)=\"([^\"]*)\"", page) == ["xterm.css", "xterm.js"]
    assert "scrollback: 0" in page
    assert "screenReaderMode: false" in page


def test_the_policies_are_json_and_block_all_but_the_page() -> None:
    policies = json.loads(the_file("/miskraam.json"))
    assert "*" in policies["URLBlocklist"]
    assert policies["URLAllowlist"] == ["http://127.0.0.1:8765"]


def test_no_unit_writes_a_session_to_the_journal() -> None:
    for name in ("system/miskraam-kiosk.service", "system/miskraam-web.service"):
        unit = the_file(name)
        assert "StandardOutput=null" in unit
        assert "StandardError=null" in unit
