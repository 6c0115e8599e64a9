"""Every run of a surname and a given name, the form of most Chinese names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from typing import Final

from reader.names.weighing.candidate import Candidate, printed
from reader.names.weighing.form import ends_softly, form_points
from reader.names.weighing.surrounding_words import after_points, before_points
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.patterns.characters import HAN, SPACES
from reader.patterns.people_words import FORMS_OF_ADDRESS
from reader.patterns.printed_names import GIVEN, PADDED
from reader.patterns.surnames import LONG_SURNAMES, SURNAMES, SURNAMES_BEGIN

# Where a surname may begin a name: the start of every candidate.   + 王小明 (王)   - 小明
SURNAME_AT: Final = re.compile(
    f"(?=([{SURNAMES_BEGIN}])(?:[{HAN}]|[{SPACES}]{{1,3}}[{HAN}]))"
)


def surnamed(words: Words) -> Iterator[Candidate]:
    """Yield each run of a surname and one or two more characters.

    Those that are plainly part of other words are left out.
    """
    weigh_behind = cache(partial(after_points, words))
    for found in SURNAME_AT.finditer(words.text):
        start = found.start()
        if _amid_known(words, start):
            continue
        ends = _ends(words.text, start)
        if ends:
            yield from _names_at(words, start, ends, weigh_behind)


def _amid_known(words: Words, start: int) -> bool:
    """Tell whether a surname is amid a word of the dictionary: not second, or not last but one."""
    if words.begins(start) or not words.known(start):
        return False
    if start - words.begin[start] > 1:
        return True
    return words.end[start] - start > 2


def _names_at(
    words: Words,
    start: int,
    ends: Sequence[tuple[int, int]],
    weigh_behind: Callable[[int], float],
) -> Iterator[Candidate]:
    """Yield the names at ``start``, each with what stands in front and behind."""
    text = words.text
    before = before_points(words, start)
    titled = before >= WEIGHTS.from_title
    inside = not words.begins(start)
    if inside and not titled and words.known(start):
        return
    # A title inside the same made-up word cuts it as well as a word's end would.
    cut = WEIGHTS.begins_inside if inside and titled else 0.0
    for end, points in _forms(words, start, ends, before).items():
        after = weigh_behind(end)
        form = points - cut
        # A place does not speak.
        if after < WEIGHTS.from_speech and ends_softly(text[start:end]):
            form += WEIGHTS.soft_end
        name = printed(text, start, end)
        yield Candidate(start, end, name, form, before, after)


def _forms(
    words: Words, start: int, ends: Sequence[tuple[int, int]], before: float
) -> dict[int, float]:
    """Return, for each of ``ends`` that a name from ``start`` could have, the points of its form.

    ``before`` weighs the words in front.
    """
    best: dict[int, float] = {}
    for surname, end in ends:
        form = form_points(words, start, end, surname, before)
        if form is not None:
            other = best.get(end, form)
            best[end] = max(form, other)
    return best


def _ends(text: str, start: int) -> list[tuple[int, int]]:
    """Return the length of the surname at ``start`` and each end a name with it could have."""
    ends: list[tuple[int, int]] = []
    if text[start] in SURNAMES:
        given = _ends_of_given(text, start + 1)
        ends += [(1, end) for end in given]
    if text[start : start + 2] in LONG_SURNAMES:
        given = _ends_of_given(text, start + 2)
        ends += [(2, end) for end in given]
    padded = _padded_name(text, start)
    if padded:
        ends.append((1, padded.end()))
    return ends


def _ends_of_given(text: str, first: int) -> list[int]:
    """Return each place where a given name that begins at ``first`` could end."""
    longest = GIVEN.match(text, first)
    if longest is None:
        return []
    ends = range(first + 1, longest.end() + 1)
    return [end for end in ends if text[first:end] not in FORMS_OF_ADDRESS]


def _padded_name(text: str, start: int) -> re.Match[str] | None:
    """Return the name at ``start`` that the typesetter padded."""
    if text[start + 1] not in SPACES or text[start] not in SURNAMES:
        return None
    return PADDED.match(text, start)
