"""The files that stand in full in the guide for setting up a kiosk."""

import re
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "miskraam_cli" / "kiosk" / "README.md"
_FILE = re.compile(r"^\*\*`(?P<path>/\S+)`\*\*\n\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)

FILES = {found["path"]: found["text"] for found in _FILE.finditer(GUIDE.read_text(encoding="utf-8"))}


def the_file(name: str) -> str:
    """The text of the only file whose path ends so."""
    (text,) = (text for path, text in FILES.items() if path.endswith(name))
    return text


def write_files(folder: Path) -> None:
    """Put every file of the guide below this folder, as if it were the root."""
    for path, text in FILES.items():
        file = folder / path.removeprefix("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
