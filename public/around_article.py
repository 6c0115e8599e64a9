"""What stands around an article on its page: the other half, its publications, its neighbours,
related articles, the facts it states.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

from django.db.models import QuerySet

from articles.models import Publication
from articles.models.article_queries import PublicationQuerySet
from articles.typesetting import Names
from editorial.change_log import latest_change
from editorial.models import RecordKind
from events.models import PublicEvent, Statement
from records.grouping import grouped
from search.keywords import related_keys

RELATED_SHOWN = 5
# Two of those found may be halves of the article itself.
RELATED_SOUGHT = RELATED_SHOWN + 2


@dataclass(slots=True)
class Surroundings:
    """The publications that the page of one names, without their contents.

    ``versions`` are its own article's, the newest first; empty when there is one alone."""

    versions: list[Publication] = field(default_factory=list)
    beginning: Publication | None = None
    rest: Publication | None = None
    before: Publication | None = None
    after: Publication | None = None
    related: list[Publication] = field(default_factory=list)

    @property
    def current(self) -> Publication | None:
        """The current one of the versions."""
        return next((each for each in self.versions if each.is_current), None)

    def notes_until(self, number: int) -> list[Publication]:
        """Return the versions with a note on what they corrected, from that of this number back."""
        return [
            each
            for each in self.versions
            if each.correction_note
            and each.number <= number
            and not each.is_withdrawn
        ]

    @property
    def halves(self) -> list[Publication]:
        return [half for half in (self.beginning, self.rest) if half]


def surroundings_of(publication: Publication) -> Surroundings:
    """Find what stands around a current publication, in two queries."""
    keys = related_keys(publication, RELATED_SOUGHT)
    found = list(_asked_for(publication, keys))
    current = [each for each in found if each.is_current]
    around = Surroundings(versions=_versions(publication, found))
    _find_halves(around, publication, current)
    _find_neighbours(around, publication, current)
    _find_related(around, keys, current)
    return around


def _find_related(
    around: Surroundings, keys: Iterable[int], found: Iterable[Publication]
) -> None:
    """Find the articles of these keys, in their order, that are no half of this one."""
    halves = around.halves
    by_key = {each.article_id: each for each in found}
    related = [by_key[key] for key in keys if key in by_key]
    others = [each for each in related if each not in halves]
    around.related = others[:RELATED_SHOWN]


def _asked_for(
    publication: Publication, related: list[int]
) -> Iterable[Publication]:
    """Return the publications on the page, the other halves, those related, and the article's
    own.
    """
    article = publication.article_id
    current = Publication.objects.current()
    # A union reads one index for each; one condition of them all would read the whole table.
    keys = _keys(current.filter(page=publication.page_id)).union(
        _keys(current.filter(continuation=article)),
        _keys(current.filter(article__in=[*related, publication.continuation])),
        _keys(Publication.objects.filter(article=article)),
    )
    return Publication.objects.filter(pk__in=keys).listed()


def _keys(publications: PublicationQuerySet) -> QuerySet[Publication, Any]:
    return publications.order_by().values("pk")


def versions_of(publication: Publication) -> list[Publication]:
    """Return the publications of the same article, the newest first."""
    article = publication.article_id
    return list(Publication.objects.of_article(article).listed())


def _versions(
    publication: Publication, found: Iterable[Publication]
) -> list[Publication]:
    """Return those of the article itself, the newest first; none where there is one alone."""
    own = [each for each in found if each.article_id == publication.article_id]
    if len(own) == 1:
        return []
    return sorted(own, key=attrgetter("number"), reverse=True)


def _find_halves(
    around: Surroundings, publication: Publication, found: Iterable[Publication]
) -> None:
    for each in found:
        if each.continuation == publication.article_id:
            around.beginning = each
        if each.article_id == publication.continuation:
            around.rest = each


def _find_neighbours(
    around: Surroundings, publication: Publication, found: Iterable[Publication]
) -> None:
    """Find the articles before and after one on its page."""
    on_page = [each for each in found if each.page_id == publication.page_id]
    for each in sorted(on_page, key=attrgetter("position")):
        if each.position < publication.position:
            around.before = each
        elif each.position > publication.position:
            around.after = around.after or each


@dataclass(frozen=True, slots=True)
class Stated:
    """Whom the words of a publication name, and the events that they tell."""

    names: Names
    events: list[PublicEvent]


# What is read of a statement.
READ = ("field", "mark", "subject", "publication")


def stated_in(publication: Publication, rest: Publication | None) -> Stated:
    """Return what is stated in an article, the names of its other half included, in two queries."""
    halves = [half for half in (publication, rest) if half]
    stated = Statement.objects.filter(
        publication__in=halves,
        field__in=(Statement.MENTION, Statement.TOLD),
    )
    by_field = grouped((each.field, each) for each in stated.only(*READ))
    mentions = by_field.get(Statement.MENTION, [])
    names = {each.mark: each.subject for each in mentions}
    told = by_field.get(Statement.TOLD, [])
    return Stated(names, _told_in(publication, told))


def _told_in(
    publication: Publication, told: Iterable[Statement]
) -> list[PublicEvent]:
    """Return the events that the words of one half tell, in the order of time."""
    keys = {
        each.subject for each in told if each.publication_id == publication.pk
    }
    events = PublicEvent.objects.knowing_days().filter(pk__in=keys)
    return list(events.in_time())


def joined_to(publication: Publication) -> Publication | None:
    """Return what readers see of the article to which that of a publication was joined; None for
    one that was not.
    """
    change = latest_change(RecordKind.ARTICLE, publication.article_id)
    while change is not None and change.into is not None:
        current = Publication.objects.current().with_page()
        found = current.filter(article=change.into).first()
        if found is not None:
            return found
        change = latest_change(RecordKind.ARTICLE, change.into)
    return None
