"""Read the posts that the page's own words give a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.names.posts_patterns import (
    BEFORE_POSTS,
    CUTS_OFFICE,
    GIVEN_POST,
    JOINS_POSTS,
    LONGEST_POST,
    NEXT_OF_LIST,
    NO_POST,
    NOT_OFFICE,
    NUMBERS_AND_MARKS,
    OF_SEVERAL,
    OFFICE_TAG,
    OFFICE_VERBS,
    ORDINAL,
    POST,
    POST_END,
    SAID_BEHIND,
)
from reader.names.words import Words, cut_words, is_word
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
    """A person in a passage: the name, where it stands, and where the person before it ends."""

    name: str
    start: int
    end: int
    floor: int


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
    posts: dict[tuple[str, str], ReadPost] = {}
    if laid_out is None:
        laid_out = [lay_out_passages(text, article) for article in articles]
    for article in laid_out:
        for passage in article.passages:
            for post in _posts_in(passage, _people(passage)):
                posts.setdefault((post.name, post.post), post)
    return sorted(posts.values(), key=_span)


def _span(post: ReadPost) -> Span:
    return post.span


def _people(passage: Passage) -> list[_Named]:
    """Return the persons named in ``passage``, in order, each knowing where the last one ends."""
    people: list[_Named] = []
    floor = 0
    for name in passage.names:
        people.append(_Named(name.name, name.start, name.end, floor))
        floor = name.end
    return people


def _posts_in(passage: Passage, people: Sequence[_Named]) -> Iterator[ReadPost]:
    """Yield the posts of the people of one passage."""
    if not people:
        return
    words = cut_words(passage.text)
    for linked in _lists(words, people):
        for person, (start, end) in _offices(words, linked):
            first = min(start, person.start)
            last = max(end, person.end)
            yield ReadPost(
                name=person.name,
                post=passage.text[start:end],
                span=passage.on_page(first, last),
            )


def _lists(words: Words, people: Sequence[_Named]) -> Iterator[list[_Named]]:
    """Part ``people`` into lists: between two of one list stand only brackets, 、 and 和."""
    linked = [people[0]]
    for person in people[1:]:
        if NEXT_OF_LIST.fullmatch(words.text, person.floor, person.start):
            linked.append(person)
        else:
            yield linked
            linked = [person]
    yield linked


def _offices(
    words: Words, linked: Sequence[_Named]
) -> Iterator[tuple[_Named, Span]]:
    """Yield each person of a list with the posts that the words around the list give."""
    first = linked[0]
    last = linked[-1]
    before = list(_before(words, first))
    given = list(_given(words, last))
    open_list = words.text.startswith("\u7b49", last.end)
    for person in linked:
        for span in before:
            if person is first or (not open_list and _of_several(words, span)):
                yield person, span
        for span in _called(words, person):
            yield person, span
        for span in given:
            if person is last or _of_several(words, span):
                yield person, span


def _of_several(words: Words, span: Span) -> bool:
    """Tell whether several people hold a post at a time."""
    start, end = span
    several = OF_SEVERAL.search(words.text, start, end)
    return several is not None


def _before(words: Words, person: _Named) -> Iterator[Span]:
    """Yield the posts that stand right before a name, the nearest first.

    There is one more as long as 、 or 兼 joins it.
    """
    text = words.text
    end = person.start
    while end > person.floor and text[end - 1] in SPACES:
        end -= 1
    labelled = text.endswith(":", 0, end)
    if labelled:
        end -= 1
    start = _office_start(words, end, person.floor)
    while start is not None:
        part = NO_POST.search(text, start, end)
        if not part and (start == 0 or not labelled):
            yield start, end
        end = start - 1
        if start == 0 or text[end] not in JOINS_POSTS:
            return
        start = _office_start(words, end, person.floor)


def _office_start(words: Words, end: int, floor: int) -> int | None:
    """Return where the name of the office that ends at ``end`` begins.

    None when no office ends there.
    """
    reach = max(floor, end - LONGEST_POST)
    title = POST_END.search(words.text, reach, end)
    if title is None:
        return None
    first = title.start()
    start = max(floor, words.begin[first])
    while start > floor:
        longer = _office_word(words, start, floor)
        if longer == start:
            break
        start = longer
    extra = BEFORE_POSTS.match(words.text, start, first)
    return extra.end() if extra else start


def _office_word(words: Words, end: int, floor: int) -> int:
    """Return where the word that ends at ``end`` begins to be of an office.

    That may be in the middle of a made-up word; ``end`` when nothing is of an office.
    """
    start = max(floor, words.begin[end - 1])
    word = words.text[start:end]
    tag = words.tags.get(start, "n")
    if ORDINAL.fullmatch(word):
        return start if is_word(word) else _behind_cut(word, start)
    if is_word(word):
        return start if _names_office(word, tag) else end
    if tag in NUMBERS_AND_MARKS:
        return end
    return _behind_cut(word, start)


def _names_office(word: str, tag: str) -> bool:
    """Tell whether a word of the dictionary can be part of the name of an office."""
    if word in OFFICE_VERBS:
        return True
    if word in NOT_OFFICE:
        return False
    return OFFICE_TAG.match(tag) is not None


def _behind_cut(word: str, start: int) -> int:
    """Return the place behind the last character at which a made-up word is cut."""
    for index, character in enumerate(reversed(word)):
        if character in CUTS_OFFICE:
            return start + len(word) - index
    return start


def _called(words: Words, person: _Named) -> Iterator[Span]:
    """Yield the post that stands right behind a name, as one addresses a person by it."""
    start = person.end
    if start == len(words.text):
        return
    end = words.end[start]
    if not POST.fullmatch(words.text, start, end):
        return
    if not words.tag(end).startswith("n"):
        yield start, end


def _given(words: Words, person: _Named) -> Iterator[Span]:
    """Yield the post that a person is elected or named to.

    Or one that a list states behind the name.
    """
    forms = [GIVEN_POST]
    if person.start == 0:
        forms.append(SAID_BEHIND)
    for form in forms:
        given = form.match(words.text, person.end)
        if given is None:
            continue
        start, end = given.span(1)
        if _office_start(words, end, start) == start:
            yield start, end
