"""Names that do not begin with a Chinese surname: minority and foreign names, with a dot or by
their sounds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reader.names.candidates import foreign_patterns as patterns
from reader.names.candidates.shapes import ACCEPT, KNOWN_WORD, Candidate
from reader.names.candidates.surrounding_words import (
    TITLED,
    after_points,
    before_points,
)
from reader.names.words import Words, is_word
from reader.patterns import (
    characters,
    foreign_sounds,
    minorities,
    places_and_things,
    printed_names,
    surnames,
    words_beside_names,
)
from reader.results import Span

# The form of a name of two parts or more, of one part, of one part that is also a word.
COMPOSED = 3.5
ALONE = 2.0
WORD_ALONE = 0.5


def dotted(words: Words) -> Iterator[Candidate]:
    """Yield dotted names, cut free of the words that run into them; titles of works and house names
    are left out.
    """
    text = words.text
    for first, until in _dotted(text) if characters.DOTS in text else ():
        dot = text.index("\u00b7", first)
        hyphen = text.find("-", first, dot) + 1
        start = (
            dot + 1
            if text[first:dot] in patterns.DYNASTIES
            else _left(words, hyphen or first, dot)
        )
        if hyphen and start == hyphen:
            start = _left(words, first, hyphen - 1)
        last = max(start, text.rfind("\u00b7", start, until) + 1)
        end = _end_of_sounds(words, last, _right(words, last, until))
        if _of_person(words, start, end):
            yield Candidate(
                start,
                end,
                text[start:end],
                2 * ACCEPT,
                before_points(words, start),
                max(0.0, after_points(words, end)),
            )


def _dotted(text: str) -> Iterator[Span]:
    """Yield the runs that hold a dotted name, each of two that are joined (甲·乙和丙·丁) on its own."""
    for found in printed_names.DOTTED.finditer(text):
        if (
            text[found.start() - 1 : found.start()] == "\u300a"
            or text[found.end() : found.end() + 1] == "\u300b"
        ):
            continue
        start = found.start()
        for joint in patterns.JOINS_DOTTED.finditer(text, start, found.end()):
            if characters.DOTS in text[start : joint.start()]:
                yield start, joint.start()
                start = joint.end()
        yield start, found.end()


def _left(words: Words, limit: int, dot: int) -> int:
    """Return where the part in front of ``dot`` begins: its last word, and more words as long as
    they write sounds.
    """
    for first in range(limit, dot - 1):
        if minorities.PARTS.fullmatch(words.text, first, dot):
            return first
    start = max(limit, words.begin[dot - 1])
    if start == limit and (limit == 0 or words.tags[words.begin[limit - 1]] == "x"):
        return start
    if not words.known(dot - 1):
        start = max(
            (
                i + 1
                for i in range(start, dot - 1)
                if words.text[i] not in foreign_sounds.SOUNDS
            ),
            default=start,
        )
    while (
        start > limit
        and _sounds(words, words.begin[start - 1])
        and words.begin[start - 1] >= limit
    ):
        start = words.begin[start - 1]
    return start


def _right(words: Words, start: int, limit: int) -> int:
    """Return where the part behind the last dot ends: its first word, and more as long as they
    write sounds.
    """
    whole = patterns.WHOLE.match(words.text, start) or patterns.UP_TO_A_MARK.match(
        words.text, start
    )
    if whole:
        return whole.end()
    end = min(limit, words.end[start])
    while (
        end < limit
        and words.end[end] <= limit
        and _sounds(words, end)
        and not _goes_on(words, end)
    ):
        end = words.end[end]
    while (
        end < limit
        and not words.known(end)
        and words.text[end] in foreign_sounds.SOUNDS
        and not _goes_on(words, end)
    ):
        end += 1
    return end


def _goes_on(words: Words, start: int) -> bool:
    """Tell whether the sentence goes on at ``start`` with a verb or the like of one character."""
    return (
        words.end[start] - start == 1
        and words.tags.get(start, "x")[0] in words_beside_names.NEVER_LEFT_OVER
    )


def _sounds(words: Words, start: int) -> bool:
    """Tell whether the word at ``start`` is new, a person's or a lone character, and writes foreign
    sounds.
    """
    word = text_of(words, start)
    strange = (
        len(word) == 1
        or not is_word(word)
        or words.tags.get(start, "").startswith("nr")
    )
    return strange and foreign_sounds.SOUNDS.issuperset(word)


def _of_person(words: Words, start: int, end: int) -> bool:
    """Tell whether a dotted run names a person: a part of two or more characters that is no
    everyday word.
    """
    first = start
    for part in words.text[start:end].split("\u00b7"):
        if len(part) > 1 and (
            words.tags.get(first, "").startswith("nr")
            or not words.known(first)
            or _sounds(words, first)
        ):
            return True
        first += len(part) + 1
    return (
        words.text[end - 1] in surnames.CLEAR_SURNAMES
        and words.text[end - 2] == "\u00b7"
    )


def composed(
    words: Words, found: Mapping[tuple[int, int], Candidate]
) -> Iterator[Candidate]:
    """Yield runs of the parts that the names of China's peoples are made of; one part alone needs
    more around it.

    ``found`` are the candidates with a Chinese surname; a run that looks better as such a name
    stays one."""
    for run in minorities.PARTS.finditer(words.text):
        start, end = run.span()
        before = before_points(words, start)
        if words.begin[start] < start and before < TITLED:
            continue
        form = COMPOSED
        if run[0] in minorities.ALL:
            form = WORD_ALONE if run[0] in patterns.WORDS else ALONE
        other = found.get((start, end))
        if (other is None or other.form < form) and not patterns.NOT_BEHIND.match(
            words.text, end
        ):
            yield Candidate(start, end, run[0], form, before, after_points(words, end))


def short_forms(names: Iterable[str]) -> frozenset[str]:
    """Return the parts by which dotted names are called again (卡洛斯·门德斯, then 门德斯)."""
    return frozenset(
        part
        for name in names
        if "\u00b7" in name
        for part in name.split("\u00b7")
        if len(part) > 1
    )


def sounded(
    words: Words, found: Mapping[tuple[int, int], Candidate]
) -> Iterator[Candidate]:
    """Yield runs of words that write foreign sounds and are no known place, weighed by title and
    verb as others are.

    ``found`` are the candidates with a Chinese surname; a run that looks better as a foreign name
    replaces one."""
    for run in foreign_sounds.SOUNDED.finditer(words.text):
        for first, last, form in _sound_runs(
            words, run.start(), _end_of_sounds(words, *run.span())
        ):
            name = words.text[first:last]
            if name[:2] == 2 * name[0]:
                continue
            other = found.get((first, last))
            if name not in places_and_things.FOREIGN_PLACES and (
                other is None or other.form < form
            ):
                yield Candidate(
                    first,
                    last,
                    name,
                    form,
                    _before_foreign(words, first),
                    after_points(words, last),
                )


def _end_of_sounds(words: Words, start: int, end: int) -> int:
    """Return where a run of sounds ends, without a word of grammar that the segmenter took into its
    last new word.
    """
    while (
        end - start > 3
        and words.text[end - 1] in words_beside_names.GOES_ON
        and not words.known(end - 1)
    ):
        end -= 1
    return end


def _before_foreign(words: Words, start: int) -> float:
    """Weigh the words in front; behind a preposition of place a foreign word is rather a place."""
    return (
        -1.0
        if words.text[start - 1 : start] in patterns.PLACE_BEFORE
        else before_points(words, start)
    )


def _sound_runs(words: Words, start: int, end: int) -> Iterator[tuple[int, int, float]]:
    """Yield the stretches of words between ``start`` and ``end`` that could be a foreign name, with
    points for form.
    """
    start = words.begin[start] if words.begin[start] == start else words.end[start]
    first, strange = start, False
    while start < end and words.end[start] <= end:
        word = text_of(words, start)
        everyday = (
            len(word) > 1
            and is_word(word)
            and not words.tags.get(start, "").startswith("nr")
        )
        if everyday:
            if strange and start - first > 1:
                yield first, start, _sound_points(words, first, start)
            if words.tags[start].startswith("n"):
                yield start, words.end[start], KNOWN_WORD
            first, strange = words.end[start], False
        strange = strange or (len(word) > 1 and not everyday)
        start = words.end[start]
    if strange and start - first > 1:
        yield first, start, _sound_points(words, first, start)


def _sound_points(words: Words, start: int, end: int) -> float:
    """Weigh a run of sounds: one new word of several characters is the surest."""
    return (
        1.0
        + (0.5 + (words.end[start] == end) if end - start > 2 else 0.0)
        + 0.5 * (end - start > 3)
    )


def text_of(words: Words, start: int) -> str:
    """Return the word that begins at ``start``."""
    return words.text[start : words.end[start]]
