"""`miskraam contacts`: whom to call, now or at another hour."""

from collections.abc import Iterator

from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.language import Words
from miskraam_cli.library.contacts import shipped_directory
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.renderers.blocks import Block, contact_block
from miskraam_cli.renderers.text import WIDTH, draw
from miskraam_cli.summary.whom_to_call import ContactShown, contacts_for, contacts_note, support
from miskraam_cli.terminal.streams import write_document
from miskraam_cli.visit.session import Session, known_hospital


def show_contacts(options: Options) -> None:
    """Print everyone to call, the number for this hour first where the hours are confirmed."""
    session = open_session(options)
    directory = shipped_directory()
    words = session.words
    others = support(directory, words)
    if options.json:
        import json

        from miskraam_cli.renderers.json import contact_json

        called, note = _called(session, directory)
        shown = {"contacts": [contact_json(item) for item in (*called, *others)], "note": note}
        write_document(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
        return
    blocks = [Block("heading", words("contacts.support")), *(contact_block(item, words) for item in others)]
    for line in (*whom_to_call(session, directory, WIDTH), *_drawn(blocks, words, WIDTH)):
        print(line)


def whom_to_call(session: Session, directory: Directory, width: int) -> Iterator[str]:
    """Whom to call at this hour, and below it who confirmed that, as lines of text."""
    called, note = _called(session, directory)
    blocks = [*(contact_block(item, session.words) for item in called), Block("quiet", note)]
    yield from _drawn(blocks, session.words, width)


def _called(session: Session, directory: Directory) -> tuple[tuple[ContactShown, ...], str]:
    hospital = known_hospital(session.hospital, directory)
    called = contacts_for(
        directory,
        hospital=hospital,
        urgent=True,
        moment=session.moment,
        confirmed=session.confirmed,
        words=session.words,
    )
    # As where something is to be arranged: she may call for that, and then the hours matter.
    day, levels = session.moment.date(), ("arrange",)
    return called, contacts_note(directory, session.confirmed, hospital, day, session.words, levels)


def _drawn(blocks: list[Block], words: Words, width: int) -> Iterator[str]:
    for block in blocks:
        if block.kind in ("quiet", "heading"):
            yield ""
        yield draw(block, width, words)
