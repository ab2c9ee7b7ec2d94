"""What an editor or a checkout leaves in a file: read the same, or told with its cure; never another meaning."""

from pathlib import Path

import pytest

from miskraam_cli.cli import configuration
from miskraam_cli.cli.failures import problem_line
from miskraam_cli.errors import FilesWrongError, Place, problem
from miskraam_cli.interview.answers import answers_from_node
from miskraam_cli.language import stray_brace
from miskraam_cli.library import read_files
from miskraam_cli.library.questionnaires import questionnaire_at, sources
from miskraam_cli.questionnaire.condition.parse import ConditionError, parse
from miskraam_cli.questionnaire.coverage import read_rulings
from miskraam_cli.questionnaire.facts import read_facts
from miskraam_cli.questionnaire.yaml_nodes import read
from miskraam_cli.records import seal
from tests.terminal.walked_questionnaires import WALKED
from tests.tiny_questionnaires import NL, TODAY, problems

BOM = b"\xef\xbb\xbf"
FORMS = {
    "as it is": lambda data: data,
    "BOM": lambda data: BOM + data,
    "CRLF": lambda data: data.replace(b"\n", b"\r\n"),
    "BOM and CRLF": lambda data: BOM + data.replace(b"\n", b"\r\n"),
    "CR": lambda data: data.replace(b"\n", b"\r"),
}
IDENTITY = seal.new_identity()


@pytest.mark.parametrize("form", FORMS)
def test_a_questionnaire_and_what_it_shares_read_and_count_the_same(tmp_path: Path, form: str) -> None:
    (tmp_path / "common").mkdir()
    for name in (
        "follow-up.yaml",
        *(f"common/{file.name}" for file in (read_files.SHIPPED / "common").iterdir()),
    ):
        (tmp_path / name).write_bytes(FORMS[form]((read_files.SHIPPED / name).read_bytes()))
    here, shipped = (sources(folder / "follow-up.yaml") for folder in (tmp_path, read_files.SHIPPED))
    assert here.digest() == shipped.digest()
    assert questionnaire_at(tmp_path / "follow-up.yaml")[0].version == "2.0.0"
    for name, reads in (("facts.tsv", read_facts), ("rulings.tsv", read_rulings)):
        source = read_files.read(tmp_path / "common" / name)
        assert reads(source.name, source.text)[1] == ()


@pytest.mark.parametrize("form", FORMS)
def test_a_configuration_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    text = '# ours\nlanguage = "en"\n\n[records]\nrecipients = ["age1x"]\ndevice = "k 1"\n'
    (tmp_path / "config.toml").write_bytes(FORMS[form](text.encode()))
    monkeypatch.setenv("MISKRAAM_CONFIG", str(tmp_path / "config.toml"))
    found = configuration.load()
    assert (found.language, found.records and found.records.device) == ("en", "k 1")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("head", ["", "# a comment\n"])
def test_an_identity_reads_the_same(form: str, head: str) -> None:
    content = FORMS[form](f"{head}{IDENTITY.keys[0]}\n".encode())
    assert seal.unlocked(content) == IDENTITY
    assert not seal.is_sealed(content)


def test_a_sealed_identity_behind_a_mark_of_an_editor_opens() -> None:
    from datetime import UTC, datetime

    sealed = seal.protected(IDENTITY, "vier lange woorden hier", datetime(2026, 11, 22, tzinfo=UTC))
    assert seal.unlocked(BOM + sealed, "vier lange woorden hier") == IDENTITY


@pytest.mark.parametrize("form", [form for form in FORMS if form != "CR"])
def test_a_passphrase_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    from miskraam_cli.cli.records.access import passphrase

    (tmp_path / "secret").write_bytes(FORMS[form]("wachtzin met é\nrest\n".encode()))
    monkeypatch.setenv("MISKRAAM_PASSPHRASE_FILE", str(tmp_path / "secret"))
    assert passphrase("?") == "wachtzin met é"


@pytest.mark.parametrize(
    ("typed", "code", "column"),
    [
        ("a:\n\t- b\n", "Q033", 1),
        ("a: b\n\tc: d\n", "Q033", 1),
        ("a:\n  - b\n  \t- c\n", "Q033", 3),
        ("nl: Let op: bel nu\n", "Q034", 11),
        ("a: {nl: Let op: bel, en: x}\n", "Q034", 15),
        ("- nl: om 8: 30 uur\n", "Q034", 11),
        ("a: {nl: Bel #1 nu, en: Call}\nb: 1\n", "Q032", 13),
        ("a: [een #2, drie]\n", "Q032", 9),
        ("a: {nl: 'x: y', en: @z}\n", "Q001", 21),
    ],
)
def test_what_yaml_cannot_read_gets_its_cure_at_its_place(typed: str, code: str, column: int) -> None:
    node, (found,) = read("my.yaml", typed)
    assert node is None
    assert (found.code, found.place.column) == (code, column)
    assert problem_line(found, NL).startswith("my.yaml:")


@pytest.mark.parametrize(
    ("typed", "is_cut"),
    [
        ("Kamer # 3", True),
        ("Kamer\t#3", True),
        ("Kamer #", True),
        ("❤ é #1", True),
        ("'Kamer # 3'", False),
        ('"Kamer #3"', False),
        ("Kamer#3", False),
        ("'Kamer 3' # why", False),
        (">\n        Kamer #3", False),
    ],
)
def test_a_text_that_a_number_sign_cuts_is_told(typed: str, is_cut: bool) -> None:
    found = problems(
        f"sections:\n  - id: s\n    title:\n      nl: {typed}\n      en: Room\n    questions: []\nfindings: []\n"
    )
    assert ("Q032" in {one.code for one in found}) == is_cut


def test_her_own_words_in_a_file_are_not_cut_and_a_comment_behind_a_choice_stays_one() -> None:
    def read_answers(text: str) -> tuple[str, ...]:
        found = answers_from_node(read("a.yaml", text)[0], WALKED["text"], NL, TODAY)
        return tuple(one.code for one in found[1])

    assert read_answers("q: kamer #3 bellen\n") == ("Q032",)
    assert read_answers("q: 'kamer #3 bellen'  # hers\n") == ()


@pytest.mark.parametrize(
    ("text", "brace"),
    [
        ("U heeft {temperature} graden.", ""),
        ("{a}{b_2}", ""),
        ("U heeft { temperature } graden.", "{ temperature }"),
        ("{Temperature}", "{Temperature}"),
        ("{}", "{}"),
        ("{{a}}", "{}"),
        ("{a", "{a"),
        ("a}", "}"),
        ("{a.b}", "{a.b}"),
        ("{a!r}", "{a!r}"),
        ("{a:>3}", "{a:>3}"),
        ("{2a}", "{2a}"),
        ("{temp-eratuur}", "{temp-eratuur}"),
        ("${a}", ""),
    ],
)
def test_a_brace_that_is_no_name_is_found(text: str, brace: str) -> None:
    assert stray_brace(text) == brace


@pytest.mark.parametrize(
    ("typed", "offset", "meant"),
    [
        ("fever = true", 6, "=="),
        ("age => 38", 4, ">="),
        ("age =< 38", 4, "<="),
        ("age <> 38", 4, "!="),
        ("age === 38", 4, "=="),
        ("a && b", 2, "and"),
        ("a || b", 2, "or"),
        ("a AND b", 2, "and"),
        ("!a", 0, "not"),
        ("age ≥ 38", 4, ">="),
        ("pain == ‘none’", 8, "'"),
        ("pain == '=' and a = 1", 18, "=="),
        ("y := x", None, ""),
        ("(a", None, ""),
    ],
)
def test_a_sign_of_another_language_is_told_with_ours(typed: str, offset: int | None, meant: str) -> None:
    with pytest.raises(ConditionError) as failed:
        parse(typed)
    assert failed.value.code == "Q101"
    assert failed.value.values.get("near", "") == meant
    assert offset in (None, failed.value.offset)


def test_problems_come_by_file_and_line() -> None:
    places = [Place("b.yaml", 3, 1), Place("a.yaml", 727, 1), Place("a.yaml", 50, 9), Place("a.yaml", 50, 2)]
    found = FilesWrongError(tuple(problem("Q002", place) for place in places)).problems
    assert [one.place for one in found] == sorted(places)
