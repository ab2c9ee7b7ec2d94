"""Whether a visit ends by keeping a record. Decided before the first question; nothing heavy is imported for a no."""

from typing import TYPE_CHECKING

from miskraam_cli.errors import WrongInputError
from miskraam_cli.visit.session import Session

if TYPE_CHECKING:
    from miskraam_cli.visit.keep_record import RecordKeeper


def keeper_for(session: Session) -> "RecordKeeper | None":
    """Who keeps the record of this visit: asked for by `--keep` or `--code`, or at a workstation that is set up.

    Raises WrongInputError where it is asked for and cannot be done.
    """
    if session.records is None:
        if session.keep:
            raise WrongInputError("error.no_settings")
        return None
    with_clinician = session.setting == "workstation" or session.filled_by == "clinician"
    if not (session.keep or (session.person and with_clinician and session.records.recipients)):
        return None
    from miskraam_cli.visit.keep_record import RecordKeeper

    return RecordKeeper(session.records, session.code, wanted=session.keep)
