"""Load one page: read the delivered file and store what was read, in one transaction or not at
all.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.models import Page
from editorial.change_log import logged, note_changes
from editorial.models import RecordKind
from editorial.publishing.publication_rows import renew_regions
from editorial.publishing.reopening import reopen_changed
from editorial.turns import Turn, await_turn
from importing.again.earlier_readings import take_unsettled
from importing.again.editors_work import keep_decisions
from importing.again.laid_out import arranged, is_laid_out
from importing.again.reread_articles import drop_unread_mentions, merge_articles
from importing.again.reread_blocks import merge_blocks
from importing.delivery.delivered_page import Delivery, only_page, read_delivery
from importing.delivery.files import FilePage
from importing.delivery.identity import CompleteIdentity, Identity, complete
from importing.delivery.reader_tables import ReaderTables
from importing.loaded_already import check_page, page_of_same_bytes
from importing.models import ImportRun
from importing.originals import keep_originals
from importing.refusal import ImportRefused
from importing.storing.articles import (
    fill_page,
    last_number_in_print,
    page_of,
    store_articles,
)
from importing.storing.blocks import keep_geometry
from importing.storing.events.page_events import gather_events, save_events
from importing.storing.events.participants import missing_roles
from importing.storing.findings import store_findings
from importing.storing.jumps import drop_answered, link_jumps
from importing.storing.page_load import PageLoad
from importing.storing.people import match_people
from importing.storing.picture_places import PlacedPictures, place_pictures
from importing.storing.pictures import add_uncaptioned, keep_pictures
from importing.storing.posts import gather_posts, save_posts
from importing.storing.selectors import Anchors
from reader import PageError, ReadPage


def load_page(
    data: bytes,
    *,
    source_name: str,
    newspaper: str | None = None,
    date: dt.date | str | None = None,
    page: str | None = None,
    edition: str | None = None,
    by: User | None = None,
    again: bool = False,
    tables: ReaderTables | None = None,
) -> ImportRun:
    """Load the page that one delivered file is, and return the record of the load.

    Newspaper, date (``2021-09-28``), page label and edition come from the arguments, the file's
    name and the page head; two that disagree are an error. The same bytes again change nothing,
    unless ``again`` asks to read them with the present reader. Raise ``ImportRefused`` or
    ``PageError`` with one clear line; then nothing is stored but a refused load."""
    delivery = Delivery(
        only_page(data, source_name),
        newspaper,
        date,
        page,
        by=by,
        edition=edition,
    )
    return import_delivery(delivery, again=again, tables=tables)


def import_delivery(
    delivery: Delivery,
    *,
    again: bool = False,
    tables: ReaderTables | None = None,
    batch: UUID | None = None,
    ahead: ReadAhead | None = None,
) -> ImportRun:
    """Load one page of a delivery, as ``load_page`` does; the loads of one ``batch`` belong
    together. What was read ``ahead`` of it is not read again.
    """
    run = started(delivery.file.name, batch)
    run.sha256 = delivery.file.digest
    run.by = delivery.by
    try:
        if again or not _leave_unchanged(run, delivery):
            read = ahead or read_ahead(
                delivery, tables or ReaderTables.current()
            )
            _store_page(run, delivery, read)
    except (ImportRefused, PageError) as refusal:
        run.page = None
        _finish(run, ImportRun.Outcome.REFUSED, str(refusal))
        raise
    return run


def started(source_name: str, batch: UUID | None) -> ImportRun:
    """Return the record of a load that begins; it is saved when the load ends."""
    return ImportRun(
        source_name=source_name[-255:], batch=batch, started_at=timezone.now()
    )


def refuse(source_name: str, reason: str, batch: UUID | None = None) -> str:
    """Keep a record of a file that could not even be opened; return the reason."""
    run = started(source_name, batch)
    _finish(run, ImportRun.Outcome.REFUSED, reason)
    return reason


@dataclass(frozen=True, slots=True)
class ReadAhead:
    """What is read of a page before it is stored; no other page has a part in it."""

    page: ReadPage
    identity: CompleteIdentity
    placed: PlacedPictures


def read_ahead(delivery: Delivery, tables: ReaderTables) -> ReadAhead:
    """Read a page and the pictures on it; raise ``ImportRefused`` or ``PageError``."""
    page = read_delivery(delivery, tables)
    identity = complete(
        Identity(page.newspaper, page.date, page.page, page.edition)
    )
    placed = place_pictures(page, delivery.content)
    return ReadAhead(page, identity, placed)


def _store_page(run: ImportRun, delivery: Delivery, read: ReadAhead) -> None:
    with logged():
        await_turn(Turn.LOAD)
        load = _load_of(read.page, read.identity, delivery, read.placed)
        check_page(load.page, delivery.file, run)
        run.page = load.page
        _store(run, load, delivery.file)
        load.changes.write(load.page, load.by)
        keep_originals(
            load.page, delivery.file, delivery.content, is_new=load.is_new
        )
        _tell_readers(load)
        _finish(run, run.outcome, "")


def _tell_readers(load: PageLoad) -> None:
    """Void the reviews of what is read otherwise than it was signed, and tell the log that a public
    page has another picture, with other places on it, or digest.
    """
    if load.is_new:
        return
    renew_regions(load.page)
    reopen_changed(article.pk for article in load.articles)
    note_changes([(RecordKind.PAGE, load.page.pk)])


def _leave_unchanged(run: ImportRun, delivery: Delivery) -> bool:
    """Leave a page as it is when these very bytes are loaded already; return whether they are."""
    if not page_of_same_bytes(delivery):
        return False
    with transaction.atomic():
        await_turn(Turn.LOAD)
        # Asked again: until it was this load's turn, another file may have become the page.
        known = page_of_same_bytes(delivery)
        if known:
            _leave(run, known)
    return known is not None


def _leave(run: ImportRun, page: Page) -> None:
    run.page = page
    _finish(
        run,
        ImportRun.Outcome.UNCHANGED,
        _("the same bytes are already loaded; nothing changed"),
    )


def _load_of(
    read: ReadPage,
    identity: CompleteIdentity,
    delivery: Delivery,
    placed: PlacedPictures,
) -> PageLoad:
    page = page_of(identity)
    known: list[int] = []
    if page.pk is not None and is_laid_out(page):
        read, known = arranged(page, read)
        placed = place_pictures(read, delivery.content)
    return PageLoad(
        read,
        page.issue.newspaper,
        page,
        delivery.by,
        is_new=page.pk is None,
        placed=placed,
        known=known,
    )


def _store(run: ImportRun, load: PageLoad, file: FilePage) -> None:
    keep_pictures(load)
    if load.is_new:
        run.outcome = ImportRun.Outcome.CREATED
        _store_new_page(load, file)
        anchors = Anchors(load)
    else:
        run.outcome = ImportRun.Outcome.UPDATED
        run.replaced_text = _replaced_text(load)
        _merge_page(load, file)
        anchors = Anchors.with_stored(load)
    regions = load.placed.regions
    keep_geometry(load.page, regions, is_new=load.is_new)
    events = _store_facts(load, anchors)
    run.counts = _counts(load, events)


def _store_new_page(load: PageLoad, file: FilePage) -> None:
    count = len(load.read.articles)
    given = last_number_in_print(load.page)
    load.page.last_address_number = given + count
    fill_page(load, file)
    store_articles(load)


def _replaced_text(load: PageLoad) -> str:
    """Return the page's text that this load replaces, "" when it stays."""
    text = load.page.text
    return "" if text == load.read.text else text


def _merge_page(load: PageLoad, file: FilePage) -> None:
    page = load.page
    old_text = page.text
    is_by_hand = is_laid_out(page)
    load.unsettled = take_unsettled(page)
    keep_decisions(page, old_text, load.read.text)
    merge_articles(load)
    fill_page(load, file)
    merge_blocks(load, old_text, is_laid_out=is_by_hand)


def _store_facts(load: PageLoad, anchors: Anchors) -> int:
    """Store people, mentions, posts, events and findings; return how many events the page
    states.
    """
    add_uncaptioned(load)
    load.create(missing_roles())
    match_people(load)
    _anchor_mentions(load, anchors)
    if not load.is_new:
        drop_unread_mentions(anchors)
    posts = gather_posts(load, anchors)
    events = gather_events(load, anchors)
    anchors.save()
    save_posts(load, posts)
    save_events(events)
    linked = link_jumps(load)
    store_findings(load, anchors)
    drop_answered(linked)
    return len({id(event) for event, _read in events.told})


def _anchor_mentions(load: PageLoad, anchors: Anchors) -> None:
    for article in load.read.articles:
        for mention in article.mentions:
            anchors.mention(mention.name, mention.span)


def _counts(load: PageLoad, events: int) -> dict[str, float]:
    """Return how many of each the page states, and how much of it was read."""
    return {
        "articles": len(load.articles),
        "photos": sum(map(len, load.photos)),
        "pictures": load.placed.count,
        "people": len(load.people),
        "events": events,
        "findings": load.page.findings.open().count(),
        "coverage": load.read.coverage,
    }


def _finish(run: ImportRun, outcome: str, message: str) -> None:
    run.outcome = outcome
    run.message = message
    run.finished_at = timezone.now()
    run.save()
