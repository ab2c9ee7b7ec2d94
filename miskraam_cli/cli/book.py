"""`miskraam author book`: what a clinic signs."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import FilesWrongError, WrongInputError, one_of
from miskraam_cli.language import EveryLanguage
from miskraam_cli.library import read_files
from miskraam_cli.library.interface import texts_of_book
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.named_path import named
from miskraam_cli.questionnaire.coverage import Ruling, read_rulings
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.renderers.book import forms
from miskraam_cli.summary.book.build import book, chapter
from miskraam_cli.summary.book.changes import changes
from miskraam_cli.terminal.streams import write_document
from miskraam_cli.writing import write_file


def make_book(name: str | None, since: Path | None, options: Options) -> None:
    """Write the book of one questionnaire, or of all that come with the program; without a file print it as Markdown.

    `since` is an earlier version of one of them. Raises WrongInputError, OutOfReachError or FilesWrongError.
    """
    session = open_session(options, summary=False)
    file = session.summary.file
    if file is not None:
        forms.check(file)
    say = EveryLanguage(texts_of_book())
    questionnaires = [questionnaire_at(path)[0] for path in _paths(name)]
    chapters = [chapter(found, say) for found in questionnaires]
    if since is not None:
        earlier = questionnaire_at(since)[0]
        index = _index(earlier, questionnaires, since)
        changed = changes(earlier, questionnaires[index], say)
        chapters[index] = replace(chapters[index], changes=changed)
    made = book(chapters, questionnaires, _rulings(), say, session.moment)
    drawn = forms.draw(made, say, forms.ENDINGS[0] if file is None else file.suffix.lower())
    if file is None:
        write_document(drawn)
    else:
        write_file(file, drawn)


def _paths(name: str | None) -> tuple[Path, ...]:
    """The questionnaires of the book. Raises WrongInputError for a name that is neither one of ours nor a YAML file."""
    shipped = {path.stem: path for path in read_files.shipped()}
    if name is None:
        return tuple(shipped.values())
    if Path(name).suffix in (".yaml", ".yml"):
        return (named(name),)
    return (shipped[one_of("NAME", name, tuple(shipped))],)


def _index(earlier: Questionnaire, questionnaires: Sequence[Questionnaire], file: Path) -> int:
    """Which of these an earlier version is of. Raises WrongInputError where it is of none."""
    ids = [found.id for found in questionnaires]
    if earlier.id not in ids:
        raise WrongInputError("error.other_since", file=file, name=earlier.id)
    return ids.index(earlier.id)


def _rulings() -> tuple[Ruling, ...]:
    """Every ruling. Raises FilesWrongError."""
    source = read_files.read(read_files.SHIPPED / "common" / "rulings.tsv")
    rulings, problems = read_rulings(source.name, source.text)
    if problems:
        raise FilesWrongError(problems)
    return rulings
