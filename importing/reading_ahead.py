"""Pages read by another process than the one that stores them, and how they travel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from importing.delivery.delivered_page import Delivery
from importing.delivery.files import Content, FilePage, Refused, Unit, pages_in
from importing.delivery.manifest import Manifest
from importing.one_page import ReadAhead
from importing.originals import Stored
from importing.refusal import ImportRefused

# What is loaded in one go, and the pages in it, perhaps read already.
Loadable = Unit | Refused | Stored
Deliveries = Iterator[tuple[Delivery, ReadAhead | None]]


@dataclass(frozen=True, slots=True)
class PageAhead:
    """One page of an item: its delivery, bare of what cannot be sent to another process, and what
    was read of it, the fault that reading met, or neither for a page that is loaded already.
    """

    delivery: Delivery
    content: Content | None = None
    ahead: ReadAhead | None = None
    fault: Exception | None = None


# What a process sends of an item: its pages, or why they cannot be opened.
ReadPages = list[PageAhead] | Exception


def page_ahead(delivery: Delivery, ahead: ReadAhead) -> PageAhead:
    """Return a page that was read, without the pictures that are placed already."""
    content = delivery.content
    kept = Content(content.text, files=content.files, regions=content.regions)
    return PageAhead(without_content(delivery), kept, ahead)


def without_content(delivery: Delivery) -> Delivery:
    """Return a delivery that can be sent to another process, which has the manifest itself."""
    file = replace(delivery.file, content=_unread)
    return replace(delivery, file=file, manifest=None)


def _unread() -> Content:
    raise ImportRefused("")


def as_deliveries(
    item: Loadable, read: ReadPages, manifest: Manifest | None
) -> Deliveries:
    """Yield the pages of an item with what was read of them; raise why they cannot be opened."""
    if isinstance(read, Exception):
        raise read
    for page in read:
        file = page.delivery.file
        known = manifest if isinstance(item, Unit) else None
        delivery = replace(
            page.delivery,
            file=replace(file, content=partial(_content, item, page)),
            manifest=known,
        )
        yield delivery, page.ahead


def _content(item: Loadable, page: PageAhead) -> Content:
    """Return what was read, or open a page after all that was loaded already and is another by
    now.
    """
    if page.content is not None:
        return page.content
    if page.fault is not None:
        raise page.fault
    return _opened(item, page.delivery.file)


def _opened(item: Loadable, file: FilePage) -> Content:
    for page in _pages_of(item):
        if page.name == file.name:
            return page.content()
    return _unread()


def _pages_of(item: Loadable) -> Iterator[FilePage]:
    if not item.files:
        return iter(())
    return pages_in(item.files)
