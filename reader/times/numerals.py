"""Values of printed numbers."""

from __future__ import annotations

_DIGITS = {
    character: value for value, character in enumerate("〇一二三四五六七八九")
} | {
    "零": 0,
    "○": 0,
}
_GREAT_UNITS = (("千", 1000), ("百", 100))


def numeral(printed: str) -> int:
    """Return the value of digits or a Chinese numeral: 27, 二十七, 十四, 二〇二一.

    Raise ValueError when it is neither.
    """
    if printed.isdecimal():
        return int(printed)
    for unit, value in _GREAT_UNITS:
        if unit in printed:
            return _parted(printed, unit, value)
    if "十" in printed:
        return _tens(printed)
    return _digit_by_digit(printed)


def _parted(printed: str, unit: str, value: int) -> int:
    """Return what stands before 百 or 千 times its value, and what stands behind it."""
    left, right = printed.split(unit, 1)
    rest = right.lstrip("零〇")
    count = 1
    if left:
        count = numeral(left)
    if not rest:
        return count * value
    return count * value + numeral(rest)


def _tens(printed: str) -> int:
    left, right = printed.split("十", 1)
    tens = 1
    if left:
        tens = _digit(left)
    if not right:
        return tens * 10
    return tens * 10 + _digit(right)


def _digit_by_digit(printed: str) -> int:
    number = 0
    for character in printed:
        number = number * 10 + _digit(character)
    return number


def _digit(character: str) -> int:
    if character not in _DIGITS:
        raise ValueError(f"not a numeral: {character!r}")
    return _DIGITS[character]
