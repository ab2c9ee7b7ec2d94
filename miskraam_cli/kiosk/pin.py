"""The PIN of staff: only its hash is kept, and wrong tries wait longer and longer."""

import hashlib
import hmac
import secrets
from base64 import b64decode, b64encode

_COST, _BLOCK, _PARALLEL = 2**14, 8, 1
_SALT = 16  # bytes
SHORTEST, LONGEST = 4, 12  # digits


def is_pin(typed: str) -> bool:
    """Whether this can be a PIN: digits, neither too few nor too many."""
    return typed.isascii() and typed.isdigit() and SHORTEST <= len(typed) <= LONGEST


def hashed(pin: str) -> str:
    """A PIN as the configuration holds it: scrypt, with its costs and a salt of its own."""
    salt = secrets.token_bytes(_SALT)
    key = _key(pin, salt, _COST, _BLOCK, _PARALLEL)
    return "$".join(("scrypt", *map(str, (_COST, _BLOCK, _PARALLEL)), _text(salt), _text(key)))


def fits(pin: str, kept: str) -> bool:
    """Whether this is the PIN that was hashed. Raises ValueError for a text that is no such hash."""
    kind, cost, block, parallel, salt, key = kept.split("$")
    if kind != "scrypt":
        raise ValueError(kind)
    found = _key(pin, b64decode(salt, validate=True), int(cost), int(block), int(parallel))
    return hmac.compare_digest(found, b64decode(key, validate=True))


def is_hash(kept: str) -> bool:
    """Whether the configuration holds a hash that a PIN can be compared with."""
    try:
        fits("", kept)
    except ValueError:
        return False
    return True


def _key(pin: str, salt: bytes, cost: int, block: int, parallel: int) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=cost, r=block, p=parallel)


def _text(data: bytes) -> str:
    return b64encode(data).decode()
