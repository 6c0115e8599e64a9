"""What the reader and the load doubt, as findings an editor decides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from articles.models import Page
from editorial.models import PRINT_RULES, Finding, Rule
from importing.storing.page_load import PageLoad
from importing.storing.selectors import Anchors, Words
from reader.results import ReadFinding
from records.bulk import insert


def store_findings(load: PageLoad, anchors: Anchors) -> None:
    """Create a finding for each doubt, once.

    What an editor has decided on this page is not raised again.
    """
    held = set() if load.is_new else _decided(load.page)
    shown = {
        photo.start for photos in load.photos for photo in photos if photo.image
    }
    drafts = {}
    for finding in chain(_doubts(load, anchors, shown), load.reports):
        place = (finding.rule, finding.page_start, finding.page_end)
        if place not in held:
            drafts.setdefault((*place, finding.message), finding)
    insert(list(drafts.values()))
    if not load.is_new:
        _settle_pictures(load.page, shown)


def _doubts(
    load: PageLoad, anchors: Anchors, shown: set[int | None]
) -> Iterator[Finding]:
    """Yield what the reader and the load doubt; a caption whose picture is here lacks none."""
    for read in chain(load.read.findings, load.doubts):
        if read.rule == Rule.MISSING_IMAGE and read.end in shown:
            continue
        yield _draft(load, anchors, read)


def _settle_pictures(page: Page, shown: set[int | None]) -> None:
    """Take back what was left for later until the picture came: it is here."""
    deferred = Finding.objects.filter(
        page=page, rule=Rule.MISSING_IMAGE, status=Finding.Status.DEFERRED
    )
    deferred.filter(page_end__in=shown - {None}).delete()


def _decided(page: Page) -> set[tuple[str, int, int]]:
    decided = Finding.objects.filter(page=page).exclude(
        status=Finding.Status.OPEN
    )
    return set(decided.values_list("rule", "page_start", "page_end"))


def _draft(load: PageLoad, anchors: Anchors, read: ReadFinding) -> Finding:
    """Return the finding of a doubt.

    Words that stand in no part of an article leave nothing to replace.
    """
    finding = Finding(
        page=load.page,
        rule=read.rule,
        severity=read.severity,
        origin=_origin_of(read),
        message=read.message,
        page_start=read.start,
        page_end=read.end,
    )
    span = (read.start, read.end)
    words = anchors.find(span)
    if words:
        _place(finding, words)
        finding.replacement = read.replacement
        return finding
    finding.exact = load.read.text[read.start : read.end]
    index = load.places.article_at(span)
    if index is not None:
        finding.article = load.articles[index]
    return finding


def _origin_of(read: ReadFinding) -> str:
    if read.rule in PRINT_RULES:
        return Finding.Origin.PRINT
    return Finding.Origin.TRANSCRIPTION


def _place(finding: Finding, words: Words) -> None:
    finding.article = words.article
    finding.part = words.part
    finding.photo = words.photo
    finding.start = words.start
    finding.end = words.end
    finding.exact = words.text
