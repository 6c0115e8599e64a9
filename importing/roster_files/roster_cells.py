"""The cells of a roster's row: a place in the list, a day, a person."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.models import Newspaper
from people.models import Person

# 2021-09-26, 2021/9/26, 2021.9.26; the Chinese way with year, month and day.
DAY = re.compile(
    r"(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?", re.ASCII
)
# 7 and what spreadsheets make of it.
PLACE = re.compile(r"(\d{1,6})(?:\.0)?")
LONGEST_NAME = 60
# Lists pad names of two characters to the width of three.
PADDED = re.compile(r"[\u4e00-\u9fff](?: +[\u4e00-\u9fff])+")


# What a spreadsheet takes for the beginning of a formula, and what stops it.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
ESCAPE = "'"


def escaped(cell: object) -> object:
    """Return a cell as it may go out: words that begin like a formula are marked as words."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return ESCAPE + cell
    return cell


def cell_words(cell: Any) -> str:
    """Return the words of a cell on one line without the mark of ``escaped``, "" for an empty
    one.
    """
    if cell is None:
        return ""
    if isinstance(cell, dt.datetime):
        cell = cell.date()
    words = " ".join(str(cell).split())
    unmarked = words.removeprefix(ESCAPE)
    if unmarked.startswith(FORMULA):
        return unmarked
    return words


def name_in_cell(cell: Any) -> str:
    """Return a name without the spaces that pad it in a list."""
    name = cell_words(cell)
    if PADDED.fullmatch(name):
        return name.replace(" ", "")
    return name


def place_in_cell(cell: Any) -> int:
    """Return a place in the list, from 1; raise ``ValidationError`` for anything else."""
    words = cell_words(cell)
    found = PLACE.fullmatch(words)
    place = int(found[1]) if found else 0
    if place < 1:
        message = _("“%(cell)s” is no place in a list")
        raise ValidationError(message % {"cell": words})
    return place


def day_in_cell(cell: Any) -> dt.date | None:
    """Return a day, None for an empty cell; raise ``ValidationError`` for what is none."""
    words = cell_words(cell)
    if not words:
        return None
    found = DAY.fullmatch(words)
    try:
        year, month, day = map(int, found.groups() if found else ())
        return dt.date(year, month, day)
    except ValueError as error:
        message = _("“%(cell)s” is no day; write it as 2021-09-26")
        raise ValidationError(message % {"cell": words}) from error


def person_of(
    name: str, number: str, newspaper: Newspaper | None
) -> Person | None:
    """Return the person a row means: of this number, or who alone bears the name, in the paper's
    authority list where several do; None for nobody known.

    Raise ``ValidationError`` where it is not clear who is meant.
    """
    if not name:
        raise ValidationError(_("there is no name"))
    if len(name) > LONGEST_NAME:
        raise ValidationError(_("the name is too long"))
    bearers = _bearers(name)
    if number:
        return _numbered(name, number, bearers)
    people = list(bearers.values())
    if len(people) > 1 and newspaper is not None:
        listed = newspaper.people.filter(pk__in=bearers)
        people = list(listed) or people
    if len(people) > 1:
        keys = ", ".join(str(person.pk) for person in people)
        message = _(
            "several people are called %(name)s (%(keys)s); say in the column of numbers who it is"
        )
        raise ValidationError(message % {"name": name, "keys": keys})
    return people[0] if people else None


def _bearers(name: str) -> dict[int, Person]:
    """Return who bears a name as their own or another; two questions, each answered by an index."""
    own = Person.objects.filter(name=name)
    others = Person.objects.filter(other_names__name=name)
    return {person.pk: person for person in (*own, *others)}


def _numbered(name: str, number: str, bearers: dict[int, Person]) -> Person:
    person = _of_number(number, bearers)
    if person is None:
        message = _("nobody of number %(number)s is called %(name)s")
        raise ValidationError(message % {"number": number, "name": name})
    return person


def _of_number(number: str, bearers: dict[int, Person]) -> Person | None:
    found = PLACE.fullmatch(number)
    if found is None:
        return None
    return bearers.get(int(found[1]))
