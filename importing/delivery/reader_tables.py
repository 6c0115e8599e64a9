"""The tables that the reader is given: expressions, rosters, look-alike characters, names the
archive knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from articles.models import Newspaper
from importing.delivery.identity import Identity
from importing.learning.model_file import model_in_use
from importing.models import FixedExpression, LookAlike
from people.models import OtherName, Person, RosterEntry
from reader import PageContext, results


@dataclass(slots=True)
class ReaderTables:
    """The tables as they stand when a run begins; names that the run itself adds are taken in page
    by page.
    """

    expressions: tuple[results.FixedExpression, ...]
    roster: tuple[results.RosterEntry, ...]
    look_alikes: dict[str, str]
    propose_names: Callable[[str], Sequence[results.Span]] | None = None
    _names: dict[str, set[str]] = field(default_factory=dict)

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
            known_people=frozenset(known),
            fixed_expressions=self.expressions,
            roster=self.roster,
            look_alikes=self.look_alikes,
            propose_names=self.propose_names,
        )

    def learn(self, newspaper: Newspaper, names: set[str]) -> None:
        """Take in the names that a page added to the newspaper's authority list."""
        self._known(newspaper.name).update(names)

    def _known(self, newspaper: str) -> set[str]:
        if newspaper not in self._names:
            self._names[newspaper] = set(_names_known_to(newspaper))
        return self._names[newspaper]


def _names_known_to(newspaper: str) -> Iterator[str]:
    """Yield the names of a newspaper's authority list, other names included."""
    people = Person.objects.filter(newspapers__name=newspaper)
    yield from people.values_list("name", flat=True)
    others = OtherName.objects.filter(person__in=people)
    yield from others.values_list("name", flat=True)


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
