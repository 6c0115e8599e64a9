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
            left, right = printed.split(unit, 1)
            count = numeral(left) if left else 1
            rest = right.lstrip("零〇")
            return count * value + (numeral(rest) if rest else 0)
    if "十" in printed:
        return _tens(printed)
    digits = [str(_digit(character)) for character in printed]
    return int("".join(digits))


def _tens(printed: str) -> int:
    left, right = printed.split("十", 1)
    tens = _digit(left) if left else 1
    units = _digit(right) if right else 0
    return tens * 10 + units


def _digit(character: str) -> int:
    if character not in _DIGITS:
        raise ValueError(f"not a numeral: {character!r}")
    return _DIGITS[character]
