"""Lists that words for people announce.

There every item that could be a name is one, even an everyday word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import filterfalse

from reader.names.lists.announced_patterns import (
    GOES_ON,
    JOINED,
    OF_THINGS,
)
from reader.names.lists.announcement import (
    Announced,
    announced_before,
    announced_behind,
)
from reader.names.lists.items import (
    bare,
    best,
    ending,
    items_of,
    name_runs,
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


def announced(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield every name of the lists in ``words`` that are announced.

    A title, a cue in front or a verb behind gives them to people. ``found`` are the candidates of
    the same words by their offsets, those of other lists among them.
    """
    for masked, start, end in stretches(words):
        if masked.find("\u3001", start, end) < 0:
            continue
        behind = end + 1
        if OF_THINGS.search(words.text, start, behind):
            continue
        items = items_of(masked, start, end)
        spans = [item.span for item in items]
        if not spans:
            continue
        yield from _names_of(words, found, spans, end)


def _names_of(
    words: Words, found: Found, spans: Sequence[Span], end: int
) -> Iterator[Candidate]:
    """Yield the names of one list, its items at ``spans``, in a stretch that ends at ``end``."""
    first, *others = spans
    begin, before = announced_before(words, found, *first)
    last, _ = spans[-1]
    behind = announced_behind(words.text, last, end)
    if max(before, behind) == Announced.SILENT:
        return
    cleared = [(begin, first[1]), *others]
    items = list(_items(words, found, cleared))
    for run in name_runs(items):
        level = _level(run, items, before, behind)
        if level and _are_people(words, run, level):
            yield from map(certain, run)


def _level(
    run: Sequence[Candidate],
    items: Sequence[Candidate | None],
    before: Announced,
    behind: Announced,
) -> Announced:
    """Return what announces the names of a run: only one at an end of the list is beside it."""
    level = Announced.SILENT
    if len(run) < 2:
        return level
    if run[0] is items[0]:
        level = before
    if run[-1] is items[-1]:
        level = max(level, behind)
    return level


def _items(
    words: Words, found: Found, spans: Sequence[Span]
) -> Iterator[Candidate | None]:
    """Yield the name each item is or holds, None for one that cannot be a name."""
    *others, last = spans
    for span in others:
        item = bare(found, words.text, *span)
        yield from _joined(words, found, item)
    item = without_notes(words.text, *last)
    yield (
        _leading(words, found, *item)
        or name_in(words, found, *item)
        or _behind_title(found, item)
    )


def _joined(
    words: Words, found: Found, item: Span
) -> Iterator[Candidate | None]:
    """Yield the name of an item, or both where 和 joins a name and, behind a title, one more."""
    last = _behind_title(found, item)
    first = _before_joint(words, found, item, last)
    if first:
        yield first
        yield last
    else:
        yield name_in(words, found, *item) or last


def _before_joint(
    words: Words, found: Found, item: Span, last: Candidate | None
) -> Candidate | None:
    """Return the name that 和 joins to the ``last`` one of an item."""
    joint = JOINED.match(words.text, *item)
    if joint is None:
        return None
    if last is None or last.start <= joint.end(1):
        return None
    return name_in(words, found, *joint.span(1))


def _behind_title(found: Found, item: Span) -> Candidate | None:
    """Return the name at the end of an item, behind a title."""
    names = ending(found, *item)
    return best(filter(_is_behind_people, names))


def _is_behind_people(name: Candidate) -> bool:
    return name.before >= WEIGHTS.from_group


def _leading(
    words: Words, found: Found, start: int, end: int
) -> Candidate | None:
    """Return the name that leads the last item of a list, where the sentence goes on behind it."""
    if words.text[start] not in SURNAMES:
        return None
    last = _end_of_leading(words, start, end)
    if last is None:
        return None
    return name_in(words, found, start, last)


def _end_of_leading(words: Words, start: int, end: int) -> int | None:
    """Return where the sentence goes on behind a name that begins at ``start``.

    It does rather behind a word than inside one.
    """
    for last in _ends(words, start, end):
        if _goes_on(words, last, end):
            return last
    return None


def _ends(words: Words, start: int, limit: int) -> Iterator[int]:
    """Yield where a name could end that begins at ``start``, the ends of words first."""
    longest = min(start + 5, limit)
    ends = range(start + 2, longest)
    yield from filter(words.ends, ends)
    yield from filterfalse(words.ends, ends)


def _goes_on(words: Words, start: int, end: int) -> bool:
    """Tell whether what stands at ``start`` goes on with what people do."""
    if GOES_ON.match(words.text, start, end):
        return True
    if after_points(words, start) > WEIGHTS.announced_behind:
        return True
    return words.kind(start) in GOING_ON


def _are_people(
    words: Words, named: Sequence[Candidate], level: Announced
) -> bool:
    """Tell whether enough items are like names and few are things.

    Where bodies could be meant, places are things too.
    """
    count = len(named)
    like = sum(map(_is_like_a_name, named))
    least = WEIGHTS.announced_like * count
    if like < least:
        return False
    things = _count_of_things(words, named, level)
    most = WEIGHTS.announced_things * count
    return things < most


def _count_of_things(
    words: Words, named: Sequence[Candidate], level: Announced
) -> int:
    """Count the items that are things."""
    return sum(_is_thing(words, item, level) for item in named)


def _is_thing(words: Words, item: Candidate, level: Announced) -> bool:
    """Tell whether an item is a thing, or a place where bodies could be meant."""
    if item.name in THINGS:
        return True
    if level == Announced.PEOPLE:
        return False
    return _is_place(words, item)


def _is_like_a_name(item: Candidate) -> bool:
    name = item.name
    if name[0] in USUAL_SURNAMES:
        return True
    return not is_word(name)


def _is_place(words: Words, item: Candidate) -> bool:
    """Tell whether the dictionary knows an item as a place."""
    tag = words.tag(item.start)
    if not tag.startswith("ns"):
        return False
    return is_word(item.name)
