"""A walk through follow-up that begins where her temperature is to be typed."""

from miskraam_cli.interview.prompt import Prompt
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.interview.walk import Ended
from miskraam_cli.language import Words
from tests.interview.simulated_people import FOLLOW_UP, scripted, typed
from tests.tiny_questionnaires import NL, TODAY, Script, Step

BEFORE: dict[str, Answer] = {
    "hospital": "lumc",
    "fainting": "no",
    "bleeding": "none",
    "pain": "none",
    "temperature_measured": "yes",
}


def types(*texts: str, choices: tuple[Step, ...] = (), words: Words = NL) -> tuple[Script, Ended]:
    """She types these, one after another, then makes these choices, then stops."""
    start = Interview(FOLLOW_UP, TODAY, BEFORE)
    return scripted(*(typed(text) for text in texts), *choices, words=words, start=start)


def temperature(ended: Ended) -> object:
    """Her answer, if there is one."""
    return ended.interview.answers.get("temperature")


def puts(presenter: Script) -> list[Prompt]:
    """The prompts in which the temperature was to be typed."""
    return [prompt for prompt in presenter.prompts if prompt.id == "temperature" and prompt.kind == "typed"]
