"""Names to people of the newspaper's authority list: matched exactly, created when new, never
guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from articles.models import Newspaper
from editorial.models import Rule, Severity
from importing.storing.page_load import PageLoad, fits
from people.models import OtherName, Person
from reader import ReadPage
from reader.results import Span
from records.bulk import insert


def match_people(load: PageLoad) -> None:
    """Fill ``load.people`` for every name the page's text gives.

    A name of two people is left open and reported.
    """
    named = _named(load.read)
    bearers = bearers_of(load.newspaper, named)
    new = {}
    for name, span in named.items():
        match list(bearers.get(name, {}).values()):
            case [person]:
                load.people[name] = person
            case [] if fits(Person, name=name):
                new[name] = Person(name=name)
            case []:
                load.people[name] = None
                load.doubt_fact(span, name)
            case people:
                load.people[name] = None
                _report_namesakes(load, name, span, len(people))
    _join_list(load, new)


def _report_namesakes(
    load: PageLoad, name: str, span: Span, number: int
) -> None:
    message = _("%(name)s could be %(number)d people of the authority list.")
    words = {"name": name, "number": number}
    load.doubt(Rule.AMBIGUOUS_NAME, span, message % words, Severity.WARNING)


def bearers_of(
    newspaper: Newspaper, names: Iterable[str]
) -> dict[str, dict[int, Person]]:
    """Return who bears each name within the newspaper's authority list, by own or other name."""
    names = set(names)
    bearers: dict[str, dict[int, Person]] = defaultdict(dict)
    # Two questions that the indexes of names answer; joined by "or" they would read the whole list.
    for person in Person.objects.filter(
        newspapers=newspaper, name__in=names
    ).order_by():
        bearers[person.name][person.pk] = person
    others = OtherName.objects.filter(
        person__newspapers=newspaper, name__in=names
    )
    for other in others.select_related("person"):
        bearers[other.name].setdefault(other.person_id, other.person)
    return bearers


def _named(read: ReadPage) -> dict[str, Span]:
    """Return every name the text gives, with the first place of it."""
    names: dict[str, Span] = {}
    for article in read.articles:
        found = [*article.mentions]
        for event in article.events:
            found += [*event.participants, *event.elected]
        for item in found:
            names.setdefault(item.name, item.span)
    for post in read.posts:
        names.setdefault(post.name, post.span)
    return names


def _join_list(load: PageLoad, new: dict[str, Person]) -> None:
    for person in new.values():
        person.fill_index()
    load.create(new.values())
    listed = Newspaper.people.through
    insert(
        [
            listed(newspaper=load.newspaper, person=person)
            for person in new.values()
        ]
    )
    load.people |= new
    load.added |= new.keys()
