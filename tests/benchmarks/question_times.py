"""Questions in a pseudo-terminal: the first, when it can be answered, the next ones, and a silent terminal."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from itertools import count
from pathlib import Path

from miskraam_cli.interview.state import Interview
from miskraam_cli.library.questionnaires import questionnaire_at
from tests.benchmarks import measured_questionnaires
from tests.benchmarks.measured_environment import Installation
from tests.benchmarks.result_table import Goal, ResultRow, beside
from tests.benchmarks.series import Series, alternate
from tests.benchmarks.timed_terminal import ENTER, TimedTerminal, screen

_FIRST_TEXT_GOAL = Goal(0.75)
_ANSWERABLE_GOAL, _ANSWERABLE_COPIER_GOAL = Goal(1.6), Goal(0.6)
_NEXT_GOAL, _P95_GOAL, _MEMORY_GOAL = Goal(0.16), Goal(2.5), Goal(3)
_SILENT_GOAL = Goal(1.5)
_SILENT_QUESTIONS = 10
_FIRST_CHOICE = f"1{ENTER}"  # the peers point at the first by themselves
_SETTLED = 50  # questions after which memory is counted


def first_question(installation: Installation, pairs: int) -> Iterator[ResultRow]:
    """The words of the first question, which are other words at every start, and when it can be answered."""
    copy = _Copy(installation)
    ours, select, inquirer = alternate(
        pairs,
        lambda: _seen(installation, *copy.command(), words=copy.renamed()),
        lambda: _seen(
            installation, installation.python, installation.path("peer_select.py"), words="Which one?"
        ),
        lambda: _seen(
            installation, installation.python, installation.path("peer_inquirer.py"), words="Which one?"
        ),
    )
    yield beside("text of the first question", ours, "bare select", select, _FIRST_TEXT_GOAL)
    yield beside("text of the first question", ours, "InquirerPy select", inquirer)
    ours, select, copier = alternate(
        pairs,
        lambda: _answered(
            installation, *copy.command(), ready=copy.last_choice, key=_FIRST_CHOICE, words=copy.second
        ),
        lambda: _answered(
            installation,
            installation.python,
            installation.path("peer_select.py"),
            ready="fourth",
            key=ENTER,
            words="echoed",
        ),
        lambda: _answered(
            installation, *_copier(installation), ready="fourth", key=ENTER, words="Which other?"
        ),
    )
    yield beside("first question answered", ours, "bare select", select, _ANSWERABLE_GOAL)
    yield beside("first question answered", ours, "copier", copier, _ANSWERABLE_COPIER_GOAL)


def next_question(installation: Installation, questions: int) -> Iterator[ResultRow]:
    """From the key that answers one question until the next can be answered, ours and the peer's in turn."""
    with ExitStack() as stack:
        ours = stack.enter_context(screen(installation, *_walk(installation, questions)))
        loop = (installation.python, installation.path("peer_loop.py"), str(questions))
        peer = stack.enter_context(screen(installation, *loop))
        walked: tuple[list[float], list[float]] = ([], [])
        held: tuple[list[float], list[float]] = ([], [])
        for program in (ours, peer):
            program.until("k0c")
        for number in range(1, questions):
            for program, key, times, memory in zip(
                (ours, peer), (_FIRST_CHOICE, ENTER), walked, held, strict=True
            ):
                times.append(program.after(key, f"k{number}c"))
                memory.append(program.memory)
    our_times, peer_times = (Series(tuple(times)) for times in walked)
    our_growth, peer_growth = (_growth(memory) for memory in held)
    yield beside("next question", our_times, "bare select", peer_times, _NEXT_GOAL)
    yield ResultRow(
        "next question, p95 over median",
        f"{our_times.p95:.3g} ms",
        f"bare select {peer_times.p95:.3g} ms, {peer_times.p95 / peer_times.median:.2f}",
        our_times.p95 / our_times.median,
        _P95_GOAL,
    )
    yield ResultRow(
        "memory for 1,000 prompts more",
        f"{our_growth:+.1f} MiB",
        f"bare select {peer_growth:+.1f} MiB",
        our_growth,
        _MEMORY_GOAL,
    )


def silent_terminal(installation: Installation) -> Iterator[ResultRow]:
    """The next question where the terminal does not reply to the cursor query, beside one that does."""
    command = _walk(installation, _SILENT_QUESTIONS)
    with ExitStack() as stack:
        silent = stack.enter_context(screen(installation, *command, replies=False))
        normal = stack.enter_context(screen(installation, *command))
        for program in (silent, normal):
            program.until("k0c")
        numbers = count(1)

        def step(program: TimedTerminal, number: int) -> float:
            return program.after(_FIRST_CHOICE, f"k{number}c")

        pairs = [
            (step(silent, number), step(normal, number))
            for number in (next(numbers) for _ in range(_SILENT_QUESTIONS - 1))
        ]
    ours, replied = (Series(tuple(times)) for times in zip(*pairs, strict=True))
    yield beside("next question, silent terminal", ours, "ours, terminal replies", replied, _SILENT_GOAL)


class _Copy:
    """A copy of the shipped questionnaires, whose first question gets other words each time."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.folder = Path(installation.path("copy"))
        installed = installation.output(
            installation.python,
            "-c",
            "from miskraam_cli.library import read_files; print(read_files.SHIPPED)",
        )
        shutil.copytree(installed.strip(), self.folder)
        questionnaire, _ = questionnaire_at(self.folder / "follow-up.yaml")
        interview = Interview(questionnaire, date(2026, 11, 22))
        first = interview.asked[0]
        second = interview.answer(first, str(first.choices[0].id)).asked[1]
        self.last_choice = first.choices[-1].text.nl
        self.second = second.text.nl
        self.words = first.text.nl
        self.numbers = count(1)

    def command(self) -> tuple[str, ...]:
        """The program on the copy."""
        return self.installation.program("miskraam"), "run", str(self.folder / "follow-up.yaml")

    def renamed(self) -> str:
        """Other words for the first question, in the file where it stands."""
        words = f"Nieuwe woorden {next(self.numbers)} hier"
        for file in self.folder.rglob("*.yaml"):
            text = file.read_text(encoding="utf-8")
            if self.words in text:
                file.write_text(text.replace(self.words, words), encoding="utf-8")
        self.words = words
        return words


def _seen(installation: Installation, *command: str, words: str) -> float:
    with screen(installation, *command) as shown:
        return shown.until(words)


def _answered(installation: Installation, *command: str, ready: str, key: str, words: str) -> float:
    with screen(installation, *command) as shown:
        shown.until(ready)
        shown.press(key)
        return shown.until(words)


def _copier(installation: Installation) -> tuple[str, ...]:
    return installation.program("copier"), "copy", installation.path("template"), installation.path("copied")


def _walk(installation: Installation, questions: int) -> tuple[str, ...]:
    file = installation.write(f"walk-{questions}.yaml", measured_questionnaires.choices(questions))
    return installation.program("miskraam"), "run", file


def _growth(memory: list[float]) -> float:
    """MiB for each 1,000 prompts, once the program has settled."""
    start = min(_SETTLED, len(memory) // 2)
    return (memory[-1] - memory[start]) / (len(memory) - 1 - start) * 1000
