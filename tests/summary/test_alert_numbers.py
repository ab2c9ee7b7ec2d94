"""The numbers in a notice on the way say as much as those in the summary."""

from pathlib import Path

from tests.installed_program import miskraam

NOBODY = "Leiden, als u niemand bereikt"


def test_another_hospitals_number_says_in_the_notice_too_when_to_call_it(tmp_path: Path) -> None:
    walk = "\n".join(("3", "1", "stop"))
    shown = miskraam("follow-up", "--lines", folder=tmp_path, stdin=walk).out
    notice, summary = shown.split("Uw overzicht")
    assert NOBODY in " ".join(notice.split())
    assert NOBODY in " ".join(summary.split())
