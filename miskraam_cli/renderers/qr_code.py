"""A telephone number or website as a QR code in a terminal, to be read by a phone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from miskraam_cli.summary.whom_to_call import ContactShown

_QUIET_ZONE = 4  # modules, as the standard asks
_BLOCKS = "█▀▄ "  # light, light above dark, dark above light, dark
_WHITE_ON_BLACK, _RESET = "\x1b[97;40m", "\x1b[0m"


@dataclass(frozen=True)
class QrCode:
    """What one code holds (`data`, an address with tel: or https:), whose it is, and how a person reads it."""

    data: str
    name: str
    shown: str


def codes(contacts: Iterable["ContactShown"]) -> tuple[QrCode, ...]:
    """Each number and each website of these contacts; who has neither is left out."""
    return tuple(code for contact in contacts for code in _codes(contact))


def _codes(contact: "ContactShown") -> Iterator[QrCode]:
    if contact.number:
        yield QrCode(f"tel:{contact.number}", contact.name, contact.display or contact.number)
    if contact.website:
        yield QrCode(f"https://{contact.website}", contact.name, contact.website)


def render(data: str) -> str:
    """The code as lines of half blocks, two modules high each, with escape codes for white and black."""
    import segno

    # Both colours are named: in its own a light terminal would turn the code inside out, which no phone reads.
    made = segno.make_qr(data, error="m")
    rows = [bytes(row) for row in made.matrix_iter(border=_QUIET_ZONE)]
    rows.append(rows[0])  # their number is odd, and a line shows two; the first is all light
    lines = (
        "".join(_BLOCKS[2 * above + below] for above, below in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )
    return "\n".join(f"{_WHITE_ON_BLACK}{line}{_RESET}" for line in lines)
