"""A summary, given: on the screen page by page, or as a file in any of its forms."""

import sys
from pathlib import Path

from miskraam_cli.interview.prompt import Notice, Paragraph, Presenter, Stop
from miskraam_cli.language import Words
from miskraam_cli.library.interface import words
from miskraam_cli.summary.model import Summary
from miskraam_cli.terminal.screen import colour, columns, is_dumb, pages, rows
from miskraam_cli.visit.session import Session, format_of
from miskraam_cli.writing import write_file


def on_screen(summary: Summary, session: Session, person: Presenter, *, stopped: bool) -> None:
    """Show the summary to the person: a page at a time, or after a stop at once with the numbers last."""
    options = session.options
    if options.output is not None:  # then the form is that of the file
        form = "terminal" if sys.stdout.isatty() and not options.lines and not is_dumb() else "text"
    else:
        form = format_of(options)
    text = drawn(summary, session, form, numbers_last=stopped)
    if form == "terminal" and not stopped:
        _read_in_pages(text, person, session.words)
    else:
        sys.stdout.write(text)


def to_file(summary: Summary, session: Session, path: Path, form: str, *, short: bool = False) -> None:
    """Write the summary to a file, for its owner only. Raises OutOfReachError."""
    text = drawn(summary, session, form, short=short)
    data = text.encode()
    if form == "pdf":
        from miskraam_cli.renderers import pdf

        data = pdf.from_html(text)
    write_file(path, data)


def drawn(
    summary: Summary, session: Session, form: str, *, numbers_last: bool = False, short: bool = False
) -> str:
    """The summary in one of its forms; `short` is only whom to call."""
    say, sources = words(summary.language), session.options.sources
    short = short or session.options.short
    match form:
        case "json":
            from miskraam_cli.renderers import json

            return json.render(summary)
        case "terminal":
            from miskraam_cli.renderers import terminal

            contrast = session.options.contrast
            return terminal.render(
                summary,
                say,
                columns(),
                colour=colour(contrast=contrast),
                dim=not contrast,
                sources=sources,
                numbers_last=numbers_last,
                short=short,
            )
        case "markdown":
            from miskraam_cli.renderers import markdown

            return markdown.render(summary, say, sources=sources, short=short)
        case "html" | "pdf":
            from miskraam_cli.renderers import html

            return html.render(summary, say, sources=sources, short=short)
    from miskraam_cli.renderers import text

    return text.render(summary, say, sources=sources, short=short)


def _read_in_pages(text: str, person: Presenter, say: Words) -> None:
    """Show a text that is longer than the screen a page at a time, what to do now on the first."""
    first, *more = pages(text, rows())
    print(f"\n{first}")
    for page in more:
        step = person.show(Notice("pause", (Paragraph(say("walk.more"), "quiet"),), can_go_back=False))
        if isinstance(step, Stop):
            return
        print(page)
