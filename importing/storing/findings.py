"""What the reader and the load doubt, as findings an editor decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from articles.models import Page
from editorial.models import PRINT_RULES, Finding, Rule
from importing.storing.page_load import PageLoad
from importing.storing.selectors import Anchors, ArticleWords
from reader.results import ReadFinding, Span
from records.bulk import insert

# Rule and page offsets: what an editor deals with once.
Subject = tuple[str, int, int]


def store_findings(load: PageLoad, anchors: Anchors) -> None:
    """Create a finding for each doubt, once.

    What an editor has decided or left for later on this page is not raised again.
    """
    shown = _ends_of_shown_captions(load)
    raised = chain(_doubts(load, anchors, shown), load.reports)
    if load.is_new:
        insert(_each_once(raised))
        return
    dealt_with = _dealt_with(load.page)
    insert(
        _each_once(one for one in raised if _subject_of(one) not in dealt_with)
    )
    _drop_deferred_pictures(load.page, shown)
    if load.read.coverage == 1:
        _drop_deferred_characters(load.page)


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    """Keep the first of the findings that say the same of the same words."""
    first: dict[tuple[Subject, str], Finding] = {}
    for finding in findings:
        key = (_subject_of(finding), finding.message)
        first.setdefault(key, finding)
    return list(first.values())


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
        if not _is_answered(read, shown):
            yield _draft(load, anchors, read)


def _is_answered(read: ReadFinding, shown: set[int]) -> bool:
    return read.rule == Rule.MISSING_IMAGE and read.end in shown


def _drop_deferred_pictures(page: Page, shown: set[int]) -> None:
    """Take back what was left for later until the picture came: it is here."""
    deferred = Finding.objects.filter(
        page=page,
        rule=Rule.MISSING_IMAGE,
        status=Finding.Status.DEFERRED,
    )
    deferred.filter(page_end__in=shown).delete()


def _drop_deferred_characters(page: Page) -> None:
    """Take back what was left for later until all of the file was read: it is."""
    Finding.objects.filter(
        page=page,
        rule=Rule.UNREAD_CHARACTERS,
        status=Finding.Status.DEFERRED,
    ).delete()


def _dealt_with(page: Page) -> set[Subject]:
    """Return what an editor has decided or left for later on a page."""
    findings = page.findings.exclude(status=Finding.Status.OPEN)
    return set(findings.values_list("rule", "page_start", "page_end"))


def _draft(load: PageLoad, anchors: Anchors, read: ReadFinding) -> Finding:
    """Return the finding of a doubt.

    Words that stand in no part of an article leave nothing to replace.
    """
    finding = _unplaced(load.page, read)
    span = (read.start, read.end)
    words = anchors.find(span)
    if words is None:
        _place_on_page(finding, load, span)
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


def _place_on_page(finding: Finding, load: PageLoad, span: Span) -> None:
    finding.exact = load.read.text[slice(*span)]
    index = load.places.article_at(span)
    if index is not None:
        finding.article = load.articles[index]


def _place_in_article(finding: Finding, words: ArticleWords) -> None:
    finding.article = words.within.article
    finding.part = words.within.part
    finding.photo = words.within.photo
    finding.start = words.start
    finding.end = words.end
    finding.exact = words.text
