"""Two records that state the same become one: what only one of them states is kept, what they
dispute is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from django.db.models import Field, Model
from django.utils.translation import gettext as _

from articles.models import Article, Evidence

EMPTY: tuple[object, ...] = (None, "", [])


def join_facts(
    stays: Model, goes: Model, facts: Sequence[str], words: str = ""
) -> list[str]:
    """Give ``stays`` what only ``goes`` states and return a line for each fact in which the two
    contradict each other.

    ``words`` names the field with the evidence of all the facts together: they are then taken over
    with their words or not at all, for no fact stands without the words that state it.
    """
    pair = _Pair(stays, goes, facts)
    lines = list(pair.contradictions())
    if words:
        lines += pair.each_leaves_out()
        pair.take_words(words)
    pair.take_facts()
    return lines


class _Pair:
    """Two records that state the same, and which of the facts only one of them states."""

    def __init__(self, stays: Model, goes: Model, facts: Sequence[str]) -> None:
        self.stays = stays
        self.goes = goes
        stated = list(_stated(stays, facts))
        told = list(_stated(goes, facts))
        self.in_both = [name for name in stated if name in told]
        self.only_stays = [name for name in stated if name not in told]
        self.only_goes = [name for name in told if name not in stated]

    def contradictions(self) -> Iterator[str]:
        """Yield a line for each fact of which the two state different values."""
        for name in self.in_both:
            if self._differs(name):
                yield _("%(field)s: %(one)s and %(other)s") % {
                    "field": _label(self.stays, name),
                    "one": shown(self.stays, name),
                    "other": shown(self.goes, name),
                }

    def each_leaves_out(self) -> Iterator[str]:
        """Yield the line that names what only one of the two states, if each has more to say."""
        if self.only_stays and self.only_goes:
            names = [*self.only_stays, *self.only_goes]
            labels = ", ".join(_label(self.stays, name) for name in names)
            message = _("each states what the other leaves out (%(fields)s)")
            yield message % {"fields": labels}

    def take_facts(self) -> None:
        """Give the one that stays what only the other states."""
        for name in self.only_goes:
            attribute = _field(self.stays, name).attname
            setattr(self.stays, attribute, column_value(self.goes, name))

    def take_words(self, words: str) -> None:
        """Give the one that stays the other's words, if these state more, or as much and hold it
        up better.
        """
        standing = getattr(self.stays, words)
        others = getattr(self.goes, words)
        is_better = _worth(others) > _worth(standing)
        if self.only_goes or (is_better and not self.only_stays):
            setattr(self.stays, words, others)

    def _differs(self, name: str) -> bool:
        return column_value(self.stays, name) != column_value(self.goes, name)


def shown(record: Model, name: str) -> str:
    """Return a field's value as editors read it."""
    value = _displayed(record, name)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if value in EMPTY:
        return ""
    return str(value)


def _displayed(record: Model, name: str) -> Any:
    """Return a field's value, a word of a vocabulary by its label."""
    display = getattr(record, f"get_{name}_display", None)
    return display() if display else getattr(record, name)


def column_value(record: Model, name: str) -> Any:
    """Return a field's value; a record that is pointed to counts by its key."""
    return getattr(record, _field(record, name).attname)


def _field(record: Model, name: str) -> Field:
    """Return a field that is a column of the record's own table."""
    return cast("Field", record._meta.get_field(name))


def _label(record: Model, name: str) -> str:
    field = _field(record, name)
    return str(field.verbose_name)


def _stated(record: Model, facts: Sequence[str]) -> Iterator[str]:
    """Yield those of the facts that the record states."""
    for name in facts:
        if column_value(record, name) not in EMPTY:
            yield name


def _worth(words: Evidence | None) -> int:
    """Return how well these words hold a fact up: not at all, for editors, as published."""
    if words is None:
        return 0
    if words.check_again:
        return 1
    is_as_published = words.article.status == Article.Status.PUBLISHED
    return 3 if is_as_published else 2
