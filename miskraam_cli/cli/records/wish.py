"""Whether a run ends by keeping a record. Decided before the first question; nothing heavy is imported for a no."""

from typing import TYPE_CHECKING

from miskraam_cli.errors import WrongInputError
from miskraam_cli.visit.session import Session, can_ask

if TYPE_CHECKING:
    from miskraam_cli.visit.keep_record import RecordKeeper


def keeper_for(session: Session) -> "RecordKeeper | None":
    """Who keeps the record of this run: asked for by `--keep` or `--code`, or at a workstation that is set up.

    Raises WrongInputError where it is asked for and cannot be done.
    """
    options, settings = session.options, session.records
    wanted = options.keep or options.code is not None
    if settings is None:
        if wanted:
            raise WrongInputError("error.no_settings")
        return None
    with_clinician = session.setting == "workstation" or session.filled_by == "clinician"
    if not (wanted or (can_ask(options) and with_clinician and settings.recipients)):
        return None
    from miskraam_cli.visit.keep_record import RecordKeeper

    return RecordKeeper(settings, options.code, wanted=wanted)
