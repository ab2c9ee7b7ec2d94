"""The book as one page of HTML, without script or anything from outside, to read on a screen and to print and sign."""

from miskraam_cli.language import EveryLanguage
from miskraam_cli.renderers.book.in_both import both, made_on, numbered, same
from miskraam_cli.renderers.template import template
from miskraam_cli.summary.book.model import Book


def render(book: Book, say: EveryLanguage) -> str:
    """The whole document."""
    return template("book/book.html").render(
        book=book, say=say, made=made_on(book, say), both=both, numbered=numbered, same=same
    )
