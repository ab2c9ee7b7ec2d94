"""Words that nobody else uses, typed by patients at the kiosk, and looked for wherever they must not be."""

MARKERS = [f"zeldzaam{number:02}woord" for number in range(20)]


def marked(data: bytes) -> list[str]:
    """The markers that stand in this, as bytes of UTF-8 or UTF-16."""
    return [marker for marker in MARKERS if marker.encode() in data or marker.encode("utf-16-le") in data]
