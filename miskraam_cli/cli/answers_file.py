"""An answers file: YAML or JSON, question ids and values; checked as strictly as what a person types."""

import re
import sys
from collections.abc import Mapping
from datetime import date

from miskraam_cli.errors import FilesWrongError, OutOfReachError, reason_of
from miskraam_cli.interview.answers import answers_from_node
from miskraam_cli.interview.state import Answer
from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.named_path import named
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.source import Source
from miskraam_cli.questionnaire.yaml_nodes import read
from miskraam_cli.terminal.streams import wait_for_input

_WRONG_INPUT = 2
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


def read_answers(name: str, questionnaire: Questionnaire, words: Words, today: date) -> Mapping[str, Answer]:
    """The answers in the file `name`, or on standard input for `-`.

    Raises FilesWrongError (exit code 2) with every key that cannot be taken: nothing is half done.
    """
    source = Source("-", _standard_input()) if name == "-" else read_files.read(named(name))
    node, problems = read(source.name, _PAIR.sub(_joined, source.text))
    answers, wrong = answers_from_node(node, questionnaire, words, today)
    if problems or wrong:
        raise FilesWrongError((*problems, *wrong), _WRONG_INPUT)
    return answers


def _joined(found: re.Match[str]) -> str:
    """JSON writes what stands beyond the first plane, an emoji, as two escapes; YAML takes one."""
    letter = bytes.fromhex(found[2] + found[3]).decode("utf-16-be")
    return f"{found[1]}{letter}"


def _standard_input() -> str:
    wait_for_input()
    try:
        data = sys.stdin.buffer.read(read_files.MAX_BYTES + 1)
    except OSError as error:
        raise OutOfReachError("error.cannot_read", file="-", reason=reason_of(error)) from error
    if len(data) > read_files.MAX_BYTES:
        raise OutOfReachError("error.too_large", file="-", limit=read_files.MAX_BYTES // 1000)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OutOfReachError("error.not_utf8", file="-", byte=error.start + 1) from error
