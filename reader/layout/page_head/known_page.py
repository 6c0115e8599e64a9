"""Put together what is known of a page beforehand and what its heads say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from reader.layout.page_head.heads import Head
from reader.layout.page_head.page_labels import is_same_label
from reader.results import PageContext, PageError


def settle_page(heads: Iterable[Head], context: PageContext) -> Head:
    """Put together what is known of the page; raise ``PageError`` when the page head contradicts
    the context.
    """
    heads = list(heads)
    page = None if _is_confirmed(heads, context.page) else context.page
    known = Head(
        context.newspaper,
        context.date,
        context.page,
        edition=context.edition,
    )
    for head in heads:
        _check_newspaper(head, context.newspaper)
        _check_date(head, context.date)
        _check_page(head, page)
        _check_edition(head, context.edition)
        known = _filled(known, head)
    return known


def _is_confirmed(heads: list[Head], page: str | None) -> bool:
    """Tell whether one of the heads prints the page label that was given."""
    if not page:
        return False
    printed = (head.page for head in heads if head.page)
    same = (is_same_label(page, label) for label in printed)
    return any(same)


def _check_newspaper(head: Head, given: str | None) -> None:
    printed = head.newspaper
    if given and printed and not _is_same_paper(given, printed):
        raise _contradiction("newspaper", printed, given, head.at)


def _check_date(head: Head, given: dt.date | None) -> None:
    printed = head.date
    if not given or not printed:
        return
    if given != printed:
        days = printed.isoformat(), given.isoformat()
        raise _contradiction("date", *days, head.at)


def _check_page(head: Head, given: str | None) -> None:
    printed = head.page
    if given and printed:
        raise _contradiction("page", printed, given, head.at)


def _check_edition(head: Head, given: str | None) -> None:
    printed = head.edition
    if given and printed and given != printed:
        raise _contradiction("edition", printed, given, head.at)


def _contradiction(what: str, printed: str, given: str, at: int) -> PageError:
    return PageError(
        f"the page head at {at} prints the {what} {printed}, but {given} was given"
    )


def _is_same_paper(one: str, other: str) -> bool:
    if one in other:
        return True
    return other in one


def _filled(known: Head, head: Head) -> Head:
    """Return what is known, and what ``head`` adds to it."""
    edition = known.edition
    if edition is None:
        edition = head.edition
    return Head(
        known.newspaper or head.newspaper,
        known.date or head.date,
        known.page or head.page,
        edition=edition,
    )
