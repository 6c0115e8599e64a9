"""Wordings in which two pages print one thing: compared by their words alone."""

from __future__ import annotations

import re

NOT_WORDS = re.compile(r"[\W_]+")


def without_marks(words: str) -> str:
    """Return words without the marks and the blanks between them."""
    return NOT_WORDS.sub("", words)


def one_in_other(one: str, other: str, *, shortest: int) -> bool:
    """Tell whether two wordings without marks are the same, or the one of ``shortest`` characters
    at least is within the other.
    """
    short, long = sorted((one, other), key=len)
    if short == long:
        return True
    return len(short) >= shortest and short in long
