"""One patient from the start screen to the code, in a process of her own that ends with her."""

from dataclasses import replace
from functools import partial

from miskraam_cli.errors import OutOfReachError
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.walk import Walk
from miskraam_cli.kiosk.clinic import Clinic
from miskraam_cli.kiosk.end_screens import EndScreens
from miskraam_cli.kiosk.full_screen import FullScreen
from miskraam_cli.kiosk.messages import FromPatient, ToSupervisor
from miskraam_cli.kiosk.patient_summary import PatientSummary
from miskraam_cli.kiosk.phase import Phase
from miskraam_cli.kiosk.prepared_screens import PreparedScreens
from miskraam_cli.kiosk.staff_screens import StaffLeave
from miskraam_cli.kiosk.start_screens import StartScreens
from miskraam_cli.summary.record_history import RecordHistory
from miskraam_cli.visit.visit import Visit


class Patient:
    """Serves one patient: the screens in their order, and what becomes of her answers."""

    def __init__(self, clinic: Clinic, prepared: PreparedScreens, supervisor: ToSupervisor) -> None:
        self._clinic = clinic
        self._supervisor = supervisor
        self._screen = FullScreen(prepared, clinic, supervisor)
        self._situation = self._screen.situation

    def serve(self) -> FromPatient:
        """From the start screen to the end; how it ended."""
        try:
            return self._serve()
        except StaffLeave:
            return FromPatient.LEAVE

    def _serve(self) -> FromPatient:
        if self._supervisor.signal.on_screen:
            # The process before crashed under an alert, which must still be seen.
            self._screen.alert.come_back()
            return FromPatient.STOPPED
        visit = StartScreens(self._screen, self._clinic, self._supervisor).begin_visit()
        if visit is None:
            return FromPatient.IDLE
        self._supervisor.tell(FromPatient.STARTED)
        return self._walk(visit)

    def _walk(self, visit: Visit) -> FromPatient:
        """Put the questions; then keep what she answered, show what it means, and go on if she was not called in."""
        screen, situation = self._screen, self._situation
        walk = Walk(visit.begun, screen, screen.text.words, visit.alert, today=visit.session.today)
        while True:
            screen.begin_questions(lambda: self._keep(visit, walk.interview, stopped=True))
            ended = walk.run()
            if ended.how == "idle" and not situation.staff_called:
                return FromPatient.IDLE
            stopped = ended.how != "done"
            screen.end_questions()
            keep = partial(self._keep, visit, ended.interview, stopped=stopped)
            summary = PatientSummary(visit, ended.interview, stopped)
            if not situation.staff_called and summary.is_urgent():
                screen.alert.call_staff(keep)
            record, worked = keep()
            gone = ended.how == "idle" or not ended.interview.counted
            ending = EndScreens(screen, replace(summary, kept=record), self._clinic.kiosk.settings.print)
            if gone or not ending.show(record.code if record else None, kept=worked):
                return self._how_it_ended(stopped=stopped)

    def _how_it_ended(self, *, stopped: bool) -> FromPatient:
        if self._situation.phase is Phase.CALLED_IN:
            return FromPatient.CALLED
        return FromPatient.STOPPED if stopped else FromPatient.DONE

    def _keep(
        self, visit: Visit, interview: Interview, *, stopped: bool
    ) -> tuple[RecordHistory | None, bool]:
        """Keep the answers: the record if there is one, and whether keeping them worked."""
        try:
            kept = visit.keep(interview, stopped=stopped, staff_called=self._situation.staff_called)
            visit.end()
        except OutOfReachError:
            self._supervisor.tell(FromPatient.NOT_KEPT)
            return None, False
        return kept, True
