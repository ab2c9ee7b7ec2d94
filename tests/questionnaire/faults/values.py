"""A key or value that does not fit the place where it stands."""

from tests.questionnaire.faults.fault import GOOD, Fault, at
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import CONTACTS, STATEMENTS

_WHOLE = "id: test\nversion: ►{version}\ntitle: {{nl: Test, en: Test}}\n" + GOOD
_SILENT = body([asked("a")], ["id: f, level: know, when: a"]).replace("hello", "►[]")

FAULTS = (
    Fault("nothing", "Q009", GOOD + 'opening: ►""\n'),
    Fault("spaces only", "Q009", GOOD + 'opening: ►"   "\n'),
    Fault("a finding that says nothing", "Q009", _SILENT),
    Fault("nothing as text", "Q009", body([asked("a", more='help: {nl: Hulp, en: ►""}')])),
    Fault("a list for a text", "Q010", body([asked("z")], ["id: f, level: ►[know], when: today == today"])),
    Fault("a text for texts", "Q010", body([asked("a", more="help: ►Hulp")])),
    Fault("a text for a list", "Q010", "sections: []\nfindings: ►none\n"),
    Fault("a mapping for a list", "Q010", shared={"questions": "questions: ►{a: b}\n"}),
    Fault("a list for a file", "Q010", shared={"statements": "►- leaflets\n"}),
    Fault("a key misspelled", "Q011", body([asked("a", more="►hlep: {nl: A, en: A}")]), near="help"),
    Fault("a key of a file misspelled", "Q011", GOOD + "►calulated: {}\n", near="calculated"),
    Fault("a key like no other", "Q011", GOOD + "►zzz: 1\n"),
    Fault("a language too many", "Q011", body([asked("a", more="help: {nl: A, en: A, ►fr: A}")])),
    Fault("a key missing", "Q012", "findings: []\nsections:\n  - ►{id: only, questions: []}\n"),
    Fault(
        "a key of a file missing",
        "Q012",
        whole="►id: test\nversion: 1.0.0\ntitle: {nl: A, en: A}\nfindings: []\n",
    ),
    Fault("a word for a number", "Q013", body([asked("a", "decimal", "range: [0, 9], places: ►one")])),
    Fault("a number in quotes", "Q013", body([asked("a", "decimal", 'range: [0, 9], places: ►"1"')])),
    Fault("a broken number", "Q013", body([asked("a", "decimal", "range: [0, 9], places: ►1.5")])),
    Fault("not a number", "Q013", body([asked("a", "decimal", "range: [0, 9], places: ►.nan")])),
    Fault("a number in powers of ten", "Q013", body([asked("a", "decimal", "range: [0, 9], places: ►1e3")])),
    Fault("yes for true", "Q013", body([asked("a", more="warning: ►yes")])),
    Fault("true in quotes", "Q013", body([asked("a", more='warning: ►"true"')])),
    Fault("a day that is none", "Q013", shared={"contacts": CONTACTS.replace("2026-12-25", "►2026-13-25")}),
    Fault("a time that is none", "Q013", shared={"contacts": CONTACTS.replace('"17:00"', "►noon")}),
    Fault("a time with a zone", "Q013", shared={"contacts": CONTACTS.replace('"17:00"', '►"17:00+01:00"')}),
    Fault(
        "a type misspelled",
        "Q014",
        body(["- {id: a, type: ►boolaen, addition: x, text: {nl: A, en: A}}"]),
        "boolean",
    ),
    Fault("a level that is none", "Q014", body([asked("z")], ["id: f, when: today == today, level: ►soon"])),
    Fault("a day misspelled", "Q014", shared={"contacts": CONTACTS.replace("wed,", "►wedd,")}, near="wed"),
    Fault("a capital in an id", "Q015", body([at("Fever", asked("Fever"))])),
    Fault("an id of sixty-one letters", "Q015", body([at("a" * 61, asked("a" * 61))])),
    Fault(
        "a fact that is no id",
        "Q015",
        shared={"statements": STATEMENTS.replace("[T-A-1]}\n", "[►fact]}\n", 1)},
    ),
    Fault(
        "a ruling that is none",
        "Q015",
        body([asked("z")], ["id: f, when: today == today, level: know, rulings: ►N-06"]),
    ),
    Fault("a language missing", "Q016", body([asked("a", more="help: ►{nl: Hulp}")])),
    Fault(
        "a language missing in a shared file",
        "Q016",
        shared={"statements": STATEMENTS.replace("{nl: Dag., en: Hello.}", "►{en: Hello.}")},
    ),
    Fault("one end of a range", "Q017", body([asked("a", "integer", "range: ►[1]")])),
    Fault("three ends of a range", "Q017", body([asked("a", "integer", "range: ►[1, 2, 3]")])),
    Fault("a version of two numbers", "Q018", whole=_WHOLE.format(version="1.0")),
    Fault("a version with a letter", "Q018", whole=_WHOLE.format(version="1.0.0a")),
)
