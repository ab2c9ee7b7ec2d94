"""`miskraam check-premi` as a research nurse runs it."""

from collections.abc import Mapping
from pathlib import Path

from tests.installed_program import Ran, miskraam

NOW = "2026-11-22T10:00"

GOOD: Mapping[str, str] = {
    "age": "--age 32",
    "miscarriages": "--miscarriages 3 --cause none-found",
    "pregnancy": "--not-pregnant",
    "language": "--speaks nl",
}
"""A woman who meets every criterion, by criterion."""


def flags(**other: str) -> tuple[str, ...]:
    """The flags of a woman who meets every criterion, some criteria otherwise."""
    return tuple(" ".join({**GOOD, **other}.values()).split())


def check(folder: Path, *arguments: str, configuration: str | None = None) -> Ran:
    """One run, where nobody can be asked; `configuration` is the text of the configuration file."""
    environment = {}
    if configuration is not None:
        file = folder / "config.toml"
        file.write_text(configuration, encoding="utf-8")
        environment["MISKRAAM_CONFIG"] = str(file)
    return miskraam("check-premi", *arguments, "--now", NOW, folder=folder, environment=environment)
