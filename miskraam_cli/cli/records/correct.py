"""Correcting answers at the terminal: the review of a walk, in a record that was kept."""

from miskraam_cli.interview.prompt import Answered, Presenter, Prompt, PromptOption
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.walk import Walk
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.visit.session import Session
from miskraam_cli.visit.visit import alerts_in

_DONE, _CORRECT = "done", "correct"


def correct(
    interview: Interview, person: Presenter, session: Session, directory: Directory
) -> Interview | None:
    """The interview with answers corrected, as far as that came; None where the person is done with it."""
    words = session.words
    options = (PromptOption(_DONE, words("records.done")), PromptOption(_CORRECT, words("records.correct")))
    step = person.ask(Prompt("", "one", words("records.what_now"), options, can_go_back=False))
    if step != Answered((_CORRECT,)):
        return None
    return Walk(interview, person, words, alerts_in(session, directory)).change().interview
