"""Read page labels and the numerals in them."""

from __future__ import annotations

from reader.patterns.characters import NUMERALS

_ZEROS = {"零": 0, "〇": 0, "○": 0, "O": 0}
_ONES = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
_DIGITS = _ZEROS | _ONES
_TENS = {"十": 10, "百": 100}
_PRINTED_NUMERALS = frozenset(NUMERALS + "○O")

_FIGURES = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def number(numeral: str) -> int | None:
    """Return the value of a Chinese numeral up to 999 or of digits (第十二 → 12), None for other
    words.
    """
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if not numeral or not _PRINTED_NUMERALS.issuperset(numeral):
        return None
    if _TENS.keys().isdisjoint(numeral):
        return _spelled(numeral)
    return _counted(numeral)


def _spelled(numeral: str) -> int:
    """Return the value of a numeral that gives one digit after the other."""
    value = 0
    for char in numeral:
        value = value * 10 + _DIGITS[char]
    return value


def _counted(numeral: str) -> int:
    """Return the value of a numeral that counts in tens and hundreds."""
    total = digit = 0
    for char in numeral:
        if char in _DIGITS:
            digit = _DIGITS[char]
        else:
            total += (digit or 1) * _TENS[char]
            digit = 0
    return total + digit


def page_label(printed: str) -> str:
    """Return a page label as printed without 第, 版 and spaces, Chinese numerals as digits (第四版 →
    4).
    """
    label = "".join(printed.split())
    label = label.removeprefix("第")
    label = label.removesuffix("版")
    value = number(label)
    if value is None or label.isascii():
        return label
    return str(value)


def is_same_label(one: str, other: str) -> bool:
    """Compare page labels without leading zeros; a label without its section letter contradicts no
    letter.
    """
    letter, digits = _letter_and_digits(one)
    other_letter, other_digits = _letter_and_digits(other)
    if digits != other_digits:
        return False
    if not letter or not other_letter:
        return True
    return letter == other_letter


def _letter_and_digits(printed: str) -> tuple[str, str]:
    label = page_label(printed)
    label = label.upper()
    letter = label.rstrip(_FIGURES)
    digits = label.lstrip(_LETTERS)
    return letter, digits.lstrip("0")
