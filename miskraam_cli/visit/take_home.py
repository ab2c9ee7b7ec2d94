"""After the summary: what she can take home, until she is done."""

import shutil
from pathlib import Path

from miskraam_cli.interview.prompt import (
    Answered,
    Back,
    Jump,
    Notice,
    Paragraph,
    Presenter,
    Prompt,
    PromptOption,
    Stop,
)
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.renderers.forms import ENDINGS, HTML, PDF, TEXT, by_ending
from miskraam_cli.renderers.qr_code import codes
from miskraam_cli.summary.closing_card import closing_card
from miskraam_cli.summary.model import Summary
from miskraam_cli.summary.whom_to_call import support
from miskraam_cli.visit.copy_summary import copied
from miskraam_cli.visit.give_summary import drawn, save, show_to
from miskraam_cli.visit.name_file import written_where_she_says
from miskraam_cli.visit.print_text import print_text
from miskraam_cli.visit.qr_page import code_page
from miskraam_cli.visit.session import Session

_PRINTERS = (("lp", "-s", "-t"), ("lpr", "-T"))  # CUPS, and what came before it; a title follows

_PRINTER_SECONDS = 10.0  # that she waits for a printer; by then it has taken what it is given, or hangs


class TakeHome:
    """What can be done with one summary; on a kiosk nothing stays behind, so there is no file and no paper."""

    def __init__(self, summary: Summary, session: Session, directory: Directory, person: Presenter) -> None:
        self.summary = summary
        self.session = session
        self.words = session.words
        self.directory = directory
        self.person = person
        self.card = () if summary.audience == "clinician" else closing_card(summary, session.words).paragraphs
        self.told = ""  # what became of her last wish; it stands above the menu
        self.saved: list[str] = []  # where the files are that she made
        self.printer = next((found for found in _PRINTERS if shutil.which(found[0])), None)

    def wants_change(self) -> bool:
        """Do what she asks, again and again; whether she wants to change her answers in the end.

        Back is back to the last page; who stops is done.
        """
        while True:
            told = (Paragraph(""), Paragraph(self.told)) if self.told else ()
            step = self.asked("take_home.text", self.ways(), above=(*self.card, *told))
            self.told = ""
            if isinstance(step, Back):
                show_to(self.person, self.summary, self.session, from_the_end=True)
                continue
            wish = step.chosen[0] if isinstance(step, Answered) else "done"
            if wish == "read":
                show_to(self.person, self.summary, self.session)
            elif wish == "save":
                self.save()
            elif wish == "print":
                self.print()
            elif wish == "copy":
                self.told = copied(drawn(self.summary, self.session, TEXT), self.session)
            elif wish == "code":
                self.code()
            else:
                return wish == "change"

    def ways(self) -> list[str]:
        """What can be done, in order; what ends it stands last, as the key that turned the pages must not do it."""
        ways = ["read"]
        if self.session.setting != "kiosk":
            ways += ["save", *(["print"] if self.printer else [])]
        return [*ways, "copy" if self.summary.audience == "clinician" else "code", "change", "done"]

    def save(self) -> None:
        """Write it to a file that she names, whole or only the numbers."""
        how_much = self.how_much()
        if not how_much:
            return

        def write(path: Path) -> None:
            save(self.summary, self.session, path, by_ending(path) or TEXT, short=how_much == "short")

        words = self.words
        question, proposed = words("take_home.which_file"), words("take_home.name")
        path = written_where_she_says(question, proposed, ENDINGS, write, self.person, words)
        if path:
            opens = "opens_in_browser" if by_ending(path) in (HTML, PDF) else "opens_as_text"
            where = words("take_home.saved", file=path)
            self.saved.append(where)
            self.told = f"{where} {words(f'take_home.{opens}')}"

    def print(self) -> None:
        """Send it to the printer under a title that says nothing."""
        how_much = self.how_much()
        if not how_much or not self.printer:
            return
        text = drawn(self.summary, self.session, TEXT, short=how_much == "short")
        command = [*self.printer, self.words("take_home.paper_title")]
        sent = print_text(text, command, _PRINTER_SECONDS)
        self.told = self.words("take_home.printed" if sent else "take_home.not_printed")

    def code(self) -> None:
        """Show the code of a number or website that she chooses."""
        found = codes((*self.summary.contacts, *support(self.directory, self.words)))
        options = tuple(PromptOption(code.data, f"{code.name}: {code.shown}") for code in found)
        step = self.person.ask(Prompt("", "one", self.words("take_home.which_code"), options))
        chosen = step.chosen if isinstance(step, Answered) else ()
        for code in found:
            if (code.data,) == chosen:
                print(f"\n{code_page(code, self.session)}")
                self.person.show(Notice("pause", (), can_go_back=False))

    def how_much(self) -> str:
        """The whole summary, or only the numbers; nothing where she thinks better of it."""
        step = self.asked("take_home.how_much", ["whole", "short"])
        return step.chosen[0] if isinstance(step, Answered) else ""

    def asked(
        self, text: str, ways: list[str], above: tuple[Paragraph, ...] = ()
    ) -> Answered | Back | Jump | Stop:
        """What she chooses of these ways."""
        options = tuple(PromptOption(way, self.words(f"take_home.{way}")) for way in ways)
        return self.person.ask(Prompt("", "one", self.words(text), options, above=above))
