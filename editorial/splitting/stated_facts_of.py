"""What an article's words state of a person, word by word: it goes along when they are somebody
else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from articles.models import Byline, Evidence, Mention, Photographer
from events.models import Candidacy, Participation, Visit
from people.models import Membership, Person
from records.grouping import grouped

# Facts with a person and with the words that state them.
FACTS: tuple[tuple[Any, str], ...] = (
    (Participation, "event"),
    (Candidacy, "election"),
    (Visit, "event"),
)


@dataclass(frozen=True, slots=True)
class MarkWithFacts:
    """A mark of a person, and what words around it state of them."""

    mention: Mention
    facts: list[Any] = field(default_factory=list)


def marks_with_facts(person: Person) -> list[MarkWithFacts]:
    """Return every mark of a person in the order of the newest article first, each with its
    facts.
    """
    marks = Mention.objects.with_article().select_related("photo")
    ordered = list(marks.filter(person=person).newest_first())
    stated = _facts_by_article(person)
    found = []
    for mark in ordered:
        facts = [
            fact
            for evidence, fact in stated.get(mark.article_id, ())
            if _covers(evidence, mark)
        ]
        found.append(MarkWithFacts(mark, list(dict.fromkeys(facts))))
    return found


def _facts_by_article(
    person: Person,
) -> dict[int, list[tuple[Evidence, Any]]]:
    stated = [*_facts(person), *_memberships(person)]
    return grouped(
        (evidence.article_id, (evidence, fact)) for evidence, fact in stated
    )


def _facts(person: Person) -> Iterator[tuple[Evidence, Any]]:
    for model, along in FACTS:
        rows = model.objects.filter(person=person)
        for fact in rows.select_related("evidence", along).order_by("pk"):
            yield fact.evidence, fact


def _memberships(person: Person) -> Iterator[tuple[Evidence, Membership]]:
    """Yield the posts that words state, each as often as words do."""
    rows = Membership.objects.filter(person=person)
    ordered = rows.select_related("post").order_by("pk")
    for membership in ordered.prefetch_related("evidence"):
        for evidence in membership.evidence.all():
            yield evidence, membership


def _covers(evidence: Evidence, mark: Mention) -> bool:
    """Tell whether a mark stands within words of evidence."""
    is_same_text = (evidence.part, evidence.photo_id) == (
        mark.part,
        mark.photo_id,
    )
    return is_same_text and evidence.start <= mark.start < evidence.end


def facts_going_along(
    marks: Sequence[MarkWithFacts], chosen: Iterable[int]
) -> list[Any]:
    """Return the facts that only chosen marks stand in; what another mark stands in too stays."""
    keys = set(chosen)
    stays = {
        fact
        for mark in marks
        if mark.mention.pk not in keys
        for fact in mark.facts
    }
    goes = [
        fact for mark in marks if mark.mention.pk in keys for fact in mark.facts
    ]
    return [fact for fact in dict.fromkeys(goes) if fact not in stays]


def bylines_of(person: Person) -> list[Byline]:
    """Return the articles somebody signed, as the rows that say so."""
    rows = Byline.objects.filter(person=person)
    articles = rows.select_related("article__page__issue__newspaper")
    return list(articles.order_by("-article__day", "pk"))


def photographs_of(person: Person) -> list[Photographer]:
    """Return the photos somebody took, as the rows that say so."""
    rows = Photographer.objects.filter(person=person)
    photos = rows.select_related("photo__article__page__issue__newspaper")
    return list(photos.order_by("-photo__article__day", "pk"))
