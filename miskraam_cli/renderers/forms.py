"""The forms in which a summary is given: the name of each, the endings of its files, and what draws it.

A drawer is imported when it draws, so that a command pays for the form that it gives and for no other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from miskraam_cli.errors import WrongInputError, one_of
from miskraam_cli.language import Words

if TYPE_CHECKING:
    from miskraam_cli.summary.model import Summary


@dataclass(frozen=True)
class Look:
    """How a summary is to look. JSON heeds none of it: it is always whole.

    `sources`: each finding says where it stands in the leaflets. `short`: only whom to call. `spoken`: a text that a
    voice reads. The rest is for a terminal: its `width` in columns, whether it has `colour`, and whether `dim` letters
    can be read on it.
    """

    sources: bool = False
    short: bool = False
    spoken: bool = False
    width: int = 80
    colour: bool = True
    dim: bool = True


@dataclass(frozen=True)
class Form:
    """One form. `endings` are those of its files, each with its point, in small letters.

    A `binary` one is drawn as bytes, which no screen can show; the others as text. One `for_machines` says itself that
    it is UTF-8, or is read as such; nothing may stand beside it.
    """

    name: str
    draw: Callable[["Summary", Words, Look], str | bytes]
    endings: tuple[str, ...] = ()
    binary: bool = False
    for_machines: bool = False


def named(name: str) -> Form:
    """The form that `--format` names. Raises WrongInputError for another name."""
    one_of("--format", name, NAMES)
    return next(form for form in FORMS if form.name == name)


def by_ending(path: PurePath) -> Form | None:
    """The form that the name of a file chooses: text for a name without an ending, None for an ending of no form."""
    ending = path.suffix.lower()
    return next((form for form in FORMS if ending in form.endings), None) if ending else TEXT


def check(form: Form, *, on_screen: bool) -> None:
    """Refuse a form that cannot be given, before anybody answers a question for it. Raises WrongInputError.

    That is a binary form for a screen, and a PDF on a machine without WeasyPrint.
    """
    if form.binary and on_screen:
        raise WrongInputError("error.binary_on_screen", form=form.name, ending=form.endings[0])
    if form is PDF:
        from miskraam_cli.renderers.pdf import weasyprint

        weasyprint()


def _terminal(summary: "Summary", words: Words, look: Look) -> str:
    from miskraam_cli.renderers import terminal

    return terminal.render(
        summary,
        words,
        look.width,
        colour=look.colour,
        dim=look.dim,
        sources=look.sources,
        short=look.short,
    )


def _text(summary: "Summary", words: Words, look: Look) -> str:
    from miskraam_cli.renderers import text

    return text.render(summary, words, sources=look.sources, short=look.short, spoken=look.spoken)


def _markdown(summary: "Summary", words: Words, look: Look) -> str:
    from miskraam_cli.renderers import markdown

    return markdown.render(summary, words, sources=look.sources, short=look.short)


def _html(summary: "Summary", words: Words, look: Look) -> str:
    from miskraam_cli.renderers import html

    return html.render(summary, words, sources=look.sources, short=look.short)


def _json(summary: "Summary", _words: Words, _look: Look) -> str:
    from miskraam_cli.renderers import json

    return json.render(summary)


def _pdf(summary: "Summary", words: Words, look: Look) -> bytes:
    from miskraam_cli.renderers import pdf

    return pdf.from_html(_html(summary, words, look))


TERMINAL = Form("terminal", _terminal)
TEXT = Form("text", _text, (".txt",))
MARKDOWN = Form("markdown", _markdown, (".md",), for_machines=True)
HTML = Form("html", _html, (".html", ".htm"), for_machines=True)
JSON = Form("json", _json, (".json",), for_machines=True)
PDF = Form("pdf", _pdf, (".pdf",), binary=True, for_machines=True)

FORMS = (TERMINAL, TEXT, MARKDOWN, HTML, JSON, PDF)
NAMES = tuple(form.name for form in FORMS)
ENDINGS = tuple(ending for form in FORMS for ending in form.endings)
