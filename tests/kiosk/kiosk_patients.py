"""Patients of all kinds, who read the screen of one kiosk and press keys by what they are like."""

import random
import time
from dataclasses import dataclass, field
from typing import Any

from tests.flat_text import flat
from tests.kiosk.kiosk_program import (
    CALLED,
    DEAF,
    DIZZY,
    DONE,
    ENTER,
    HIDE,
    IS_DONE,
    LAST,
    MORE,
    PAUSE,
    PIN,
    SIGNS,
    STAFF,
    START,
    WISH,
    YES,
    Kiosk,
    code_on,
    settle,
    until,
)
from tests.pseudo_terminal import BACK, Terminal

# What stands on a screen that is ready for keys; the first that fits.
SCREENS = {
    "still": ("Bent u er nog?", "F8: ja, ik ben er nog"),
    "alarm": ("Waarschuw nu een medewerker.", "F8: ik heb het gezegd"),
    "start": (START, "F9: medewerker"),
    "who": ("Wie vult de vragen in?", "Enter: antwoorden"),
    "begin": ("versleuteld", "Enter: verder"),
    "dizzy": (DIZZY, "F4: ik word geroepen"),
    "more": (MORE, "F4: ik word geroepen"),
    "wish": (WISH, "F4: ik word geroepen"),
    "signs": (SIGNS, "F4: ik word geroepen"),
    "last": (LAST, "F4: ik word geroepen"),
    "help": ("Ik zoek nu hulp", "F2: verberg"),
    "code": ("Dit is uw code", IS_DONE, "F2: verberg"),
    "reading": ("Enter: verder", "F2: verberg"),
}
ANSWER = {
    "who": "1\r",
    "begin": ENTER,
    "dizzy": "2\r",
    "more": "2\r",
    "signs": "3\r",
    "last": "1\r",
    "reading": ENTER,
}
QUESTIONS = ("dizzy", "wish", "signs")
NONSENSE = (*"0123456789qjk?!/ ", "é", "漢", "🌷", "\t", "\x1b", "\x03", "\x04", "\x1a", "\x1c", "\x1b[A", "\x1b[B",
            "\x1b[5~", "\x1b[15~", "\x1b[200~van buiten\x1b[201~", "\x08")  # fmt: skip
_PATIENCE = 15.0


@dataclass
class Day:
    """What became of all patients, by what was on the screen. `codes`: with the answers, where those are known."""

    kiosk: Kiosk
    shown: Terminal
    chance: random.Random
    codes: dict[str, dict[str, Any] | None] = field(default_factory=dict)
    without_code: int = 0
    alarms: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    acknowledged: list[float] = field(default_factory=list)
    ringing: bool = False

    def screen(self) -> str | None:
        """Which screen stands there, ready; none while it is being drawn."""
        self.shown._feed()
        stands = flat(self.shown.screen)
        return next((name for name, texts in SCREENS.items() if all(text in stands for text in texts)), None)

    def wait(self, *names: str, seconds: float = _PATIENCE) -> str:
        """Wait for one of these screens, or for any."""
        deadline = time.monotonic() + seconds
        while (name := self.screen()) is None or (names and name not in names):
            assert time.monotonic() < deadline, f"waited for {names}; the screen shows:\n{self.shown.screen}"
        return name

    def go(self, keys: str, *expected: str) -> str:
        """Press keys that lead to another screen; which one that is."""
        before = self.shown.screen
        self.shown.press(keys)
        until(lambda: self.screen() is not None and self.shown.screen != before, f"{keys!r} to work")
        return self.wait(*expected)

    def answer(self, at: str, wish: str) -> str:
        """Answer what is asked, nothing that alarms; the next screen."""
        if at != "wish":
            return self.go(ANSWER[at])
        self.shown.press(wish)
        self.shown.wait_for(f"> {wish}")
        return self.go(ENTER, "signs")

    def until_at(self, at: str, *ends: str, wish: str = "hallo") -> str:
        """Answer everything until one of these screens stands there."""
        while at not in ends:
            at = self.answer(at, wish)
        return at

    def arrive(self) -> str:
        """From the start screen to the first one of hers."""
        self.wait("start")
        stands = flat(self.shown.screen)
        assert ("er staat nog een melding open" in stands) == self.ringing
        return self.go("1\r", "who")

    def leave(self, answers: dict[str, Any] | None) -> None:
        """Take the code along, and be done."""
        self.read_code(answers)
        self.go(DONE.findall(self.shown.screen)[0] + ENTER, "start")

    def read_code(self, answers: dict[str, Any] | None) -> None:
        """Read the code; `answers` are what its record must hold."""
        code = code_on(self.shown)
        assert code not in self.codes
        self.codes[code] = answers

    def finishes(self, wish: str = "hallo") -> None:
        """Answers all of it and leaves with her code."""
        self.until_at(self.arrive(), "code", wish=wish)
        self.leave({"dizzy": False, "wish": wish, "signs": ["none"]})

    def is_impatient(self) -> None:
        """Strikes keys at random at every question, whatever comes of it, and gets to the end all the same."""
        at = self.arrive()
        while at != "code":
            if at in QUESTIONS:
                self.strike()
            at = self.here()
            if at == "alarm":
                self.alarmed(time.time(), fresh=False)
            elif at in ("wish", "signs"):
                self.shown.press("x" if at == "wish" else "3", ENTER)
                settle(self.shown, 0.1)
            elif at in ("dizzy", "unknown", "help"):
                time.sleep(DEAF if at == "help" else 0)
                self.shown.press(*("2", ENTER) if at != "unknown" else ENTER)
                settle(self.shown, 0.1)
            elif at != "code":
                at = self.go(ANSWER[at])
        self.leave(None)

    def strike(self) -> None:
        """A handful of keys, at most one Enter among them."""
        keys = [self.chance.choice(NONSENSE) for _ in range(self.chance.randint(3, 12))]
        if self.chance.random() < 0.5:
            keys.insert(self.chance.randrange(len(keys)), ENTER)
        self.shown.press(*keys)
        settle(self.shown, 0.15)

    def here(self) -> str:
        """The screen that stands there now, known or not."""
        deadline = time.monotonic() + 1
        while (name := self.screen()) is None and time.monotonic() < deadline:
            pass
        return name or "unknown"

    def is_idle(self) -> None:
        """Stops somewhere and stays away; what was kept by then is kept, and the rest is wiped."""
        where = self.chance.choice(("who", "begin", *QUESTIONS, "last", "reading", "code"))
        self.until_at(self.arrive(), where)
        if where == "code":
            self.read_code({"dizzy": False, "wish": "hallo", "signs": ["none"]})
        self.without_code += where == "reading"
        self.wait("still")
        self.wait("start")

    def walks_off(self) -> None:
        """Hides the screen or pauses in the middle, and does not come back."""
        self.until_at(self.arrive(), self.chance.choice((*QUESTIONS, "last")))
        self.shown.press(self.chance.choice((HIDE, PAUSE)))
        self.wait("still")
        self.wait("start")

    def cancels(self) -> None:
        """Goes back out before the questions."""
        at = self.until_at(self.arrive(), self.chance.choice(("who", "begin")))
        while at != "start":
            at = self.go(BACK)

    def is_called_in(self) -> None:
        """Is called while she answers; with no answer yet there is nothing to keep."""
        where = self.chance.choice((*QUESTIONS, "last"))
        self.until_at(self.arrive(), where)
        at = self.go(CALLED, "code" if where != "dizzy" else "start")
        if at == "code":
            given = {"dizzy": False, "wish": "hallo", "signs": ["none"]}
            reached = (*QUESTIONS, "last").index(where)
            self.leave(dict(list(given.items())[:reached]))

    def alarms_staff(self) -> None:
        """Needs help now; staff come to the screen, or she says that she told them and it rings on."""
        self.until_at(self.arrive(), "dizzy")
        pressed = time.time()
        self.go("1\r", "alarm")
        if self.alarmed(pressed) == "reading":
            self.until_at("reading", "code")
            self.leave({"dizzy": True})
        elif self.chance.random() < 0.5:
            self.until_at(self.go("1\r"), "code")
            self.leave({"dizzy": True})
        else:
            self.until_at(self.go("2\r", "more"), "code")
            self.leave({"dizzy": True, "wish": "hallo", "signs": ["none"]})

    def alarmed(self, pressed: float, *, fresh: bool = True) -> str:
        """The alert stands there: the bell has been told within two seconds; how she goes on from here."""
        since = pressed if fresh else pressed - 2
        until(lambda: any(at >= since for at, _ in self.kiosk.rings()), "the bell")
        self.late.append(min(at for at, _ in self.kiosk.rings() if at >= since) - pressed)
        self.alarms.append(pressed)
        time.sleep(DEAF)
        self.ringing = True
        if self.chance.random() < 0.4:
            self.pin()
            self.wait("reading")
            self.seen()
            return "reading"
        self.go(YES, "help")
        time.sleep(DEAF)
        return "help"

    def pin(self) -> None:
        """Staff press their key and type their PIN."""
        self.shown.press(STAFF)
        self.shown.wait_for("typ de pincode", "Enter: klaar")
        self.shown.press(*PIN, ENTER)

    def staff_come(self) -> None:
        """Staff acknowledge at the start screen what is still ringing."""
        self.wait("start")
        self.pin()
        self.shown.wait_for("Ik heb de melding gezien", "Enter: antwoorden")
        self.shown.press("1", ENTER)
        self.shown.wait_for_gone("melding")
        self.wait("start")
        self.seen()

    def seen(self) -> None:
        """It is acknowledged now."""
        self.acknowledged.append(time.time())
        self.ringing = False
