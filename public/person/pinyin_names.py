"""People whom articles name, as lists on English pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from articles.typesetting import PrintedName
from events.chinese_numbers import speaks_chinese
from people.models import PublicPerson


def with_pinyin(people: list[PrintedName]) -> list[PrintedName]:
    """Return the people of an article, with their pinyin where another language than Chinese is
    spoken; that takes one query.
    """
    if speaks_chinese() or not people:
        return people
    return list(_romanized(people))


def _romanized(people: Iterable[PrintedName]) -> Iterator[PrintedName]:
    keys = {each.person for each in people}
    public = PublicPerson.objects.in_bulk(keys)
    for each in people:
        person = public.get(each.person)
        if person is None:
            yield each
        else:
            yield replace(each, romanized=person.romanized)
