"""`miskraam` alone: which questionnaire, or whom to call now?"""

from miskraam_cli.cli.options import Options
from miskraam_cli.cli.run import run_questionnaire
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import StoppedError, WrongInputError
from miskraam_cli.interview.prompt import Answered, Prompt, PromptOption
from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.library.questionnaires import questionnaire_at

_CALL = "contacts"


def run_menu(options: Options) -> None:
    """Let a person choose a questionnaire, and run it; or show whom to call, and let her choose again."""
    session = open_session(options)
    if not session.person:
        raise WrongInputError("error.nobody_menu")
    person, menu = session.presenter(), _menu(session.words)
    while (step := person.ask(menu)) == Answered((_CALL,)):
        from miskraam_cli.cli.contacts import show_contacts  # the menu must not wait for it

        print()
        show_contacts(options)
    if not isinstance(step, Answered):
        raise StoppedError()
    run_questionnaire(read_files.SHIPPED / f"{step.chosen[0]}.yaml", options)


def _menu(words: Words) -> Prompt:
    """What can be chosen, and for whom each questionnaire is. Calling stands neither first nor last."""
    found = {path.stem: questionnaire_at(path)[0] for path in read_files.shipped()}
    offered = sorted((one.menu, name, one.title) for name, one in found.items() if one.menu is not None)
    first, *others = (PromptOption(name, title.in_language(words.language)) for _, name, title in offered)
    return Prompt(
        "menu",
        "one",
        words("walk.menu"),
        (first, PromptOption(_CALL, words("walk.call")), *others),
        help=" ".join(words(f"help.{name}") for _, name, _ in offered),
        can_go_back=False,
    )
