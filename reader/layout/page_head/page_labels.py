"""Read page labels and the numerals in them."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import NUMERALS

_ZEROS = {"零": 0, "〇": 0, "○": 0, "O": 0}
_ONES = {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
_DIGITS = _ZEROS | _ONES
_TENS = {"十": 10, "百": 100}
_PRINTED_NUMERALS = frozenset(NUMERALS + "○O")

# Between the labels of two pages printed as one.   + 4-5   + 第四、五   + A02/A03
_JOINT: Final = re.compile(r"版?[-\u2014\u2013~\u81f3\u3001,\u00b7/]第?")
_PAGES_OF_A_DOUBLE: Final = 2

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
    label = _bare(printed)
    value = number(label)
    if value is None or label.isascii():
        return label
    return str(value)


def own_label(printed: str) -> str:
    """Return the label that a page prints of itself; two pages printed as one have both (第四、五版 →
    4-5).
    """
    return double_label(printed) or page_label(printed)


def double_label(printed: str) -> str | None:
    """Return the label of two pages printed as one, None for other words: a page and the next."""
    halves = [page_label(half) for half in _JOINT.split(_bare(printed))]
    if len(halves) != _PAGES_OF_A_DOUBLE:
        return None
    letter, first = _letter_and_figures(halves[0])
    other_letter, second = _letter_and_figures(halves[1])
    if not first.isdecimal() or not second.isdecimal():
        return None
    is_next = int(second) == int(first) + 1
    if not is_next or other_letter not in ("", letter):
        return None
    return f"{halves[0]}-{letter}{second}"


def is_several_pages(printed: str) -> bool:
    """Tell whether a label names pages that are not one (1-8版)."""
    joined = _JOINT.search(_bare(printed))
    return bool(joined) and double_label(printed) is None


def _bare(printed: str) -> str:
    """Return a label without 第, 版 and spaces."""
    unspaced = printed.split()
    label = "".join(unspaced)
    label = label.removeprefix("第")
    return label.removesuffix("版")


def is_same_label(one: str, other: str) -> bool:
    """Compare page labels without leading zeros; a label without its section letter contradicts no
    letter.
    """
    pages = own_label(one).split("-")
    others = own_label(other).split("-")
    if len(pages) != len(others):
        return False
    return all(map(_is_same_page, pages, others))


def _is_same_page(one: str, other: str) -> bool:
    letter, figures = _letter_and_figures(one)
    other_letter, other_figures = _letter_and_figures(other)
    if figures.lstrip("0") != other_figures.lstrip("0"):
        return False
    if not letter or not other_letter:
        return True
    return letter == other_letter


def _letter_and_figures(label: str) -> tuple[str, str]:
    label = label.upper()
    return label.rstrip(_FIGURES), label.lstrip(_LETTERS)
