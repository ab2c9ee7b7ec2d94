"""The tables in plain code find what the boundaries of the content's design name; they rest on nothing of the program.

Only answers beside the calm ones are named in a case; None is one that she does not give.
"""

import ast
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import pytest

from tests.content import choice_table, follow_up_table, intake_table, three_values
from tests.content.three_values import NUMBERED, Found, Said, either, every, maybe, opposite

TODAY = date(2026, 11, 22)

CALM: Mapping[str, Said] = {
    "fainting": "no",
    "bleeding": "none",
    "pain": "none",
    "temperature_measured": "yes",
    "temperature": Decimal("36.9"),
    "worried": False,
    "confirmed": "scan",
    "weeks_at_loss": Decimal(9),
    "talk": "no",
}
WAITED: Mapping[str, Said] = {
    "treatment": "waiting",
    "passed": "yes",
    "loss_date": TODAY - timedelta(days=20),
}
TABLETS: Mapping[str, Said] = {
    "treatment": "misoprostol",
    "passed": "not_yet",
    "miso_checkup": True,
    "miso_effect": False,
}
CALM_INTAKE: Mapping[str, Said] = {
    "signs_now": ("none",),
    "pregnant": False,
    "miscarriages": Decimal(2),
    "diagnoses": ("none",),
    "tests_done": ("none",),
    "family": ("none",),
    "children": Decimal(0),
    "partner": "yes",
    "partner_family": ("none",),
    "chromosome_plan": "no",
    "unprescribed": False,
    "test_wish": "no",
}


def after_days(days: int, **more: Said | None) -> dict[str, Said | None]:
    return {**WAITED, "loss_date": TODAY - timedelta(days=days), **more}


def after_tablets(doses: str, hours: int | None, **more: Said | None) -> dict[str, Said | None]:
    given = None if hours is None else Decimal(hours)
    return {**TABLETS, "miso_doses": doses, "miso_hours": given, **more}


def ids(finds: frozenset[Found], *levels: str) -> set[str]:
    return {f"{finding.level} {finding.id}" for finding in finds if finding.level in levels}


def given(calm: Mapping[str, Said], other: Mapping[str, Said | None]) -> dict[str, Said]:
    return {name: value for name, value in {**calm, **other}.items() if value is not None}


@pytest.mark.parametrize(
    ("other", "numbered"),
    [
        ({"temperature": Decimal("37.9"), **WAITED}, set()),
        ({"temperature": Decimal("38.0"), **WAITED}, {"call fever"}),
        ({"temperature_measured": "cannot", **WAITED}, {"check temperature_unknown"}),
        ({"temperature_measured": "now", "temperature": Decimal(38), **WAITED}, {"call fever"}),
        ({"temperature": None, **WAITED}, {"call temperature_unread", "check temperature_unknown"}),
        (after_tablets("one", 23), set()),
        (after_tablets("one", 24), set()),
        (after_tablets("one", 47), set()),
        (after_tablets("one", 48), {"arrange miso_no_effect_first_48h"}),
        (
            after_tablets("one", 24, temperature_measured="cannot"),
            {"call miso_unclear", "check temperature_unknown"},
        ),
        (
            after_tablets("one", 24, bleeding="less", bleeding_over_6_weeks=False),
            {"call miso_contradiction"},
        ),
        (after_tablets("one", 24, passed=None), {"call miso_unclear"}),
        (after_tablets("one", 24, temperature=Decimal("38.5")), {"call fever"}),
        (after_tablets("two", 23), set()),
        (after_tablets("two", 24), {"arrange miso_no_effect_second"}),
        (after_tablets("two", None), {"call miso_unclear"}),
        ({**WAITED, "pain": "bearable", "pain_persists": False}, set()),
        ({**WAITED, "pain": "bearable"}, {"call sign_unknown"}),
        (
            {
                **WAITED,
                "pain": "bearable",
                "pain_persists": False,
                "bleeding": "like_heavy",
                "bleeding_prolonged": False,
            },
            {"call pain_and_blood_after"},
        ),
        (after_days(42, bleeding="less", bleeding_over_6_weeks=True), set()),
        (
            after_days(43, bleeding="less", bleeding_over_6_weeks=True, period_returned=True),
            {"call bleeding_beyond_6_weeks"},
        ),
        (after_days(43, bleeding="less", period_returned=True), {"call sign_unknown"}),
        ({**WAITED, "weeks_at_loss": Decimal(15)}, set()),
        ({**WAITED, "weeks_at_loss": Decimal(16)}, {"arrange late_loss"}),
        ({**WAITED, "weeks_at_loss": None}, set()),
        (
            {"fainting": None, "bleeding": "more", **WAITED},
            {"now fainting_with_bleeding", "call bleeding_more", "call sign_unknown"},
        ),
        ({"fainting": "earlier", **WAITED}, {"call fainting_earlier"}),
        (
            {"fainting": "earlier", "confirmed": "no_scan"},
            {"now danger_unconfirmed", "call fainting_earlier", "call not_confirmed"},
        ),
        ({"talk": "today", **WAITED}, {"arrange talk_today"}),
    ],
)
def test_the_follow_up(other: Mapping[str, Said | None], numbered: set[str]) -> None:
    assert ids(follow_up_table.findings(given(CALM, other), TODAY), *NUMBERED) == numbered


@pytest.mark.parametrize(
    ("other", "discussed"),
    [
        (after_tablets("one", 23), set()),
        (after_tablets("one", 24), {"miso_may_repeat"}),
        (after_tablets("one", 47), {"miso_may_repeat"}),
        (after_days(42, period_returned=False), set()),
        (after_days(43, period_returned=False), {"period_not_back"}),
        (after_days(43, bleeding="less", bleeding_over_6_weeks=False), {"bleeding_returned"}),
        ({**WAITED, "weeks_at_loss": None}, {"weeks_unknown"}),
    ],
)
def test_what_the_follow_up_discusses(other: Mapping[str, Said | None], discussed: set[str]) -> None:
    found = ids(follow_up_table.findings(given(CALM, other), TODAY), "discuss")
    assert found == {f"discuss {name}" for name in discussed}


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ({}, set()),
        ({"signs_now": None}, {"call sign_unknown"}),
        ({"signs_now": ("worried",)}, {"call worried_now"}),
        ({"signs_now": ("pain",)}, {"call signs_call"}),
        (
            {"signs_now": ("pain",), "pregnant": None},
            {"call signs_call", "now pain_pregnant", "discuss perhaps_pregnant_tell"},
        ),
        ({"miscarriages": Decimal(1)}, {"discuss fewer_than_two"}),
        (
            {"diagnoses": ("antiphospholipid",), "pregnant": True},
            {"call aps_pregnant", "discuss aps_treatment", "discuss pregnant_tell"},
        ),
        (
            {"diagnoses": ("antiphospholipid",), "miscarriages": Decimal(1)},
            {"discuss aps_when_pregnant", "discuss fewer_than_two"},
        ),
        (
            {"tests_done": ("antiphospholipid",), "antiphospholipid_result": "waiting", "pregnant": True},
            {"arrange aps_awaited_pregnant", "discuss pregnant_tell"},
        ),
        (
            {"tests_done": ("antiphospholipid",), "pregnant": True},
            {
                "call aps_pregnant_unknown",
                "discuss aps_if",
                "discuss pregnant_tell",
                "discuss repeat_if_raised",
            },
        ),
        ({"partner": "no"}, {"discuss list_for_clinician"}),
        ({"family": ("diabetes",)}, {"discuss sugar_test"}),
        ({"family": ("diabetes",), "tests_done": ("sugar",)}, set()),
        ({"height_cm": Decimal(200), "weight_kg": Decimal(74)}, set()),  # 18.5
        ({"height_cm": Decimal(200), "weight_kg": Decimal("73.9")}, {"discuss bmi_low"}),
        ({"height_cm": Decimal(200), "weight_kg": Decimal(120)}, set()),  # 30
        ({"height_cm": Decimal(170), "weight_kg": Decimal("86.71")}, {"discuss bmi_high"}),  # 30.004
    ],
)
def test_the_intake(other: Mapping[str, Said | None], found: set[str]) -> None:
    everything = ids(intake_table.findings(given(CALM_INTAKE, other), TODAY), *NUMBERED, "discuss")
    assert everything == found


def test_unknown_is_neither() -> None:
    assert (every(True, None), every(False, None), either(True, None), either(False, None)) == (
        None,
        False,
        True,
        None,
    )
    assert opposite(None) is None
    assert (maybe(None), maybe(True), maybe(False)) == (True, True, False)


@pytest.mark.parametrize(
    "module", [three_values, follow_up_table, intake_table, choice_table], ids=lambda module: module.__name__
)
def test_a_table_imports_nothing_of_the_program(module: ModuleType) -> None:
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    imported = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {f"tests.content.{name}" for name in ("three_values", "follow_up_table", "intake_table")}
    assert imported <= ours | {"tests.premi.premi_oracle", "collections.abc", "datetime", "decimal", "typing"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
