"""Her page at a kiosk: two screens before the code, with all that must not be left out (AMB-125, 126, 137)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from miskraam_cli.interview.state import Interview
from miskraam_cli.kiosk.patient_summary import PatientSummary
from miskraam_cli.language import Words
from miskraam_cli.renderers.forms import TERMINAL
from miskraam_cli.summary.record_history import RecordHistory
from miskraam_cli.summary.whom_to_call import Confirmation, Confirmed
from miskraam_cli.visit.session import Session, SummaryWishes
from miskraam_cli.visit.visit import Visit
from tests.benchmarks.plausible_women import women
from tests.content.follow_up_walks import DIRECTORY, full
from tests.flat_text import flat
from tests.tiny_questionnaires import EN, NL, NOON

WHO = Confirmation("A. de Vries", date(2026, 11, 2))
KEPT = RecordHistory("K7M4QX", "kiosk 2", broken_off=False)
COLUMNS, ROWS, MARGIN = 80, 24, " " * 4
RULE = "──"


@pytest.fixture(autouse=True)
def _size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen of 80 by 24."""
    monkeypatch.setenv("COLUMNS", str(COLUMNS))
    monkeypatch.setenv("LINES", str(ROWS))


def hers(walked: Interview, words: Words = NL) -> PatientSummary:
    """What a kiosk of the LUMC gives her of these answers, at noon, her record kept."""
    interview = replace(walked, answers={**walked.answers, "hospital": "lumc"})
    session = Session(
        words=words,
        clinician_words=NL,
        clock=lambda: NOON,
        moment=NOON,
        setting="kiosk",
        audience="patient",
        filled_by="self",
        hospital=None,
        confirmed=Confirmed(WHO, WHO, hospital="lumc"),
        study_open=None,
        records=None,
        person=True,
        lines=False,
        contrast=True,
        summary=SummaryWishes(TERMINAL, TERMINAL),
    )
    return PatientSummary(Visit(session, Path("x.yaml"), DIRECTORY, interview), interview, False, KEPT)


def said(pages: Sequence[str]) -> str:
    """The words on these pages, without line ends and marks."""
    return flat("\n".join(pages))


def headings(pages: Sequence[str]) -> list[str]:
    """The headings on these pages."""
    found = (line.partition(RULE)[0].strip() for page in pages for line in page.split("\n") if RULE in line)
    return [heading for heading in found if heading]


def test_her_question_stands_on_her_page_and_when_it_is_read() -> None:
    for pages in (hers(full()).pages_before_the_code(), hers(full()).pages()):
        assert "Mag ik maandag weer werken? Dit leest iemand pas bij uw afspraak." in said(pages)


def test_where_help_is_needed_now_her_page_says_what_to_do_whom_to_call_and_why_and_no_more() -> None:
    pages = hers(full(fainting="today")).pages()
    assert headings(pages) == [NL(f"summary.{key}") for key in ("now", "numbers", "why")]
    assert "Bent u ongerust? Dat is genoeg reden om te bellen." in said(pages)
    assert "Mag ik maandag" not in said(pages)


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("name", ["follow-up", "intake"])
def test_what_is_left_for_after_the_code_is_only_good_to_know_and_stands_in_the_whole(
    name: str, words: Words
) -> None:
    for one in women(name, 20, seed=2):
        page = hers(one, words)
        whole, before = page.pages(), page.pages_before_the_code()
        assert set("\n".join(before).split("\n")) <= set("\n".join(whole).split("\n"))
        kept = [words(f"summary.{key}") for key in ("now", "numbers", "why", "asks", "signs")]
        assert [one for one in headings(before) if one in kept] == [
            one for one in headings(whole) if one in kept
        ]


@pytest.mark.parametrize("name", ["follow-up", "intake"])
def test_her_page_stands_as_far_from_both_sides_as_all_else_and_its_keys_are_in_view(name: str) -> None:
    for one in women(name, 10, seed=3):
        for page in hers(one).pages():
            lines = [re.sub(r"\x1b\[\d*m", "", line) for line in page.split("\n")]
            assert len(lines) + 4 <= ROWS
            assert all(not line or line.startswith(MARGIN) for line in lines)
            assert max(map(len, lines)) <= COLUMNS - len(MARGIN)


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize(("name", "count"), [("follow-up", 20), ("intake", 10)])
def test_two_screens_are_all_that_she_reads_before_her_code(name: str, count: int, words: Words) -> None:
    """AMB-137, on walks that are nobody's choice."""
    found = [hers(one, words).pages_before_the_code() for one in women(name, count, seed=1)]
    assert max(len(pages) for pages in found) <= 2
