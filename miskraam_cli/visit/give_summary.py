"""A summary, given: on the screen page by page, or as a file in any of its forms."""

import sys
from pathlib import Path

from miskraam_cli.interview.prompt import Notice, Paragraph, Presenter, Stop
from miskraam_cli.language import Words
from miskraam_cli.library.interface import words
from miskraam_cli.renderers.forms import TERMINAL, Form, Look
from miskraam_cli.summary.model import Summary
from miskraam_cli.terminal.screen import colour, columns, pages, rows
from miskraam_cli.visit.session import Session
from miskraam_cli.writing import write_file


def show_to(person: Presenter, summary: Summary, session: Session, *, stopped: bool) -> None:
    """Show the summary to the person: a page at a time, or after a stop at once with the numbers last."""
    form = session.summary.on_screen
    if form is TERMINAL and not stopped:
        _read_in_pages(drawn(summary, session, form), person, session.words)
    else:
        print_out(summary, session, form, numbers_last=stopped)


def print_out(summary: Summary, session: Session, form: Form, *, numbers_last: bool = False) -> None:
    """Write the summary to standard output."""
    look = _look(session, numbers_last=numbers_last)
    shown = form.draw(summary, words(summary.language), look)
    if isinstance(shown, bytes):
        sys.stdout.buffer.write(shown)
    else:
        sys.stdout.write(shown)


def save(summary: Summary, session: Session, path: Path, form: Form, *, short: bool = False) -> None:
    """Write the summary to a file, for its owner only. Raises OutOfReachError."""
    shown = form.draw(summary, words(summary.language), _look(session, short=short))
    write_file(path, shown if isinstance(shown, bytes) else shown.encode())


def drawn(summary: Summary, session: Session, form: Form, *, short: bool = False) -> str:
    """The summary in a form that is text; `short` is only whom to call."""
    shown = form.draw(summary, words(summary.language), _look(session, short=short))
    assert isinstance(shown, str)  # a binary form goes to a file or a pipe
    return shown


def _look(session: Session, *, short: bool = False, numbers_last: bool = False) -> Look:
    return Look(
        sources=session.summary.sources,
        short=short or session.summary.short,
        width=columns(),
        colour=colour(contrast=session.contrast),
        dim=not session.contrast,
        numbers_last=numbers_last,
    )


def _read_in_pages(text: str, person: Presenter, say: Words) -> None:
    """Show a text that is longer than the screen a page at a time, what to do now on the first."""
    first, *more = pages(text, rows())
    print(f"\n{first}")
    for page in more:
        step = person.show(Notice("pause", (Paragraph(say("walk.more"), "quiet"),), can_go_back=False))
        if isinstance(step, Stop):
            return
        print(page)
