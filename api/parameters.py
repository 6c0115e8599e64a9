"""What a query may hold: a refusal names the parameter to blame and the nearest valid word."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from rapidfuzz import process
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

# Of any number that the database takes.
MOST_DIGITS = 18


def refusal(parameter: str, message: str) -> ValidationError:
    """Return the error that blames this parameter."""
    return ValidationError({parameter: [message]})


def with_nearest(message: str, wrong: str, valid: Iterable[str]) -> str:
    """Return the message with the valid word most like the wrong one behind it, if there is any."""
    best = process.extractOne(wrong, sorted(valid))
    if best is None:
        return message
    word = best[0]
    nearest = _("The nearest is “%s”.") % word
    return f"{message} {nearest}"


def refuse_unknown(request: Request, known: Iterable[str]) -> None:
    """Raise a ``ValidationError`` that names the parameter which is not known, is empty, or is
    given twice.
    """
    known = list(known)
    for name, values in request.query_params.lists():
        if name not in known:
            unknown = _("Unknown parameter “%s”.") % name
            nearest = with_nearest(unknown, name, known)
            raise refusal(name, nearest)
        if len(values) > 1:
            twice = _("Give “%s” only once.") % name
            raise refusal(name, twice)
        if not values[0]:
            empty = _("“%s” is empty; leave it out or give it a value.") % name
            raise refusal(name, empty)


def number_asked(
    request: Request, name: str, default: int, allowed: range
) -> int:
    """Return the number that a parameter gives, ``default`` without it; raise a ``ValidationError``
    for what is none of the allowed ones.
    """
    text = request.query_params.get(name)
    if text is None:
        return default
    number = int(text) if _is_short_number(text) else -1
    if number not in allowed:
        ends = {"first": allowed[0], "last": allowed[-1]}
        limits = _("Give a number from %(first)d to %(last)d.") % ends
        raise refusal(name, limits)
    return number


def _is_short_number(text: str) -> bool:
    """Tell whether these are few enough digits to be turned into a number."""
    is_number = text.isascii() and text.isdecimal()
    if not is_number:
        return False
    return len(text) <= MOST_DIGITS
