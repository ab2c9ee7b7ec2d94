"""Draw the pictures of the README anew."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.pictures.scenes import FOLDER, SCENES, picture

for scene in SCENES:
    with TemporaryDirectory() as folder:
        (FOLDER / f"{scene.name}.svg").write_text(picture(scene, Path(folder)), encoding="utf-8")
