"""Lists by the page, of which no part is counted: keys by index first, rows after."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet

LONGEST_NUMBER = 9


def rows_of(records: QuerySet[Any], first: int, end: int) -> list[Any]:
    """Return the records from ``first`` up to ``end`` in their order."""
    keys = list(records.values_list("pk", flat=True)[first:end])
    found = records.in_bulk(keys)
    return [found[key] for key in keys if key in found]


class UncountedPage(Page):
    """A page that knows whether another one follows, and not how many there are."""

    paginator: UncountedPaginator

    def __init__(
        self, records: list[Any], number: int, paginator: UncountedPaginator
    ) -> None:
        self.follows = len(records) > paginator.per_page
        super().__init__(records[: paginator.per_page], number, paginator)

    def has_next(self) -> bool:
        return self.follows

    def next_page_number(self) -> int:
        return self.number + 1


class UncountedPaginator(Paginator):
    """Pages of a queryset; the last one is found by going on."""

    object_list: QuerySet[Any]

    @cached_property
    def num_pages(self) -> int:
        """None, as far as is known; nobody is led to the last one."""
        return 0

    def validate_number(self, number: int | float | str) -> int:
        """Return the number of a page; raise ``InvalidPage`` for what can be none."""
        # No archive has more pages, and no database skips more rows than it can count.
        if str(number).isdecimal() and len(str(number)) <= LONGEST_NUMBER:
            if int(number) > 0:
                return int(number)
        raise EmptyPage(self.error_messages["min_page"])

    def page(self, number: int | str) -> UncountedPage:
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        records = rows_of(self.object_list, first, first + self.per_page + 1)
        if not records and number > 1:
            raise EmptyPage(self.error_messages["no_results"])
        return UncountedPage(records, number, self)
