"""What is known of a person, to be held against another: posts, rosters, papers, words."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, Max, Min

from articles.models import Mention
from people.models import Membership, Person, RosterEntry

MOST_POSTS = 8
MOST_QUOTED = 3


@dataclass(frozen=True, slots=True)
class PaperYears:
    """A newspaper that names somebody, and from which year to which."""

    name: str
    first: int
    last: int

    @property
    def years(self) -> str:
        if self.first == self.last:
            return str(self.first)
        return f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class EvidenceCard:
    """One of the two; ``letters`` are those of the name with whether the other's has another
    there.
    """

    person: Person
    letters: list[tuple[str, bool]]
    marked: int
    articles: int
    posts: list[Membership]
    rosters: list[RosterEntry]
    papers: list[PaperYears]
    quotes: list[Mention]


def evidence_card(person: Person, other: Person) -> EvidenceCard:
    """Return what is known of a person; ``other`` is whom it is held against."""
    marks = Mention.objects.filter(person=person)
    counted = marks.aggregate(
        marked=Count("pk"), articles=Count("article", distinct=True)
    )
    posts = person.memberships.select_related("post__organization")
    rosters = person.roster_entries.order_by("roster", "rank")
    quotes = marks.standing().with_article().newest_first()
    return EvidenceCard(
        person,
        letters_of(person.name, other.name),
        counted["marked"],
        counted["articles"],
        list(posts[:MOST_POSTS]),
        list(rosters[:MOST_POSTS]),
        _papers(person),
        list(quotes[:MOST_QUOTED]),
    )


def letters_of(name: str, other: str) -> list[tuple[str, bool]]:
    """Return the characters of a name, each with whether the other name has another there."""
    return [
        (character, other[place : place + 1] != character)
        for place, character in enumerate(name)
    ]


def _papers(person: Person) -> list[PaperYears]:
    marks = Mention.objects.filter(person=person).order_by()
    by_paper = marks.values_list("article__page__issue__newspaper__name")
    spans = by_paper.annotate(Min("article__day"), Max("article__day"))
    return [
        PaperYears(name, first.year, last.year)
        for name, first, last in spans.order_by("article__day__min")
    ]
