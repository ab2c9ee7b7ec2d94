"""Which key a control sequence stands for: as old terminals write it, as xterm writes it, and as kitty does.

Mostly they begin with `[`, and then comes:

- a letter, or a number and `~`: an arrow, a function key. `1;5A` is Up with Ctrl, `3;5~` Delete with Ctrl. Without
  modifiers the letter may stand behind `O`, and so do the keys of a keypad that a program has asked for.
- `27;modifiers;code~`: any key, by the code point of its letter (xterm's modifyOtherKeys).
- `code;modifiers;text u`: the same in kitty's protocol. The code may be followed, after colons, by the code with Shift
  and by that of the key's place on a plain keyboard.

The modifiers are one more than a sum: Shift 1, Alt 2, Ctrl 4, and higher ones. Behind a colon stands what happened:
pressed 1, repeated 2, released 3. A key that is released does nothing, nor does one together with Alt or a higher one.
"""

import re
from collections.abc import Sequence

from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.keys import Keys

from miskraam_cli.interview.letters import may_stand

_SHIFT, _CTRL, _CAPS_LOCK, _LOCKS = 1, 4, 64, 64 | 128
_RELEASED = 3
_END_OF_ASCII = 128
_FORM = re.compile(r"\[([0-9:;]*)([A-FHPQSZu~])")  # no R: where the cursor is, says the terminal

CONTROL_KEYS = {
    typed: key
    for typed, key in ANSI_SEQUENCES.items()
    if len(typed) == 1 and typed < " " and isinstance(key, Keys)
} | {"\n": Keys.ControlM, "\x7f": Keys.ControlH}
_OLD_KEYPAD = {
    f"\x1bO{letter}": sign for letter, sign in zip("pqrstuvwxyjklmno", "0123456789*+,-./", strict=True)
}
_OLD_KEYS: dict[str, str] = (
    {typed: key for typed, key in ANSI_SEQUENCES.items() if isinstance(key, Keys)}
    | _OLD_KEYPAD
    | {"\x1bOM": Keys.ControlM}
)
_NAMED = {
    8: Keys.ControlH,
    9: Keys.ControlI,
    10: Keys.ControlM,
    13: Keys.ControlM,
    27: Keys.Escape,
    127: Keys.ControlH,
    57414: Keys.ControlM,  # of the keypad, as are those that follow
    57417: Keys.Left,
    57418: Keys.Right,
    57419: Keys.Up,
    57420: Keys.Down,
    57421: Keys.PageUp,
    57422: Keys.PageDown,
    57423: Keys.Home,
    57424: Keys.End,
    57426: Keys.Delete,
}
_KEYPAD = dict(enumerate("0123456789./*-+", 57399)) | {57415: "=", 57416: ","}


def keys_of(sequence: str) -> tuple[str, ...]:
    """The keys that a sequence without its Escape stands for, mostly one or none; a character stands for itself."""
    found = _FORM.fullmatch(sequence)
    if found is None:
        old = (
            _OLD_KEYS.get(f"\x1b{sequence}") if not sequence.startswith("[") or sequence[1:2] == "[" else None
        )
        return (old,) if old else ()
    fields = [[int(part or 0) for part in field.split(":")] for field in found[1].split(";")]
    last = found[2]
    if last == "u":
        return _by_code(fields[0], *_modifiers(fields), fields[2] if len(fields) > 2 else ())
    if last == "~" and fields[0] == [27] and len(fields) == 3:
        return _by_code(fields[2], *_modifiers(fields), ())
    return _old(fields, last)


def _modifiers(fields: Sequence[Sequence[int]]) -> tuple[int, bool]:
    """The modifiers that stand second, and whether the key was released."""
    second = fields[1] if len(fields) > 1 else (1,)
    return max(0, second[0] - 1), second[1:2] == [_RELEASED]


def _by_code(codes: Sequence[int], modifiers: int, is_released: bool, text: Sequence[int]) -> tuple[str, ...]:
    code, shifted, placed = (*codes, 0, 0)[:3]
    held = modifiers & ~_LOCKS
    if is_released or held & ~(_SHIFT | _CTRL):
        return ()
    if code in _NAMED:
        named = _NAMED[code]
        return (Keys.BackTab if named == Keys.ControlI and held & _SHIFT else named,)
    if code in _KEYPAD:
        return (_KEYPAD[code],)
    if held & _CTRL:
        return _with_ctrl(code if code < _END_OF_ASCII else placed)
    if text and any(text):
        return tuple(chr(each) for each in text if prints(each))
    return _letter(shifted if held & _SHIFT and shifted else code, modifiers)


def _with_ctrl(code: int) -> tuple[str, ...]:
    """Ctrl and a letter is a control character, as terminals have always sent it."""
    letter = chr(code).upper() if prints(code) else ""
    key = CONTROL_KEYS.get(chr(ord(letter) & 0x1F)) if len(letter) == 1 and "@" <= letter <= "_" else None
    return (key,) if key else ()


def _letter(code: int, modifiers: int) -> tuple[str, ...]:
    """A letter; where its code with Shift is not told, a capital or a question mark as most keyboards have it."""
    if not prints(code):
        return ()
    letter = chr(code)
    if bool(modifiers & _SHIFT) != bool(modifiers & _CAPS_LOCK) and len(letter.upper()) == 1:
        letter = letter.upper()
    return ("?" if letter == "/" and modifiers & _SHIFT else letter,)


def prints(code: int) -> bool:
    """Whether a code point is a character that prints; a key without one has a code that does not."""
    return code <= 0x10FFFF and may_stand(chr(code))


def _old(fields: Sequence[Sequence[int]], last: str) -> tuple[str, ...]:
    """An arrow, a function key or the like, as terminals have always sent them."""
    modifiers, is_released = _modifiers(fields)
    held = modifiers & ~_LOCKS
    number = fields[0][0]
    if is_released or len(fields) > 2 or (last != "~" and number > 1):
        return ()
    if last == "Z":
        return (Keys.BackTab,) if held in (0, _SHIFT) else ()
    plain = (f"\x1b[{number}~",) if last == "~" else (f"\x1b[{last}", f"\x1bO{last}")
    with_them = f"\x1b[{number or 1};{held + 1}{last}"
    found = next((_OLD_KEYS[name] for name in ((with_them,) if held else plain) if name in _OLD_KEYS), None)
    return (found,) if found else ()
