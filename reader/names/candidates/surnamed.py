"""Every run of a surname and a given name, the form of most Chinese names."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    text = words.text
    behind: dict[int, float] = {}
    for found in SURNAME_AT.finditer(text):
        start = found.start()
        inside = start - words.begin[start]
        if inside and not words.known(start):
            inside = 0
        if inside > 1 or (inside and words.end[start] - start > 2):
            continue
        ends = list(_ends(text, start))
        if not ends:
            continue
        before = before_points(words, start)
        if inside and before < WEIGHTS.from_title:
            continue
        for end, form in _forms(words, start, ends, before):
            after = behind.get(end)
            if after is None:
                after = behind[end] = after_points(words, end)
            # A place does not speak.
            if after < WEIGHTS.from_speech and ends_softly(text[start:end]):
                form += WEIGHTS.soft_end
            name = printed(text, start, end)
            yield Candidate(start, end, name, form, before, after)


def _forms(
    words: Words, start: int, ends: list[tuple[int, int]], before: float
) -> Iterator[tuple[int, float]]:
    """Yield each of ``ends`` a name from ``start`` on could have, with the points of its form.

    ``before`` weighs the words in front.
    """
    best: dict[int, float] = {}
    for surname, end in ends:
        form = form_points(words, start, end, surname, before)
        if form is not None:
            other = best.get(end, form)
            best[end] = max(form, other)
    # A title inside the same made-up word cuts it as well as a word's end would.
    titled = before >= WEIGHTS.from_title
    cut = titled and words.begin[start] != start
    more = -WEIGHTS.begins_inside if cut else 0.0
    for end, form in best.items():
        yield end, form + more


def _ends(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the length of the surname at ``start`` and each end a name with it could have."""
    surnames = [1] if text[start] in SURNAMES else []
    if text[start : start + 2] in LONG_SURNAMES:
        surnames.append(2)
    for surname in surnames:
        first = start + surname
        longest = GIVEN.match(text, first)
        if longest is None:
            continue
        for end in range(first + 1, longest.end() + 1):
            if text[first:end] not in FORMS_OF_ADDRESS:
                yield surname, end
    padded = text[start + 1] in SPACES and PADDED.match(text, start)
    if padded and 1 in surnames:
        yield 1, padded.end()
