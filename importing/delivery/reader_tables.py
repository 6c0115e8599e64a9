"""The tables that the reader is given: expressions, rosters, look-alike characters, names the
archive knows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain

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
        dates = "valid_from", "valid_to"
        expressions = FixedExpression.objects.values(
            "phrase", "preferred", "authority", *dates
        )
        roster = RosterEntry.objects.select_related("person")
        return cls(
            tuple(results.FixedExpression(**row) for row in expressions),
            tuple(
                results.RosterEntry(
                    e.person.name,
                    e.roster,
                    e.rank,
                    e.post,
                    e.valid_from,
                    e.valid_to,
                )
                for e in roster
            ),
            dict(LookAlike.objects.values_list("character", "mistaken_for")),
            model_in_use(),
        )

    def context(self, identity: Identity) -> PageContext:
        """Return what the reader may know about a page before it reads."""
        return PageContext(
            newspaper=identity.newspaper,
            date=identity.date,
            page=identity.page,
            known_people=frozenset(self._known(identity.newspaper))
            if identity.newspaper
            else frozenset(),
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
            people = Person.objects.filter(newspapers__name=newspaper)
            others = OtherName.objects.filter(person__in=people)
            self._names[newspaper] = set(
                chain(
                    people.values_list("name", flat=True),
                    others.values_list("name", flat=True),
                )
            )
        return self._names[newspaper]
