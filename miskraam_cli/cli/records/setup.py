"""`miskraam setup`: makes the identity of a clinic, writes the configuration, and says what goes on a kiosk."""

import json
from collections.abc import Sequence
from pathlib import Path

from miskraam_cli.cli import configuration
from miskraam_cli.cli.new_secret import asked_again
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.records.access import access_of, from_file, passphrase
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import RefusedError, WrongInputError
from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.named_path import is_there
from miskraam_cli.records import seal
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.records.store import open_store
from miskraam_cli.terminal.theme import wrapped
from miskraam_cli.terminal.unseen_keys import unseen
from miskraam_cli.visit.session import Session
from miskraam_cli.writing import write_private

_IDENTITY = "identity.age"
_SHORTEST = 12  # characters of a passphrase


def set_up(recipients: Sequence[str], database: str, options: Options) -> None:
    """Make an identity and the table `[records]`. Raises WrongInputError rather than overwrite anything."""
    session = open_session(options)
    file = configuration.path()
    if session.records is not None:
        raise WrongInputError("error.set_up", file=file)
    identity_file = file.parent / _IDENTITY
    if is_there(identity_file):
        raise WrongInputError("error.exists", file=identity_file)
    if recipients:
        seal.check_recipients(recipients)
    identity = seal.new_identity()
    settings = RecordSettings(file.parent, (*identity.public, *recipients), database, identity_file)
    with open_store(settings, create=True):
        pass  # it can be reached, and its tables are there
    content = _protected("records.new_passphrase", identity, session)
    write_private(identity_file, content)
    table = _table(settings.recipients, database)
    before = read_files.read(file).text.rstrip() + "\n\n" if is_there(file) else ""
    mine = f'{before}{table}identity = "{_IDENTITY}"\n'
    write_private(file, mine.encode())
    _tell(session, settings, identity_file, file)


def rotate(options: Options) -> None:
    """A new key in the identity; new records are sealed to it, old ones still open by the old key."""
    session = open_session(options)
    access = access_of(session)
    old = access.identity()
    new = old.with_new_key()
    assert access.settings.identity is not None  # it has just been read
    write_private(access.settings.identity, _protected("records.other_passphrase", new, session))
    file = configuration.path()
    text = read_files.read(file).text
    for public in old.public:
        text = text.replace(f'"{public}"', f'"{new.public[0]}"', 1)
    write_private(file, text.encode())
    settings = configuration.load().records
    _tell(session, settings or access.settings, access.settings.identity, file)


def _protected(question: str, identity: seal.Identity, session: Session) -> bytes:
    """The identity, sealed by a new passphrase."""
    with unseen():
        return seal.protected(identity, _new_passphrase(question, session.words), session.moment)


def _new_passphrase(question: str, say: Words) -> str:
    """A passphrase; where it is typed it is typed twice, and asked again where it cannot be taken."""

    def ask() -> str:
        first = passphrase(say(question))
        if len(first) < _SHORTEST:
            raise RefusedError("error.short_passphrase", length=_SHORTEST)
        if not from_file() and passphrase(say("records.passphrase_again")) != first:
            raise RefusedError("error.passphrases_differ")
        return first

    return ask() if from_file() else asked_again(ask, say)


def _table(recipients: Sequence[str], database: str) -> str:
    lines = ["[records]", f"recipients = {json.dumps(list(recipients))}"]
    lines += [f"database = {json.dumps(database, ensure_ascii=False)}"] if database else []
    return "\n".join([*lines, ""])


def _tell(session: Session, settings: RecordSettings, identity: Path, file: Path) -> None:
    say = session.words
    print(wrapped(say("records.set_up", identity=identity, file=file)))
    print(f"\n{wrapped(say('records.set_up_kiosk'))}\n")
    print(f'{_table(settings.recipients, settings.database)}device = "kiosk 1"')
    print(f"\n{wrapped(say('records.set_up_keep'))}")
