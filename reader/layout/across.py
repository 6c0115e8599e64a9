"""Tell whether the segmenter sees a word that lies across a cut."""

from __future__ import annotations

import rjieba

# Enough text on each side of a cut.
AROUND = 6


def word_across(before: str, after: str) -> bool:
    """Tell whether a word of the dictionary begins in ``before`` and ends in ``after`` (请来规划|师
    holds 规划师).
    """
    left = before[-AROUND:]
    place = 0
    for word in rjieba.cut(left + after[:AROUND], False):
        end = place + len(word)
        if place < len(left) < end:
            return bool(rjieba.has_word(word))
        place = end
    return False
