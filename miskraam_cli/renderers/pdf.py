"""The page as a PDF, from the same HTML; tagged, so that it can be read aloud."""

import os
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from miskraam_cli.errors import OutOfReachError, WrongInputError


def from_html(page: str) -> bytes:
    """A page of HTML as a PDF (PDF/UA-1).

    Raises WrongInputError without WeasyPrint, OutOfReachError where that fails, as on a machine without any font.
    """
    library = weasyprint()

    def draw() -> bytes:
        made: bytes = library.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
        return made

    try:
        made = _apart(draw) if hasattr(os, "fork") else draw()
    except Exception as error:  # whatever this machine lacks; the page itself is ours and is drawn elsewhere
        raise OutOfReachError("error.pdf_failed") from error
    if not made:
        raise OutOfReachError("error.pdf_failed")
    return made


def _apart(draw: Callable[[], bytes]) -> bytes:
    """What is drawn in a process of its own, nothing where it fails: without fonts the library takes it down."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with suppress(BaseException), open(writing, "wb") as whole:  # noqa: PTH123  # a pipe has no path
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # the library complains of fonts there
            whole.write(draw())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as drawn:  # noqa: PTH123  # a pipe has no path
        made = drawn.read()
    _, status = os.waitpid(child, 0)
    return made if status == 0 else b""


def weasyprint() -> Any:
    """WeasyPrint. Raises WrongInputError where it, or a library that it needs, is missing."""
    try:
        import weasyprint as found
    except Exception as error:  # what is missing, or does not fit, raises what it likes
        raise WrongInputError("error.no_pdf") from error
    return found
