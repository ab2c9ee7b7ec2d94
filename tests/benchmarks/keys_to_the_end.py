"""`python -m tests.benchmarks.keys_to_the_end`: how many keys a typical walk takes from its first question on."""

from collections.abc import Mapping

from miskraam_cli.interview.prompt import Answered, Continue, Notice, Prompt
from miskraam_cli.interview.question_prompt import earlier
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.interview.walk import Walk
from tests.content.follow_up_walks import FOLLOW_UP, QUIET
from tests.content.quiet_intake import INTAKE
from tests.content.quiet_intake import QUIET as QUIET_INTAKE
from tests.tiny_questionnaires import NL, TODAY


class Counting:
    """Answers as one woman would, and counts the keys: digits and Enter, or what is typed and Enter."""

    def __init__(self, known: Interview) -> None:
        self.known = known
        self.keys = 0

    def ask(self, prompt: Prompt) -> Answered:
        given = earlier(self.known.questionnaire.by_id[prompt.id], self.known, NL)
        numbers = [
            str(number) for number, option in enumerate(prompt.options, 1) if option.id in given.chosen
        ]
        self.keys += sum(map(len, numbers)) + len(given.typed) + 1
        return given

    def show(self, notice: Notice) -> Continue:
        self.keys += notice.kind != "line"
        return Continue()


def keys_of(known: Interview) -> int:
    """The keys from the first question until the summary is asked for."""
    person = Counting(known)
    begun = Interview(known.questionnaire, known.today)
    Walk(begun, person, NL, lambda *_: Notice("pause", ())).run()
    return person.keys


def main() -> None:
    """Print the keys of a quiet follow-up and a quiet intake."""
    walks: Mapping[str, tuple[Interview, Mapping[str, Answer]]] = {
        "follow-up": (Interview(FOLLOW_UP, TODAY, QUIET), QUIET),
        "intake": (Interview(INTAKE, TODAY, QUIET_INTAKE), QUIET_INTAKE),
    }
    for name, (known, answers) in walks.items():
        print(f"{name}: {keys_of(known)} keys for {len(answers)} answers")  # noqa: T201


if __name__ == "__main__":
    main()
