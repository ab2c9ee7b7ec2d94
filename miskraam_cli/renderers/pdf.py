"""The page as a PDF, from the same HTML; tagged, so that it can be read aloud."""

from typing import Any

from miskraam_cli.errors import WrongInputError


def from_html(page: str) -> bytes:
    """A page of HTML as a PDF (PDF/UA-1). Raises WrongInputError without WeasyPrint."""
    made: bytes = weasyprint().HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
    return made


def weasyprint() -> Any:
    """WeasyPrint. Raises WrongInputError where it, or a library that it needs, is missing."""
    try:
        import weasyprint as found
    except (ImportError, OSError) as error:
        raise WrongInputError("error.no_pdf") from error
    return found
