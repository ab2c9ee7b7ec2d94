"""`miskraam contacts`: whom to call, now or at another hour."""

from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.library.contacts import shipped_directory
from miskraam_cli.renderers.blocks import Block, contact_block
from miskraam_cli.renderers.text import WIDTH, draw
from miskraam_cli.summary.whom_to_call import contacts_for, contacts_note, support
from miskraam_cli.terminal.streams import write_document
from miskraam_cli.visit.session import known_hospital


def show_contacts(options: Options) -> None:
    """Print everyone to call, the number for this hour first where the hours are confirmed."""
    session = open_session(options)
    directory = shipped_directory()
    words = session.words
    called = contacts_for(
        directory,
        hospital=known_hospital(session.hospital, directory),
        urgent=True,
        moment=session.moment,
        confirmed=session.confirmed,
        words=words,
    )
    note = contacts_note(directory, session.confirmed, session.moment.date(), words)
    others = support(directory, words)
    if options.json:
        import json

        from miskraam_cli.renderers.json import contact_json

        shown = {"contacts": [contact_json(item) for item in (*called, *others)], "note": note}
        write_document(json.dumps(shown, ensure_ascii=False, indent=2) + "\n")
        return
    blocks = [contact_block(item, words) for item in called]
    blocks += [Block("quiet", note), Block("heading", words("contacts.support"))]
    blocks += [contact_block(item, words) for item in others]
    for block in blocks:
        if block.kind in ("quiet", "heading"):
            print()
        print(draw(block, WIDTH, words))
