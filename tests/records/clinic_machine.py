"""A clinic for tests: a folder with a configuration, and the installed program run in it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from miskraam_cli.records import seal
from tests.installed_program import Ran, miskraam

FEVER: Mapping[str, Any] = {
    "hospital": "lumc", "fainting": "no", "bleeding": "less", "pain": "none", "temperature_measured": "yes",
    "temperature": 38.6, "worried": False, "confirmed": "scan", "painkillers": ["none"], "weeks_at_loss": 9,
    "treatment": "curettage", "loss_date": "2026-11-15", "feelings": ["sadness"], "talk": "no",
    "next_info": "not_now", "question": 'mag ik "maandag" weer werken 🌷',
}  # fmt: skip
WELL = {**FEVER, "temperature": 36.8}


def as_file(answers: Mapping[str, Any]) -> str:
    """Answers as an answers file."""
    return json.dumps(answers)


class Clinic:
    """A machine of the clinic; a workstation has an identity, a kiosk has none."""

    def __init__(self, folder: Path, *, recipients: tuple[str, ...] = (), **more: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._name(folder)
        settings = {"device": "kiosk 2", **more}
        if not recipients:
            identity = seal.new_identity()
            recipients = identity.public
            (folder / "key.txt").write_text(f"{identity.keys[0]}\n", encoding="utf-8")
            settings["identity"] = "key.txt"
        self.recipients = recipients
        lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
        table = ["[records]", f"recipients = {json.dumps(recipients)}", *lines, ""]
        self.configuration.write_text("\n".join(table), encoding="utf-8")

    @classmethod
    def found(cls, folder: Path) -> "Clinic":
        """The clinic that `miskraam setup` made in a folder."""
        made = cls.__new__(cls)
        made._name(folder)
        return made

    def _name(self, folder: Path) -> None:
        self.folder = folder
        self.configuration = folder / "config.toml"
        self.database = folder / "records.sqlite"
        self.log_file = folder / "records.log"

    @property
    def environment(self) -> dict[str, str]:
        """What the program must know."""
        return {"MISKRAAM_CONFIG": str(self.configuration)}

    def run(self, *arguments: str | Path, stdin: str = "", **environment: str) -> Ran:
        """Run the program."""
        return miskraam(
            *arguments, folder=self.folder, stdin=stdin, environment={**self.environment, **environment}
        )

    def keep(self, answers: Mapping[str, Any] = FEVER, *more: str) -> str:
        """Keep a record; its code."""
        ran = self.run("follow-up", "--answers", "-", "--keep", *more, stdin=as_file(answers))
        assert ran.code == 0, ran.err
        return code_in(ran.out)

    def open(self, code: str, *more: str, stdin: str = "") -> Ran:
        """Open a record."""
        return self.run("records", "open", code, *more, stdin=stdin)

    def log(self) -> list[tuple[str, str]]:
        """Acts and outcomes in the log."""
        lines = self.log_file.read_text(encoding="utf-8").splitlines() if self.log_file.exists() else []
        return [(line["act"], line["outcome"]) for line in map(json.loads, lines)]


def code_in(text: str) -> str:
    """The code on its line."""
    (found,) = [line for line in text.splitlines() if line.startswith("Code: ")]
    return found.removeprefix("Code: ")
