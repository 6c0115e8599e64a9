"""What somebody may have looked for who came to an address with nothing at it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from rapidfuzz import process

from articles.models import Issue, Newspaper, Publication
from editorial.models import Change
from events.models import PublicEvent
from people.models import PublicPerson
from public.missing.gone_addresses import gone_at

# 2021-09-28, 2021-09-28-extra
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-[a-z0-9-]+)?", re.ASCII)
# A word of an address: 70 of 100 letters are those of a known one.
NEAR = 70
# So many are compared, found and shown.
MOST_KNOWN = 500
MOST_SHOWN = 3
LONGEST = 60
ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A page to go on to, called as the newspapers call it."""

    label: str
    address: str


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 404 with what the address itself suggests, 410 where readers saw a record that is gone
    today.
    """
    gone = gone_at(request.resolver_match)
    if gone is not None:
        return _gone(request, gone)
    return _never_there(request)


def _never_there(request: HttpRequest) -> HttpResponse:
    words = _words(request.path_info)
    context = {"suggestions": list(suggestions_for(words))}
    return render(request, "404.html", context, status=404)


def _gone(request: HttpRequest, change: Change) -> HttpResponse:
    """Answer that a record was taken from readers, and when."""
    response = render(request, "410.html", {"gone": change}, status=410)
    # What a browser kept of it would hide the record when it is back.
    patch_cache_control(response, no_store=True)
    return response


def suggestions_for(words: list[str]) -> Iterator[Suggestion]:
    """Yield what the words of an address suggest: the issues of its day, newspapers and congresses
    that are called nearly so, people who bear its last word as a name, a search.
    """
    for word in words:
        if day := DAY.fullmatch(word):
            yield from _of_day(day[1])
    for word in words[1:2]:
        yield from _nearly(word, words[0])
    for word in words[-1:]:
        yield from _people(word)
        if not word.isascii():
            yield _search(word)


def _words(path: str) -> list[str]:
    """Return the words of a path, without the language it begins with; what cannot be printed is no
    word.
    """
    parts = path.split("/")
    words = [word[:LONGEST] for word in parts if word and word.isprintable()]
    if words[:1] == [ENGLISH]:
        del words[0]
    return words


def _of_day(word: str) -> Iterator[Suggestion]:
    """Yield the issues of a day, else those of the last day before it."""
    try:
        day = dt.date.fromisoformat(word)
    except ValueError:
        return
    printed = Publication.objects.current().listed().filter(day__lte=day)
    last = printed.order_by("-day").first()
    if last is None:
        return
    issues = Issue.objects.published().filter(date=last.day)
    for issue in issues.select_related("newspaper")[:MOST_SHOWN]:
        label = f"{issue.newspaper} {issue.dated}"
        yield Suggestion(label, issue.get_absolute_url())


def _nearly(word: str, section: str) -> Iterator[Suggestion]:
    """Yield what is called nearly like the second word of an address of newspapers or
    congresses.
    """
    known: dict[str, Newspaper | PublicEvent] = {}
    if section == "newspapers":
        newspapers = Newspaper.objects.published()[:MOST_KNOWN]
        known = {each.slug: each for each in newspapers}
    elif section == "congresses":
        congresses = PublicEvent.objects.congresses().exclude(word="")
        newest = congresses.order_by("-sort_key")[:MOST_KNOWN]
        known = {each.word: each for each in newest}
    for name in _near(word, known):
        record = known[name]
        yield Suggestion(str(record), record.get_absolute_url())


def _near(word: str, known: Iterable[str]) -> list[str]:
    found = process.extract(
        word, list(known), limit=MOST_SHOWN, score_cutoff=NEAR
    )
    return [name for name, *_more in found]


def _people(word: str) -> Iterator[Suggestion]:
    people = PublicPerson.objects.named(word)
    first = people.by_name()[:MOST_SHOWN]
    for person in first:
        address = person.get_absolute_url()
        yield Suggestion(person.name, address)


def _search(word: str) -> Suggestion:
    found = _("Search: %(words)s") % {"words": word}
    return Suggestion(found, reverse("search", query={"q": word}))
