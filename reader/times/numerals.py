"""Values of printed numbers."""

from __future__ import annotations

_DIGITS = {
    character: value for value, character in enumerate("〇一二三四五六七八九")
} | {
    "零": 0,
    "○": 0,
}
# 廿九, 卅一: tens of one character
_TENS = {"廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000}


def numeral(printed: str) -> int:
    """Return the value of digits or a Chinese numeral: 27, 二十七, 廿七, 十四, 二〇二一; both mixed are
    read the same way (二0二一, 第三6次).

    Raise ValueError when it is neither.
    """
    if printed.isdecimal():
        return int(printed)
    whole = 0
    counted = 0
    for character in printed:
        unit = _UNITS.get(character)
        if character in _TENS:
            whole += _TENS[character]
        elif unit is None:
            counted = counted * 10 + _digit(character)
        else:
            whole += (counted or 1) * unit
            counted = 0
    return whole + counted


def _digit(character: str) -> int:
    if character.isdecimal():
        return int(character)
    if character not in _DIGITS:
        raise ValueError(f"not a numeral: {character!r}")
    return _DIGITS[character]
