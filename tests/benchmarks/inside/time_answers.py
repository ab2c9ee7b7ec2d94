"""Times one answer among many questions: `time_answers.py FILE QUESTIONS ANSWERS` writes milliseconds as JSON.

A file may not hold ten thousand questions, so the questions of FILE are repeated under other names.
"""

import json
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from miskraam_cli.interview.state import Interview
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.questionnaire.condition.condition import Condition
from miskraam_cli.questionnaire.ids import NOWHERE, Id
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question


def main(file: str, questions: int, answers: int) -> None:
    """Print the milliseconds of each answer, the path that follows from it included."""
    grown = _grown(questionnaire_at(Path(file))[0], questions)
    interview = Interview(grown, date(2026, 11, 22), {question.id: False for question in grown.questions})
    times = []
    for number in range(answers + 1):
        question = grown.questions[number * 10 + 8]
        start = time.perf_counter()
        interview = interview.answer(question, True)
        length = len(interview.path)
        times.append((time.perf_counter() - start) * 1000)
        if length != questions - questions // 10 + number + 1:
            raise SystemExit("the path is not what follows from the answers")
    sys.stdout.write(json.dumps(times[1:]))


def _grown(questionnaire: Questionnaire, count: int) -> Questionnaire:
    pattern = questionnaire.questions[0]
    questions = tuple(_question(pattern, number) for number in range(count))
    section = replace(questionnaire.sections[0], questions=questions)
    return replace(questionnaire, sections=(section,))


def _question(pattern: Question, number: int) -> Question:
    condition = Condition.from_text(f"q{number - 1} == true", NOWHERE) if number % 10 == 9 else None
    return replace(pattern, id=Id(f"q{number}"), enable_when=condition)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
