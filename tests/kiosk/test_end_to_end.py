"""A patient at the kiosk, PostgreSQL, and a clinician at a workstation who has the code: all of it, in tmux."""

import json
import re
from pathlib import Path

import pytest

from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.records.store import open_store
from tests.flat_text import flat
from tests.kiosk.kiosk_program import DONE, START, Kiosk
from tests.kiosk.tmux_machines import AFTER_A_SECOND, Machine, Room, answer_all, code_after_reading, room
from tests.records.clinic_machine import Clinic
from tests.records.postgres_server import Server

pytestmark = pytest.mark.service

QUESTION = "mag ik maandag weer werken"
OPEN = "miskraam records open {code}; echo einde: $?"
BEGINNING = {
    START: ("1", "Enter"),
    "Wie vult de vragen in?": ("1", "Enter"),
    "versleuteld": ("Enter",),
}
FEVER = {
    **BEGINNING,
    "Bent u flauwgevallen": ("3", "Enter"),
    "Hoeveel bloed verliest u vandaag?": ("2", "Enter"),
    "Heeft u pijn in uw onderbuik?": ("1", "Enter"),
    "Heeft u vandaag uw temperatuur gemeten?": ("1", "Enter"),
    "Hoe hoog was uw temperatuur?": ("38,6", "Enter"),
    "Uw temperatuur is 38,6": (AFTER_A_SECOND, "Enter"),
    "Bent u ergens ongerust over?": ("2", "Enter"),
    "Is de miskraam vastgesteld met een echo?": ("1", "Enter"),
    "Welke pijnstillers gebruikt u vandaag?": ("4", "Enter"),
    "Hoeveel weken was u zwanger?": ("9", "Enter"),
    "past bij u?": ("3", "Enter"),
    "Op welke dag was": ("gisteren", "Enter"),
    "Herkent u een van deze gevoelens?": ("1", "Enter"),
    "Wilt u met iemand praten": ("1", "Enter"),
    "Wilt u nu lezen over een volgende zwangerschap?": ("2", "Enter"),
    "Ik wil nog iets typen": ("2", "Enter"),
    "Wat wilt u zelf vragen of vertellen?": (QUESTION, "Enter"),
    "Dit was de laatste vraag.": ("1", "Enter"),
}


class Hospital:
    """A workstation with the identity; a kiosk with the public key, in a role that may only insert."""

    def __init__(self, folder: Path, server: Server) -> None:
        url = server.database()
        self.workstation = Clinic(folder / "workstation", database=url, device="werkplek 1")
        with open_store(RecordSettings(self.workstation.folder, database=url)):
            pass  # as the set-up on a workstation does first
        role = f"kiosk_{url.partition('?')[0].rpartition('/')[2]}"
        server.execute(
            url,
            f"CREATE ROLE {role} LOGIN",
            f"GRANT SELECT ON miskraam_schema TO {role}",
            f"GRANT INSERT ON miskraam_codes, miskraam_records TO {role}",
        )
        (folder / "kiosk").mkdir()
        self.kiosk = Kiosk(folder / "kiosk", "records")
        self._settle(url.replace("keeper@", f"{role}@"))

    def _settle(self, url: str) -> None:
        """The shipped questionnaire, and records that this machine cannot open."""
        (self.kiosk.folder / "common").rename(self.kiosk.folder / "other")
        (self.kiosk.folder / "key.txt").unlink()
        config = self.kiosk.folder / "config.toml"
        lines = config.read_text(encoding="utf-8").replace('"test.yaml"', '"follow-up"')
        records = f"[records]\nrecipients = {json.dumps(self.workstation.recipients)}\n"
        records += f"database = {json.dumps(url)}\n"
        config.write_text(f'hospital = "lumc"\n{lines}\n{records}', encoding="utf-8")

    def at_the_kiosk(self, room: Room) -> Machine:
        """The kiosk's terminal."""
        return room.machine(
            "kiosk", self.kiosk.folder, "miskraam kiosk", rows=24, MISKRAAM_CONFIG=self.kiosk.config
        )

    def at_the_workstation(self, room: Room) -> Machine:
        """The workstation's, with a shell."""
        return room.machine(
            "workstation", self.workstation.folder, "sh", rows=60, **self.workstation.environment
        )

    def waiting(self) -> list[Path]:
        """The sealed records that wait at the kiosk."""
        return list((self.kiosk.folder / "spool").glob("*.json"))

    def codes(self) -> list[str]:
        """The codes of all records that the workstation can open."""
        ran = self.workstation.run("records", "export")
        assert (ran.code, ran.err) == (0, "")
        return [record["code"] for record in ran.json["records"]]


def opened(workstation: Machine, code: str, *, after_another: bool = False) -> None:
    """The clinician types what the patient said, and sees it; after another one she confirms whose it is."""
    workstation.press("clear", "Enter")
    workstation.press(OPEN.format(code=code), "Enter")
    if after_another:
        workstation.shows(f"Is die {code}?", "Ja, openen", "Ctrl-C: stoppen")
        workstation.press("2", "Enter")
    screen = workstation.shows(f"{code}", "koorts 38,6", QUESTION, "Wat wilt u doen?", "Ctrl-C: stoppen")
    assert "(kiosk 2, zelf ingevuld" in flat(screen)
    assert re.search(rf"\b{code}\b", flat(screen.partition("MISKRAAM")[2])), "on her screen, not only typed"
    workstation.press("1", "Enter")
    workstation.shows("einde: 0")


def test_what_a_patient_told_the_kiosk_a_clinician_opens_with_her_code(
    server: Server,
    tmp_path: Path,
) -> None:
    hospital = Hospital(tmp_path, server)
    with room() as machines:
        kiosk = hospital.at_the_kiosk(machines)
        workstation = hospital.at_the_workstation(machines)
        answer_all(kiosk, FEVER)
        page, code = code_after_reading(kiosk)
        assert "Uw temperatuur is 38,6" in page
        kiosk.press(*DONE.findall(kiosk.screen), "Enter")
        kiosk.shows(START, "F9: medewerker")
        opened(workstation, code)
    assert hospital.codes() == [code]
    assert hospital.waiting() == []
    refused = hospital.kiosk.run("records", "open", code)
    assert refused.code != 0, "the kiosk itself opens nothing"
    assert "38,6" not in refused.out + refused.err


@pytest.mark.long
@pytest.mark.parametrize("by", ["deliver", "the next patient"])
def test_with_the_database_away_she_has_her_code_and_it_is_opened_later(
    server: Server,
    tmp_path: Path,
    by: str,
) -> None:
    hospital = Hospital(tmp_path, server)
    with room() as machines:
        kiosk = hospital.at_the_kiosk(machines)
        workstation = hospital.at_the_workstation(machines)
        answer_all(kiosk, {text: keys for text, keys in FEVER.items() if "laatste" not in text})
        kiosk.shows("Dit was de laatste vraag.")
        server.stop()
        try:
            kiosk.press("1", "Enter")
            page, code = code_after_reading(kiosk)
            assert "Uw temperatuur is 38,6" in page
            kiosk.press(*DONE.findall(kiosk.screen), "Enter")
            kiosk.shows(START, "F9: medewerker")
            assert len(hospital.waiting()) == 1
            workstation.press(OPEN.format(code=code), "Enter")
            workstation.shows("miskraam: ", "einde: 6")
        finally:
            server.start()
        codes = [code]
        if by == "deliver":
            assert hospital.kiosk.run("records", "deliver").out == "Bezorgd: 1. Wacht nog: 0.\n"
        else:
            answer_all(kiosk, FEVER)
            codes.append(code_after_reading(kiosk)[1])
        assert hospital.waiting() == []
        for number, each in enumerate(codes):
            opened(workstation, each, after_another=number > 0)
    assert sorted(hospital.codes()) == sorted(codes)
