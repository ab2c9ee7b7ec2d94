"""Drafts: a file that she named, written after every answer, and going on from it.

Where the clinic has keys the file is sealed to them, as records are: then only the clinic goes on.
"""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote_to_bytes

from miskraam_cli.errors import FilesWrongError, OutOfReachError, WrongInputError, explained
from miskraam_cli.interview.answers import answers_from_node, answers_to_json
from miskraam_cli.interview.draft_format import FORMAT, DraftFile
from miskraam_cli.interview.prompt import Notice, Paragraph, Presenter
from miskraam_cli.interview.state import Interview
from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.library import read_files
from miskraam_cli.library.interface import words as words_in
from miskraam_cli.named_path import named
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.content_and_problems import decode_file
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.terminal.screen import tell
from miskraam_cli.visit.name_file import written_where_she_says
from miskraam_cli.visit.session import Session
from miskraam_cli.visit.visit import begun
from miskraam_cli.writing import write_file

WRONG_INPUT = 2
_ADDRESS = "file://"  # before the path
ENDINGS = (".txt", ".json", ".age")  # of a file that she names for her answers


class Draft:
    """The file in which the answers to one questionnaire are kept."""

    def __init__(
        self, file: Path, questionnaire: Path, session: Session, asked_at: datetime | None = None
    ) -> None:
        self.file = file
        self.moment = asked_at or session.moment
        self.questionnaire = questionnaire
        self.words = session.words
        self.recipients = session.records.recipients if session.records else ()
        self.failed: OutOfReachError | None = None

    def write(self, interview: Interview) -> None:
        """Write the answers so far. Raises OutOfReachError."""
        write_file(self.file, self._content(interview))

    def keep(self, interview: Interview) -> None:
        """The same in mid-walk: where it fails the questions go on, and she is told once."""
        told, self.failed = self.failed, None
        try:
            self.write(interview)
        except OutOfReachError as error:
            self.failed = error
            if told is None:
                tell(f"\nmiskraam: {explained(error, self.words)}")

    def _content(self, interview: Interview) -> bytes:
        content = self._text(interview).encode()
        if not self.recipients:
            return content
        from miskraam_cli.records.seal import seal

        return seal(content, self.recipients)

    def _text(self, interview: Interview) -> str:
        import json

        questionnaire = interview.questionnaire
        held = {
            "format": FORMAT,
            "questionnaire": self.questionnaire.stem,
            "version": questionnaire.version,
            "digest": questionnaire.digest,
            "language": self.words.language,
            "moment": self.moment.isoformat(),
            "answers": answers_to_json(interview.counted),
        }
        if self.questionnaire.parent != read_files.SHIPPED:
            held["file"] = _in_utf8(Path(os.path.realpath(self.questionnaire)))
        head = "".join(f"# {words_in(language)('draft.head')}\n" for language in LANGUAGES)
        return head + json.dumps(held, ensure_ascii=False, indent=2) + "\n"


def kept_where_she_says(
    interview: Interview, questionnaire: Path, person: Presenter, session: Session
) -> Draft | None:
    """The answers in a file that she names; None where she thinks better of it, and nothing is kept."""
    words = session.words

    def write(path: Path) -> None:
        Draft(path, questionnaire, session).write(interview)

    path = written_where_she_says(words("draft.name"), words("draft.default"), ENDINGS, write, person, words)
    return Draft(path, questionnaire, session) if path else None


def brought_over(
    draft: DraftFile, questionnaire: Questionnaire, directory: Directory, session: Session
) -> tuple[Interview, Notice]:
    """The interview to go on with, and what to say first: where she was, and which answers are left out.

    Left out is what another version of the questionnaire cannot take, and warning signs of hours ago: what she did
    not have then she may have now.

    Raises FilesWrongError where the version is the same: then the file itself is wrong.
    """
    words, now = session.words, session.moment
    answers, problems = answers_from_node(draft.answers.node, questionnaire, words, now.date())
    if problems and draft.digest == questionnaire.digest:
        raise FilesWrongError(problems, WRONG_INPUT)
    said = [_where_she_was(begun(questionnaire, answers, directory, session), words)]
    if problems:
        names = dict.fromkeys(dict(found.values)["name"] for found in problems)
        known = (_label(name, questionnaire, words) for name in names)
        said.append(words("draft.not_fitting", names=", ".join(known)))
    lapses = {question.id for question in questionnaire.questions if question.lapses}
    if not draft.asked_at(now) and lapses & answers.keys():
        said.append(words("draft.lapsed"))
        answers = {name: answer for name, answer in answers.items() if name not in lapses}
    interview = begun(questionnaire, answers, directory, session)
    return interview, Notice("line", tuple(Paragraph(text) for text in said))


def _label(name: str, questionnaire: Questionnaire, words: Words) -> str:
    """How she knows a question: by its label, by its id where it is gone."""
    question = questionnaire.by_id.get(name)
    return question.label.in_language(words.language) if question and question.label else name


def _where_she_was(interview: Interview, words: Words) -> str:
    """Welcome back: to which questionnaire, and at which question."""
    welcome = words("draft.welcome", title=interview.questionnaire.title.in_language(words.language))
    if interview.complete:
        return f"{welcome} {words('draft.was_done')}"
    position = interview.asked.index(interview.open[0]) + 1
    return f"{welcome} {words('draft.was_at', position=position, total=interview.expected)}"


def read_draft(file: Path, unsealed: Callable[[bytes], bytes]) -> DraftFile:
    """The draft in a file. Raises FilesWrongError for one that is broken, WrongInputError for another file.

    `unsealed` opens a sealed one with the key of the clinic; it raises CannotOpenError where that does not fit.
    """
    from miskraam_cli.records.seal import is_sealed

    content = read_files.read_bytes(file)
    if is_sealed(content):
        content = unsealed(content)
    if FORMAT.encode() not in content:  # then what is wrong in it is of no use to her
        raise WrongInputError("error.not_a_draft", file=file)
    loaded = decode_file(read_files.source(file, content), DraftFile)
    draft = loaded.content
    if draft is None or loaded.problems:
        raise FilesWrongError(loaded.problems, WRONG_INPUT)
    if draft.format != FORMAT:
        raise WrongInputError("error.not_a_draft", file=file)
    return draft


def _in_utf8(file: Path) -> str:
    """A whole path as a draft holds it: as it stands, or as an address where its name is no UTF-8."""
    try:
        return str(file).encode().decode()
    except UnicodeEncodeError:
        return file.as_uri()


def _from_utf8(held: str) -> Path:
    """The path that a draft holds. Raises WrongInputError where it can be none."""
    address = held.removeprefix(_ADDRESS)
    return named(held if address == held else os.fsdecode(unquote_to_bytes(address)))


def questionnaire_of(draft: DraftFile) -> Path:
    """Where the questionnaire of a draft stands: a file of her own, or one that comes with the program."""
    if draft.file:
        return _from_utf8(draft.file)
    found = next((path for path in read_files.shipped() if path.stem == draft.questionnaire), None)
    if found is None:
        raise WrongInputError("error.no_questionnaire", name=draft.questionnaire)
    return found
