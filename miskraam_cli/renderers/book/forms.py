"""The forms of the book, by the ending of its file. Each drawer is imported when it draws."""

from pathlib import PurePath

from miskraam_cli.errors import WrongInputError
from miskraam_cli.language import EveryLanguage
from miskraam_cli.summary.book.model import Book

ENDINGS = (".md", ".html", ".htm", ".pdf")


def check(file: PurePath) -> None:
    """Refuse a file that cannot be written, before anything is read. Raises WrongInputError."""
    if file.suffix.lower() not in ENDINGS:
        raise WrongInputError("error.output_suffix", suffix=file.suffix, allowed=", ".join(ENDINGS))
    if file.suffix.lower() == ".pdf":
        from miskraam_cli.renderers.pdf import weasyprint

        weasyprint()


def draw(book: Book, say: EveryLanguage, ending: str) -> bytes:
    """The book in the form of an ending, one of `ENDINGS`. Raises WrongInputError for a PDF without WeasyPrint."""
    if ending == ".md":
        from miskraam_cli.renderers.book import markdown

        return markdown.render(book, say).encode()
    from miskraam_cli.renderers.book import html

    page = html.render(book, say)
    if ending == ".pdf":
        from miskraam_cli.renderers.pdf import from_html

        return from_html(page)
    return page.encode()
