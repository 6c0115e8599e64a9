"""Lists that words for people announce.

There every item that could be a name is one, even an everyday word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import chain, filterfalse, groupby

from reader.names.lists.announced_patterns import (
    GOES_ON,
    GUESTS_FOLLOW,
    JOINED,
    OF_THINGS,
    PEOPLE_BEFORE,
    PEOPLE_FOLLOW,
    REACH,
    WINNERS_BEFORE,
)
from reader.names.lists.items import (
    bare,
    best,
    ending,
    items_of,
    stretches,
    without_notes,
)
from reader.names.lists.whole_item import name_in
from reader.names.weighing.candidate import Candidate, Found, certain
from reader.names.weighing.surrounding_words import after_points
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.places_and_things import THINGS
from reader.patterns.surnames import SURNAMES, USUAL_SURNAMES
from reader.patterns.words_beside_names import GOING_ON
from reader.results import Span


class Announced(IntEnum):
    """What announces a list: nothing, words for people or bodies, words for people alone."""

    SILENT = 0
    GUESTS = 1
    PEOPLE = 2


def announced(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield every name of the lists in ``words`` that are announced.

    A title, a cue in front or a verb behind gives them to people. ``found`` are the candidates of
    the same words by their offsets, those of other lists among them.
    """
    for masked, start, end in stretches(words):
        if masked.find("\u3001", start, end) < 0:
            continue
        if OF_THINGS.search(words.text, start, end + 1):
            continue
        items = items_of(masked, start, end)
        spans = [(item.start, item.end) for item in items]
        if spans:
            yield from _names_of(words, found, spans, end)


def _names_of(
    words: Words, found: Found, spans: Sequence[Span], end: int
) -> Iterator[Candidate]:
    """Yield the names of one list, its items at ``spans``, in a stretch that ends at ``end``."""
    (start, until), *others = spans
    begin, before = _cue(words, found, start, until)
    last, _ = spans[-1]
    behind = _behind(words.text, last, end)
    if max(before, behind) == Announced.SILENT:
        return
    cleared = [(begin, until), *others]
    items = list(_items(words, found, cleared))
    for is_name, run in groupby(items, key=bool):
        named = [item for item in run if item is not None]
        if not is_name or len(named) < 2:
            continue
        level = max(
            before if items[0] in named else Announced.SILENT,
            behind if items[-1] in named else Announced.SILENT,
        )
        if level and _of_people(words, named, level):
            yield from map(certain, named)


def _cue(
    words: Words, found: Found, start: int, end: int
) -> tuple[int, Announced]:
    """Return where the first name of a list begins that is announced, and what announces it."""
    for cue, level in (
        (PEOPLE_FOLLOW, Announced.PEOPLE),
        (GUESTS_FOLLOW, Announced.GUESTS),
    ):
        reach = max(0, start - REACH)
        ends = [match.end() for match in cue.finditer(words.text, reach, end)]
        if ends and ends[-1] >= start:
            return ends[-1], level
    # The name may begin anywhere in front of the mark that ends it.
    names = list(ending(found, -1, end))
    titled = max(filter(_titled, names), key=_title_then_form, default=None)
    if titled:
        return titled.start, Announced.PEOPLE
    plain = max(filter(_plain, names), key=_title_then_form, default=None)
    return (plain.start if plain else start), Announced.SILENT


def _titled(name: Candidate) -> bool:
    if name.before < WEIGHTS.from_person:
        return False
    return name.form > WEIGHTS.announced_titled


def _plain(name: Candidate) -> bool:
    return name.form >= WEIGHTS.announced_plain


def _title_then_form(name: Candidate) -> tuple[float, float]:
    return name.before, name.form


def _behind(text: str, start: int, end: int) -> Announced:
    """Return what the words behind a list, in or after its last item, say of it."""
    if PEOPLE_BEFORE.search(text, start, end):
        return Announced.PEOPLE
    if WINNERS_BEFORE.search(text, start, end):
        return Announced.GUESTS
    return Announced.SILENT


def _items(
    words: Words, found: Found, spans: Sequence[Span]
) -> Iterator[Candidate | None]:
    """Yield the name each item is or holds, None for one that cannot be a name."""
    *others, last = spans
    for span in others:
        yield from _joined(words, found, *bare(found, words.text, *span))
    start, end = without_notes(words.text, *last)
    yield (
        _leading(words, found, start, end)
        or name_in(words, found, start, end)
        or _behind_title(found, start, end)
    )


def _joined(
    words: Words, found: Found, start: int, end: int
) -> Iterator[Candidate | None]:
    """Yield the name of an item, or both where 和 joins a name and, behind a title, one more."""
    joint = JOINED.match(words.text, start, end)
    last = _behind_title(found, start, end)
    if joint and last and last.start > joint.end(1):
        first = name_in(words, found, *joint.span(1))
        if first:
            yield first
            yield last
            return
    yield name_in(words, found, start, end) or last


def _behind_title(found: Found, start: int, end: int) -> Candidate | None:
    """Return the name at the end of an item, behind a title."""
    names = ending(found, start, end)
    return best(filter(_of_people_in_front, names))


def _of_people_in_front(name: Candidate) -> bool:
    return name.before >= WEIGHTS.from_group


def _leading(
    words: Words, found: Found, start: int, end: int
) -> Candidate | None:
    """Return the name that leads the last item of a list, where the sentence goes on behind it."""
    ends = range(start + 2, min(start + 5, end))
    whole_words = filter(words.ends, ends)
    cut_words = filterfalse(words.ends, ends)
    for last in chain(whole_words, cut_words):
        if _goes_on(words, last, end):
            if words.text[start] not in SURNAMES:
                return None
            return name_in(words, found, start, last)
    return None


def _goes_on(words: Words, start: int, end: int) -> bool:
    """Tell whether what stands at ``start`` goes on with what people do."""
    if GOES_ON.match(words.text, start, end):
        return True
    if after_points(words, start) > WEIGHTS.announced_behind:
        return True
    tag = words.tag(start)
    return tag[0] in GOING_ON


def _of_people(
    words: Words, named: Sequence[Candidate], level: Announced
) -> bool:
    """Tell whether enough items are like names and few are things.

    Where bodies could be meant, places are things too.
    """
    count = len(named)
    like = sum(map(_like_a_name, named))
    if like < WEIGHTS.announced_like * count:
        return False
    things = 0
    for item in named:
        if item.name in THINGS:
            things += 1
        elif level < Announced.PEOPLE:
            things += _place(words, item)
    return things < WEIGHTS.announced_things * count


def _like_a_name(item: Candidate) -> bool:
    surname = item.name[0]
    return surname in USUAL_SURNAMES or not is_word(item.name)


def _place(words: Words, item: Candidate) -> bool:
    """Tell whether the dictionary knows an item as a place."""
    tag = words.tag(item.start)
    return tag.startswith("ns") and is_word(item.name)
