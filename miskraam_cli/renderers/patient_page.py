"""The page that she reads: what to do and whom to call first, then what fits her answers, then where to read on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from miskraam_cli.language import Words
from miskraam_cli.renderers.blocks import Block, finding_blocks, foot, numbers
from miskraam_cli.summary.statement_shown import headline, marked

if TYPE_CHECKING:
    from miskraam_cli.summary.model import FindingShown, Summary


def patient_page(summary: "Summary", words: Words, *, sources: bool, folds: bool) -> Iterator[Block]:
    """The blocks of her page; where it `folds`, general knowledge is all there, folded by topic (AMB-137)."""
    yield Block("title", words("summary.title"))
    if summary.actions:
        yield Block("heading", words("summary.now"))
        for said in summary.actions:
            text, mark = headline(said, words)
            yield Block("action", text)
            if mark:
                yield Block("source", mark)
    yield from numbers(summary, words)
    if summary.is_urgent:
        yield from _why_now(summary, words)
        return
    yield from _why(summary, words, sources)
    if summary.compare:
        for finding in summary.findings:
            if finding.id in summary.compare.first:
                yield from finding_blocks(finding, words, sources=sources)
        yield Block("heading", words("compare.title"))
        yield Block("text", marked(summary.compare.order, words))
        yield Block("compare", words("compare.title"), compare=summary.compare)
    yield from _what_fits(summary, words, sources)
    yield from _signs(summary, words, sources)
    yield from _closing(summary, words)
    by_topic = _by_topic(summary, words, sources)
    if folds and by_topic:
        yield Block("heading", words("summary.more"))
        for topic, inside in by_topic.items():
            yield Block("fold", topic, inside=tuple(inside))
    named = bool(by_topic and summary.more and not folds)
    if named:
        yield Block("quiet", words("summary.topics", topics=", ".join(by_topic)))
    yield from _not_answered(summary, words)
    yield foot(summary, words, "" if named else summary.more)


def short_page(summary: "Summary", words: Words) -> Iterator[Block]:
    """Only whom to call, and nothing about her answers, so that others may see it."""
    yield Block("title", words("summary.title"))
    yield from numbers(summary, words)
    yield from _closing(summary, words)
    yield foot(summary, words)


def _why_now(summary: "Summary", words: Words) -> Iterator[Block]:
    """Where help is needed now: every finding of level now or call that holds, a line each; nothing else (AMB-125)."""
    yield Block("heading", words("summary.why"))
    for finding in summary.findings:
        if finding.interrupts and finding.outcome == "holds":
            yield Block("item", marked(finding.says[0], words))
    yield from _closing(summary, words)
    yield foot(summary, words)


def _why(summary: "Summary", words: Words, sources: bool) -> Iterator[Block]:
    """What carries a number. What the actions say already is not said again; below call a line each (AMB-114)."""
    alarming = [finding for finding in summary.findings if finding.alarming]
    acted = {said.id for said in summary.actions}
    called = any(finding.level == "call" for finding in alarming)
    told = list(_as_far_as_asked(alarming, summary))
    reasons = [one for one in told if not acted.issuperset(said.id for said in one.says)]
    if reasons:
        yield Block("heading", words("summary.why"))
    for finding in reasons:
        if called and finding.level != "call":
            yield Block("text", " ".join(marked(said, words) for said in finding.says))
        else:
            yield from finding_blocks(finding, words, sources=sources)


def _as_far_as_asked(findings: Iterable["FindingShown"], summary: "Summary") -> Iterator["FindingShown"]:
    """The findings without what she was not asked about: the list of signs is said instead (AMB-125)."""
    for finding in findings:
        asked = [name not in summary.never_asked for name in finding.gaps]
        if any(asked) or not finding.gaps:
            yield replace(finding, unknown=tuple(compress(finding.unknown, asked)))


def _what_fits(summary: "Summary", words: Words, sources: bool) -> Iterator[Block]:
    """What to talk about, her own words for the clinic, and what is good to know with her answers."""
    found = _calm(summary)
    yield from _listed("discuss", (one for one in found if one.level == "discuss"), words, sources)
    if summary.asks:
        yield Block("heading", words("summary.asks"))
        for text in summary.asks:
            yield Block("text", text)
        yield Block("reason", words("summary.asks_kept" if summary.kept else "summary.asks_take"))
    yield from _listed(
        "know", (one for one in found if one.level == "know" and not one.topic), words, sources
    )


def _listed(level: str, findings: Iterable["FindingShown"], words: Words, sources: bool) -> Iterator[Block]:
    for number, finding in enumerate(findings):
        if not number:
            yield Block("heading", words(f"summary.{level}"))
        yield from finding_blocks(finding, words, sources=sources)


def _signs(summary: "Summary", words: Words, sources: bool) -> Iterator[Block]:
    """The signs to call for, as a list."""
    for finding in summary.findings:
        if finding.lists_signs:
            yield Block("heading", words("summary.signs"))
            for said in finding.says:
                yield Block("item", marked(said, words))
            if sources and finding.source:
                yield Block("source", words("source.source", source=finding.source))


def _by_topic(summary: "Summary", words: Words, sources: bool) -> dict[str, list[Block]]:
    """General knowledge that fits her answers, by topic."""
    by_topic: dict[str, list[Block]] = {}
    for finding in _calm(summary):
        if finding.topic:
            blocks = finding_blocks(finding, words, sources=sources)
            by_topic.setdefault(finding.topic, []).extend(blocks)
    return by_topic


def _not_answered(summary: "Summary", words: Words) -> Iterator[Block]:
    """What she did not answer, but for what stands above already as the reason of an alarm."""
    told = (finding for finding in summary.findings if finding.alarming and not finding.tells_why)
    named = {label for finding in told for label in finding.unknown}
    labels = [label for label in summary.not_answered_labels if label not in named]
    if labels:
        yield Block("quiet", words("summary.not_answered", items=", ".join(labels)))


def _calm(summary: "Summary") -> Sequence["FindingShown"]:
    first = summary.compare.first if summary.compare else ()
    return [one for one in summary.findings if not (one.alarming or one.lists_signs or one.id in first)]


def _closing(summary: "Summary", words: Words) -> Iterator[Block]:
    for said in summary.closing:
        yield Block("heading", "")
        yield Block("action", marked(said, words))
