"""The tiny questionnaires that are walked: one for each type of question, and one with all of them."""

from tests.questionnaire_lines import asked, body, options
from tests.tiny_questionnaires import questionnaire

HELP = "help: {nl: Dit is uitleg., en: This is help.}"
UNKNOWN = "may: [unknown]"
_RANGE = "unit: Cel, places: 1, range: [34, 43], example: 37.4"
_DOUBT = "doubt: {when: q > 41, text: {nl: 'U typte {q}. Klopt dit?', en: 'You typed {q}. Is this right?'}}"
_SIGNS = options("rash", "cough", "none!")
_ELEVEN = options(*(f"o{number}" for number in range(1, 12)))

QUESTIONS = {
    "boolean": asked("q", "boolean", f"{UNKNOWN}, {HELP}"),
    "choice": asked("q", "choice", f"{options('red', 'blue', 'green')}, may: [declined]"),
    "choices": asked("q", "choices", f"{_SIGNS}, may: [unknown, declined], {HELP}"),
    "integer": asked("q", "integer", f"range: [0, 42], {UNKNOWN}, {HELP}"),
    "decimal": asked("q", "decimal", f"{_RANGE}, {_DOUBT}, {UNKNOWN}, {HELP}"),
    "date": asked("q", "date", f"{UNKNOWN}, {HELP}"),
    "text": asked("q", "text", "may: [declined]"),
    "required": asked("q", "integer", "range: [0, 9]"),
    "note": asked("q", "note"),
    "eleven": asked("q", "choice", _ELEVEN),
    "eleven ticked": asked("q", "choices", _ELEVEN),
}

_FOLLOWS = [
    asked("first"),
    asked("q", "boolean", "enable_when: first == true, may: [unknown]"),
    asked("last"),
]

BODIES = {kind: body([asked("first"), line, asked("last")]) for kind, line in QUESTIONS.items()} | {
    "alarm": body([asked("first"), asked("last")], ["id: alarm, level: now, when: first == true, if_unknown: self"]),
    "follows": body(_FOLLOWS),
}  # fmt: skip

WALKED = {kind: questionnaire(text) for kind, text in BODIES.items()}
