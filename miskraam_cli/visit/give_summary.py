"""A summary, given: on the screen page by page, or as a file in any of its forms."""

import sys
from dataclasses import replace
from pathlib import Path

from miskraam_cli.interview.prompt import Back, Notice, Paragraph, Presenter, Stop
from miskraam_cli.language import Words
from miskraam_cli.library.interface import words
from miskraam_cli.renderers.forms import TERMINAL, Form, Look
from miskraam_cli.summary.model import Summary
from miskraam_cli.terminal.screen import colour, columns, pages, rows
from miskraam_cli.terminal.streams import write_document
from miskraam_cli.visit.session import Session
from miskraam_cli.writing import write_file


def show_to(
    person: Presenter,
    summary: Summary,
    session: Session,
    *,
    from_the_end: bool = False,
    at_once: bool = False,
) -> None:
    """Show the summary to the person: on a terminal a page at a time, back and forth; else `at_once`."""
    form = session.summary.on_screen
    if form is TERMINAL and not at_once:
        _read_in_pages(drawn(summary, session, form), person, session.words, from_the_end=from_the_end)
    else:
        print_out(summary, session, form, spoken=session.lines)


def print_out(summary: Summary, session: Session, form: Form, *, spoken: bool = False) -> None:
    """Write the summary to standard output."""
    shown = form.draw(summary, words(summary.language), replace(_look(session), spoken=spoken))
    if isinstance(shown, bytes) or form.for_machines:
        write_document(shown)
    else:
        sys.stdout.write(shown)


def save(summary: Summary, session: Session, path: Path, form: Form, *, short: bool = False) -> None:
    """Write the summary to a file, for its owner only. Raises OutOfReachError."""
    shown = form.draw(summary, words(summary.language), _look(session, short=short))
    write_file(path, shown if isinstance(shown, bytes) else shown.encode())


def drawn(
    summary: Summary, session: Session, form: Form, *, short: bool = False, width: int | None = None
) -> str:
    """The summary in a form that is text; `short` is only whom to call. `width` in columns, else the terminal's."""
    look = _look(session, short=short)
    shown = form.draw(summary, words(summary.language), replace(look, width=width or look.width))
    assert isinstance(shown, str)  # a binary form goes to a file or a pipe
    return shown


def _look(session: Session, *, short: bool = False) -> Look:
    return Look(
        sources=session.summary.sources,
        short=short or session.summary.short,
        width=columns(),
        colour=colour(contrast=session.contrast),
        dim=not session.contrast,
    )


def _read_in_pages(text: str, person: Presenter, say: Words, *, from_the_end: bool) -> None:
    """Show a text that is longer than the screen a page at a time, what to do now on the first; back and forth."""
    found = pages(text, rows())
    more = (Paragraph(""), Paragraph(say("walk.more"), "quiet"))
    at = len(found) - 1 if from_the_end else 0
    while True:
        print(f"\n{found[at]}")
        if at == len(found) - 1 and not from_the_end:
            return
        last = at == len(found) - 1
        step = person.show(Notice("pause", () if last else more, can_go_back=at > 0))
        if isinstance(step, Stop) or (last and not isinstance(step, Back)):
            return
        from_the_end = False
        at += -1 if isinstance(step, Back) else 1
