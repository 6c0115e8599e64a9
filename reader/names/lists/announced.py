"""Lists that words for people announce: there every item that could be a name is one, even an
everyday word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reader.names.candidates.shapes import Candidate, without_form
from reader.names.candidates.surrounding_words import GROUPED, PERSONAL, after_points
from reader.names.lists import announced_patterns as patterns
from reader.names.lists.listed import (
    Found,
    certain,
    items_of,
    stretches,
    trimmed,
    untailed,
)
from reader.names.words import Words, is_word
from reader.patterns import (
    people_words,
    places_and_things,
    printed_names,
    surnames,
    words_beside_names,
)

# What announces a list: nothing, words for people or bodies, words for people alone.
SILENT, GUESTS, PEOPLE = 0, 1, 2
# A first name whose form is no better than this is rather the beginning of a sentence: 从历史、哲学的角度.
NEVER = -4.0
# The form from which a first name stands out from the words in front of it.
PLAIN = 1.0
# The share of the items of such a list that must begin with a surname or be no words at all.
NAME_LIKE = 0.5


def announced(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield every name of the lists in ``words`` that a title, a cue in front or a verb behind
    gives to people.

    ``found`` are the candidates of the same words by their offsets, those of other lists among
    them."""
    for masked, start, end in stretches(words):
        if masked.find("\u3001", start, end) < 0 or patterns.OF_THINGS.search(
            words.text, start, end + 1
        ):
            continue
        spans = [(first, last) for first, last, _, _ in items_of(masked, start, end)]
        if len(spans) < 2:
            continue
        begin, before = _cue(words, found, *spans[0])
        behind = _behind(words.text, spans[-1][0], end)
        if max(before, behind) == SILENT:
            continue
        items = list(_items(words, found, [(begin, spans[0][1]), *spans[1:]]))
        for is_name, run in groupby(items, key=lambda item: item is not None):
            named = [item for item in run if item] if is_name else []
            level = max(
                before if items[0] in named else SILENT,
                behind if items[-1] in named else SILENT,
            )
            if len(named) > 1 and level and _of_people(words, named, level):
                yield from map(certain, named)


def _cue(words: Words, found: Found, start: int, end: int) -> tuple[int, int]:
    """Return where the first name of a list begins that is announced, and what announces it."""
    reach = max(0, start - patterns.REACH)
    for cue, level in (
        (patterns.PEOPLE_FOLLOW, PEOPLE),
        (patterns.GUESTS_FOLLOW, GUESTS),
    ):
        ends = [match.end() for match in cue.finditer(words.text, reach, end)]
        if ends and ends[-1] >= start:
            return ends[-1], level
    ending = [c for n in (2, 3, 4) if (c := found.get((end - n, end)))]
    titled = max(
        (c for c in ending if c.before >= PERSONAL and c.form > NEVER),
        key=_titled_form,
        default=None,
    )
    if titled:
        return titled.start, PEOPLE
    plain = max((c for c in ending if c.form >= PLAIN), key=_titled_form, default=None)
    return (plain.start if plain else start), SILENT


def _behind(text: str, start: int, end: int) -> int:
    """Return what the words behind a list, in or after its last item, say of it."""
    if patterns.PEOPLE_BEFORE.search(text, start, end):
        return PEOPLE
    return GUESTS if patterns.WINNERS_BEFORE.search(text, start, end) else SILENT


def _titled_form(one: Candidate) -> tuple[float, float]:
    return one.before, one.form


def _items(
    words: Words, found: Found, spans: Sequence[tuple[int, int]]
) -> Iterator[Candidate | None]:
    """Yield the name each item is or holds, None for one that cannot be a name."""
    for start, end in spans[:-1]:
        yield from _joined(
            words, found, *untailed(found, words.text, *trimmed(words.text, start, end))
        )
    start, end = trimmed(words.text, *spans[-1])
    yield (
        _leading(words, found, start, end)
        or as_item(words, found, start, end)
        or _titled(found, start, end)
    )


def _joined(
    words: Words, found: Found, start: int, end: int
) -> Iterator[Candidate | None]:
    """Yield the name of an item, or both where 和 joins a name and, behind a title, one more."""
    joint = patterns.JOINED.match(words.text, start, end)
    last = _titled(found, start, end)
    if (
        joint
        and last
        and last.start > joint.end(1)
        and (first := as_item(words, found, *joint.span(1)))
    ):
        yield first
        yield last
    else:
        yield as_item(words, found, start, end) or last


def as_item(words: Words, found: Found, start: int, end: int) -> Candidate | None:
    """Return the item that is a name by its length and is no place, body or word for people."""
    name = words.text[start:end]
    if "\u00b7" in name:
        return found.get((start, end))
    if (
        not patterns.ITEM.fullmatch(name)
        or _is_title(name)
        or not _of_one_piece(words, found, start, end)
    ):
        return None
    long = end - start > 3 and not printed_names.PADDED.fullmatch(name)
    if long and name[:2] not in surnames.LONG_SURNAMES and is_word(name):
        return None
    return found.get((start, end)) or without_form(words, start, end)


def _is_title(name: str) -> bool:
    """Tell whether an item is or ends with a word for people."""
    return name in people_words.FORMS_OF_ADDRESS or any(
        words_beside_names.BEFORE.get(name[-size:], 0.0) >= GROUPED for size in (2, 3)
    )


def _of_one_piece(words: Words, found: Found, start: int, end: int) -> bool:
    """Tell whether an item without a surname is one word of the segmenter's, as phrases are not."""
    one_word = words.begin[start] == start and words.end[start] == end
    return (
        one_word
        or "".join(words.text[start:end].split())[0] in surnames.USUAL_SURNAMES
        or (start, end) in found
    )


def _titled(found: Found, start: int, end: int) -> Candidate | None:
    """Return the name at the end of an item, behind a title."""
    ending = (
        found[end - n, end]
        for n in (2, 3, 4)
        if start < end - n and (end - n, end) in found
    )
    return max(
        (c for c in ending if c.before >= GROUPED), key=lambda c: c.points, default=None
    )


def _leading(words: Words, found: Found, start: int, end: int) -> Candidate | None:
    """Return the name that leads the last item of a list, where the sentence goes on behind it."""
    for last in sorted(
        (start + n for n in (2, 3, 4) if start + n < end),
        key=lambda last: words.end[last - 1] != last,
    ):
        if (
            patterns.GOES_ON.match(words.text, last, end)
            or after_points(words, last) > 1.0
            or _verb(words, last)
        ):
            return (
                as_item(words, found, start, last)
                if words.text[start] in surnames.SURNAMES
                else None
            )
    return None


def _of_people(words: Words, named: Sequence[Candidate], level: int) -> bool:
    """Tell whether enough items are like names, and, where bodies could be meant, not most of them
    places.
    """
    like = sum(
        item.name[0] in surnames.USUAL_SURNAMES or not is_word(item.name)
        for item in named
    )
    things = sum(
        item.name in places_and_things.THINGS
        or (level < PEOPLE and _place(words, item))
        for item in named
    )
    return like >= NAME_LIKE * len(named) > things


def _place(words: Words, item: Candidate) -> bool:
    """Tell whether the dictionary knows an item as a place."""
    return words.tags.get(item.start, "").startswith("ns") and is_word(item.name)


def _verb(words: Words, start: int) -> bool:
    """Tell whether a word that goes on with what people do begins at ``start``."""
    return (
        words.begin[start] == start
        and words.tags[start][0] in words_beside_names.GOING_ON
    )
