"""Plausible women: whole answers to the follow-up and the intake, by shares that stand here with their reasons.

No register counts what women answer. The shares are round numbers that somebody of the clinic can dispute line by
line; they are set before anything is measured and are no goal. All numbers are in percent of those who are asked.
"""

import random
from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from tests.content.follow_up_walks import FOLLOW_UP
from tests.content.quiet_intake import INTAKE
from tests.tiny_questionnaires import NOON

Shares = Mapping[str, float]

TODAY = NOON.date()

WAYS: Mapping[str, Answer] = {way.value: way for way in NonAnswer}

# Both leaflets are of these two hospitals; some women were sent on, some do not know yet.
HOSPITAL: Shares = {"lumc": 50, "alrijne": 38, "other": 8, "unknown": 4}

# The leaflet is given after the scan. Who fills it in without one rang first, or found it by herself.
CONFIRMED: Shares = {"scan": 90, "no_scan": 4, "no": 5, "unknown": 1}

# Waiting is chosen most, curettage least. Half of them fill it in when it is over, as its name says.
STAGE: Shares = {
    "not_chosen": 8,
    "curettage": 17,
    "waiting not_yet": 17,
    "waiting in_progress": 5,
    "waiting yes": 23,
    "misoprostol not_yet": 10,
    "misoprostol in_progress": 4,
    "misoprostol yes": 15,
    "unknown": 1,
}

# Before it begins some blood is common; while it happens it is as a heavy period (S2-EXP-2), for some more; afterwards
# it lessens over one to six weeks (S2-PHY-2), and after that it is gone but for few.
BLEEDING: Mapping[str, Shares] = {
    "before": {"none": 55, "less": 40, "like_heavy": 3, "more": 1, "unknown": 1},
    "during": {"none": 1, "less": 30, "like_heavy": 55, "more": 12, "unknown": 2},
    "after": {"none": 30, "less": 61, "like_heavy": 6, "more": 2, "unknown": 1},
    "long after": {"none": 80, "less": 17, "like_heavy": 2, "more": 1},
    "no effect": {"none": 88, "less": 10, "like_heavy": 1, "more": 1},
}

# Cramps belong to it while it happens (S2-EXP-2); afterwards they are mostly gone at once (S2-EXP-4).
PAIN: Mapping[str, Shares] = {
    "before": {"none": 65, "bearable": 31, "severe": 3, "unknown": 1},
    "during": {"none": 3, "bearable": 80, "severe": 16, "unknown": 1},
    "after": {"none": 72, "bearable": 25, "severe": 2, "unknown": 1},
    "long after": {"none": 90, "bearable": 9, "severe": 1},
    "no effect": {"none": 86, "bearable": 12, "severe": 2},
}

# Cramps come and go while it happens, so that they last; else most pass.
PAIN_PERSISTS: Mapping[str, Shares] = {
    "during": {"true": 70, "false": 25, "unknown": 5},
    "else": {"true": 25, "false": 70, "unknown": 5},
}

# With much blood at once some women faint (S2-WARN-3); else it is rare.
FAINTING: Mapping[str, Shares] = {
    "during": {"no": 87, "today": 8, "earlier": 4, "unknown": 1},
    "else": {"no": 96, "today": 1.5, "earlier": 2, "unknown": 0.5},
}

# One in four has measured. Of the others a third has a thermometer at hand and does so now.
TEMPERATURE_MEASURED: Shares = {"yes": 25, "now": 25, "cannot": 50}
FEVER = 3  # infection is rare; who feels well seldom measures, so that it is more than in a list of all women
FIGURE_UNKNOWN = 1  # broke off, or typed what is no temperature

# As the goal for alarms has it (AMB-114); a few cannot say.
WORRIED: Shares = {"true": 15, "false": 83, "unknown": 2}
SIGNS_WORRIED = 10  # intake: weeks or months later, at home or in the waiting room

# Most losses are between 6 and 12 weeks; a few belong to no leaflet.
WEEKS: Shares = {"5": 5, "6": 12, "7": 15, "8": 17, "9": 16, "10": 13, "11": 9, "12": 6, "13": 2, "14": 1}
WEEKS_AT_LOSS: Shares = {**WEEKS, "15": 0.5, "16": 0.5, "18": 0.5, "unknown": 2, "declined": 0.5}

MEAN_DAYS = 16  # since the loss; half fill it in within eleven days, one in fourteen after six weeks

# Repeated after a day where nothing happened, so that most who have no effect used them once.
MISO_DOSES: Shares = {"not_yet": 40, "one": 44, "two": 15, "unknown": 1}
MISO_EFFECT: Shares = {"true": 48, "false": 48, "unknown": 4}

# Sadness is named most; guilt by one in five (S2-EMO-1, S2-EMO-3).
FEELINGS: Shares = {"sadness": 55, "guilt": 20, "disbelief": 20, "anger": 12, "emptiness": 25}
MORE_FEELINGS: Shares = {**FEELINGS, "fear": 35, "uncertainty": 45}
TALK: Shares = {"no": 68, "later": 25, "today": 3, "unknown": 2, "declined": 2}
QUESTION: Shares = {"Mag ik volgende week weer sporten?": 40, "declined": 60}

# An outpatient clinic for recurrent loss: two or more, with a few who come early.
MISCARRIAGES: Shares = {"0": 1, "1": 6, "2": 52, "3": 26, "4": 9, "5": 4, "7": 1, "unknown": 1}
AGES = (21, 45, 34)  # from, to, most often
# Most come between two pregnancies; some are a few days late and do not know.
PREGNANT: Shares = {"true": 8, "false": 88, "unknown": 3, "declined": 1}
# They do not come because of a sign: the few who have one are pregnant or have just lost a pregnancy.
SIGNS_NOW: Shares = {"fainting": 0.5, "bleeding": 1.5, "pain": 2, "fever": 0.5, "worried": SIGNS_WORRIED}
SIGNS_UNKNOWN = 1
# Each is uncommon (S1-RES-1 finds a cause in 15 to 20 of 100), and some were found before.
DIAGNOSES: Shares = {
    "thyroid": 6,
    "thyroid_antibodies": 3,
    "diabetes": 2,
    "antiphospholipid": 3,
    "inherited_clotting": 3,
    "clot": 2,
    "uterus": 4,
    "chromosome": 2,
}
# A third had the usual blood tests elsewhere; the others only on indication (S1-LAB-1, S1-LAB-3, S1-LAB-5).
TESTS_DONE: Shares = {
    "antiphospholipid": 30,
    "thyroid": 35,
    "sugar": 15,
    "clotting": 12,
    "chromosomes": 10,
    "scan_3d": 15,
}
# Raised twice is rare; of those whose blood was taken, one in eight waits.
RESULT: Shares = {"normal": 70, "raised_once": 6, "raised_twice": 4, "waiting": 12, "unknown": 8}
# Diabetes is in many families; of a partner's less is known and told.
FAMILY: Shares = {"diabetes": 18, "clots": 8, "losses": 8, "congenital": 5}
PARTNER_FAMILY: Shares = {"losses": 5, "congenital": 4, "child_congenital": 2, "chromosome": 1}


def women(name: str, count: int, seed: int) -> Iterator[Interview]:
    """So many women with the follow-up or the intake, each to its end."""
    chance = random.Random(seed)
    found, answers = {"follow-up": (FOLLOW_UP, _follow_up), "intake": (INTAKE, _intake)}[name]
    for _ in range(count):
        yield Interview(found, TODAY, answers(chance))


def _follow_up(chance: random.Random) -> dict[str, Answer]:
    treatment, _, passed = _drawn(chance, STAGE).partition(" ")
    days = min(89, int(chance.expovariate(1 / MEAN_DAYS)))
    effect = _drawn(chance, MISO_EFFECT)
    phase = _phase(treatment, passed, effect, days)
    sharp = "during" if phase == "during" else "else"
    return {
        "hospital": _one(chance, HOSPITAL),
        "fainting": _one(chance, FAINTING[sharp]),
        "bleeding": _one(chance, BLEEDING[phase]),
        "bleeding_prolonged": _one(chance, {"true": 25, "false": 70, "unknown": 5}),
        "pain": _one(chance, PAIN[phase]),
        "pain_persists": _one(chance, PAIN_PERSISTS[sharp]),
        "temperature_measured": _one(chance, TEMPERATURE_MEASURED),
        "temperature": _temperature(chance),
        "worried": _one(chance, WORRIED),
        "confirmed": _one(chance, CONFIRMED),
        "painkillers": _several(chance, {"paracetamol": 35, "naproxen": 12, "other": 4}),
        "weeks_at_loss": _number(chance, WEEKS_AT_LOSS),
        "treatment": _answer(treatment),
        "passed": _answer(passed or "unknown"),
        "loss_date": NonAnswer.UNKNOWN if _happens(chance, 3) else TODAY - timedelta(days=days),
        "miso_doses": _one(chance, MISO_DOSES),
        "miso_hours": NonAnswer.UNKNOWN if _happens(chance, 3) else Decimal(chance.randint(1, 60)),
        "miso_effect": _answer(effect),
        "miso_checkup": _one(chance, {"true": 80, "false": 17, "unknown": 3}),
        "bleeding_over_6_weeks": _one(chance, {"true": 4, "false": 94, "unknown": 2}),
        "period_returned": _one(chance, {"true": 75, "false": 22, "unknown": 3}),
        "feelings": _several(chance, FEELINGS),
        "talk": _one(chance, TALK),
        "next_info": _one(chance, {"yes": 40, "not_now": 58, "declined": 2}),
        "question": _one(chance, QUESTION),
    }


def _phase(treatment: str, passed: str, effect: str, days: int) -> str:
    if treatment == "misoprostol" and passed == "not_yet":
        return "during" if effect == "true" else "no effect"
    if treatment == "curettage" or passed == "yes":
        return "after" if days <= 42 else "long after"
    return "during" if passed == "in_progress" else "before"


def _temperature(chance: random.Random) -> Answer:
    if _happens(chance, FIGURE_UNKNOWN):
        return NonAnswer.UNKNOWN
    degrees = chance.uniform(38, 39.5) if _happens(chance, FEVER) else min(37.9, chance.gauss(36.8, 0.35))
    return Decimal(f"{degrees:.1f}")


def _intake(chance: random.Random) -> dict[str, Answer]:
    height = round(chance.gauss(169, 6.5))
    bmi = max(17, chance.gauss(25, 4.5))  # about as among Dutch women of these ages
    weight: Answer = Decimal(round(bmi * (height / 100) ** 2))
    return {
        "hospital": _one(chance, HOSPITAL),
        "signs_now": NonAnswer.UNKNOWN if _happens(chance, SIGNS_UNKNOWN) else _several(chance, SIGNS_NOW, 0),
        "pregnant": _one(chance, PREGNANT),
        "weeks": _number(chance, WEEKS),
        "age": Decimal(int(chance.triangular(*AGES))),
        "miscarriages": _number(chance, MISCARRIAGES),
        "other_losses": _several(chance, {"test_only": 8, "ectopic": 3, "molar": 1, "from_16_weeks": 2}),
        "children": _number(chance, {"0": 52, "1": 34, "2": 11, "3": 3}),
        "diagnoses": _several(chance, DIAGNOSES),
        "tests_done": _several(chance, TESTS_DONE),
        "antiphospholipid_result": _one(chance, RESULT),
        "cause": _one(chance, {"none_found": 25, "not_tested": 60, "found": 8, "unknown": 7}),
        "family": _several(chance, FAMILY),
        "child_congenital": _one(chance, {"true": 3, "false": 96, "unknown": 1}),
        "partner": _one(chance, {"yes": 62, "donor": 3, "no": 33, "declined": 2}),
        "partner_family": _several(chance, PARTNER_FAMILY),
        "partner_support": _one(chance, {"true": 30, "false": 68, "unknown": 2}),
        "height_cm": Decimal(height),
        "weight_kg": NonAnswer.DECLINED if _happens(chance, 8) else weight,
        "smoking": _one(chance, {"none": 82, "smoke": 11, "vape": 5, "both": 2}),
        "alcohol": _one(chance, {"none": 45, "little": 45, "more": 10}),
        "pregnancy_wish": _one(chance, {"yes": 72, "later": 14, "not_sure": 10, "no": 4}),
        "folic_acid": _one(chance, {"true": 70, "false": 27, "unknown": 3}),
        "unprescribed": _one(chance, {"true": 22, "false": 74, "unknown": 4}),
        "test_wish": _one(chance, {"yes": 60, "talk_first": 30, "no": 8, "unknown": 2}),
        "chromosome_plan": _one(chance, {"planned": 10, "considering": 30, "no": 52, "unknown": 8}),
        "feelings": _several(chance, MORE_FEELINGS),
        "talk": _one(chance, TALK),
        "figures": _one(chance, {"yes": 45, "no": 53, "declined": 2}),
        "premi_wish": _one(chance, {"yes": 25, "no": 73, "declined": 2}),
        "speaks": (_drawn(chance, {"nl": 88, "en": 7, "little": 4, "other": 1}),),
        "unexplained": _number(chance, {"0": 10, "1": 30, "2": 50, "unknown": 10}),
        "pregnancies": _number(chance, {"2": 30, "3": 35, "4": 20, "5": 10, "unknown": 5}),
        "question": _one(chance, QUESTION),
    }


def _happens(chance: random.Random, percent: float) -> bool:
    return chance.random() * 100 < percent


def _drawn(chance: random.Random, shares: Shares) -> str:
    return chance.choices(list(shares), list(shares.values()))[0]


def _one(chance: random.Random, shares: Shares) -> Answer:
    return _answer(_drawn(chance, shares))


def _number(chance: random.Random, shares: Shares) -> Answer:
    drawn = _drawn(chance, shares)
    return Decimal(drawn) if drawn.isdigit() else _answer(drawn)


def _several(chance: random.Random, shares: Shares, unknown: float = 2) -> Answer:
    """Each by itself; none of them where nothing was drawn."""
    if _happens(chance, unknown):
        return NonAnswer.UNKNOWN
    return tuple(name for name, percent in shares.items() if _happens(chance, percent)) or ("none",)


def _answer(drawn: str) -> Answer:
    """A choice, yes or no, or one of the ways not to say it."""
    if drawn in ("true", "false"):
        return drawn == "true"
    return WAYS.get(drawn, drawn)
