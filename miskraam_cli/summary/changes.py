"""What became of the answers: from before a correction, or from one interview to a later one."""

from miskraam_cli.interview.state import Interview
from miskraam_cli.language import Words
from miskraam_cli.roles import Setting
from miskraam_cli.summary.record_history import Change
from miskraam_cli.summary.soep import answered, label
from miskraam_cli.summary.wording import Wording


def changes(before: Interview, now: Interview, words: Words, setting: Setting) -> tuple[Change, ...]:
    """The questions of one questionnaire whose answers differ, in its order; not asked is an answer here."""
    first, second = Wording(before, words, setting), Wording(now, words, setting)
    return tuple(
        Change(question.id, label(question, second), answered(question, first), answered(question, second))
        for question in now.questionnaire.questions
        if question.type != "note" and before.counted.get(question.id) != now.counted.get(question.id)
    )
