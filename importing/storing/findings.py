"""What the reader and the load doubt, as findings an editor decides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from articles.models import Page
from editorial.models import PRINT_RULES, Finding, Rule
from importing.storing.page_load import PageLoad
from importing.storing.selectors import Anchors, ArticleWords
from reader.results import ReadFinding
from records.bulk import insert

# Rule and page offsets: what an editor decides once.
Subject = tuple[str, int, int]


def store_findings(load: PageLoad, anchors: Anchors) -> None:
    """Create a finding for each doubt, once.

    What an editor has decided on this page is not raised again.
    """
    decided = set() if load.is_new else _decided(load.page)
    shown = _ends_of_shown_captions(load)
    drafts: dict[tuple[Subject, str], Finding] = {}
    for finding in chain(_doubts(load, anchors, shown), load.reports):
        subject = _subject_of(finding)
        if subject not in decided:
            drafts.setdefault((subject, finding.message), finding)
    insert(list(drafts.values()))
    if not load.is_new:
        _drop_deferred_pictures(load.page, shown)


def _ends_of_shown_captions(load: PageLoad) -> set[int]:
    return {
        photo.start
        for photos in load.photos
        for photo in photos
        if photo.image and photo.start is not None
    }


def _subject_of(finding: Finding) -> Subject:
    return finding.rule, finding.page_start, finding.page_end


def _doubts(
    load: PageLoad, anchors: Anchors, shown: set[int]
) -> Iterator[Finding]:
    """Yield what the reader and the load doubt; a caption whose picture is here lacks none."""
    for read in chain(load.read.findings, load.doubts):
        is_settled = read.rule == Rule.MISSING_IMAGE and read.end in shown
        if not is_settled:
            yield _draft(load, anchors, read)


def _drop_deferred_pictures(page: Page, shown: set[int]) -> None:
    """Take back what was left for later until the picture came: it is here."""
    deferred = Finding.objects.filter(
        page=page, rule=Rule.MISSING_IMAGE, status=Finding.Status.DEFERRED
    )
    deferred.filter(page_end__in=shown).delete()


def _decided(page: Page) -> set[Subject]:
    findings = Finding.objects.filter(page=page)
    decided = findings.exclude(status=Finding.Status.OPEN)
    return set(decided.values_list("rule", "page_start", "page_end"))


def _draft(load: PageLoad, anchors: Anchors, read: ReadFinding) -> Finding:
    """Return the finding of a doubt.

    Words that stand in no part of an article leave nothing to replace.
    """
    finding = _unplaced(load.page, read)
    words = anchors.find((read.start, read.end))
    if words is None:
        _place_on_page(finding, load, read)
    else:
        _place_in_article(finding, words)
        finding.replacement = read.replacement
    return finding


def _unplaced(page: Page, read: ReadFinding) -> Finding:
    return Finding(
        page=page,
        rule=read.rule,
        severity=read.severity,
        origin=_origin_of(read),
        message=read.message,
        page_start=read.start,
        page_end=read.end,
    )


def _origin_of(read: ReadFinding) -> Finding.Origin:
    if read.rule in PRINT_RULES:
        return Finding.Origin.PRINT
    return Finding.Origin.TRANSCRIPTION


def _place_on_page(finding: Finding, load: PageLoad, read: ReadFinding) -> None:
    finding.exact = load.read.text[read.start : read.end]
    index = load.places.article_at((read.start, read.end))
    if index is not None:
        finding.article = load.articles[index]


def _place_in_article(finding: Finding, words: ArticleWords) -> None:
    finding.article = words.within.article
    finding.part = words.within.part
    finding.photo = words.within.photo
    finding.start = words.start
    finding.end = words.end
    finding.exact = words.text
