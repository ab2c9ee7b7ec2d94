"""Which answers differ: from before a correction to after it, or from one interview to a later one."""

from miskraam_cli.interview.state import Interview
from miskraam_cli.language import Words
from miskraam_cli.roles import Setting
from miskraam_cli.summary.record_history import Change
from miskraam_cli.summary.soep import answered, label
from miskraam_cli.summary.wording import Wording


def changes(before: Interview, now: Interview, words: Words, setting: Setting) -> tuple[Change, ...]:
    """The questions whose answers differ between two interviews with one questionnaire, in its order.

    Not asked counts as an answer: a question that came on the path or left it is among them.
    """
    first, second = Wording(before, words, setting), Wording(now, words, setting)
    return tuple(
        Change(question.id, label(question, second), answered(question, first), answered(question, second))
        for question in now.questionnaire.questions
        # `counted` has no entry for what was not asked, so that None is one more answer here.
        if question.type != "note" and before.counted.get(question.id) != now.counted.get(question.id)
    )
