"""`miskraam` alone: which questionnaire?"""

from miskraam_cli.cli.options import Options
from miskraam_cli.cli.run import run_questionnaire
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import StoppedError, WrongInputError
from miskraam_cli.interview.prompt import Answered, Prompt, PromptOption
from miskraam_cli.library import find_and_read
from miskraam_cli.library.questionnaires import questionnaire_at


def run_menu(options: Options) -> None:
    """Let a person choose a questionnaire, and run it."""
    session = open_session(options)
    if not session.person:
        raise WrongInputError("error.nobody_menu")
    found = {path.stem: questionnaire_at(path)[0] for path in find_and_read.shipped()}
    offered = sorted((one.menu, name, one.title) for name, one in found.items() if one.menu is not None)
    choices = tuple(
        PromptOption(name, title.in_language(session.words.language)) for _, name, title in offered
    )
    chosen = session.presenter().ask(
        Prompt("menu", "one", session.words("walk.menu"), choices, can_go_back=False)
    )
    if not isinstance(chosen, Answered):
        raise StoppedError("error.stopped")
    run_questionnaire(find_and_read.SHIPPED / f"{chosen.chosen[0]}.yaml", options)
