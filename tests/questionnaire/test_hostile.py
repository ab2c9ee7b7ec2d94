"""No file can run code, hang the program, bring it down or fill its memory; each says what is wrong with it."""

from pathlib import Path

import pytest

from miskraam_cli.errors import OutOfReachError
from miskraam_cli.language import Text
from miskraam_cli.library import read_files
from tests.questionnaire.faults.fault import GOOD
from tests.questionnaire.time_limit import at_once
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import problems, tiny

BEFORE = tiny(GOOD).questionnaire.text.count("\n")  # lines that stand before what is hostile
LAUGHS = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10))

# Ours is Q003. A PyYAML with a limit of its own may come first; then it is Q001, as for all that is no YAML.
TOO_DEEP = {"Q001", "Q003"}

FILES = {
    "fifty thousand brackets": ("deep: " + "[" * 50_000, TOO_DEEP),
    "fifty thousand braces": ("deep: " + "{a: " * 50_000, TOO_DEEP),
    "fifty thousand lists": ("deep:\n  " + "- " * 50_000, TOO_DEEP),
    "fifty thousand keys in keys": ("deep:\n  " + "? " * 50_000, TOO_DEEP),
    "fifty thousand indents": ("".join(" " * n + "a:\n" for n in range(400)), TOO_DEEP),
    "a hundred thousand values": ("wide: [" + "1," * 100_001 + "]", {"Q003"}),
    "a billion laughs": (f"a0: &a0 lol\n{LAUGHS}\n", {"Q004"}),
    "an anchor in itself": ("self: &a [*a]\n", {"Q004"}),
    "an object of Python": ("opening: !!python/object:subprocess.Popen {args: [touch, ran]}\n", {"Q005"}),
    "a call of Python": ("opening: !!python/object/apply:os.system [touch ran]\n", {"Q005"}),
    "a name of Python": ("opening: !!python/name:os.system\n", {"Q005"}),
    "a second document": ("---\nid: other\n", {"Q006"}),
    "a hundred documents": ("---\nid: other\n" * 100, {"Q006"}),
    "a merge key": ("<<: {id: other}\n", {"Q011"}),
    "a NUL": ("opening: he\0llo\n", {"Q001"}),
    "a bell": ("opening: he\allo\n", {"Q001"}),
    "an escape": ("opening: \x1b[2Jhello\n", {"Q001"}),
    "a NUL by escape": ('opening: "he\\0llo"\n', {"Q015"}),
    "half a pair by escape": ('opening: "\\ud800"\n', {"Q001"}),
    "a long key": ("k" * 900_000 + ": 1\n", {"Q001", "Q011"}),
    "a long value": ("opening: " + "v" * 900_000 + "\n", {"Q015"}),
    "a long number": ("version: " + "9" * 900_000 + "\n", {"Q007"}),
    "many faults": ("".join(f"key{n}: 1\n" for n in range(10_000)), {"Q011"}),
}


@pytest.mark.parametrize(("text", "codes"), FILES.values(), ids=FILES.keys())
def test_a_hostile_file_is_refused_at_once(text: str, codes: set[str]) -> None:
    with at_once():
        found = problems(GOOD + text)
    assert codes & {problem.code for problem in found}
    assert all(problem.place.file == "test.yaml" and problem.place.line > BEFORE for problem in found)


@pytest.mark.parametrize("file", ["questions", "statements", "contacts"])
def test_a_hostile_shared_file_is_refused_at_once(file: str) -> None:
    with at_once():
        found = problems(GOOD, **{file: "[" * 50_000})
    assert {problem.place.file.partition(".")[0] for problem in found} == {file}


def test_code_in_a_file_never_runs(tmp_path: Path) -> None:
    trace = tmp_path / "ran"
    code = f"__import__('pathlib').Path('{trace}').touch()"
    command = f"[touch {trace}]"
    problems(f"{GOOD}opening: !!python/object/apply:os.system {command}\n")
    problems(f"{GOOD}opening: !!python/object/apply:subprocess.run [{command}]\n")
    problems(body([asked("a")], [f'id: f, level: know, when: "{code}"'], [f'c: "{code}"']))
    problems(body([asked("a", more=f'help: {{nl: "{{{code}}}", en: "{{{code}}}"}}')]))
    assert not trace.exists()


def test_a_text_fills_in_names_only() -> None:
    found = problems(body([asked("a", more="help: {nl: '{a.__class__} {0} %s', en: '{a!r} {a[0]}'}")]))
    assert {problem.code for problem in found} == {"Q035"}
    help_text = Text("{a.__class__} {0} %s", "{a!r} {a[0]}")
    assert help_text.in_language("nl", a="x") == "{a.__class__} {0} %s"
    assert help_text.in_language("en", a="x") == "{a!r} {a[0]}"


def test_a_file_of_ten_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_bytes(b"a" * 10_000_000)
    with at_once(), pytest.raises(OutOfReachError) as refused:
        read_files.read(path)
    assert refused.value.key == "error.too_large"


def test_a_file_that_never_ends_is_not_read() -> None:
    with at_once(), pytest.raises(OutOfReachError):
        read_files.read(Path("/dev/zero"))


def test_a_file_that_is_not_text_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "picture.yaml"
    path.write_bytes(b"\x89PNG\r\n")
    with pytest.raises(OutOfReachError) as refused:
        read_files.read(path)
    assert refused.value.key == "error.not_utf8"
