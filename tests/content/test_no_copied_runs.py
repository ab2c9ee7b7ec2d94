"""Every text is the project's own: no ten words in a row stand like that in a leaflet.

The leaflets are not in this repository. leaflet_runs.txt holds, for both, a hash of each run of ten words: the first
twelve hexadecimal digits of the SHA-256 of the words in lower case, without anything between them but one space.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.yaml_nodes import ListNode, MappingNode, Node, ScalarNode
from miskraam_cli.questionnaire.yaml_nodes import read as read_yaml

LONG = 10
RUNS = frozenset(Path(__file__).with_name("leaflet_runs.txt").read_text(encoding="ascii").split())
FILES = [path for path in sorted(read_files.SHIPPED.rglob("*.yaml")) if path.parent.name != "stories"]


def runs(text: str) -> Iterator[str]:
    """Every run of ten words in a text, whatever stands between the words."""
    words = re.findall(r"\w+", text.lower())
    yield from (" ".join(words[at : at + LONG]) for at in range(len(words) - LONG + 1))


def copied(text: str) -> list[str]:
    """The runs of a text that stand in a leaflet."""
    return [run for run in runs(text) if sha256(run.encode()).hexdigest()[:12] in RUNS]


def values(node: Node | None) -> Iterator[str]:
    """Every text in a YAML file, keys aside."""
    if isinstance(node, ScalarNode):
        yield node.text
    elif isinstance(node, ListNode):
        for item in node.items:
            yield from values(item)
    elif isinstance(node, MappingNode):
        for _, value in node.entries:
            yield from values(value)


def test_the_hashes_of_both_leaflets_are_there() -> None:
    assert len(RUNS) > 3_000
    assert all(re.fullmatch("[0-9a-f]{12}", run) for run in RUNS)


def test_a_copied_run_is_recognised() -> None:
    telling = "U kunt altijd uw verloskundige bellen. LUMC overdag 071 5262870, of buiten werktijden"
    assert copied(telling), "a line of telephone numbers, as the leaflet has it"
    assert not copied("Tien gewone woorden die met elkaar in geen enkele folder staan.")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_text_has_ten_words_of_a_leaflet(path: Path) -> None:
    texts = list(values(read_yaml(path.name, path.read_text(encoding="utf-8"))[0]))
    assert len(texts) > 10
    assert [run for text in texts for run in copied(text)] == []
