"""Which records readers see something in: what the log is told when it changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from django.db.models import Model, Q, QuerySet

from articles.models import (
    Article,
    Byline,
    Evidence,
    Issue,
    Mention,
    Newspaper,
    Page,
    Photo,
)
from editorial.change_log import RecordKey, keyed, note_changes, together
from editorial.models import RecordKind
from events.models import AgendaItem, Delegation, Event, Participation, Vote
from people.models import Membership, Organization, OtherName, Person, Post

Keys = Collection[int]
Questions = Iterator[QuerySet]


def note_shown(model: type[Model], keys: Keys) -> None:
    """Note every record that shows something of these; of a model that readers see nothing of,
    none.

    Who moves a row from one record to another notes it before and after. Raise ``LookupError``
    outside of ``logged()``.
    """
    note_changes(sorted(shown_in(model, keys)))


def shown_in(model: type[Model], keys: Keys) -> set[RecordKey]:
    """Return every record that shows something of these, public or not, as they are stored."""
    questions = SHOWN_IN.get(model)
    if questions is None:
        return set()
    asked = questions(list(keys))
    return set(together(list(asked)))


# Printed things


def _articles(keys: Keys) -> Questions:
    """An article with its other half, where it stands, and all that its words state."""
    is_half = Q(beginning__in=keys) | Q(continuation__in=keys)
    halves = Article.objects.filter(is_half | Q(pk__in=keys))
    yield keyed(RecordKind.ARTICLE, halves)
    photos = Photo.objects.filter(article__in=halves.order_by().values("pk"))
    yield keyed(RecordKind.PHOTO, photos)
    yield from _places(Article.objects.filter(pk__in=keys))
    yield from _stated_people(keys)
    yield from _stated_events(keys)


def _places(articles: QuerySet) -> Questions:
    yield keyed(RecordKind.PAGE, articles, "page")
    yield keyed(RecordKind.ISSUE, articles, "page__issue")
    yield keyed(RecordKind.NEWSPAPER, articles, "newspaper")
    yield keyed(RecordKind.ORGANIZATION, articles, "newspaper__organization")


def _stated_people(articles: Keys) -> Questions:
    """Those whom articles name, who took part in what they report, and who held what they state."""
    named = Mention.objects.filter(article__in=articles)
    yield keyed(RecordKind.PERSON, named, "person")
    parts = Participation.objects.filter(evidence__article__in=articles)
    yield keyed(RecordKind.PERSON, parts, "person")
    held = Membership.objects.filter(evidence__article__in=articles)
    yield keyed(RecordKind.PERSON, held, "person")
    yield keyed(RecordKind.ORGANIZATION, held, "post__organization")


def _stated_events(articles: Keys) -> Questions:
    """The events of which articles state anything, and what they are part of."""
    told = Event.objects.filter(evidence__article__in=articles)
    yield from _with_wholes(told)
    counted = Event.objects.filter(attendance_evidence__article__in=articles)
    yield from _with_wholes(counted)
    for model in (Participation, Delegation, AgendaItem, Vote):
        facts = model._default_manager.filter(evidence__article__in=articles)
        yield from _with_wholes(facts, "event__")


def _with_wholes(rows: QuerySet, event: str = "") -> Questions:
    """The events at ``event``, a prefix of lookups, and what they are part of: a congress shows the
    parts of its parts.
    """
    yield keyed(RecordKind.EVENT, rows, f"{event}pk")
    yield keyed(RecordKind.EVENT, rows, f"{event}parent")
    yield keyed(RecordKind.EVENT, rows, f"{event}parent__parent")


def _bylines(keys: Keys) -> Questions:
    yield keyed(
        RecordKind.ARTICLE, Byline.objects.filter(pk__in=keys), "article"
    )


def _photos(keys: Keys) -> Questions:
    photos = Photo.objects.filter(pk__in=keys)
    yield keyed(RecordKind.PHOTO, photos)
    yield keyed(RecordKind.ARTICLE, photos, "article")


def _mentions(keys: Keys) -> Questions:
    mentions = Mention.objects.filter(pk__in=keys)
    yield keyed(RecordKind.ARTICLE, mentions, "article")
    people = mentions.order_by().values("person")
    yield keyed(RecordKind.PERSON, mentions, "person")
    yield from _with_wholes(
        Participation.objects.filter(person__in=people), "event__"
    )


def _evidence(keys: Keys) -> Questions:
    words = Evidence.objects.filter(pk__in=keys)
    articles = words.order_by().values_list("article", flat=True)
    yield from _articles(list(articles))


def _newspapers(keys: Keys) -> Questions:
    newspapers = Newspaper.objects.filter(pk__in=keys)
    yield keyed(RecordKind.NEWSPAPER, newspapers)
    yield keyed(RecordKind.ORGANIZATION, newspapers, "organization")


def _issues(keys: Keys) -> Questions:
    issues = Issue.objects.filter(pk__in=keys)
    yield keyed(RecordKind.ISSUE, issues)
    yield keyed(RecordKind.NEWSPAPER, issues, "newspaper")
    yield from _printed_on(Page.objects.filter(issue__in=keys))


def _pages(keys: Keys) -> Questions:
    pages = Page.objects.filter(pk__in=keys)
    yield keyed(RecordKind.ISSUE, pages, "issue")
    yield from _printed_on(pages)


def _printed_on(pages: QuerySet) -> Questions:
    """Pages and what stands on them, whose addresses follow."""
    yield keyed(RecordKind.PAGE, pages)
    keys = pages.order_by().values("pk")
    yield keyed(RecordKind.ARTICLE, Article.objects.filter(page__in=keys))
    yield keyed(RecordKind.PHOTO, Photo.objects.filter(article__page__in=keys))


# People


def _people(keys: Keys) -> Questions:
    """A person, the events that name them, and where they held a post."""
    yield keyed(RecordKind.PERSON, Person.objects.filter(pk__in=keys))
    yield from _with_wholes(
        Participation.objects.filter(person__in=keys), "event__"
    )
    held = Membership.objects.filter(person__in=keys)
    yield keyed(RecordKind.ORGANIZATION, held, "post__organization")


def _other_names(keys: Keys) -> Questions:
    yield keyed(
        RecordKind.PERSON, OtherName.objects.filter(pk__in=keys), "person"
    )


def _memberships(keys: Keys) -> Questions:
    yield from _held(Membership.objects.filter(pk__in=keys))


def _held(memberships: QuerySet) -> Questions:
    yield keyed(RecordKind.PERSON, memberships, "person")
    yield keyed(RecordKind.ORGANIZATION, memberships, "post__organization")


def _posts(keys: Keys) -> Questions:
    yield keyed(
        RecordKind.ORGANIZATION,
        Post.objects.filter(pk__in=keys),
        "organization",
    )
    yield from _held(Membership.objects.filter(post__in=keys))


def _organizations(keys: Keys) -> Questions:
    """An organization, its parts, who held its posts, and the newspapers it publishes."""
    own = Organization.objects.filter(Q(pk__in=keys) | Q(parent__in=keys))
    yield keyed(RecordKind.ORGANIZATION, own)
    yield from _held(Membership.objects.filter(post__organization__in=keys))
    published = Newspaper.objects.filter(organization__in=keys)
    yield keyed(RecordKind.NEWSPAPER, published)


# Events


def _events(keys: Keys) -> Questions:
    """An event, its parts and wholes, who took part, and the articles that tell it."""
    is_whole = Q(children__in=keys) | Q(children__children__in=keys)
    is_part = Q(parent__in=keys)
    events = Event.objects.filter(Q(pk__in=keys) | is_part | is_whole)
    yield keyed(RecordKind.EVENT, events)
    parts = Participation.objects.filter(event__in=keys)
    yield keyed(RecordKind.PERSON, parts, "person")
    words = Evidence.objects.filter(events__in=keys)
    yield keyed(RecordKind.ARTICLE, words, "article")


def _participations(keys: Keys) -> Questions:
    parts = Participation.objects.filter(pk__in=keys)
    yield keyed(RecordKind.PERSON, parts, "person")
    yield from _with_wholes(parts, "event__")


SHOWN_IN: dict[type[Model], Callable[[Keys], Questions]] = {
    Article: _articles,
    Byline: _bylines,
    Photo: _photos,
    Mention: _mentions,
    Evidence: _evidence,
    Newspaper: _newspapers,
    Issue: _issues,
    Page: _pages,
    Person: _people,
    OtherName: _other_names,
    Membership: _memberships,
    Post: _posts,
    Organization: _organizations,
    Event: _events,
    Participation: _participations,
}
