"""The pictures in the README show what the program shows today; else draw them anew: `python -m tests.pictures`."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.pictures.scenes import FOLDER, SCENES, Scene, picture

ROOT = Path(__file__).parents[2]
SVG = "{http://www.w3.org/2000/svg}"


def lines(svg: str) -> list[str]:
    """The words in a picture, line by line."""
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_picture_shows_what_the_program_shows(tmp_path: Path, scene: Scene) -> None:
    kept = (FOLDER / f"{scene.name}.svg").read_text(encoding="utf-8")
    assert lines(kept) == lines(picture(scene, tmp_path))


def test_each_picture_stands_in_the_readme_with_its_words() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"!\[([^\]]+)\]\((\S+\.svg)\)", readme))
    assert sorted(shown.values()) == sorted(
        str((FOLDER / f"{scene.name}.svg").relative_to(ROOT)) for scene in SCENES
    )
    assert all(len(words) > 20 for words in shown), "a picture has words for who cannot see it"
    assert {path.stem for path in FOLDER.iterdir()} == {scene.name for scene in SCENES}


def test_a_picture_fetches_nothing() -> None:
    for path in FOLDER.iterdir():
        svg = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|url\(|@import|<script|<image|href", svg), path.name
