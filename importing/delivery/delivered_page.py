"""Read one delivered page: open its file, find out which page it is, hand its text to the reader.
No database needed.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypedDict

from django.conf import settings
from django.contrib.auth.models import User
from django.utils.translation import gettext as _

import reader
from importing.delivery.files import Content, FilePage, pages_in
from importing.delivery.files.content import digest_of, refusing
from importing.delivery.files.sources import AtHand, DeliveredFile
from importing.delivery.identity import Identity, agreed, given, named
from importing.delivery.manifest import Manifest
from importing.delivery.other_characters import SimplifiedTwin, twin_of
from importing.delivery.reader_tables import ReaderTables
from importing.delivery.unread import left_out_doubts
from importing.delivery.unseen_characters import seen_text
from importing.refusal import ImportRefused, check_limit
from reader import PageContext, ReadPage
from reader.results import in_printed_order
from records.plaintext import plain_in_place


class PageGiven(TypedDict, total=False):
    """What a person says of every page of a run, as the options of commands are named."""

    newspaper: str | None
    date: str | None
    page: str | None
    edition: str | None


@dataclass(frozen=True)
class Delivery:
    """One delivered page, and what the person who delivers it says about it."""

    file: FilePage
    newspaper: str | None = None
    date: dt.date | str | None = None
    page: str | None = None
    manifest: Manifest | None = None
    by: User | None = None
    edition: str | None = None

    @cached_property
    def identity(self) -> Identity:
        """What is known before the file is opened; raises ``ImportRefused`` when two sources
        disagree.
        """
        arguments = given(self.newspaper, self.date, self.page, self.edition)
        name = named(self.file.name)
        self._check_label(_("the argument"), arguments)
        self._check_label(_("the file name"), name)
        listed = self._listed()
        return agreed(
            (_("the argument"), arguments),
            (_("the manifest"), listed),
            (_("the file name"), name),
        )

    def _listed(self) -> Identity:
        if self.manifest is None:
            return Identity()
        return self.manifest.identity(self.file.name)

    def _check_label(self, source: str, identity: Identity) -> None:
        """Refuse one label for a file of several pages."""
        if not identity.page or self.file.count == 1:
            return
        words = {
            "source": source,
            "label": identity.page,
            "count": self.file.count,
        }
        raise ImportRefused(
            _(
                "%(source)s says page %(label)s, but there are %(count)d pages "
                "in the file; use a manifest"
            )
            % words
        )

    @cached_property
    def content(self) -> Content:
        """What the file holds; raises ``ImportRefused`` when it cannot be read or there is no text
        in it.
        """
        content = self.file.content()
        if content.is_blank:
            raise ImportRefused(_("empty: there is no text in it"))
        check_limit(
            len(content.text),
            settings.MAX_PAGE_CHARACTERS,
            _("too large: more than %(limit)d characters"),
        )
        return content


def only_page(data: bytes, source_name: str) -> FilePage:
    """Return the page that a file is; its ``content`` raises ``ImportRefused`` when the file is not
    one page.
    """
    digest = digest_of(data)
    try:
        pages = _pages_at_hand(data, source_name)
    except ImportRefused as refusal:
        return FilePage(source_name, digest, refusing(refusal))
    if len(pages) == 1:
        return pages[0]
    words = _("%(count)d pages in one file") % {"count": len(pages)}
    several = ImportRefused(words)
    return FilePage(source_name, digest, refusing(several))


def _pages_at_hand(data: bytes, source_name: str) -> list[FilePage]:
    file = DeliveredFile(AtHand(source_name, data), source_name)
    # Opened before the next is asked for, as pages in one file must be.
    return [_opened(page) for page in pages_in([file])]


def _opened(page: FilePage) -> FilePage:
    try:
        content = page.content()
    except ImportRefused as refusal:
        return replace(page, content=refusing(refusal))
    return replace(page, content=lambda: content)


def read_delivery(
    delivery: Delivery, tables: ReaderTables | None = None
) -> ReadPage:
    """Return what the reader sees on a delivered page; without ``tables`` no database is asked.

    Control characters are read as the line ends and spaces they stand for; the page's text stays as
    delivered. Raise ``ImportRefused`` or ``PageError`` with one clear line when it is no readable
    page."""
    content = delivery.content
    plain = plain_in_place(content.text)
    page = _read(plain, _identity(delivery), tables)
    doubts = [*content.doubts, *left_out_doubts(content, page.coverage)]
    findings = in_printed_order([*page.findings, *doubts])
    return replace(
        page,
        text=content.text,
        coverage=content.coverage(page.coverage),
        findings=tuple(findings),
    )


def _identity(delivery: Delivery) -> Identity:
    """Return what is known before the text is read; what names, places and words around the page
    stand for is asked last, and only for what is missing.
    """
    content = delivery.content
    identity = agreed(
        (_("what is given"), delivery.identity),
        (_("the file"), content.identity),
    )
    return content.completed(identity)


def _read(
    text: str, identity: Identity, tables: ReaderTables | None
) -> ReadPage:
    seen = seen_text(text)
    page = _read_seen(twin_of(seen.seen), identity, tables)
    return seen.as_printed(page)


def _read_seen(
    twin: SimplifiedTwin, identity: Identity, tables: ReaderTables | None
) -> ReadPage:
    if tables is None:
        context = PageContext(
            identity.newspaper, identity.date, identity.page, identity.edition
        )
        return _read_twin(twin, context)
    page = _read_twin(twin, tables.context(identity))
    if identity.newspaper or not page.newspaper:
        return page
    # Only the page head names the paper: read again with the names its authority list knows.
    found = Identity(page.newspaper, page.date, page.page, page.edition)
    return _read_twin(twin, tables.context(found))


def _read_twin(twin: SimplifiedTwin, context: PageContext) -> ReadPage:
    page = reader.read_page(twin.simplified, twin.context(context))
    return twin.as_printed(page, context)


def reading_json(delivery: Delivery) -> str:
    """Return the reading of a delivered page as one JSON object on one line; raise what
    ``read_delivery`` raises.
    """
    page = read_delivery(delivery)
    reading = reader.as_json(page, delivery.file.digest)
    return json.dumps(reading, ensure_ascii=False)
