"""Numbers that papers print: those under which registers know a newspaper, those of pages."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# 2095-0683; the last character may be X, which stands for ten.
ISSN = re.compile(r"(?P<digits>\d{4}-\d{3})(?P<check>[\dX])")
# 43-0013: the province, and the number there.
CN_NUMBER = re.compile(r"\d{2}-\d{4}")
# Two pages printed as one: 4-5, A02-A03.
DOUBLE_PAGE = re.compile(r"[A-Za-z]{0,2}\d{1,4}-[A-Za-z]{0,2}\d{1,4}", re.ASCII)
WEIGHTS = range(8, 1, -1)
MODULUS = 11


def check_issn(text: str) -> None:
    """Raise ``ValidationError`` for what is no ISSN: its form, or its check digit (ISO 3297)."""
    found = ISSN.fullmatch(text)
    if found is None:
        raise ValidationError(_("Not an ISSN: eight characters as 2095-0683."))
    digits = found["digits"].replace("-", "")
    if check_digit(digits) != found["check"]:
        raise ValidationError(_("Not an ISSN: the last character is wrong."))


def check_digit(digits: str) -> str:
    """Return the last character of the ISSN that begins with these seven digits."""
    check = -_weighed(digits) % MODULUS
    if check == MODULUS - 1:
        return "X"
    return str(check)


def _weighed(digits: str) -> int:
    with_weights = zip(digits, WEIGHTS, strict=True)
    return sum(int(digit) * weight for digit, weight in with_weights)


def check_cn_number(text: str) -> None:
    """Raise ``ValidationError`` for what is no CN number without its letters (GB/T 9999)."""
    if CN_NUMBER.fullmatch(text) is None:
        message = _("Not a CN number: two digits and four.")
        raise ValidationError(message)


def sort_label_of(label: str) -> str:
    """Return a page label with its number padded, so that C2 sorts before C10, and the double page
    4-5 behind 4; a label without letters sorts first.
    """
    if DOUBLE_PAGE.fullmatch(label):
        padded = map(_padded, label.split("-"))
        return "-".join(padded)
    return _padded(label)


def _padded(label: str) -> str:
    letters = label.rstrip("0123456789")
    return f"{letters}{label[len(letters) :]:0>4}"
