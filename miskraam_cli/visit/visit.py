"""One person with one questionnaire: the same thing at a terminal and at a kiosk.

What a summary needs is imported only when one is made: the first question must not wait for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from miskraam_cli.interview.prompt import Notice
from miskraam_cli.interview.show_alerts import AlertNotice
from miskraam_cli.interview.state import HOSPITAL, Answer, Interview
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.roles import Setting
from miskraam_cli.visit.session import Session, known_hospital

if TYPE_CHECKING:
    from miskraam_cli.interview.findings import Result
    from miskraam_cli.summary.model import Summary
    from miskraam_cli.summary.record_history import RecordHistory
    from miskraam_cli.visit.keep_record import RecordKeeper

STUDY_OPEN = "premi_open"  # the id of the hidden question that the configuration answers


@dataclass(frozen=True)
class Visit:
    """One person with the questionnaire of `file`. `begun` is the interview before its first question.

    `keeper` seals her answers where a record is kept; None where nothing is.
    """

    session: Session
    file: Path
    directory: Directory
    begun: Interview
    keeper: "RecordKeeper | None" = None

    def alert(self, interview: Interview, results: "tuple[Result, ...]") -> Notice:
        """What a notice about these findings says to her at this moment."""
        return alerts_in(self.session, self.directory)(interview, results)

    def keep(
        self, interview: Interview, *, stopped: bool, staff_called: bool = False
    ) -> "RecordHistory | None":
        """Seal and keep the answers; what the summary says of the record, None where there is none.

        A failure is raised by `end`, when she has seen what to do and whom to call.
        """
        if self.keeper is None:
            return None
        return self.keeper.keep(interview, self.session.now(), stopped=stopped, staff_called=staff_called)

    def end(self) -> None:
        """Raises OutOfReachError where what was answered last is not kept."""
        if self.keeper:
            self.keeper.end()

    def summary(
        self,
        interview: Interview,
        *,
        stopped: bool,
        setting: Setting | None = None,
        kept: "RecordHistory | None" = None,
    ) -> "Summary":
        """What the answers mean at this moment, in words for where she reads it (`setting`)."""
        from miskraam_cli.summary.build import build

        session = self.session.now()
        here = replace(session, setting=setting or session.setting).circumstances(self.directory)
        return build(interview, replace(here, kept=kept), stopped=stopped)


def begun(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], directory: Directory, session: Session
) -> Interview:
    """The interview before its first question: what a file says, and what the configuration knows already."""
    known: dict[str, Answer | None] = {
        HOSPITAL: known_hospital(session.hospital, directory),
        STUDY_OPEN: session.study_open,
    }
    given = {
        name: answer
        for name, answer in known.items()
        if answer is not None and name in questionnaire.by_id and name not in answers
    }
    return Interview(questionnaire, session.moment.date(), {**answers, **given}, frozenset(given))


def alerts_in(session: Session, directory: Directory) -> AlertNotice:
    """What a notice says to the person herself, whoever the summary is for."""

    def notice(interview: Interview, results: "tuple[Result, ...]") -> Notice:
        from miskraam_cli.summary.alert_notices import alert_notice

        here = session.now().circumstances(directory)
        return alert_notice(interview, results, replace(here, words=session.words, audience="patient"))

    return notice
