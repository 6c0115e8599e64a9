"""Pages of lists of which nobody knows the length: counted up to a limit, and read by key."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet

# Nobody turns so many pages; to count further would cost more with every record.
MOST_COUNTED = 1000


class CappedPaginator(Paginator):
    """Pages of keys; the count stops at ``MOST_COUNTED``, the pages go on.

    ``object_list`` is a queryset, or has ``entries``, which is one and is what is counted."""

    object_list: Any

    @cached_property
    def _found(self) -> int:
        """How many there are, one more than are counted at most."""
        listed: QuerySet = getattr(
            self.object_list, "entries", self.object_list
        )
        return listed.order_by().values("pk")[: MOST_COUNTED + 1].count()

    @property
    def is_capped(self) -> bool:
        return self._found > MOST_COUNTED

    @cached_property
    def count(self) -> int:
        return min(self._found, MOST_COUNTED)

    def validate_number(self, number: Any) -> int:
        """Return the number of a page that there is, or that there may be."""
        try:
            return super().validate_number(number)
        except EmptyPage:
            if int(number) < 1 or not self.is_capped:
                raise
            return int(number)

    def page(self, number: Any) -> CappedPage:
        """Return a page that knows by one key more whether another follows.

        Raise ``EmptyPage`` behind the last one."""
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        keys = list(self.object_list[first : first + self.per_page + 1])
        if not keys and number > 1:
            raise EmptyPage(self.error_messages["no_results"])
        return CappedPage(keys, number, self)


class CappedPage(Page):
    def __init__(
        self, keys: list[Any], number: int, paginator: CappedPaginator
    ) -> None:
        super().__init__(keys[: paginator.per_page], number, paginator)
        self.goes_on = len(keys) > paginator.per_page

    def has_next(self) -> bool:
        return self.goes_on

    def next_page_number(self) -> int:
        return self.number + 1
