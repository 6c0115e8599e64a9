"""Read the posts that the page's own words give a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.names.words import Words, cut, is_word
from reader.passages import LaidOut, Passage, lay_out_passages
from reader.patterns import posts as pattern
from reader.patterns.names import SPACES
from reader.results import PageContext, ReadArticle, ReadPost, Span


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
    of the words that state it. ``laid_out`` are the articles' passages where they are at hand."""
    posts: dict[tuple[str, str], ReadPost] = {}
    if laid_out is None:
        laid_out = [lay_out_passages(text, article) for article in articles]
    for article in laid_out:
        for passage in article.passages:
            for post in _stated(passage, _people(passage)):
                posts.setdefault((post.name, post.post), post)
    return sorted(posts.values(), key=lambda post: post.span)


def _stated(paragraph: Passage, people: Sequence[_Named]) -> Iterator[ReadPost]:
    if not people:
        return
    words = cut(paragraph.text)
    for linked in _lists(words, people):
        first, last = linked[0], linked[-1]
        before = list(_before(words, first))
        closed = not words.text.startswith("\u7b49", last.end)
        for person in linked:
            for start, end in before:
                if person is first or (
                    closed and pattern.OF_SEVERAL.search(words.text, start, end)
                ):
                    yield ReadPost(
                        person.name,
                        paragraph.text[start:end],
                        paragraph.on_page(start, person.end),
                    )
            for start, end in _called(words, person):
                yield ReadPost(
                    person.name,
                    paragraph.text[start:end],
                    paragraph.on_page(person.start, end),
                )
            for start, end in _given(words, last):
                if person is last or pattern.OF_SEVERAL.search(words.text, start, end):
                    yield ReadPost(
                        person.name,
                        paragraph.text[start:end],
                        paragraph.on_page(person.start, end),
                    )


def _people(passage: Passage) -> list[_Named]:
    """Return the persons named in ``passage``, in order, each knowing where the last one ends."""
    people: list[_Named] = []
    floor = 0
    for name in passage.names:
        people.append(_Named(name.name, name.start, name.end, floor))
        floor = name.end
    return people


def _lists(words: Words, people: Sequence[_Named]) -> Iterator[list[_Named]]:
    """Part ``people`` into lists: between two of one list stand only brackets, 、 and 和."""
    linked = [people[0]]
    for person in people[1:]:
        if pattern.NEXT_OF_LIST.fullmatch(words.text, person.floor, person.start):
            linked.append(person)
        else:
            yield linked
            linked = [person]
    yield linked


def _before(words: Words, person: _Named) -> Iterator[Span]:
    """Yield the posts that stand right before a name, the nearest first, as long as 、 or 兼 joins
    them.
    """
    end = person.start
    while end > person.floor and words.text[end - 1] in SPACES:
        end -= 1
    heading = words.text[end - 1 : end] == ":"
    end -= heading
    while (start := _office_start(words, end, person.floor)) is not None:
        if (start == 0 or not heading) and not pattern.NO_POST.search(
            words.text, start, end
        ):
            yield start, end
        if words.text[start - 1 : start] not in pattern.JOINS_POSTS:
            return
        end = start - 1


def _office_start(words: Words, end: int, floor: int) -> int | None:
    """Return where the name of the office that ends at ``end`` begins, None when no office ends
    there.
    """
    title = pattern.POST_END.search(
        words.text, max(floor, end - pattern.LONGEST_POST), end
    )
    if title is None:
        return None
    start = max(floor, words.begin[title.start()])
    while start > floor and (first := _office_word(words, start, floor)) < start:
        start = first
    extra = pattern.BEFORE_POSTS.match(words.text, start, title.start())
    return extra.end() if extra else start


def _office_word(words: Words, end: int, floor: int) -> int:
    """Return where the word or the part of a word that ends at ``end`` begins to be of an office;
    ``end`` when none is.
    """
    start = max(floor, words.begin[end - 1])
    word, tag = words.text[start:end], words.tags.get(start, "n")
    if is_word(word):
        fits = word in pattern.OFFICE_VERBS or (
            word not in pattern.NOT_OFFICE and pattern.OFFICE_TAG.match(tag)
        )
        return start if fits or pattern.ORDINAL.fullmatch(word) else end
    if tag in pattern.NUMBERS_AND_MARKS and not pattern.ORDINAL.fullmatch(word):
        return end
    return max(
        (i + 1 for i in range(start, end) if words.text[i] in pattern.CUTS_OFFICE),
        default=start,
    )


def _called(words: Words, person: _Named) -> Iterator[Span]:
    """Yield the post that stands right behind a name, as one addresses a person by it."""
    end = words.end[person.end] if person.end < len(words.text) else person.end
    if pattern.POST.fullmatch(words.text, person.end, end) and not words.tags.get(
        end, "x"
    ).startswith("n"):
        yield person.end, end


def _given(words: Words, person: _Named) -> Iterator[Span]:
    """Yield the post that a person is elected or named to, or that a list states behind the
    name.
    """
    forms = (
        (pattern.GIVEN_POST, pattern.SAID_BEHIND)
        if person.start == 0
        else (pattern.GIVEN_POST,)
    )
    for form in forms:
        given = form.match(words.text, person.end)
        if given and _office_start(words, given.end(1), given.start(1)) == given.start(
            1
        ):
            yield given.span(1)
