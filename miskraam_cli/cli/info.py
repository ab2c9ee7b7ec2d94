"""`miskraam info`: what the leaflets know in general, the words they use, and where each fact is used."""

from itertools import chain

from miskraam_cli.cli.contacts import whom_to_call
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import FilesWrongError, WrongInputError, near
from miskraam_cli.library import read_files
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.questionnaire.content_and_problems import decode_file
from miskraam_cli.questionnaire.info import InfoFile, Topic
from miskraam_cli.renderers.info import contents, entry
from miskraam_cli.renderers.text import WIDTH
from miskraam_cli.summary.info import Knowledge
from miskraam_cli.terminal.screen import columns

_NARROWEST = 30


def knowledge() -> Knowledge:
    """Read the topics and the questionnaires. Raises FilesWrongError with every problem."""
    file = decode_file(read_files.read(read_files.SHIPPED / "common" / "info.yaml"), InfoFile)
    if file.content is None or file.problems:
        raise FilesWrongError(file.problems)
    found = {path.stem: questionnaire_at(path) for path in read_files.shipped()}
    _, directory = next(iter(found.values()))
    return Knowledge(
        file.content, directory, {name: questionnaire for name, (questionnaire, _) in found.items()}
    )


def show_info(about: str | None, options: Options) -> None:
    """Print the topics, or one topic, word or fact. Raises WrongInputError where there is no such thing."""
    session = open_session(options)
    words = session.words
    known = knowledge()
    width = max(_NARROWEST, min(WIDTH, columns()))
    if about is None:
        lines = contents(known, words, width)
    else:
        found = known.find(about)
        if found is None:
            names = known.names(words.language)
            alike = {name.casefold(): name for name in names}
            nearest = near(about.strip().casefold(), tuple(alike)) or near(
                about.upper(), tuple(known.any.facts)
            )
            raise WrongInputError("error.no_topic", name=about, near=alike.get(nearest, nearest))
        lines = entry(found, known, words, width)
        if isinstance(found, Topic) and found.numbers:
            lines = chain(lines, ("",), whom_to_call(session, known.directory, width))
    for line in lines:
        print(line)
