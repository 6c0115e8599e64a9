"""The panel that asks who a name is: who bears it, with posts and words, and what goes along."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery

from articles.models import Mention
from editorial.casework.naming import facts_of_words, people_named, same_names
from events.models import Participation
from people.models import Membership, Person

MOST_BEARERS = 20


@dataclass(frozen=True, slots=True)
class Bearer:
    """Somebody of the name: posts, how often marked, and words that name them."""

    person: Person
    posts: list[Membership]
    marked: int
    words: Mention | None
    is_marked_now: bool


@dataclass(frozen=True, slots=True)
class WhoPanel:
    mention: Mention
    bearers: list[Bearer]
    facts: list[Participation]
    same: int
    following: int | None


def who_panel(mention: Mention) -> WhoPanel:
    """Return what is known of those who bear the name of a mark."""
    following = _following(mention)
    return WhoPanel(
        mention,
        _bearers(mention),
        list(facts_of_words(mention)),
        same_names(mention).count(),
        following.pk if following else None,
    )


def _following(mention: Mention) -> Mention | None:
    """Return the next name of the same text."""
    text = Mention.objects.standing().filter(
        article=mention.article_id,
        part=mention.part,
        photo=mention.photo_id,
        start__gt=mention.start,
    )
    return text.order_by("start").first()


def _bearers(mention: Mention) -> list[Bearer]:
    """Return who bears the name, who is marked now first."""
    people = list(_known(mention))
    quoted = {person.quoted for person in people}
    words = _words(quoted)
    found = [
        Bearer(
            person,
            list(person.memberships.all()),
            person.marked,
            words.get(person.quoted),
            person.pk == mention.person_id,
        )
        for person in people
    ]
    return sorted(found, key=lambda each: not each.is_marked_now)


def _known(mention: Mention) -> QuerySet:
    """Return the bearers, counting as ``marked`` how often each is marked, with the key of words
    that name them, of another article where there is one, as ``quoted``.
    """
    standing = Mention.objects.standing()
    other = standing.filter(person=OuterRef("pk")).order_by("pk")
    elsewhere = other.exclude(article=mention.article_id)
    people = people_named(mention).prefetch_related(
        "memberships__post__organization"
    )
    return people.annotate(
        marked=Count("mentions", distinct=True),
        quoted=Subquery(elsewhere.values("pk")[:1]),
    ).order_by("pk")[:MOST_BEARERS]


def _words(keys: set[int | None]) -> dict[int | None, Mention]:
    asked = [key for key in keys if key is not None]
    found = Mention.objects.with_article().filter(pk__in=asked)
    return {mention.pk: mention for mention in found}
