"""Flags before environment before configuration before default: the options of a command become a session."""

import sys
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import cast

from miskraam_cli.cli import configuration
from miskraam_cli.cli.options import Options
from miskraam_cli.errors import WrongInputError, one_of
from miskraam_cli.language import LANGUAGES
from miskraam_cli.library import interface
from miskraam_cli.named_path import named
from miskraam_cli.renderers import forms
from miskraam_cli.roles import AUDIENCES, FILLED_BY, SETTINGS, Audience, FilledBy, Setting
from miskraam_cli.terminal.screen import is_dumb
from miskraam_cli.visit.session import ZONE, Session, SummaryWishes


def open_session(options: Options, *, summary: bool = True) -> Session:
    """The session of one command. Raises WrongInputError for a value that does not exist.

    Without `summary` the name of a file chooses no form: what is written is a list or an export.
    """
    wishes = _summary_wishes(options) if summary else _other_wishes(options)
    settled = configuration.load()
    language = _settled("lang", "language", options.lang, settled.language, LANGUAGES)
    setting = _settled("setting", "setting", options.setting, settled.setting, SETTINGS)
    clock = partial(_read_moment, options.now)
    moment = clock()
    return Session(
        words=interface.words(language),
        clinician_words=interface.words(LANGUAGES[0]),
        clock=clock,
        moment=moment,
        setting=cast("Setting", setting),
        audience=cast("Audience", one_of("--for", options.audience or AUDIENCES[0], AUDIENCES)),
        filled_by=cast("FilledBy", one_of("--filled-by", options.filled_by or FILLED_BY[0], FILLED_BY)),
        hospital=options.hospital or settled.hospital,
        confirmed=settled.confirmed,
        study_open=_study_open(settled, moment),
        records=settled.records,
        person=_can_ask(options),
        lines=options.lines or is_dumb(),
        contrast=options.contrast,
        summary=wishes,
        draft=None if options.draft is None else named(options.draft),
        keep=options.keep or options.code is not None,
        code=options.code,
    )


def _can_ask(options: Options) -> bool:
    """Whether there is a person to ask: a terminal on both sides, and neither answers nor summary in the way.

    `--lines` given by hand reads any standard input.
    """
    if options.json or options.answers == "-":
        return False
    if options.lines:
        return True
    to_read = options.format in (None, "terminal") or options.output is not None
    return sys.stdin.isatty() and sys.stdout.isatty() and to_read


def _summary_wishes(options: Options) -> SummaryWishes:
    """Refuses what cannot be drawn before anybody answers a question for it."""
    file = None if options.output is None else named(options.output)
    on_screen = forms.TERMINAL if sys.stdout.isatty() and not options.lines and not is_dumb() else forms.TEXT
    form = _form(options, file) or on_screen
    if form is forms.JSON and options.short:  # without its findings it would read as if there were none
        raise WrongInputError("error.flags_together", first="--short", second="json")
    forms.check(form, on_screen=file is None and sys.stdout.isatty())
    shown = on_screen if file is not None else form  # where it goes to a file the form is that of the file
    return SummaryWishes(form, shown, file, options.sources, options.short, options.copy)


def _form(options: Options, file: Path | None) -> forms.Form | None:
    """The form of the summary: as asked for, else as its file is named."""
    if options.json:
        return forms.JSON
    if options.format:
        return forms.named(options.format)
    if file is None:
        return None
    form = forms.by_ending(file)
    if form is None:
        raise WrongInputError("error.output_suffix", suffix=file.suffix, allowed=", ".join(forms.ENDINGS))
    return form


def _other_wishes(options: Options) -> SummaryWishes:
    file = None if options.output is None else named(options.output)
    form = forms.JSON if options.json else forms.TEXT
    return SummaryWishes(form, form, file)


def _study_open(settled: configuration.Configuration, moment: datetime) -> bool | None:
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


def _read_moment(text: str | None) -> datetime:
    """The clock; or the time named, in Dutch time where it names no zone."""
    if text is None:
        return datetime.now(ZONE)
    try:
        moment = datetime.fromisoformat(text)
        return moment.replace(tzinfo=ZONE) if moment.tzinfo is None else moment.astimezone(ZONE)
    # No time, or one that is before the first day or after the last in Dutch time.
    except (ValueError, OverflowError):
        raise WrongInputError("error.time", value=text) from None
