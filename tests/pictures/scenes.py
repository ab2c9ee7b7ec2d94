"""The screens that are pictured: the installed program in a terminal of 80 by 24, at a fixed hour."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.flat_text import flat
from tests.pictures.svg import drawn
from tests.pseudo_terminal import DOWN, ENTER, Terminal, terminal

FOLDER = Path(__file__).parent / "screens"

_NOON = ("--hospital", "lumc", "--now", "2026-11-24T12:00")
_FEVER = {
    "fainting": "no", "bleeding": "less", "pain": "none", "temperature_measured": "yes", "temperature": 38.6,
    "worried": False, "confirmed": "scan", "painkillers": ["paracetamol"], "weeks_at_loss": 9,
    "treatment": "curettage", "loss_date": "2026-11-01", "feelings": ["sadness"], "talk": "later",
    "next_info": "not_now", "question": "Mag ik maandag weer werken?",
}  # fmt: skip
_CHOICE = {
    "signs_now": ["none"], "confirmed": "scan", "weeks_at_loss": 9, "value_natural": "more",
    "value_home": "less", "value_no_procedure": "less", "value_soon": "less", "value_certainty": "more",
    "value_daily_life": "less", "value_fertility": "less", "leaning": "not_sure", "ready": "decide",
    "question": {"declined": True},
}  # fmt: skip


@dataclass(frozen=True)
class Scene:
    """A screen: the command, the answers it is handed, and the keys that lead to it."""

    name: str
    title: str
    arguments: tuple[str, ...]
    answers: Mapping[str, object]
    keys: Callable[[Terminal], object]


def _question(shown: Terminal) -> None:
    shown.answer("Bent u flauwgevallen", "3", ENTER)
    shown.answer("Hoeveel bloed verliest u vandaag?", DOWN, DOWN)
    shown.wait_for_cursor_on("Minder dan")


def _alert(shown: Terminal) -> None:
    shown.answer("Bent u flauwgevallen", "1", ENTER)
    shown.wait_for("Ik zoek nu hulp", "Ctrl-C")


def _first_page(shown: Terminal) -> None:
    shown.answer("Dit was de laatste vraag", "1", ENTER)
    shown.wait_for("Er is nog meer te lezen", "Ctrl-C")


def _comparison(shown: Terminal) -> None:
    shown.read_on_to("Dit was de laatste vraag", "Enter: verder")
    shown.press("1", ENTER)
    shown.wait_for("Enter: verder")
    while "Afwachten Curettage Tabletten" not in flat(shown.screen):
        shown.turn_the_page()
        shown.wait_for("Enter: verder")


SCENES = (
    Scene("question", "Een vraag", ("follow-up", *_NOON), {}, _question),
    Scene("alert", "Een alarm tussen de vragen", ("follow-up", *_NOON), {}, _alert),
    Scene("summary", "Het overzicht", ("follow-up", *_NOON), _FEVER, _first_page),
    Scene("record", "Het scherm van de zorgverlener", ("follow-up", "--for", "clinician", *_NOON), _FEVER, _first_page),
    Scene("comparison", "De keuzehulp", ("choice", *_NOON), _CHOICE, _comparison),
)  # fmt: skip


def picture(scene: Scene, folder: Path) -> str:
    """The scene as SVG, as the program shows it now."""
    (folder / "answers.json").write_text(json.dumps(scene.answers), encoding="utf-8")
    arguments = (*scene.arguments, "--answers", "answers.json")
    with terminal(*arguments, folder=folder) as shown:
        scene.keys(shown)
        return drawn(shown.cells, scene.title)
