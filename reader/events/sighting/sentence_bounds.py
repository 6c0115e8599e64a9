"""Where the sentence around a place of a text begins and ends."""

from __future__ import annotations

import re

from reader.patterns.printed_times import TOKEN
from reader.patterns.sentences import STOP, STOPS

# A sentence is read so far before and behind a place, where nothing else is said.
LONGEST_SENTENCE = 300


def sentence_start(
    text: str, offset: int, limit: int = LONGEST_SENTENCE
) -> int:
    """Return where the sentence begins, at most ``limit`` characters before an offset."""
    floor = max(0, offset - limit)
    stops = [text.rfind(mark, floor, offset) for mark in STOPS]
    behind_stop = max(stops) + 1
    return max(floor, behind_stop)


def sentence_end(text: str, offset: int, limit: int = LONGEST_SENTENCE) -> int:
    """Return where the sentence ends, its stop taken in, at most ``limit`` characters behind."""
    reach = offset + limit
    ceiling = min(len(text), reach)
    stop = STOP.search(text, offset, ceiling)
    if stop is None:
        return ceiling
    return stop.end()


def prints_time(text: str, start: int, end: int) -> bool:
    """Tell whether words print a time; 三号 of 三号会议室 is none."""
    for token in TOKEN.finditer(text, start, end):
        if not token.group().endswith("号"):
            return True
    return False


def up_to(mark: re.Pattern[str], text: str) -> str:
    """Return the words in front of the first match of a pattern, all of them without one."""
    found = mark.search(text)
    if found is None:
        return text
    return text[: found.start()]


def words_before(text: str, offset: int, count: int) -> str:
    """Return so many characters in front of an offset, less where the text begins."""
    start = max(0, offset - count)
    return text[start:offset]
