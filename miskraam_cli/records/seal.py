"""Sealing with the age format: to public keys, opened only with an identity. The one module that knows pyrage."""

from codecs import BOM_UTF8
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from miskraam_cli.errors import CannotOpenError, WrongInputError, WrongPassphraseError

_KEY = "AGE-SECRET-KEY-"
_PROTECTED = (b"age-encryption.org/", b"-----BEGIN AGE ENCRYPTED FILE-----")
_OTHER_KEY = "No matching keys found"  # what pyrage says; a stanza that was changed reads so too
_WRONG_PASSPHRASE = "Decryption failed"


def check_recipients(recipients: Sequence[str]) -> None:
    """Raises WrongInputError, with its beginning, for a text that is no public key of age, or for none at all."""
    _recipients(recipients)


def seal(plain: bytes, recipients: Sequence[str]) -> bytes:
    """`plain` sealed to these public keys. Raises WrongInputError where one of them is none."""
    import pyrage

    return bytes(pyrage.encrypt(plain, _recipients(recipients)))


def is_sealed(content: bytes) -> bool:
    """Whether this is in the age format: a record, a draft, or an identity under a passphrase."""
    return _begun(content).startswith(_PROTECTED)


def _begun(content: bytes) -> bytes:
    """The same without what an editor may have put before it."""
    return content.removeprefix(BOM_UTF8).lstrip()


@dataclass(frozen=True)
class Identity:
    """The secret keys of a clinic, the newest first; a record sealed to any of them can be opened."""

    keys: tuple[str, ...]

    @property
    def public(self) -> tuple[str, ...]:
        """The public keys that belong to it."""
        return tuple(str(key.to_public()) for key in self._identities())

    def open(self, sealed: bytes) -> bytes:
        """What was sealed. Raises CannotOpenError with the cause."""
        import pyrage

        if not is_sealed(sealed):
            raise CannotOpenError("seal.not_sealed")
        try:
            return bytes(pyrage.decrypt(_begun(sealed), self._identities()))
        except pyrage.DecryptError as error:
            other = str(error).startswith(_OTHER_KEY)
            raise CannotOpenError("seal.other_key" if other else "seal.damaged") from error

    def with_new_key(self) -> "Identity":
        """The same keys behind a new one."""
        return Identity((new_identity().keys[0], *self.keys))

    def _identities(self) -> list[Any]:
        from pyrage import x25519

        return [x25519.Identity.from_str(key) for key in self.keys]


def new_identity() -> Identity:
    """An identity with one new key."""
    from pyrage import x25519

    return Identity((str(x25519.Identity.generate()),))


def protected(identity: Identity, passphrase: str, moment: datetime) -> bytes:
    """The identity as a file, sealed by a passphrase; `age -d -i` takes it too."""
    import pyrage

    lines = [f"# written: {moment.isoformat(timespec='seconds')}"]
    for key, public in zip(identity.keys, identity.public, strict=True):
        lines += [f"# public key: {public}", key]
    return bytes(pyrage.passphrase.encrypt("\n".join([*lines, ""]).encode(), passphrase))


def unlocked(content: bytes, passphrase: str = "") -> Identity:
    """The identity in the content of its file.

    Raises WrongPassphraseError for another passphrase, CannotOpenError where the file is damaged or holds no key.
    """
    import pyrage

    if is_sealed(content):
        try:
            content = bytes(pyrage.passphrase.decrypt(_begun(content), passphrase))
        except pyrage.DecryptError as error:
            if str(error).startswith(_WRONG_PASSPHRASE):
                raise WrongPassphraseError("error.wrong_passphrase") from error
            raise CannotOpenError("seal.identity") from error
    lines = [line.strip() for line in content.decode("utf-8-sig", "replace").splitlines()]
    identity = Identity(tuple(line for line in lines if line.startswith(_KEY)))
    try:
        known = identity.public
    except pyrage.IdentityError as error:
        raise CannotOpenError("seal.identity") from error
    if not known:
        raise CannotOpenError("seal.identity")
    return identity


def _recipients(recipients: Sequence[str]) -> list[Any]:
    from pyrage import RecipientError, x25519

    if not recipients:
        raise WrongInputError("error.no_recipients")
    found = []
    for text in recipients:
        try:
            found.append(x25519.Recipient.from_str(text))
        except RecipientError as error:
            raise WrongInputError("error.recipient", name=text[:12]) from error
    return found
