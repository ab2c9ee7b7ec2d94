"""Bodies of tiny questionnaires, a line for each question and finding."""

from collections.abc import Iterable

_NONE = "findings: []"


def asked(question_id: str, kind: str = "boolean", more: str = "") -> str:
    """A question in YAML, on one line; `more` is keys as they stand in braces."""
    text = f"{{nl: {question_id}, en: {question_id}}}"
    keys = [f"id: {question_id}", f"type: {kind}", f"text: {text}", "addition: a test", more]
    keys += [] if kind == "note" else [f"label: {text}"]
    return f"- {{{', '.join(key for key in keys if key)}}}"


def options(*ids: str) -> str:
    """The key `choices`; an id with `!` behind it is exclusive."""
    made = [
        f"{{id: {found.rstrip('!')}, text: {{nl: {found.rstrip('!')}, en: {found.rstrip('!')}}}"
        f"{', exclusive: true' if found.endswith('!') else ''}}}"
        for found in ids
    ]
    return f"choices: [{', '.join(made)}]"


def body(questions: Iterable[str], findings: Iterable[str] = (), calculated: Iterable[str] = ()) -> str:
    """The body of a tiny questionnaire: one section, findings in braces, calculated values as `name: text`."""
    lines = ["sections:", "  - id: only", "    title: {nl: Alles, en: All}", "    questions:"]
    lines += [f"      {line}" for line in questions]
    lines += ["calculated:", *(f"  {line}" for line in calculated)] if calculated else []
    lines += ["findings:", *(f"  - {{{line}, say: hello}}" for line in findings)] if findings else [_NONE]
    return "\n".join(lines) + "\n"
