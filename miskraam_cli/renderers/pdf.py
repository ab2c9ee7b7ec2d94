"""The page as a PDF, from the same HTML; tagged, so that it can be read aloud."""

from typing import Any

from miskraam_cli.errors import OutOfReachError, WrongInputError


def from_html(page: str) -> bytes:
    """A page of HTML as a PDF (PDF/UA-1).

    Raises WrongInputError without WeasyPrint, OutOfReachError where that fails, as on a machine without any font.
    """
    library = weasyprint()
    try:
        made: bytes = library.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    except Exception as error:  # whatever this machine lacks; the page itself is ours and is drawn elsewhere
        raise OutOfReachError("error.pdf_failed", reason=type(error).__name__) from error
    return made


def weasyprint() -> Any:
    """WeasyPrint. Raises WrongInputError where it, or a library that it needs, is missing."""
    try:
        import weasyprint as found
    except (ImportError, OSError) as error:
        raise WrongInputError("error.no_pdf") from error
    return found
