"""Delivered files are kept, and pages are read again from what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from articles.models import Issue, Page
from articles.models.printed_numbers import sort_label_of
from articles.whole_files import keep_whole
from importing.delivery.encoding import ending_of
from importing.delivery.files import KINDS, FilePage, pages_in
from importing.delivery.files.content import Content, digest_of
from importing.delivery.files.sources import DeliveredFile
from importing.delivery.identity import Identity, place_in
from importing.models import Original, originals
from importing.refusal import ImportRefused, reason_of


def keep_originals(
    page: Page, file: FilePage, content: Content, *, is_new: bool
) -> None:
    """Keep the files that a page was read from, in place of those it was read from before; raise
    ``OSError`` when one cannot be written.
    """
    files = dict.fromkeys([*file.files, *content.files])
    rows = [
        _kept(page, position, delivered)
        for position, delivered in enumerate(files)
    ]
    if not is_new:
        page.originals.all().delete()
    Original.objects.bulk_create(rows)


def _kept(page: Page, position: int, file: DeliveredFile) -> Original:
    data = file.read(settings.MAX_FILE_BYTES)
    row = Original(
        page=page,
        position=position,
        name=file.name,
        path=file.path,
        sha256=digest_of(data),
    )
    keep_whole(originals(), row.kept_at, data)
    return row


@dataclass(frozen=True)
class Kept:
    """The kept files of one page, as a place that holds them by their paths."""

    page: int
    rows: tuple[Original, ...]

    def name_of(self, path: str) -> str:
        row = self._row(path)
        if row is None:
            return path
        return row.name

    def holds(self, path: str) -> bool:
        return self._row(path) is not None

    def open(self, path: str, limit: int) -> bytes:
        row = self._row(path)
        if row is None:
            raise ImportRefused(_("there is no such file"))
        try:
            with originals().open(row.kept_at) as file:
                data = bytes(file.read(limit + 1))
        except OSError as error:
            raise ImportRefused(reason_of(error)) from error
        if len(data) <= limit and digest_of(data) != row.sha256:
            raise ImportRefused(_("the kept file is damaged"))
        return data

    def paths(self) -> Iterator[str]:
        return (row.path for row in self.rows)

    def _row(self, path: str) -> Original | None:
        return next((row for row in self.rows if row.path == path), None)


@dataclass(frozen=True, slots=True)
class Stored:
    """A stored page that is to be read again from its kept files."""

    key: int
    name: str

    @property
    def files(self) -> tuple[DeliveredFile, ...]:
        return ()


def stored_pages(given: Identity) -> list[Stored]:
    """Return the stored pages of a newspaper, a day, an edition and a label, as far as each is
    given.
    """
    pages = Page.objects.all()
    if given.newspaper:
        pages = pages.filter(issue__newspaper__name=given.newspaper)
    if given.date:
        pages = pages.filter(issue__date=given.date)
    if given.edition is not None:
        pages = pages.filter(issue__in=Issue.objects.called(given.edition))
    if given.page:
        pages = pages.filter(sort_label=sort_label_of(given.page))
    rows = pages.order_by(
        "issue__date",
        "issue__newspaper",
        "issue__edition",
        "sort_label",
        "pk",
    )
    return [Stored(*row) for row in rows.values_list("pk", "source_name")]


def kept_pages(page: Page) -> Iterator[FilePage]:
    """Yield a stored page as it was delivered; its ``content`` is to be called before the iteration
    goes on. Raise ``ImportRefused`` when nothing of it is kept.
    """
    rows = tuple(page.originals.order_by("position"))
    if not rows:
        raise ImportRefused(_("the file it was read from is not kept"))
    source = Kept(page.pk, rows)
    kind = KINDS.get(ending_of(rows[0].path))
    files = [
        DeliveredFile(source, row.path)
        for row in rows
        if KINDS.get(ending_of(row.path)) is kind
    ]
    place = place_in(page.source_name)
    for found in pages_in(files):
        if place_in(found.name) == place:
            yield found
            return
