"""The end for a patient: her summary and her code, to read, to take along, and to wipe."""

from collections.abc import Sequence

from miskraam_cli.interview.prompt import Paragraph, Prompt, PromptOption, Stop
from miskraam_cli.kiosk.full_screen import FullScreen
from miskraam_cli.kiosk.patient_summary import PatientSummary
from miskraam_cli.kiosk.phase import Phase
from miskraam_cli.terminal.leaving import Left
from miskraam_cli.visit.print_text import print_text

_PRINTER_SECONDS = 20  # for the printer's command to end


class EndScreens:
    """The screens after the last question, or after the one where she stopped. `printer` is a command, or empty."""

    def __init__(self, screen: FullScreen, summary: PatientSummary, printer: tuple[str, ...]) -> None:
        self._screen = screen
        self._summary = summary
        self._printer = printer
        self._say = screen.text.words

    def show(self, code: str | None, *, kept: bool) -> bool:
        """Let her read and take along what she likes, until she is done or gone; whether she goes on instead.

        Who was called in sees her code at once; the summary is there to choose. What wipes the screen stands last: the
        key that turned the pages must not do it.
        """
        if not self._is_called_in() and not self._read(self._summary.pages_before_the_code()):
            return False
        told = ""
        while True:
            chosen = self._choose(self._describe_code(code, told, kept=kept), self._ways(code))
            if chosen in ("", "done", "go_on"):
                return chosen == "go_on"
            told = ""
            if chosen == "read":
                self._read(self._summary.pages())
            elif chosen == "qr":
                self._show_qr()
            else:
                told = self._print(chosen, code)

    def _is_called_in(self) -> bool:
        return self._screen.situation.phase is Phase.CALLED_IN

    def _ways(self, code: str | None) -> list[str]:
        """What she can do, by the last part of its name in the interface's words."""
        ways = [*(["go_on"] if self._is_called_in() else []), "read", "qr"]
        if self._printer:
            ways += [*(["print_code"] if code else []), "print_short", "print_whole"]
        return [*ways, "done"]

    def _read(self, pages: Sequence[str]) -> bool:
        """Page after page; whether she is still there at the end."""
        left = self._screen.read(pages, self._next())
        return not isinstance(left, Stop)

    def _describe_code(self, code: str | None, told: str, *, kept: bool) -> str:
        """What stands above the choices: the code, large, and what to do with it; or what was `told` last."""
        say = self._say
        said = [Paragraph(""), Paragraph(say("kiosk.called" if self._is_called_in() else "kiosk.thanks"))]
        if code:
            said += [Paragraph(""), Paragraph(f"    {'  '.join(code)}", "strong"), Paragraph("")]
            said += [Paragraph(say("kiosk.code"))]
        else:
            why = say("kiosk.trial_code" if kept else "kiosk.not_kept")
            said += [Paragraph(""), Paragraph(why, "strong")]
        said += [Paragraph(""), Paragraph(told or say("kiosk.then_wiped"))]
        return self._screen.text.format(said)

    def _show_qr(self) -> None:
        """A number or website as a QR code, for her telephone."""
        pages = self._summary.qr_pages()
        above = self._screen.text.format([Paragraph(""), Paragraph(self._say("take_home.which_code"))])
        options = tuple(PromptOption(name, name) for name in pages)
        left = self._screen.read([above], Prompt("", "one", "", options, can_go_back=True))
        if name := _chosen(left):
            self._screen.read([pages[name]], self._next())

    def _print(self, chosen: str, code: str | None) -> str:
        """Print what she chose; how that went, in words. The slip with the code says nothing else."""
        text = f"{code}\n"
        if chosen != "print_code":
            text = self._summary.on_paper(short=chosen == "print_short")
        sent = print_text(text, self._printer, _PRINTER_SECONDS)
        return self._say("kiosk.printed" if sent else "kiosk.not_printed")

    def _choose(self, above: str, ways: list[str]) -> str:
        """The way that she chose; empty where nobody is there any more."""
        options = tuple(PromptOption(way, self._say(f"kiosk.end_{way}")) for way in ways)
        return _chosen(self._screen.read([above], Prompt("", "one", "", options, can_go_back=False)))

    def _next(self) -> Prompt:
        """What is asked below the last page of something to read."""
        options = (PromptOption("next", self._say("keys.next")),)
        return Prompt("", "one", "", options, can_go_back=False)


def _chosen(left: Left | Stop) -> str:
    return left.chosen[0] if isinstance(left, Left) and left.how == "answered" else ""
