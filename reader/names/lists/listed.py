"""Lists of names: in a list the neighbours vouch for a name that its own words leave in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from reader.names.candidates.shapes import ACCEPT, Candidate
from reader.names.candidates.surrounding_words import TITLED, after_points
from reader.names.lists import listed_patterns as patterns
from reader.names.words import Words
from reader.patterns import (
    characters,
    places_and_things,
    printed_names,
    words_beside_names,
)

Found = Mapping[tuple[int, int], Candidate]

# What each item of a list of two must have on average; every further item makes chance less likely,
# down to the least.
FAIR_SHARE = 2.0
SHARE_DROP = 0.25
LEAST_SHARE = 1.0
# What the names of a list without marks must have on average, and each at least.
RUN_SHARE = 1.5
LEAST_FORM = 1.0
# The sizes of Chinese names, with compound surnames and padding.
SIZES = (2, 3, 4)
# The least form of a name that one other name vouches for.
LIKELY = 2.0
# What standing alone between two marks is worth.
ALONE = 1.0
# The points of a name that is stated, against the pieces of it that look like names too.
STATED = 2 * ACCEPT
# The form of a name that is believed at the head of a sentence whatever follows.
SURE = 2.0
# The form of an item without a surname that is no dictionary word either: 热地, 布赫.
DOUBTFUL = -1.0


def listed(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield the names of every list in ``words``, raised above doubt where most items of the list
    are names.

    ``found`` are the candidates of the same words by their offsets.
    """
    for masked, start, end in stretches(words):
        items = [_best(words, found, *item) for item in items_of(masked, start, end)]
        for run in _runs(items):
            yield from vouched(run, _cue(words.text, run[0].start))


def stretches(words: Words) -> Iterator[tuple[str, int, int]]:
    """Yield the text with what brackets say masked, and the start and end of each stretch that may
    hold a list.
    """
    masked = printed_names.ANNOTATION.sub(lambda m: "\0" * len(m[0]), words.text)
    masked = patterns.NO_SEPARATOR.sub("\0", masked)
    for stretch in patterns.STRETCH.finditer(masked):
        if patterns.SEPARATOR.search(stretch[0]):
            yield masked, *stretch.span()


def _cue(text: str, start: int) -> float:
    return (
        TITLED
        if patterns.LIST_CUE.search(text, max(0, start - patterns.LONGEST_CUE), start)
        else 0.0
    )


def _runs(items: Iterable[Candidate | None]) -> Iterator[list[Candidate]]:
    for is_name, run in groupby(items, key=lambda item: item is not None):
        if is_name:
            yield [item for item in run if item is not None]


def vouched(run: Sequence[Candidate], cue: float = 0.0) -> Iterator[Candidate]:
    """Yield the items of a list, all of them certain, when the list as a whole is one of names."""
    fair = max(LEAST_SHARE, FAIR_SHARE - SHARE_DROP * (len(run) - 2))
    things = sum(
        item.name[-1] in places_and_things.LISTED_THINGS and item.before < TITLED
        for item in run
    )
    if 2 * things >= len(run) > 2 and not cue:
        return
    if len(run) > 1 and cue + sum(map(_share, run)) >= fair * len(run):
        for item in run:
            yield certain(item)


def _share(item: Candidate) -> float:
    return item.form + sum(side for side in (item.before, item.after) if side >= TITLED)


def items_of(
    masked: str, start: int, end: int
) -> Iterator[tuple[int, int, bool, bool]]:
    """Yield the items of one stretch as offsets, and whether each is the first of its list, and the
    last before a sentence goes on.
    """
    between = (
        patterns.BETWEEN_COMMAS
        if "\u3001" in masked[start:end]
        else patterns.BETWEEN_SPACES
    )
    spans = [m.span() for m in between.finditer(masked, start, end)]
    if len(spans) > 1:
        spans[-1:] = _last_two(masked, *spans[-1])
        for index, (first, last) in enumerate(spans):
            yield (
                first,
                last,
                index == 0,
                between is patterns.BETWEEN_COMMAS and index == len(spans) - 1,
            )


def _last_two(masked: str, start: int, end: int) -> list[tuple[int, int]]:
    """Part the last item where 和 joins one more name to the list."""
    joint = patterns.LAST_BUT_ONE.match(masked, start, end)
    return [(start, joint.start(1)), (joint.end(1), end)] if joint else [(start, end)]


def _best(
    words: Words, found: Found, start: int, end: int, first: bool, last: bool
) -> Candidate | None:
    """Return the name of one item: all of it, or what follows a title, or, in the last item, what
    leads it.
    """
    start, end = untailed(found, words.text, *trimmed(words.text, start, end))
    head = _head(found, start, end) if last else None
    every = whole(words, found, start, end)
    if head and every and head.form > every.form:
        return head
    tail = _tail(found, start, end, first)
    if first and every and tail and tail.form > every.form:
        return tail
    return every or tail or head


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the item without the spaces around it and without what brackets say behind it."""
    while start < end and text[start] in characters.SPACES:
        start += 1
    return start, start + len(
        printed_names.ANNOTATION.split(text[start:end])[0].rstrip(characters.SPACES)
    )


def untailed(found: Found, text: str, start: int, end: int) -> tuple[int, int]:
    """Return the item without a word of grammar behind its name.   + 沈浪 | 将   - 李为民, 于谦和、"""
    if text[end : end + 1] in patterns.ENDS_ITEM:
        return start, end
    longer, shorter = found.get((start, end)), found.get((start, end - 1))
    if (
        longer
        and shorter
        and text[end - 1] in words_beside_names.GOES_ON
        and shorter.form > longer.form
    ):
        return start, end - 1
    return start, end


def whole(words: Words, found: Found, start: int, end: int) -> Candidate | None:
    """Return the item that is nothing but a name, None when it cannot be one."""
    if (start, end) in found:
        return found[start, end]._replace(form=found[start, end].form + ALONE)
    name = words.text[start:end]
    if not patterns.SHORT_NAME.fullmatch(name) or any(
        _everyday(words, i, start) for i in range(start, end)
    ):
        return None
    return Candidate(
        start,
        end,
        "".join(name.split()),
        DOUBTFUL + ALONE,
        0.0,
        after_points(words, end),
    )


def _everyday(words: Words, place: int, start: int) -> bool:
    """Tell whether a character of the item at ``start`` is part of an everyday word that no given
    name is made of.
    """
    first, last = words.begin[place], words.end[place]
    given = first == start + 1 and last - first == 2
    return (
        last - first > 1
        and not given
        and words.known(place)
        and not words.tags[first].startswith("nr")
    )


def _tail(found: Found, start: int, end: int, first: bool) -> Candidate | None:
    """Return the name at the end of an item, behind a title; in the first item its own form is
    enough.
    """
    ends = (
        found[end - n, end]
        for n in (2, 3, 4)
        if start < end - n and (end - n, end) in found
    )
    named = [c for c in ends if c.before >= TITLED or (first and c.form > 0)]
    return max(named, key=lambda c: c.points, default=None)


def _head(found: Found, start: int, end: int) -> Candidate | None:
    """Return the name in the last item of a list, which begins it or follows a title and runs on
    into the sentence.
    """
    heads = (
        found[start, start + n]
        for n in (2, 3, 4)
        if start + n < end and (start, start + n) in found
    )
    named = [c for c in heads if c.form > 0 and (c.after > 0 or c.form >= SURE)]
    inner = (
        found.get((first, first + n))
        for first in range(start + 1, end)
        for n in (2, 3, 4)
    )
    named += [
        c for c in inner if c and c.end < end and c.before >= TITLED and c.after > 0
    ]
    return max(named, key=lambda c: c.points, default=None)


def paired(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield the name that 和 joins to one beyond doubt, in front of it or behind."""
    for joint in patterns.JOINED.finditer(words.text):
        ahead = _best_ending(found, joint.start())
        behind = _best_of(
            found.get((joint.end(), joint.end() + size)) for size in SIZES
        )
        for sure, other in ((ahead, behind), (behind, ahead)):
            if (
                sure
                and other
                and sure.points >= ACCEPT > other.points
                and other.form >= LIKELY
            ):
                yield certain(other)


def _best_ending(found: Found, end: int) -> Candidate | None:
    return _best_of(found.get((end - size, end)) for size in SIZES)


def _best_of(candidates: Iterable[Candidate | None]) -> Candidate | None:
    return max(
        (c for c in candidates if c and c.after >= 0),
        key=lambda c: c.points,
        default=None,
    )


def run_together(found: Found) -> Iterator[Candidate]:
    """Yield the names of lists printed without a mark (甲乙丙丁等参加): each begins where the one before
    it ends.
    """
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate in sorted(
        (c for c in found.values() if c.form >= LEAST_FORM), key=lambda c: -c.start
    ):
        rest = best.get(candidate.end)
        if rest or candidate.after > 0:
            points = candidate.form + (rest[0] if rest else 0.0)
            if candidate.start not in best or points > best[candidate.start][0]:
                best[candidate.start] = points, candidate
    place = 0
    for start in sorted(best):
        points, first = best[start]
        if start >= place and first.before > 0:
            chain = list(_chain(best, start))
            place = chain[-1].end
            if len(chain) > 1 and points >= RUN_SHARE * len(chain):
                yield from map(certain, chain)


def _chain(
    best: Mapping[int, tuple[float, Candidate]], start: int
) -> Iterator[Candidate]:
    while start in best:
        yield best[start][1]
        start = best[start][1].end


def certain(item: Candidate, points: float = ACCEPT) -> Candidate:
    """Return a name raised above doubt, to ``points`` at least."""
    return item._replace(after=max(item.after, points - item.form - item.before))


def down_the_page(
    article: Sequence[tuple[Words, Found]],
) -> Iterator[tuple[int, Candidate]]:
    """Yield the names that begin lines which follow one another, with the index of their passage.

    Such a list prints a person a line: the name, what brackets say of it, then a space and who it
    is."""
    heads = [_head_of_line(words, found) for words, found in article]
    place = {id(head): index for index, head in enumerate(heads) if head}
    for run in _runs(heads):
        if len(run) > 2:
            yield from (
                (place[id(item)], raised)
                for item, raised in zip(run, vouched(run), strict=False)
            )


def _head_of_line(words: Words, found: Found) -> Candidate | None:
    head = patterns.HEAD_OF_LINE.match(words.text)
    return whole(words, found, *head.span(1)) if head else None
