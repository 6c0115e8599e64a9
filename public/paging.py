"""Lists by the page, counted up to a limit or not at all: keys by index first, rows after."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet

# Nobody reads further; to count further would cost more with every record.
MOST_COUNTED = 1000
# Databases refuse numbers of any length.
LONGEST_NUMBER = 9


def slice_of(records: QuerySet[Any], first: int, end: int) -> list[Any]:
    """Return the records from ``first`` up to ``end`` in their order."""
    keys = list(records.values_list("pk", flat=True)[first:end])
    found = records.in_bulk(keys)
    return [found[key] for key in keys if key in found]


class OpenPage(Page):
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

    object_list: Any

    @cached_property
    def count(self) -> int:
        return 0

    @cached_property
    def num_pages(self) -> int:
        """How many there are: 0, which stands for not known."""
        return 0

    def validate_number(self, number: float | str) -> int:
        """Return the number of a page; raise ``InvalidPage`` for what can be none."""
        digits = str(number)
        if digits.isdecimal() and len(digits) <= LONGEST_NUMBER and int(digits):
            return int(digits)
        raise EmptyPage(self.error_messages["min_page"])

    def page(self, number: float | str) -> OpenPage:
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        records = self.records(first, first + self.per_page + 1)
        if not records and number > 1:
            raise EmptyPage(self.error_messages["no_results"])
        return OpenPage(records, number, self)

    def records(self, first: int, end: int) -> list[Any]:
        """Return what stands in the list from ``first`` up to ``end``."""
        return slice_of(self.object_list, first, end)


class KeyPaginator(UncountedPaginator):
    """Pages of a queryset of keys."""

    def records(self, first: int, end: int) -> list[Any]:
        return list(self.object_list[first:end])


class CappedPaginator(KeyPaginator):
    """Pages of keys, counted up to ``MOST_COUNTED``; behind these the list goes on.

    ``object_list`` is a queryset of keys, or has ``entries``, which are counted."""

    @property
    def is_capped(self) -> bool:
        return self._found > MOST_COUNTED

    @cached_property
    def count(self) -> int:
        return min(self._found, MOST_COUNTED)

    @cached_property
    def num_pages(self) -> int:
        return -(-max(self.count, 1) // self.per_page)

    @cached_property
    def _found(self) -> int:
        """How many there are, one more than are counted at most."""
        entries: QuerySet = getattr(
            self.object_list, "entries", self.object_list
        )
        keys = entries.order_by().values("pk")
        return keys[: MOST_COUNTED + 1].count()
