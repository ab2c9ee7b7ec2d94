"""What every `miskraam records` command starts from: the settings, the log, the store, the identity."""

import os
import platform
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from getpass import getpass, getuser

from miskraam_cli.cli.new_secret import TRIES
from miskraam_cli.errors import OutOfReachError, WrongInputError, WrongPassphraseError, explained
from miskraam_cli.language import Words
from miskraam_cli.library.read_files import read_bytes
from miskraam_cli.named_path import named
from miskraam_cli.records import codes, seal, spool
from miskraam_cli.records.access_log import AccessLog, Act
from miskraam_cli.records.row import Row, Store
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.records.store import open_store
from miskraam_cli.terminal.screen import tell
from miskraam_cli.terminal.unseen_keys import unseen
from miskraam_cli.visit.session import Session

_BY_CODE: tuple[Act, ...] = ("open", "export", "delete")


@dataclass(frozen=True)
class Access:
    """Where records are kept, for one command."""

    settings: RecordSettings
    session: Session
    log: AccessLog

    @property
    def say(self) -> Words:
        """The words of the interface."""
        return self.session.words

    def warn(self, key: str) -> None:
        """Words about records for the person, beside what is asked for."""
        warn(self.say(f"records.{key}"))

    @contextmanager
    def store(self, *, purge: bool = True) -> Iterator[Store]:
        """The store, after what waited was delivered and what has expired was removed.

        Where that fails, as on a full disk, it is said, and what is there can be read all the same.
        """
        waiting = bool(spool.waiting(self.settings.spool))
        with open_store(self.settings, create=waiting) as store:
            try:
                for file in spool.deliver(self.settings.spool, store, self.settings.retention_days):
                    warn(self.say("error.spool_unreadable", file=file))
                if purge:
                    self.purged(store)
            except OutOfReachError as error:
                warn(explained(error, self.say))
            yield store

    def purged(self, store: Store, *, sure: bool = False) -> tuple[str, ...]:
        """Remove what has expired, and log what that was. Raises ClockError."""
        gone = store.purge(self.session.moment, self.settings.retention_days, sure=sure)
        if gone:
            self.log.write(self.session.moment, "purge", "done", gone)
        return gone

    def rows(self, code: str, store: Store, act: Act) -> tuple[Row, ...]:
        """The rows under a code; after wrong codes this waits. Raises WrongInputError where there is none."""
        with self._slowed(_BY_CODE):
            rows = store.under(code, self.session.moment)
            if not rows:
                self.log.write(self.session.moment, act, "not_found")
                raise WrongInputError("error.code_unknown")
        return rows

    def identity(self) -> seal.Identity:
        """The clinic's identity, opened by its passphrase where it has one.

        Raises WrongInputError where there is none here, or after three wrong passphrases.
        """
        if self.settings.identity is None:
            raise WrongInputError("error.no_identity")
        content = read_bytes(self.settings.identity)
        if not seal.is_sealed(content):
            return seal.unlocked(content)
        with unseen():
            for left in reversed(range(1 if from_file() else TRIES)):
                typed = passphrase(self.say("records.passphrase"))
                try:
                    return self._unlocked(content, typed)
                except WrongPassphraseError as error:
                    if not left:
                        raise
                    warn(explained(error, self.say))
        raise WrongPassphraseError("error.wrong_passphrase")

    def _unlocked(self, content: bytes, typed: str) -> seal.Identity:
        with self._slowed(("unlock",)):
            try:
                identity = seal.unlocked(content, typed)
            except WrongPassphraseError:
                self.log.write(self.session.moment, "unlock", "refused")
                raise
            self.log.write(self.session.moment, "unlock", "done")
        return identity

    @contextmanager
    def _slowed(self, acts: tuple[Act, ...]) -> Iterator[None]:
        """Try after a wait, longer with every wrong try in a row, of whatever run; one try at a time."""
        with unseen(), self.log.alone(*(partial(self.warn, key) for key in ("in_turn", "no_lock"))):
            seconds = codes.wait(self.log.wrong_in_a_row(*acts))
            if seconds:
                warn(self.say("records.wait", seconds=seconds))
                time.sleep(seconds)
            yield


def access_of(session: Session) -> Access:
    """Where this machine keeps records. Raises WrongInputError where nothing is set up."""
    if session.records is None:
        raise WrongInputError("error.no_settings")
    return Access(session.records, session, AccessLog(session.records.log, user(), platform.node()))


def user() -> str:
    """Who is logged in, as the system knows it; a variable of the environment can say anything."""
    try:
        import pwd
    except ImportError:  # Windows
        return getuser()
    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())


def from_file() -> str | None:
    """The file that `MISKRAAM_PASSPHRASE_FILE` names, for who runs this without a person."""
    return os.environ.get("MISKRAAM_PASSPHRASE_FILE")


def passphrase(question: str) -> str:
    """A passphrase: the first line of a named file, or typed unseen. Raises WrongInputError where nobody can type."""
    file = from_file()
    if file:
        return read_bytes(named(file)).decode("utf-8-sig", "replace").partition("\n")[0].rstrip("\r")
    if not sys.stdin.isatty():
        raise WrongInputError("error.no_passphrase")
    return getpass(f"{question} ")


def warn(text: str) -> None:
    """A line for the person, beside what is asked for."""
    tell(f"miskraam: {text}")
