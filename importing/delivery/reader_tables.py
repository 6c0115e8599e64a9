"""The tables that the reader is given: expressions, rosters, look-alike characters, names the
archive knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from django.db.models import Max, Model

from articles.models import Newspaper
from importing.delivery.identity import Identity
from importing.learning.model_file import model_in_use
from importing.models import FixedExpression, LookAlike
from people.models import OtherName, Person, RosterEntry
from reader import PageContext, results


@dataclass(slots=True)
class ReaderTables:
    """The tables as they stand when a run begins; names that the run itself adds are read by the
    next, so that it does not matter which page was stored before which.

    ``listed_until`` and ``named_until`` are the last keys of authority lists and other names that
    count, None for all."""

    expressions: tuple[results.FixedExpression, ...]
    roster: tuple[results.RosterEntry, ...]
    look_alikes: dict[str, str]
    propose_names: Callable[[str], Sequence[results.Span]] | None = None
    listed_until: int | None = None
    named_until: int | None = None
    _names: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def frozen(cls) -> ReaderTables:
        """Read the tables as ``current`` does, for many pages that are read while others are
        stored.
        """
        tables = cls.current()
        tables.listed_until = _last_of(Newspaper.people.through)
        tables.named_until = _last_of(OtherName)
        return tables

    @classmethod
    def current(cls) -> ReaderTables:
        """Read the tables from the database, and the learned model if one is in use; raise
        ``ModelError`` for a bad one.
        """
        return cls(
            tuple(_expressions()),
            tuple(_roster()),
            dict(LookAlike.objects.values_list("character", "mistaken_for")),
            model_in_use(),
        )

    def context(self, identity: Identity) -> PageContext:
        """Return what the reader may know about a page before it reads."""
        newspaper = identity.newspaper
        known = self._known(newspaper) if newspaper else ()
        return PageContext(
            newspaper=newspaper,
            date=identity.date,
            page=identity.page,
            edition=identity.edition,
            known_people=frozenset(known),
            fixed_expressions=self.expressions,
            roster=self.roster,
            look_alikes=self.look_alikes,
            propose_names=self.propose_names,
        )

    def _known(self, newspaper: str) -> set[str]:
        if newspaper not in self._names:
            self._names[newspaper] = set(self._names_known_to(newspaper))
        return self._names[newspaper]

    def _names_known_to(self, newspaper: str) -> Iterable[str]:
        """Return the names of a newspaper's authority list, other names included."""
        listed = Newspaper.people.through.objects.filter(
            newspaper__name=newspaper
        )
        others = OtherName.objects.all()
        if self.listed_until is not None:
            listed = listed.filter(pk__lte=self.listed_until)
        if self.named_until is not None:
            others = others.filter(pk__lte=self.named_until)
        people = Person.objects.filter(pk__in=listed.values("person"))
        borne = people.order_by().values_list("name", flat=True)
        others = others.filter(person__in=people).order_by()
        return borne.union(others.values_list("name", flat=True))


def _last_of(model: type[Model]) -> int:
    """Return the last key of a table, 0 for an empty one."""
    last = model._default_manager.aggregate(last=Max("pk"))["last"]
    return last or 0


def _expressions() -> Iterator[results.FixedExpression]:
    rows = FixedExpression.objects.values(
        "phrase", "preferred", "authority", "valid_from", "valid_to"
    )
    for row in rows:
        yield results.FixedExpression(**row)


def _roster() -> Iterator[results.RosterEntry]:
    for entry in RosterEntry.objects.select_related("person"):
        yield results.RosterEntry(
            entry.person.name,
            entry.roster,
            entry.rank,
            entry.post,
            entry.valid_from,
            entry.valid_to,
        )
