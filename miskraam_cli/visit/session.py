"""What one run of the program knows beside its questionnaire: language, place, hour, and how to answer."""

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from miskraam_cli.cli import configuration
from miskraam_cli.cli.completion import FORMATS
from miskraam_cli.cli.options import Options
from miskraam_cli.errors import WrongInputError, one_of
from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.library import interface
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.roles import AUDIENCES, FILLED_BY, SETTINGS, Audience, FilledBy, Setting
from miskraam_cli.summary.whom_to_call import Confirmed
from miskraam_cli.terminal.screen import is_dumb

_BY_NAME = {
    ".txt": "text",
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".pdf": "pdf",
}
ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class Session:
    """The settled wishes of one run: flags before environment before configuration before default."""

    options: Options
    words: Words
    moment: datetime
    setting: Setting
    audience: Audience
    filled_by: FilledBy
    hospital: str | None
    confirmed: Confirmed
    premi_open: bool | None
    records: RecordSettings | None


def open_session(options: Options) -> Session:
    """A session for these options. Raises WrongInputError for a value that does not exist."""
    _check_form(options)
    settled = configuration.load()
    language = _settled("lang", "language", options.lang, settled.language, LANGUAGES)
    setting = _settled("setting", "setting", options.setting, settled.setting, SETTINGS)
    moment = read_moment(options.now)
    return Session(
        options=options,
        words=interface.words(language),
        moment=moment,
        setting=cast("Setting", setting),
        audience=cast("Audience", one_of("--for", options.audience or AUDIENCES[0], AUDIENCES)),
        filled_by=cast("FilledBy", one_of("--filled-by", options.filled_by or FILLED_BY[0], FILLED_BY)),
        hospital=options.hospital or settled.hospital,
        confirmed=settled.confirmed,
        premi_open=_fresh(settled, moment),
        records=settled.records,
    )


def known_hospital(hospital: str | None, directory: Directory) -> str | None:
    """`hospital` if the directory lists it; None stays None. Raises WrongInputError for another."""
    if hospital is not None:
        one_of("--hospital", hospital, tuple(str(item.id) for item in directory.hospitals))
    return hospital


def can_ask(options: Options) -> bool:
    """Whether there is a person to ask: a terminal on both sides, and neither answers nor summary in the way.

    `--lines` given by hand reads any standard input.
    """
    if options.json or options.answers == "-":
        return False
    if options.lines:
        return True
    to_read = options.format in (None, "terminal") or options.output is not None
    return sys.stdin.isatty() and sys.stdout.isatty() and to_read


def format_of(options: Options) -> str:
    """The form of the summary: as asked for, else as its file is named; else for a terminal, or plain text."""
    if options.json:
        return "json"
    if options.format:
        return one_of("--format", options.format, FORMATS)
    if options.output is not None:
        return format_by_name(Path(options.output))
    return "terminal" if sys.stdout.isatty() and not options.lines and not is_dumb() else "text"


def format_by_name(path: Path) -> str:
    """The form that the name of a file chooses; plain text where it chooses none."""
    return _BY_NAME.get(path.suffix.lower(), "text")


def _check_form(options: Options) -> None:
    """Refuse what cannot be drawn before anybody answers a question for it."""
    form = format_of(options)
    if options.output is not None and not (options.format or options.json):
        suffix = Path(options.output).suffix
        if suffix and suffix.lower() not in _BY_NAME:
            raise WrongInputError("error.output_suffix", suffix=suffix, allowed=", ".join(_BY_NAME))
    if form == "json" and options.short:  # without its findings it would read as if there were none
        raise WrongInputError("error.flags_together", first="--short", second="json")
    if form == "pdf":
        from miskraam_cli.renderers.pdf import weasyprint

        weasyprint()


def _fresh(settled: configuration.Configuration, moment: datetime) -> bool | None:
    """Whether the study is open, where somebody confirmed it less than a year ago (AMB-98)."""
    confirmed = settled.premi_confirmed
    return settled.premi_open if confirmed and confirmed.valid(moment.date()) else None


def _settled(
    option: str, key: str, asked: str | None, configured: str | None, allowed: tuple[str, ...]
) -> str:
    """What the command line asks, else what the configuration has, else the first that is allowed."""
    if asked is None and configured is not None:
        return one_of(f"{configuration.path()}: {key}", configured, allowed)
    return one_of(f"--{option}", asked or allowed[0], allowed)


def read_moment(text: str | None) -> datetime:
    """The clock, read once; or the time named, in Dutch time where it names no zone."""
    if text is None:
        return datetime.now(ZONE)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise WrongInputError("error.time", value=text) from None
    return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)
