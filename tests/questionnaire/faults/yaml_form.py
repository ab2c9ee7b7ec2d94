"""What is refused before anything is understood: no YAML, anchors, tags, keys twice."""

from tests.questionnaire.faults.fault import GOOD, Fault

FAULTS = (
    Fault("a character that starts nothing", "Q001", GOOD + "opening: ►@hello\n"),
    Fault("a colon where none can be", "Q001", shared={"questions": "questions: []\nwords: more►: words\n"}),
    Fault("a control character", "Q001", GOOD + "opening: he►\allo\n"),
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
