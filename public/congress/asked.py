"""What a reader asks to see of a congress: a day, a body, a kind, a place, a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from events.models.public_event import PublicEventQuerySet
from events.models.statement import Statement
from public.congress.tallies import DayTally, count_by
from records.plaintext import key_in

# The filters that tallies answer.
TALLIED = ("day", "body", "kind", "place")
PERSON = "person"
KEYS = (*TALLIED, PERSON)


class UnknownValueError(Exception):
    """A filter was asked for a value that nothing of the congress has."""

    def __init__(self, key: str, value: str) -> None:
        self.key = key
        self.value = value
        super().__init__(f"{key}={value}")


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters of a page of a congress, as they stand in its address; empty where not asked."""

    day: str = ""
    body: str = ""
    kind: str = ""
    place: str = ""
    person: str = ""

    @classmethod
    def of(cls, question: Mapping[str, str]) -> Asked:
        """Read the filters from the question of an address."""
        return cls(**{key: question.get(key, "") for key in KEYS})

    @property
    def is_anything(self) -> bool:
        return any(getattr(self, key) for key in KEYS)

    @property
    def person_key(self) -> int | None:
        """The key of the person; raise ``UnknownValueError`` for what can be none."""
        if not self.person:
            return None
        key = key_in(self.person)
        if not key:
            raise UnknownValueError(PERSON, self.person)
        return key

    def link(self, **changes: str) -> str:
        """Return the question of the same page with some filters otherwise."""
        asked = replace(self, **changes)
        given = {key: getattr(asked, key) for key in KEYS}
        question = urlencode(
            {key: value for key, value in given.items() if value}
        )
        return f"?{question}" if question else "."

    def check(self, known: Iterable[DayTally]) -> None:
        """Raise ``UnknownValueError`` for the first filter whose value no tally has."""
        known = list(known)
        for key in TALLIED:
            value = getattr(self, key)
            if value and value not in count_by(known, key):
                raise UnknownValueError(key, value)

    def keeps(self, tally: DayTally, but: str = "") -> bool:
        """Tell whether the filters keep events of a tally; the one called ``but`` is left aside."""
        return all(
            getattr(self, key) in ("", tally.value(key))
            for key in TALLIED
            if key != but
        )

    def narrow(
        self, events: PublicEventQuerySet, but: str = ""
    ) -> PublicEventQuerySet:
        """Keep the events that are asked for; the filter called ``but`` is left aside."""
        for name, value in self._conditions(but).items():
            events = events.filter(**{name: value})
        if but != PERSON and self.person_key is not None:
            events = seen_with(events, self.person_key)
        return events

    def _conditions(self, but: str) -> dict[str, Any]:
        asked: dict[str, Any] = {
            key: getattr(self, key)
            for key in TALLIED
            if key != but and getattr(self, key)
        }
        if "day" in asked:
            asked["earliest"] = dt.date.fromisoformat(asked.pop("day"))
        return asked


def seen_with(events: PublicEventQuerySet, person: int) -> PublicEventQuerySet:
    """Keep the events in which a person took part, or visited a delegation."""
    appearing = Statement.objects.appearing(person)
    return events.filter(pk__in=appearing.values("subject"))
