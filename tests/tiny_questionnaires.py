"""Small questionnaires for tests, written inline, and the shipped ones."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

from miskraam_cli.errors import Problem
from miskraam_cli.interview.prompt import Answered, Back, Continue, Jump, Notice, Prompt, Stop
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.library.interface import words
from miskraam_cli.library.questionnaires import sources
from miskraam_cli.questionnaire.assemble import QuestionnaireSources, load
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.source import Source

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))  # a Tuesday

NL: Words = words("nl")
EN: Words = words("en")

QUESTIONS = "questions: []\n"

STATEMENTS = """
leaflets: [{id: T, title: {nl: Test, en: Test}}]
worry: worry
actions:
  - {level: now, home: act, late: act, kiosk: act, workstation: act}
  - {level: call, home: act, late: act, kiosk: act, workstation: act}
statements:
  - {id: worry, text: {nl: Ongerust? Bel., en: Worried? Call.}, facts: [T-A-1]}
  - {id: act, text: {nl: Bel., en: Call.}, facts: [T-A-1]}
  - {id: hello, text: {nl: Dag., en: Hello.}, facts: [T-A-1]}
"""

CRITERIA = "sets: []\n"

CONTACTS = """
hours: {days: [mon, tue, wed, thu, fri], opens: "08:00", closes: "17:00"}
holidays: [2026-12-25]
hospitals: [{id: here, name: Here}]
contacts:
  - id: day
    kind: hospital
    hospital: here
    hours: day
    name: {nl: Overdag, en: Daytime}
    number: "+31201234567"
    display: 020 123 45 67
    facts: [T-A-1]
"""

FACTS = "id\tseed\theading\tfact_en\tmodule\tprio\tline\nT-A-1\tT\tA\ta fact\tTEST\tA\t1\n"

HEAD = """
id: test
version: 1.0.0
title: {nl: Test, en: Test}
"""


def tiny(body: str, **shared: str) -> QuestionnaireSources:
    """The files of a questionnaire whose sections, findings and so on are `body`; shared files by name."""
    return QuestionnaireSources(
        Source("test.yaml", HEAD.lstrip() + dedent(body)),
        Source("questions.yaml", dedent(shared.get("questions", QUESTIONS))),
        Source("statements.yaml", dedent(shared.get("statements", STATEMENTS))),
        Source("criteria.yaml", dedent(shared.get("criteria", CRITERIA))),
        Source("contacts.yaml", dedent(shared.get("contacts", CONTACTS))),
        Source("facts.tsv", shared.get("facts", FACTS)),
    )


def loaded(files: QuestionnaireSources) -> tuple[Questionnaire, Directory]:
    """The questionnaire of these files; a problem in them fails the test."""
    found, problems = load(files)
    assert found is not None, problems
    return found


def questionnaire(body: str, **shared: str) -> Questionnaire:
    """A tiny questionnaire."""
    return loaded(tiny(body, **shared))[0]


def problems(body: str, **shared: str) -> tuple[Problem, ...]:
    """What is wrong with a tiny questionnaire."""
    return load(tiny(body, **shared), for_author=True)[1]


def write_questionnaire(text: str, folder: Path) -> str:
    """A tiny questionnaire as files in a folder, for the installed program; the path to name."""
    (folder / "common").mkdir()
    files = tiny(text)
    for field in fields(files):
        source: Source = getattr(files, field.name)
        shared = field.name != "questionnaire"
        (folder / "common" / source.name if shared else folder / source.name).write_text(
            source.text, encoding="utf-8"
        )
    return str(folder / files.questionnaire.name)


def shipped(name: str) -> tuple[Questionnaire, Directory]:
    """A questionnaire that comes with the program, with its contacts."""
    return loaded(sources(read_files.SHIPPED / f"{name}.yaml"))


def interview(found: Questionnaire, answers: Mapping[str, Answer] | None = None, **more: Answer) -> Interview:
    """An interview with these answers, on a fixed day."""
    return Interview(found, TODAY, {**(answers or {}), **more})


Step = Answered | Back | Jump | Stop


@dataclass
class Script:
    """A presenter that answers by question id, or by a list of steps; it keeps all that it was shown."""

    steps: list[Step]

    def __post_init__(self) -> None:
        self.prompts: list[Prompt] = []
        self.notices: list[Notice] = []

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        """The next step; Stop when there is none left."""
        self.prompts.append(prompt)
        return self.steps.pop(0) if self.steps else Stop()

    def show(self, notice: Notice) -> Continue | Back | Stop:
        """Read at once; a notice never stops a script."""
        self.notices.append(notice)
        return Continue()
