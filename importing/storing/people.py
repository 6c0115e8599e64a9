"""Names to people of the newspaper's authority list: matched exactly, created when new, never
guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Newspaper
from editorial.models import Rule, Severity
from editorial.pairs.find_pairs import find_pairs
from importing.models import LookAlike
from importing.storing.page_load import PageLoad, fits
from people.models import OtherName, Person
from reader import ReadPage
from reader.results import (
    ReadArticle,
    ReadMention,
    ReadParticipant,
    ReadPost,
    Span,
)
from records.bulk import insert

Named = ReadMention | ReadParticipant | ReadPost


def match_people(load: PageLoad) -> None:
    """Fill ``load.people`` for every name the page's text gives.

    A name of two people is left open and reported.
    """
    named = first_places(load.read)
    bearers = bearers_of(load.newspaper, named)
    new = {}
    for name, span in named.items():
        known = list(bearers.get(name, {}).values())
        if not known and fits(Person, name=name):
            new[name] = Person(name=name)
        else:
            load.people[name] = _only_one(load, name, span, known)
    _join_list(load, new)


def _only_one(
    load: PageLoad, name: str, span: Span, known: list[Person]
) -> Person | None:
    """Return the person who alone bears a name; report a name of several people or of nobody."""
    match known:
        case [person]:
            return person
        case []:
            load.doubt_fact(span, name)
        case _:
            _report_namesakes(load, name, span, len(known))
    return None


def _report_namesakes(
    load: PageLoad, name: str, span: Span, number: int
) -> None:
    message = _("%(name)s could be %(number)d people of the authority list.")
    load.doubt(
        Rule.AMBIGUOUS_NAME,
        span,
        message % {"name": name, "number": number},
        Severity.WARNING,
    )


def bearers_of(
    newspaper: Newspaper, names: Iterable[str]
) -> dict[str, dict[int, Person]]:
    """Return who bears each name within the newspaper's authority list, by own or other name."""
    names = set(names)
    bearers: dict[str, dict[int, Person]] = defaultdict(dict)
    # Two questions that the indexes of names answer; joined by "or" they would read the whole list.
    for person in _named_so(newspaper, names):
        bearers[person.name][person.pk] = person
    for other in _other_names(newspaper, names):
        bearers[other.name].setdefault(other.person_id, other.person)
    return bearers


def _named_so(newspaper: Newspaper, names: set[str]) -> QuerySet[Person]:
    people = Person.objects.filter(
        newspapers=newspaper,
        name__in=names,
    )
    return people.order_by()


def _other_names(newspaper: Newspaper, names: set[str]) -> QuerySet[OtherName]:
    others = OtherName.objects.filter(name__in=names)
    of_list = others.filter(person__newspapers=newspaper)
    return of_list.select_related("person")


def first_places(read: ReadPage) -> dict[str, Span]:
    """Return every name the text gives, with the first place of it."""
    in_articles = chain.from_iterable(map(_named_in, read.articles))
    names: dict[str, Span] = {}
    for named in chain(in_articles, read.posts):
        names.setdefault(named.name, named.span)
    return names


def _named_in(article: ReadArticle) -> Iterator[Named]:
    yield from article.mentions
    for event in article.events:
        yield from event.participants
        yield from event.elected


def _join_list(load: PageLoad, new: dict[str, Person]) -> None:
    """Create new people and put them on the newspaper's authority list."""
    people = new.values()
    for person in people:
        person.fill_index()
    load.create(people)
    _list_people(load.newspaper, people)
    load.people |= new
    if people:
        find_pairs(people, _look_alike())


def _look_alike() -> dict[str, str]:
    rows = LookAlike.objects.values_list("character", "mistaken_for")
    return dict(rows)


def _list_people(newspaper: Newspaper, people: Iterable[Person]) -> None:
    listed = Newspaper.people.through
    insert(
        [
            listed(
                newspaper=newspaper,
                person=person,
            )
            for person in people
        ]
    )
