"""What is refused before anything is understood: no YAML, anchors, tags, keys twice."""

from tests.questionnaire.faults.fault import GOOD, Fault


def titled(title: str) -> str:
    """A questionnaire with this title of a section, as it is typed."""
    lines = ("- id: only", "  title:", f"    nl:{title}", "    en: One", "  questions: []")
    return "\n".join(("sections:", *(f"  {line}" for line in lines), "findings: []", ""))


FAULTS = (
    Fault("a character that starts nothing", "Q001", GOOD + "opening: ►@hello\n"),
    Fault("a colon where none can be", "Q034", shared={"questions": "questions: []\nwords: more►: words\n"}),
    Fault("a control character", "Q001", GOOD + "opening: he►\allo\n"),
    Fault("a tab", "Q033", GOOD.replace("[]", "\n►\t- {}", 1)),
    Fault("a text that a number sign cuts", "Q032", titled(" ►Kamer # 3")),
    Fault("a text that begins with a number sign", "Q032", titled("► #3")),
    Fault("a brace with blanks in it", "Q035", titled(' ►"U { z } graden"')),
    Fault("an empty file", "Q002", shared={"questions": "►"}),
    Fault("a file with a comment only", "Q002", shared={"statements": "►# nothing yet\n"}),
    Fault("twenty-one lists in each other", "Q003", GOOD + "deep: " + "[" * 20 + "►[" + "]" * 21 + "\n"),
    Fault("an anchor", "Q004", GOOD.replace("findings: ", "findings: ►&all ")),
    Fault("a tag", "Q005", GOOD.replace("findings: ", "findings: ►!!seq ")),
    Fault("a tag of Python", "Q005", shared={"questions": "questions: ►!!python/tuple []\n"}),
    Fault("a second document", "Q006", GOOD + "►---\nid: more\n"),
    Fault("a key twice", "Q007", GOOD + "►findings: []\n"),
    Fault("a key twice in a shared file", "Q007", shared={"questions": "questions: []\n►questions: []\n"}),
    Fault("a list as key", "Q008", GOOD + "►[a, b]: c\n"),
)
