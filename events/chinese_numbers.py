"""Numbers as Chinese print writes them, read and written."""

from __future__ import annotations

from django.utils.translation import get_language

NUMERALS = "〇一二三四五六七八九"
HUNDRED = "百"
TEN = "十"


def speaks_chinese() -> bool:
    """Tell whether the language spoken is Chinese."""
    return (get_language() or "").startswith("zh")


def number_told(number: int) -> str:
    """Return a number as titles of the language spoken write it."""
    return chinese_number(number) if speaks_chinese() else str(number)


def chinese_number(number: int) -> str:
    """Return a number up to 99 in Chinese numerals, a larger one in digits."""
    if number > 99:
        return str(number)
    tens, ones = divmod(number, 10)
    if not tens:
        return NUMERALS[ones]
    before = NUMERALS[tens] if tens > 1 else ""
    behind = NUMERALS[ones] if ones else ""
    return f"{before}{TEN}{behind}"


def number_of(printed: str) -> int:
    """Return the value of a number as titles print it, up to some hundreds."""
    if printed.isdecimal():
        return int(printed)
    total = 0
    digit = 0
    for character in printed:
        if character == HUNDRED:
            total += 100 * (digit or 1)
            digit = 0
        elif character == TEN:
            total += 10 * (digit or 1)
            digit = 0
        else:
            digit = NUMERALS.index(character)
    return total + digit
