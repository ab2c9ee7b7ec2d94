"""A summary as JSON, field by field, with nothing decided here."""

import json
from dataclasses import asdict

from miskraam_cli.interview.answers import answer_to_json, answers_to_json
from miskraam_cli.summary.model import FORMAT, CompareLine, CompareShown, FindingShown, Summary
from miskraam_cli.summary.record_history import RecordHistory
from miskraam_cli.summary.statement_shown import StatementShown
from miskraam_cli.summary.whom_to_call import ContactShown


def render(summary: Summary) -> str:
    """The summary in the form `miskraam.summary/1`; its `answers` can be fed back by `--answers`."""
    shown = _summary(summary)
    if summary.kept is not None:
        shown["record"] = _kept(summary.kept)
    return json.dumps(shown, ensure_ascii=False, indent=2) + "\n"


def _summary(summary: Summary) -> dict[str, object]:
    return {
        "format": FORMAT,
        "questionnaire": {
            "id": summary.questionnaire_id,
            "version": summary.version,
            "digest": summary.digest,
        },
        "language": summary.language,
        "audience": summary.audience,
        "setting": summary.setting,
        "filled_by": summary.filled_by,
        "generated_at": summary.generated_at.isoformat(),
        "complete": summary.complete,
        "actions": [_said(said) for said in summary.actions],
        "findings": [_finding(finding) for finding in summary.findings],
        "compare": None if summary.compare is None else _compare(summary.compare),
        "contacts": [contact_json(contact) for contact in summary.contacts],
        "contacts_note": summary.contacts_note,
        "draft": summary.draft,
        "closing": [_said(said) for said in summary.closing],
        "not_answered": list(summary.not_answered),
        "doubts": list(summary.doubts),
        "calculated": answers_to_json(summary.calculated),
        "answers": answers_to_json(summary.answers),
    }


def _said(said: StatementShown) -> dict[str, object]:
    shown: dict[str, object] = {
        "id": said.id,
        "text": said.text,
        "facts": list(said.facts),
        "source": said.source,
        "addition": said.addition,
    }
    if said.basis:
        shown["basis"] = said.basis
    return shown


def _finding(finding: FindingShown) -> dict[str, object]:
    shown: dict[str, object] = {
        "id": finding.id,
        "level": finding.level,
        "audience": finding.audience,
        "outcome": finding.outcome,
        "text": " ".join(said.text for said in finding.says),
        "says": [_said(said) for said in finding.says],
        "because": [
            {"question": reason.question, "answer": answer_to_json(reason.answer), "text": reason.text}
            for reason in finding.because
        ],
        "facts": list(dict.fromkeys(fact for said in finding.says for fact in said.facts)),
        "rulings": list(finding.rulings),
        "contacts": list(finding.contacts),
    }
    if finding.outcome == "unknown":
        shown["from"] = list(finding.sources)
        shown["unknown"] = list(finding.unknown)
    return shown


def _compare(compare: CompareShown) -> dict[str, object]:
    return {
        "order": compare.order.text,
        "options": list(compare.options),
        "rows": [_line(row) for row in compare.rows],
        "values": [_line(value) for value in compare.values],
    }


def _line(line: CompareLine) -> dict[str, object]:
    return {"title": line.title, "cells": [None if said is None else _said(said) for said in line.cells]}


def _kept(kept: RecordHistory) -> dict[str, object]:
    return {
        "code": kept.code,
        "device": kept.device,
        "broken_off": kept.broken_off,
        "corrections": [
            {
                "at": item.moment.isoformat(),
                "by": item.by,
                "changes": [asdict(change) for change in item.changes],
            }
            for item in kept.corrections
        ],
        "since": kept.since.isoformat() if kept.since else None,
        "changes": [asdict(change) for change in kept.changes],
        "made_with": kept.made_with,
        "unfit": {found.question: found.answer for found in kept.unfit},
    }


def contact_json(contact: ContactShown) -> dict[str, object]:
    """A contact as a value of JSON; its number as E.164."""
    return {
        "id": contact.id,
        "name": contact.name,
        "number": contact.number,
        "display": contact.display,
        "website": contact.website,
        "now": contact.now,
        "note": contact.note,
        "addition": contact.addition,
    }
