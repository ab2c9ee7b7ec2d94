"""Bytes that a terminal sends and nobody pressed, and bytes cut into pieces."""

from hypothesis import strategies as st

from tests.terminal.one_prompt import A_MOMENT

_ESCAPE = b"\x1b"
_PLAIN = "".join(map(chr, range(0x20, 0x7F)))
_NO_KEYS_ALONE = "".join(letter for letter in _PLAIN if letter not in "[]OPX^_")
_NAME_NO_KEY = "".join(chr(code) for code in range(0x40, 0x7F) if chr(code) not in "ABCDEFHPQSZu~M[")
_numbers = st.text("0123456789;:", max_size=12) | st.just(";" * 500)
_texts = st.text(_PLAIN + "\r\n\té漢", max_size=60) | st.integers(1000, 3000).map(lambda many: "1\r" * many)


def _introduced(letters: str) -> st.SearchStrategy[bytes]:
    """Escape and one of these letters, or the C1 character that is the same, in UTF-8 or as one byte."""
    codes = [0x40 + ord(letter) for letter in letters]
    with_escape = [_ESCAPE + letter.encode() for letter in letters]
    return st.sampled_from(
        [*with_escape, *(chr(code).encode() for code in codes), *(bytes([code]) for code in codes)]
    )


def _joined(*parts: "st.SearchStrategy[bytes] | st.SearchStrategy[str]") -> st.SearchStrategy[bytes]:
    return st.tuples(*parts).map(
        lambda found: b"".join(part if isinstance(part, bytes) else part.encode() for part in found)
    )


_strings = _joined(
    _introduced("]PX^_"), _texts, st.sampled_from([b"\x07", b"\x1b\\", "\x9c".encode(), b"\x9c"])
)
_private = _joined(
    _introduced("["),
    st.sampled_from(list("<=>?")),
    _numbers,
    st.text(" !\"#$%&'()*+,-./", max_size=2),
    st.text("@ABcnRuyt~Mm", min_size=1, max_size=1),
)
_nameless = _joined(_introduced("["), _numbers, st.sampled_from(list(_NAME_NO_KEY)))
_where_the_cursor_is = _joined(
    _introduced("["), st.integers(1, 300).map(str), st.just(";"), st.integers(1, 300).map(str), st.just("R")
)
_clicks = _joined(st.just(b"\x1b[M"), st.text(_PLAIN, min_size=3, max_size=3))
_with_alt = _joined(st.just(_ESCAPE), st.sampled_from(list(_NO_KEYS_ALONE)))
_codes = st.sampled_from([9, 13, 27, 32, 49, 50, 63, 97, 99, 106, 111, 127, 57401, 57414])
_released = st.tuples(_codes, st.integers(1, 256)).map(lambda key: f"\x1b[{key[0]};{key[1]}:3u".encode())
_kitty_with_alt = _codes.map(lambda code: f"\x1b[{code};3u".encode())
_no_text = st.integers(57427, 63743).map(lambda code: f"\x1b[{code};1u".encode())
_no_utf_8 = st.binary(min_size=1, max_size=3).map(lambda some: bytes(0xF5 + byte % 11 for byte in some))

REPLIES = st.one_of(
    _strings,
    _private,
    _nameless,
    _where_the_cursor_is,
    _clicks,
    _with_alt,
    _released,
    _kitty_with_alt,
    _no_text,
    _no_utf_8,
)
"""One thing that a terminal says by itself, or a key that does nothing."""

PASTES = _texts.map(lambda text: f"\x1b[200~{text}\x1b[201~".encode())

UNFINISHED = st.tuples(REPLIES, st.floats(0, 1)).map(lambda cut: cut[0][: max(2, int(len(cut[0]) * cut[1]))])
"""The beginning of one, of at least two bytes; the rest never comes."""


@st.composite
def in_pieces(draw: st.DrawFn, whole: bytes) -> list[bytes]:
    """Bytes cut at random; here and there nothing for a moment, though not behind an Escape, which alone is a key."""
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(whole) - 1)), max_size=6)) - {len(whole)})
    pieces = []
    for start, end in zip([0, *cuts], [*cuts, len(whole)], strict=True):
        pieces.append(whole[start:end])
        if draw(st.integers(0, 50)) == 50 and not whole[:end].endswith(_ESCAPE):
            pieces.append(A_MOMENT)
    return pieces
