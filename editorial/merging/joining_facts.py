"""Two records that state the same become one: what only one of them states is kept, what they
dispute is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _

from articles.models import Evidence

EMPTY: tuple[object, ...] = (None, "", [])


def fold(
    stays: Model, goes: Model, facts: Sequence[str], words: str = ""
) -> list[str]:
    """Give ``stays`` what only ``goes`` states and return a line for each fact in which the two
    contradict each other.

    ``words`` names the field with the evidence of all the facts together: they are then taken over
    with their words or not at all, for no fact stands without the words that state it.
    """
    lines = [
        _("%(field)s: %(one)s and %(other)s")
        % {
            "field": _label(stays, name),
            "one": shown(stays, name),
            "other": shown(goes, name),
        }
        for name in facts
        if _states(stays, name)
        and _states(goes, name)
        and _value(stays, name) != _value(goes, name)
    ]
    more = _only(goes, stays, facts)
    less = _only(stays, goes, facts)
    if words and more and less:
        names = ", ".join(_label(stays, name) for name in (*less, *more))
        lines.append(
            _("each states what the other leaves out (%(fields)s)")
            % {"fields": names}
        )
    for name in more:
        setattr(stays, _attribute(stays, name), _value(goes, name))
    if words and (
        more
        or (
            not less and _is_better(getattr(goes, words), getattr(stays, words))
        )
    ):
        setattr(stays, words, getattr(goes, words))
    return lines


def shown(record: Model, name: str) -> str:
    """Return a field's value as editors read it."""
    display = getattr(record, f"get_{name}_display", None)
    value = display() if display else getattr(record, name)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value in EMPTY else str(value)


def _label(record: Model, name: str) -> str:
    return str(record._meta.get_field(name).verbose_name)


def _attribute(record: Model, name: str) -> str:
    """Name what holds the value: a record that is pointed to counts by its key."""
    return record._meta.get_field(name).attname


def _value(record: Model, name: str) -> Any:
    return getattr(record, _attribute(record, name))


def _states(record: Model, name: str) -> bool:
    return _value(record, name) not in EMPTY


def _only(one: Model, other: Model, facts: Sequence[str]) -> list[str]:
    return [
        name
        for name in facts
        if _states(one, name) and not _states(other, name)
    ]


def _is_better(words: Evidence | None, others: Evidence | None) -> bool:
    """Tell whether these words hold a fact up for readers, or at least for editors, and the others
    do not.
    """
    return _worth(words) > _worth(others)


def _worth(words: Evidence | None) -> int:
    if words is None:
        return 0
    return 1 if words.check_again else 2 + words.article.is_published
