"""A verdict as text and as JSON. It is for staff, hence without the sentence about worry and the numbers (AMB-110)."""

import json

from miskraam_cli.cells import fill
from miskraam_cli.language import Words
from miskraam_cli.renderers.text import BELOW, WIDTH
from miskraam_cli.summary.criteria import Judged
from miskraam_cli.summary.statement_shown import StatementShown, marked


def as_text(judged: Judged, words: Words) -> str:
    """Each criterion, what goes with it, the notes for staff; last the verdict, where it stays on a screen."""
    lines = [judged.title, ""]
    for criterion in judged.criteria:
        outcome = words(f"criterion.{criterion.outcome}")
        facts = ", ".join(criterion.said.facts)
        lines.append(_line(f"{criterion.label}: {outcome}. {criterion.said.text} [{facts}]"))
    lines.append("")
    lines += [_line(marked(said, words)) for said in judged.says]
    lines += ["", f"{BELOW}{words('record.below')}"]
    lines += [_line(f"{said.text} [{said.basis}]") for said in judged.notes]
    lines += ["", f"{judged.title}: {words(f'verdict.{judged.verdict}')}"]
    return "\n".join(lines)


def as_json(judged: Judged, form: str) -> str:
    """The verdict in the form named, ids with hyphens as the contract has them."""
    shown = {
        "format": form,
        "verdict": judged.verdict.replace("_", "-"),
        "criteria": [
            {
                "id": criterion.id,
                "outcome": criterion.outcome.replace("_", "-"),
                "text": criterion.said.text,
                "facts": list(criterion.said.facts),
                "rulings": list(criterion.rulings),
            }
            for criterion in judged.criteria
        ],
        "says": [_said(said) for said in judged.says],
        "notes": [{"id": said.id, "text": said.text, "basis": said.basis} for said in judged.notes],
    }
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _said(said: StatementShown) -> dict[str, object]:
    return {"id": said.id, "text": said.text, "facts": list(said.facts), "addition": said.addition}


def _line(text: str) -> str:
    return fill(text, WIDTH, initial_indent="  ", subsequent_indent="    ")
