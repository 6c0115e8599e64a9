"""Every run of a surname and a given name, the form of most Chinese names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from reader.names.weighing.candidate import Candidate, printed
from reader.names.weighing.form import ends_softly, form_points
from reader.names.weighing.surrounding_words import after_points, before_points
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.patterns.characters import HAN, SPACES, row
from reader.patterns.people_words import FORMS_OF_ADDRESS
from reader.patterns.printed_names import GIVEN, PADDED
from reader.patterns.surnames import LONG_SURNAMES, SURNAMES, SURNAMES_BEGIN

# Where a surname may begin a name: the start of every candidate.   + 王小明 (王)   - 小明
SURNAME_AT: Final = re.compile(
    f"[{SURNAMES_BEGIN}](?=[{HAN}]|[{SPACES}]{{1,3}}[{HAN}])"
)
# Bodies that no given name is: 区政协, 于人大   - 区政
BODIES: Final = frozenset(
    row("政协 人大 政府 党委 纪委 监委 团委 妇联 法院 政法 检察 常委 财政")
)
NO_GIVEN: Final = BODIES | FORMS_OF_ADDRESS
# The longest name without padding: a surname of two characters and a given name of two.
LONGEST: Final = 4
# Of so many runs of this length it is remembered how long the names are that begin them.
KEPT_NAMES: Final = 50_000
# Who leads it follows, so this is no surname.   + 会议由(甲乙)主持, 由(王磊)带队   - 由军主持
BY: Final = "由"
LED_BY: Final = re.compile(
    f"{BY}[{SURNAMES_BEGIN}][{HAN}]{{1,2}}(?:同志)?"
    f"(?:主持|带队|率队|担任|负责|宣布|宣读|陪同|领衔|作[{HAN}]{{0,8}}(?:报告|说明))"
)
# The verb behind a name: 甲乙(作工作报告)   - 甲作
DOES: Final = "作"
DOES_REPORT: Final = re.compile(f"{DOES}[{HAN}]{{0,12}}(?:报告|说明)")


def surnamed(words: Words) -> Iterator[Candidate]:
    """Yield each run of a surname and one or two more characters.

    Those that are plainly part of other words are left out.
    """
    text = words.text
    begin = words.begin
    for found in SURNAME_AT.finditer(text):
        start = found.start()
        is_amid = begin[start] != start
        if is_amid and _is_amid_known(words, start):
            continue
        if text[start] == BY and LED_BY.match(text, start):
            continue
        ends = _ends(text, start)
        if ends:
            yield from _names_at(words, start, ends)


def _is_amid_known(words: Words, start: int) -> bool:
    """Tell whether the word that a surname is amid is one of the dictionary, and the surname not
    second, or not last but one.
    """
    if _is_second_of_three(words, start):
        return False
    return words.is_known(start)


def _is_second_of_three(words: Words, start: int) -> bool:
    """Tell whether a character is the second of a word that has at most one more."""
    if words.begin[start] != start - 1:
        return False
    return words.end[start] <= start + 2


def _names_at(
    words: Words,
    start: int,
    ends: Sequence[tuple[int, int]],
) -> Iterator[Candidate]:
    """Yield the names at ``start``, each with what stands in front and behind."""
    text = words.text
    before = before_points(words, start)
    mended = 0.0
    if words.begin[start] != start:
        if _is_part_of_word(words, start, before):
            return
        mended = _mended_cut_points(before)
    for end, form in _form_points_by_end(words, start, ends, before).items():
        name = printed(text, start, end)
        after = after_points(words, end)
        soft = _soft_end_points(text[start:end], after)
        yield Candidate(
            start,
            end,
            name,
            form + mended + soft,
            before,
            after,
        )


def _is_part_of_word(words: Words, start: int, before: float) -> bool:
    """Tell whether the word around a surname is one of the dictionary, which no title cuts."""
    if before >= WEIGHTS.from_title:
        return False
    return words.is_known(start)


def _mended_cut_points(before: float) -> float:
    """Return what a title gives back that stands inside the same made-up word.

    It cuts the word as well as its end would.
    """
    if before < WEIGHTS.from_title:
        return 0.0
    return -WEIGHTS.begins_inside


def _soft_end_points(run: str, after: float) -> float:
    """Weigh the last characters of a run; a place does not speak."""
    if after >= WEIGHTS.from_speech:
        return 0.0
    if not ends_softly(run):
        return 0.0
    return WEIGHTS.soft_end


def _form_points_by_end(
    words: Words, start: int, ends: Sequence[tuple[int, int]], before: float
) -> dict[int, float]:
    """Return, for each of ``ends`` that a name from ``start`` could have, the points of its form.

    ``before`` weighs the words in front.
    """
    best: dict[int, float] = {}
    for surname, end in ends:
        form = form_points(words, start, end, surname, before)
        if form is None:
            continue
        if end not in best or form > best[end]:
            best[end] = form
    return best


def _ends(text: str, start: int) -> list[tuple[int, int]]:
    """Return the length of the surname at ``start`` and each end a name with it could have."""
    if text[start + 1] in SPACES:
        return _padded_ends(text, start)
    return [
        (surname, start + size)
        for surname, size in _sizes(text[start : start + LONGEST])
        if not _does_report(text, start + surname, start + size)
    ]


def _does_report(text: str, given: int, end: int) -> bool:
    """Tell whether the second character of a given name is the verb behind it."""
    last = end - 1
    if text[last] != DOES or last == given:
        return False
    return DOES_REPORT.match(text, last) is not None


@lru_cache(KEPT_NAMES)
def _sizes(run: str) -> tuple[tuple[int, int], ...]:
    """Return the length of the surname that begins a run, and of each name with it."""
    sizes: list[tuple[int, int]] = []
    if run[0] in SURNAMES:
        sizes += _sizes_with(run, 1)
    if run[:2] in LONG_SURNAMES:
        sizes += _sizes_with(run, 2)
    return tuple(sizes)


def _sizes_with(run: str, surname: int) -> Iterator[tuple[int, int]]:
    """Yield each length that a name with a surname of so many characters could have."""
    following = run[surname : surname + 2]
    for size in _given_sizes(following):
        yield surname, surname + size


def _given_sizes(following: str) -> tuple[int, ...]:
    """Return how many of the two characters behind a surname may be a given name: no body, no
    address.
    """
    longest = GIVEN.match(following)
    if longest is None:
        return ()
    sizes = range(1, longest.end() + 1)
    return tuple(size for size in sizes if following[:size] not in NO_GIVEN)


def _padded_ends(text: str, start: int) -> list[tuple[int, int]]:
    """Return the end of a name that the typesetter padded, with the length of its surname."""
    padded = PADDED.match(text, start)
    if padded and text[start] in SURNAMES:
        return [(1, padded.end())]
    return []
