"""Read one delivered page: open its file, find out which page it is, hand its text to the reader.
No database needed.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from functools import cached_property, partial

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

import reader
from importing.delivery.files import Content, FilePage, pages_in
from importing.delivery.files.content import digest_of
from importing.delivery.files.sources import AtHand, DeliveredFile
from importing.delivery.identity import Identity, agreed, given, named
from importing.delivery.manifest import Manifest
from importing.delivery.reader_tables import ReaderTables
from importing.refusal import ImportRefused
from reader import PageContext, ReadPage
from records.plaintext import plain_in_place


@dataclass(frozen=True)
class Delivery:
    """One delivered page, and what the person who delivers it says about it."""

    file: FilePage
    newspaper: str | None = None
    date: dt.date | str | None = None
    page: str | None = None
    manifest: Manifest | None = None
    by: User | None = None

    @cached_property
    def identity(self) -> Identity:
        """What is known before the file is opened; raises ``ImportRefused`` when two sources
        disagree.
        """
        said = given(self.newspaper, self.date, self.page)
        name = named(self.file.name)
        sources = ((_("the argument"), said), (_("the file name"), name))
        for source, identity in sources:
            if identity.page and self.file.count > 1:
                words = {
                    "source": source,
                    "label": identity.page,
                    "count": self.file.count,
                }
                raise ImportRefused(
                    _(
                        "%(source)s says page %(label)s, but there are %(count)d pages in the file; use a manifest"
                    )
                    % words
                )
        listed = (
            self.manifest.identity(self.file.name)
            if self.manifest
            else Identity()
        )
        return agreed(sources[0], (_("the manifest"), listed), sources[1])

    @cached_property
    def content(self) -> Content:
        """What the file holds; raises ``ImportRefused`` when it cannot be read or there is no text
        in it.
        """
        content = self.file.content()
        if not content.text.strip():
            raise ImportRefused(_("empty: there is no text in it"))
        return content


def only_page(data: bytes, source_name: str) -> FilePage:
    """Return the page that a file is; its ``content`` raises ``ImportRefused`` when the file is not
    one page.
    """
    try:
        # Opened before the next is asked for, as pages in one file must be.
        pages = [
            _opened(page)
            for page in pages_in(
                [DeliveredFile(AtHand(source_name, data), source_name)]
            )
        ]
    except ImportRefused as refusal:
        return FilePage(source_name, digest_of(data), partial(_refuse, refusal))
    if len(pages) != 1:
        words = _("%(count)d pages in one file") % {"count": len(pages)}
        return FilePage(
            source_name, digest_of(data), partial(_refuse, ImportRefused(words))
        )
    return pages[0]


def _opened(page: FilePage) -> FilePage:
    try:
        content = page.content()
    except ImportRefused as refusal:
        return replace(page, content=partial(_refuse, refusal))
    return replace(page, content=lambda: content)


def _refuse(refusal: ImportRefused) -> Content:
    raise refusal


def read_delivery(
    delivery: Delivery, tables: ReaderTables | None = None
) -> ReadPage:
    """Return what the reader sees on a delivered page; without ``tables`` no database is asked.

    Control characters are read as the line ends and spaces they stand for; the page's text stays as
    delivered. Raise ``ImportRefused`` or ``PageError`` with one clear line when it is no readable
    page."""
    content = delivery.content
    identity = agreed(
        (_("what is given"), delivery.identity),
        (_("the file"), content.identity),
    )
    if identity.page is None:
        identity = replace(identity, page=content.number())
    text = plain_in_place(content.text)
    if tables is None:
        page = reader.read_page(
            text, PageContext(identity.newspaper, identity.date, identity.page)
        )
        return replace(page, text=content.text)
    page = reader.read_page(text, tables.context(identity))
    if page.newspaper and not identity.newspaper:
        # Only the page head names the paper: read again with the names its authority list knows.
        page = reader.read_page(
            text, tables.context(Identity(page.newspaper, page.date, page.page))
        )
    return replace(page, text=content.text)


def as_json(delivery: Delivery) -> str:
    """Return the reading of a delivered page as one JSON object on one line; raise what ``read``
    raises.
    """
    return json.dumps(
        reader.as_json(read_delivery(delivery), delivery.file.digest),
        ensure_ascii=False,
    )
