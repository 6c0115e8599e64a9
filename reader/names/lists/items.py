"""The items of a list as offsets, and the name that an item is, holds or begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.names.lists.items_patterns import (
    BETWEEN_COMMAS,
    BETWEEN_SPACES,
    ENDS_ITEM,
    LAST_BUT_ONE,
    NO_SEPARATOR,
    SEPARATOR,
    SHORT_NAME,
    STRETCH,
)
from reader.names.weighing.candidate import Candidate, Found, printed
from reader.names.weighing.surrounding_words import after_points
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.patterns.characters import SPACES
from reader.patterns.printed_names import ANNOTATION
from reader.patterns.words_beside_names import GOES_ON
from reader.results import Span

# The sizes of Chinese names, with compound surnames and padding.
SIZES = (2, 3, 4)


class Item(NamedTuple):
    """The offsets of one item.

    With them, whether it is the first of its list, and the last before a sentence goes on.
    """

    start: int
    end: int
    first: bool
    last: bool


def stretches(words: Words) -> Iterator[tuple[str, int, int]]:
    """Yield the start and end of each stretch that may hold a list.

    In front of them, the whole text with what brackets say masked.
    """
    masked = ANNOTATION.sub(_mask, words.text)
    masked = NO_SEPARATOR.sub("\0", masked)
    for stretch in STRETCH.finditer(masked):
        if SEPARATOR.search(stretch[0]):
            yield masked, *stretch.span()


def _mask(said: re.Match[str]) -> str:
    return "\0" * len(said[0])


def items_of(masked: str, start: int, end: int) -> Iterator[Item]:
    """Yield the items of one stretch of a masked text; none where it holds but one."""
    commas = "\u3001" in masked[start:end]
    between = BETWEEN_COMMAS if commas else BETWEEN_SPACES
    spans = [item.span() for item in between.finditer(masked, start, end)]
    if len(spans) < 2:
        return
    *others, last = spans
    spans = [*others, *_last_two(masked, *last)]
    end_of_list = spans[-1][1]
    for first, until in spans:
        yield Item(
            first,
            until,
            first=first == spans[0][0],
            last=commas and until == end_of_list,
        )


def _last_two(masked: str, start: int, end: int) -> list[Span]:
    """Part the last item where 和 joins one more name to the list."""
    joint = LAST_BUT_ONE.match(masked, start, end)
    if joint is None:
        return [(start, end)]
    return [(start, joint.start(1)), (joint.end(1), end)]


def name_of_item(words: Words, found: Found, item: Item) -> Candidate | None:
    """Return the name of one item.

    It is all of it, or what follows a title, or, in the last item, what leads it.
    """
    start, end = bare(found, words.text, item.start, item.end)
    head = _head(found, start, end) if item.last else None
    every = whole(words, found, start, end)
    if head and every and head.form > every.form:
        return head
    tail = _tail(found, start, end, first=item.first)
    if item.first and every and tail and tail.form > every.form:
        return tail
    return every or tail or head


def bare(found: Found, text: str, start: int, end: int) -> Span:
    """Return the item without spaces, brackets, and a word of grammar behind its name.

    ``+`` 沈浪 | 将   ``-`` 李为民, 于谦和、
    """
    start, end = without_notes(text, start, end)
    last = end - 1
    if text[last] not in GOES_ON or text.startswith(ENDS_ITEM, end):
        return start, end
    longer = found.get((start, end))
    shorter = found.get((start, last))
    if longer and shorter and shorter.form > longer.form:
        return start, last
    return start, end


def without_notes(text: str, start: int, end: int) -> Span:
    """Return the item without the spaces around it and without what brackets say behind it."""
    while start < end and text[start] in SPACES:
        start += 1
    said = ANNOTATION.search(text, start, end)
    if said:
        end = said.start()
    name = text[start:end]
    size = len(name.rstrip(SPACES))
    return start, start + size


def whole(words: Words, found: Found, start: int, end: int) -> Candidate | None:
    """Return the item that is nothing but a name, None when it cannot be one."""
    here = found.get((start, end))
    if here is not None:
        return here._replace(form=here.form + WEIGHTS.item_alone)
    if not SHORT_NAME.fullmatch(words.text[start:end]):
        return None
    if any(_everyday(words, place, start) for place in range(start, end)):
        return None
    return Candidate(
        start,
        end,
        printed(words.text, start, end),
        form=WEIGHTS.item_doubtful + WEIGHTS.item_alone,
        before=0.0,
        after=after_points(words, end),
    )


def _everyday(words: Words, place: int, start: int) -> bool:
    """Tell whether a character of the item at ``start`` is part of an everyday word.

    Words that given names are made of do not count.
    """
    first = words.begin[place]
    size = words.end[place] - first
    if size == 1 or words.person(first):
        return False
    given = first == start + 1 and size == 2
    return not given and words.known(place)


def _tail(
    found: Found, start: int, end: int, *, first: bool
) -> Candidate | None:
    """Return the name at the end of an item, behind a title.

    In the first item its own form is enough.
    """
    return best(
        name
        for name in ending(found, start, end)
        if name.before >= WEIGHTS.from_title or (first and name.form > 0)
    )


def ending(found: Found, start: int, end: int) -> Iterator[Candidate]:
    """Yield the candidates that end at ``end`` and begin behind ``start``."""
    for size in SIZES:
        first = end - size
        name = found.get((first, end))
        if name and start < first:
            yield name


def _head(found: Found, start: int, end: int) -> Candidate | None:
    """Return the name in the last item of a list that runs on into the sentence.

    It begins the item or follows a title.
    """
    leading = [name for name in beginning(found, start, end) if _leads(name)]
    for first in range(start + 1, end):
        inner = beginning(found, first, end)
        leading += [name for name in inner if _titled_and_followed(name)]
    return best(leading)


def beginning(found: Found, start: int, end: int) -> Iterator[Candidate]:
    """Yield the candidates that begin at ``start`` and end in front of ``end``."""
    for size in SIZES:
        last = start + size
        name = found.get((start, last))
        if name and last < end:
            yield name


def _leads(name: Candidate) -> bool:
    """Tell whether a name is believed at the head of an item."""
    if name.form <= 0:
        return False
    return name.after > 0 or name.form >= WEIGHTS.head_sure


def _titled_and_followed(name: Candidate) -> bool:
    titled = name.before >= WEIGHTS.from_title
    return titled and name.after > 0


def best(names: Iterable[Candidate]) -> Candidate | None:
    """Return the candidate with most points, the first of them on a draw."""
    return max(names, key=points_of, default=None)


def points_of(name: Candidate) -> float:
    """Return the points of a candidate, to sort by."""
    return name.points
