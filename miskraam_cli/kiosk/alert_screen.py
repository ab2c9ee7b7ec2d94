"""Her alert: calls staff, and stands on the screen until one of them has come or she says that she told them."""

from collections.abc import Callable, Sequence
from typing import Literal

from miskraam_cli.interview.prompt import ALERT_DEAF_FOR, Paragraph
from miskraam_cli.kiosk.clinic import Clinic
from miskraam_cli.kiosk.messages import FromPatient, ToSupervisor
from miskraam_cli.kiosk.neutral_page import NeutralPage
from miskraam_cli.kiosk.phase import Phase
from miskraam_cli.kiosk.prepared_screens import PICTOGRAM
from miskraam_cli.kiosk.screen_text import write
from miskraam_cli.kiosk.staff_screens import StaffScreens
from miskraam_cli.terminal.screen import wipe

Outcome = Literal["acknowledged", "said"]


class AlertScreen:
    """The alert of one patient."""

    def __init__(
        self,
        page: NeutralPage,
        clinic: Clinic,
        supervisor: ToSupervisor,
        staff: StaffScreens,
    ) -> None:
        self._page = page
        self._clinic = clinic
        self._supervisor = supervisor
        self._staff = staff

    def call_staff(self, seal: Callable[[], object]) -> Outcome:
        """Ring the desk's signal and show the alert; `seal` makes safe what she answered so far."""
        self._page.situation.call_staff()
        self._supervisor.tell(FromPatient.ALARM)
        self._page.forget_typed_ahead()
        with self._page.situation.interrupted_by(Phase.ALERT):
            self._write_at_once()
            seal()  # a slow database keeps neither the bell nor the screen waiting
            return self._stand()

    def come_back(self) -> Outcome:
        """Show an alert again that staff have not acknowledged; the signal is ringing already."""
        self._page.situation.call_staff()
        self._page.forget_typed_ahead()
        with self._page.situation.interrupted_by(Phase.ALERT):
            return self._stand()

    def _stand(self) -> Outcome:
        deaf_for = ALERT_DEAF_FOR
        while True:
            key = self._page.show(self._say, deaf_for)
            deaf_for = 0.0
            if key == "staff" and self._staff.acknowledge():
                return "acknowledged"
            if key == "said":
                self._supervisor.tell(FromPatient.SAID)
                return "said"

    def _write_at_once(self) -> None:
        text, keys = self._page.text, self._page.situation.allowed.keys
        wipe()
        write(text.format(text.format_page(self._say(), keys)))

    def _say(self) -> Sequence[Paragraph]:
        signal = self._supervisor.ask_signal()
        say = self._page.text.words
        settings = self._clinic.kiosk.settings
        # Never both: stay and walk. Where the signal fails nobody would come to her.
        if settings.at_alert == "stay" and not signal.fails:
            said = [Paragraph(say("kiosk.alarm_stay"), "alarm")]
        else:
            desk = settings.desk_in(say.language)
            said = [Paragraph(say("kiosk.alarm_desk"), "alarm"), Paragraph(PICTOGRAM)]
            said += [Paragraph(say("kiosk.desk", desk=desk))] if desk else []
            said += [Paragraph(say("kiosk.walk_to_desk"), "alarm")] if signal.fails else []
        numbers = self._clinic.numbers(say)
        said += [Paragraph("\n".join(numbers))] if numbers else []
        said += [Paragraph(say("kiosk.call_112" if signal.second_called else "kiosk.danger_112"), "strong")]
        return said
