"""Read the posts that the page's own words give a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from reader.names.office_words import office_start
from reader.names.posts_patterns import (
    BESIDES,
    GIVEN_POST,
    JOINS_POSTS,
    NEXT_OF_LIST,
    NO_POST,
    OF_SEVERAL,
    POST,
    SAID_BEHIND,
    TRADE_END,
)
from reader.names.words import Words, cut_words
from reader.passages import LaidOut, Passage, lay_out_passages
from reader.patterns.characters import SPACES
from reader.results import (
    PageContext,
    ReadArticle,
    ReadPost,
    Span,
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A person in a passage: the name, where it stands, and where its neighbours end and begin."""

    name: str
    start: int
    end: int
    floor: int
    ceiling: int

    def stating(self, post: Span) -> Span:
        """Return where name and post stand, from the first to the last character of both."""
        start, end = post
        return min(start, self.start), max(end, self.end)


def find_posts(
    text: str,
    articles: Sequence[ReadArticle],
    context: PageContext,
    laid_out: Sequence[LaidOut] | None = None,
) -> list[ReadPost]:
    """Return the posts the page states for its mentions, each name and post once, in page order.

    A post stands right before the name (市委书记赵明, several joined by 、), right behind it (习近平总书记), or
    is given to it (赵明当选为市长). A post of which there are several (副市长) holds for the whole list
    behind it, unless 等 leaves the list open. ``span`` reaches from the first to the last character
    of the words that state it. ``laid_out`` are the articles' passages where they are at hand.
    """
    if laid_out is None:
        laid_out = [lay_out_passages(text, article) for article in articles]
    posts: dict[tuple[str, str], ReadPost] = {}
    for post in _stated(laid_out):
        name_and_post = (post.name, post.post)
        posts.setdefault(name_and_post, post)
    return sorted(posts.values(), key=attrgetter("span"))


def _stated(laid_out: Sequence[LaidOut]) -> Iterator[ReadPost]:
    """Yield the posts of all articles, each as often as it is stated."""
    for article in laid_out:
        for passage in article.passages:
            yield from _posts_in(passage)


def _posts_in(passage: Passage) -> Iterator[ReadPost]:
    """Yield the posts of the people of one passage."""
    people = _people(passage)
    if not people:
        return
    words = cut_words(passage.text)
    for linked in _lists(words, people):
        for person, span in _offices(words, linked):
            yield _read_post(passage, person, span)


def _people(passage: Passage) -> list[_Named]:
    """Return the persons named in ``passage``, in order, each knowing where the last one ends."""
    starts = [name.start for name in passage.names]
    ceilings = [*starts[1:], len(passage.text)]
    people: list[_Named] = []
    floor = 0
    for name, ceiling in zip(passage.names, ceilings, strict=False):
        person = _Named(
            name.name,
            name.start,
            name.end,
            floor,
            ceiling,
        )
        people.append(person)
        floor = name.end
    return people


def _read_post(passage: Passage, person: _Named, span: Span) -> ReadPost:
    """Return the post of a person whose words stand at ``span`` of the passage."""
    start, end = span
    first, last = person.stating(span)
    return ReadPost(
        name=person.name,
        post=passage.text[start:end],
        span=passage.on_page(first, last),
    )


def _lists(words: Words, people: Sequence[_Named]) -> Iterator[list[_Named]]:
    """Part ``people`` into lists: between two of one list stand only brackets, 、 and 和."""
    linked: list[_Named] = []
    for person in people:
        if linked and not _is_next_of_list(words, person):
            yield linked
            linked = []
        linked.append(person)
    yield linked


def _is_next_of_list(words: Words, person: _Named) -> bool:
    """Tell whether a person stands in one list with the one in front."""
    between = NEXT_OF_LIST.fullmatch(words.text, person.floor, person.start)
    return between is not None


class _Beside(NamedTuple):
    """The posts beside a list: those of the person who is nearest, and those of all others."""

    nearest: _Named
    own: Sequence[Span]
    shared: Sequence[Span]

    def of(self, person: _Named) -> Sequence[Span]:
        """Return the posts of one person of the list."""
        if person is self.nearest:
            return self.own
        return self.shared


def _offices(
    words: Words, linked: Sequence[_Named]
) -> Iterator[tuple[_Named, Span]]:
    """Yield each person of a list with the posts that the words around the list give."""
    front = _in_front(words, linked)
    behind = _behind(words, linked)
    for person in linked:
        posts = chain(
            front.of(person),
            _called(words, person),
            behind.of(person),
        )
        for post in posts:
            yield person, post


def _in_front(words: Words, linked: Sequence[_Named]) -> _Beside:
    """Return the posts in front of a list; 等 behind it leaves open who else holds them."""
    first = linked[0]
    last = linked[-1]
    posts = list(_before(words, first))
    shared = _of_several(words, posts)
    if words.text.startswith("\u7b49", last.end):
        shared = []
    return _Beside(first, posts, shared)


def _behind(words: Words, linked: Sequence[_Named]) -> _Beside:
    """Return the posts that are given behind a list."""
    last = linked[-1]
    posts = list(_given(words, last))
    return _Beside(last, posts, _of_several(words, posts))


def _of_several(words: Words, posts: Sequence[Span]) -> list[Span]:
    """Return those posts that several people hold at a time."""
    text = words.text
    return [post for post in posts if OF_SEVERAL.search(text, *post)]


def _before(words: Words, person: _Named) -> Iterator[Span]:
    """Yield the posts that stand right before a name, the nearest first, joined by 、 or 兼."""
    text = words.text
    floor = person.floor
    end = _without_spaces(text, floor, person.start)
    labelled = text.endswith(":", 0, end)
    if labelled:
        end -= 1
    if _is_given_away(words, floor, end):
        return
    is_apart = end < person.start
    for start, until in _joined_posts(words, floor, end):
        if labelled and start > 0:
            continue
        if is_apart and TRADE_END.search(text, start, until):
            continue
        if not NO_POST.search(text[start:until]):
            yield start, until


def _is_given_away(words: Words, floor: int, end: int) -> bool:
    """Tell whether all between two names gives an office to the first of them.

    ``+`` (甲)当选为市长(乙)当选为副市长   ``-`` (甲)和市长(乙)
    """
    if floor == 0:
        return False
    given = GIVEN_POST.match(words.text, floor, end)
    if given is None or given.end() < end:
        return False
    office = given.span(1)
    return _is_office(words, office)


def _without_spaces(text: str, floor: int, end: int) -> int:
    """Return ``end``, or where the spaces in front of it begin."""
    while end > floor:
        last = end - 1
        if text[last] not in SPACES:
            break
        end = last
    return end


def _joined_posts(words: Words, floor: int, end: int) -> Iterator[Span]:
    """Yield the post that ends at ``end``, then each that is joined to the one behind it."""
    start = office_start(words, end, floor)
    if start is None:
        end = _without_trade(words, floor, end)
        start = office_start(words, end, floor)
    while start is not None:
        yield start, end
        if start == 0:
            return
        end = start - 1
        if words.text[end] not in JOINS_POSTS:
            return
        start = office_start(words, end, floor)


def _without_trade(words: Words, floor: int, end: int) -> int:
    """Return where a post may end that is told in front of what somebody is by trade."""
    told = words.text[floor:end]
    besides = BESIDES.search(told)
    if besides is None:
        return end
    size = besides.start()
    return floor + size


def _called(words: Words, person: _Named) -> Iterator[Span]:
    """Yield the post that stands right behind a name, as one addresses a person by it."""
    start = person.end
    if start == len(words.text):
        return
    end = words.end[start]
    if words.kind(end) == "n":
        return
    if POST.fullmatch(words.text, start, end):
        yield start, end


def _given(words: Words, person: _Named) -> Iterator[Span]:
    """Yield the posts to which a person is elected or named, or that follow the name in a list."""
    for form in _giving_forms(person):
        given = form.match(words.text, person.end, person.ceiling)
        if given is None:
            continue
        start, end = given.span(1)
        office = start, _without_spaces(words.text, start, end)
        if _is_office(words, office) and not TRADE_END.search(given[1]):
            yield office


def _is_office(words: Words, span: Span) -> bool:
    """Tell whether words are the name of an office from the first to the last."""
    start, end = span
    return office_start(words, end, start) == start


def _giving_forms(person: _Named) -> Iterator[re.Pattern[str]]:
    """Yield the forms in which words behind a person may give a post."""
    yield GIVEN_POST
    if person.start == 0:
        yield SAID_BEHIND
