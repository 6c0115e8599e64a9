"""What the reader and the load doubt, as findings an editor decides."""

from __future__ import annotations

from itertools import chain

from articles.models import Page
from editorial.models import PRINT_RULES, Finding, Rule
from importing.storing.page_load import PageLoad
from importing.storing.selectors import Anchors
from reader.results import ReadFinding
from records.bulk import insert


def store_findings(load: PageLoad, anchors: Anchors) -> None:
    """Create a finding for each doubt, once; what an editor has decided on this page is not raised
    again.
    """
    held = set() if load.is_new else _decided(load.page)
    drafts = {}
    shown = {photo.start for photos in load.photos for photo in photos if photo.image}
    doubts = (
        _draft(load, anchors, read)
        for read in chain(load.read.findings, load.doubts)
        # A caption whose picture is here lacks none.
        if read.rule != Rule.MISSING_IMAGE or read.end not in shown
    )
    for finding in chain(doubts, load.reports):
        if (finding.rule, finding.page_start, finding.page_end) not in held:
            drafts.setdefault(
                (finding.rule, finding.page_start, finding.page_end, finding.message),
                finding,
            )
    insert(list(drafts.values()))
    if not load.is_new:
        _settle_pictures(load.page, shown)


def _settle_pictures(page: Page, shown: set[int | None]) -> None:
    """Take back what was left for later until the picture came: it is here."""
    deferred = Finding.objects.filter(
        page=page, rule=Rule.MISSING_IMAGE, status=Finding.Status.DEFERRED
    )
    deferred.filter(page_end__in=shown - {None}).delete()


def _decided(page: Page) -> set[tuple[str, int, int]]:
    decided = Finding.objects.filter(page=page).exclude(status=Finding.Status.OPEN)
    return set(decided.values_list("rule", "page_start", "page_end"))


def _draft(load: PageLoad, anchors: Anchors, read: ReadFinding) -> Finding:
    """Return the finding of a doubt; words that stand in no part of an article leave nothing to
    replace.
    """
    span = read.start, read.end
    finding = Finding(
        page=load.page,
        rule=read.rule,
        severity=read.severity,
        origin=Finding.Origin.PRINT
        if read.rule in PRINT_RULES
        else Finding.Origin.TRANSCRIPTION,
        message=read.message,
        page_start=read.start,
        page_end=read.end,
        exact=load.read.text[read.start : read.end],
    )
    if words := anchors.find(span):
        finding.article = words.article
        finding.part = words.part
        finding.photo = words.photo
        finding.start = words.start
        finding.end = words.end
        finding.exact = words.text
        finding.replacement = read.replacement
    elif (index := load.places.article_at(span)) is not None:
        finding.article = load.articles[index]
    return finding
