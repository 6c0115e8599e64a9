"""The items of a list as offsets, and the name that an item is, holds or begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from reader.names.lists.items_patterns import (
    BETWEEN_COMMAS,
    BETWEEN_SPACES,
    ENDS_ITEM,
    LAST_BUT_ONE,
    NO_SEPARATOR,
    REGIONS,
    SEPARATOR,
    SHORT_NAME,
    STRETCH,
)
from reader.names.lists.placed_item import behind_place
from reader.names.weighing.candidate import Candidate, Found, printed
from reader.names.weighing.surrounding_words import after_points
from reader.names.weights import WEIGHTS
from reader.names.words import KEPT_CUTS, Words
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
    first: bool = False
    last: bool = False

    @property
    def span(self) -> Span:
        """Return where the item stands."""
        return self.start, self.end


def stretches(words: Words) -> tuple[tuple[str, int, int], ...]:
    """Return the text, masked where brackets speak, with start and end of what may hold a list."""
    return _stretches(words.text)


@lru_cache(KEPT_CUTS)
def _stretches(text: str) -> tuple[tuple[str, int, int], ...]:
    masked = ANNOTATION.sub(mask, text)
    masked = NO_SEPARATOR.sub("\0", masked)
    spans = (stretch.span() for stretch in STRETCH.finditer(masked))
    return tuple(
        (masked, *span) for span in spans if SEPARATOR.search(masked, *span)
    )


def mask(said: re.Match[str]) -> str:
    """Return a match as long as before, in characters of which no item is made."""
    return "\0" * len(said[0])


def items_of(masked: str, start: int, end: int) -> list[Item]:
    """Return the items of one stretch of a masked text; none where it holds but one."""
    commas = masked.find("\u3001", start, end) >= 0
    between = BETWEEN_COMMAS if commas else BETWEEN_SPACES
    spans = [item.span() for item in between.finditer(masked, start, end)]
    if len(spans) < 2:
        return []
    *others, last = spans
    spans = [*others, *_last_two(masked, *last)]
    items = [Item(*span) for span in spans]
    items[0] = items[0]._replace(first=True)
    items[-1] = items[-1]._replace(last=commas)
    return items


def _last_two(masked: str, start: int, end: int) -> list[Span]:
    """Part the last item where 和 joins one more name to the list."""
    joint = LAST_BUT_ONE.match(masked, start, end)
    if joint is None:
        return [(start, end)]
    before, behind = joint.span(1)
    return [(start, before), (behind, end)]


def name_of_item(words: Words, found: Found, item: Item) -> Candidate | None:
    """Return the name of one item.

    It is all of it, or what follows a title, or, in the last item, what leads it.
    """
    span = bare(found, words.text, *item.span)
    every = whole(words, found, *span)
    head = None
    if item.last:
        head = _head(found, *span)
    if _is_better_formed(head, every):
        return head
    if every and not item.first:
        return every
    tail = _tail(found, *span, first=item.first)
    tail = tail or behind_place(words, found, *span)
    if _is_better_formed(tail, every):
        return tail
    return every or tail or head


def _is_better_formed(name: Candidate | None, other: Candidate | None) -> bool:
    """Tell whether there are both names, and the first one has the better form."""
    if name is None or other is None:
        return False
    return name.form > other.form


def bare(found: Found, text: str, start: int, end: int) -> Span:
    """Return the item without spaces, brackets, and a word of grammar behind its name.

    ``+`` 沈浪 | 将   ``-`` 李为民, 于谦和、
    """
    span = without_notes(text, start, end)
    start, end = span
    last = end - 1
    if not _may_go_on(text, last):
        return span
    longer = found.get(span)
    shorter = found.get((start, last))
    if _is_better_formed(shorter, longer):
        return start, last
    return span


def _may_go_on(text: str, last: int) -> bool:
    """Tell whether a word of grammar ends an item, and no mark stands behind."""
    if text[last] not in GOES_ON:
        return False
    behind = last + 1
    return not text.startswith(ENDS_ITEM, behind)


def without_notes(text: str, start: int, end: int) -> Span:
    """Return the item without the spaces around it and without what brackets say behind it."""
    said = ANNOTATION.search(text, start, end)
    if said:
        end = said.start()
    return without_spaces(text, start, end)


def without_spaces(text: str, start: int, end: int) -> Span:
    """Return a stretch without the spaces at its start and its end."""
    stretch = text[start:end].lstrip(SPACES)
    start = end - len(stretch)
    bare = stretch.rstrip(SPACES)
    return start, start + len(bare)


def whole(words: Words, found: Found, start: int, end: int) -> Candidate | None:
    """Return the item that is nothing but a name, None when it cannot be one."""
    here = found.get((start, end)) or _doubtful(words, start, end)
    if here is None:
        return None
    form = here.form + WEIGHTS.item_alone
    return here._replace(form=form)


def _doubtful(words: Words, start: int, end: int) -> Candidate | None:
    """Return the item as a name without a surname, None when it holds an everyday word."""
    if not SHORT_NAME.fullmatch(words.text, start, end):
        return None
    if _holds_everyday(words, start, end):
        return None
    return Candidate(
        start,
        end,
        printed(words.text, start, end),
        form=WEIGHTS.item_doubtful,
        before=0.0,
        after=after_points(words, end),
    )


def _holds_everyday(words: Words, start: int, end: int) -> bool:
    """Tell whether an item holds an everyday word."""
    places = range(start, end)
    return any(_is_everyday(words, place, start) for place in places)


def _is_everyday(words: Words, place: int, start: int) -> bool:
    """Tell whether a character of the item at ``start`` is part of an everyday word.

    Words that given names are made of do not count, but behind a region (市 | 发展).
    """
    if words.is_lone(place):
        return False
    first = words.begin[place]
    if first == start + 1 and words.end[first] == first + 2:
        return words.text[start] in REGIONS
    if words.is_person(first):
        return False
    return words.is_known(place)


def _tail(
    found: Found, start: int, end: int, *, first: bool
) -> Candidate | None:
    """Return the name at the end of an item, behind a title.

    In the first item its own form is enough.
    """
    names = ending(found, start, end)
    believed = _is_titled_or_formed if first else _is_titled
    return best(filter(believed, names))


def _is_titled(name: Candidate) -> bool:
    return name.before >= WEIGHTS.from_title


def _is_titled_or_formed(name: Candidate) -> bool:
    if name.form > 0:
        return True
    return _is_titled(name)


def name_runs(items: Iterable[Candidate | None]) -> Iterator[list[Candidate]]:
    """Yield the names that follow one another, with no item between that cannot be one."""
    for is_name, run in groupby(items, key=bool):
        if is_name:
            yield [item for item in run if item is not None]


def ending(found: Found, start: int, end: int) -> Iterator[Candidate]:
    """Yield the candidates that end at ``end`` and begin behind ``start``."""
    for span in spans_ending(end):
        name = found.get(span)
        if name and start < name.start:
            yield name


def spans_ending(end: int) -> list[Span]:
    """Return where Chinese names of each size stand that end at ``end``."""
    return [(end - size, end) for size in SIZES]


def _head(found: Found, start: int, end: int) -> Candidate | None:
    """Return the name in the last item of a list that runs on into the sentence.

    It begins the item or follows a title.
    """
    leading = filter(_leads, beginning(found, start, end))
    names = list(leading)
    for first in range(start + 1, end):
        inner = beginning(found, first, end)
        names += filter(_is_titled_and_followed, inner)
    return best(names)


def beginning(found: Found, start: int, end: int) -> Iterator[Candidate]:
    """Yield the candidates that begin at ``start`` and end in front of ``end``."""
    for span in spans_beginning(start):
        name = found.get(span)
        if name and name.end < end:
            yield name


def spans_beginning(start: int) -> list[Span]:
    """Return where Chinese names of each size stand that begin at ``start``."""
    return [(start, start + size) for size in SIZES]


def _leads(name: Candidate) -> bool:
    """Tell whether a name is believed at the head of an item."""
    if name.form <= 0:
        return False
    if name.after > 0:
        return True
    return name.form >= WEIGHTS.head_sure


def _is_titled_and_followed(name: Candidate) -> bool:
    if name.after <= 0:
        return False
    return _is_titled(name)


def best(names: Iterable[Candidate]) -> Candidate | None:
    """Return the candidate with most points, the first of them on a draw."""
    return max(names, key=attrgetter("points"), default=None)
