"""Tables the reader falls back on when the caller passes none."""

from __future__ import annotations

import datetime as dt
import functools
import importlib.resources
from collections.abc import Mapping

from reader.results import FixedExpression


@functools.cache
def default_expressions() -> tuple[FixedExpression, ...]:
    """Return the shipped fixed expressions: phrase, preferred wording, validity, authority.

    A row whose phrase is its own preferred wording only serves the rules about extra and missing
    characters."""
    lines = _lines("fixed_expressions.tsv")
    return tuple(_expression(line) for line in lines)


@functools.cache
def default_look_alikes() -> Mapping[str, str]:
    """Return, for each character common in names, those that sound or look like it."""
    found: dict[str, str] = {}
    for group in _lines("look_alikes.txt"):
        for character in group:
            others = group.replace(character, "")
            found[character] = found.get(character, "") + others
    return found


def table_rows(name: str) -> list[list[str]]:
    """Return the rows of a table of this folder, each parted at its tabs."""
    return [line.split("\t") for line in _lines(name)]


def _lines(name: str) -> list[str]:
    """Return the rows of a table, without empty lines and those that begin with ``#``."""
    table = importlib.resources.files(__name__).joinpath(name)
    lines = table.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _expression(line: str) -> FixedExpression:
    phrase, preferred, first, last, authority = line.split("\t")
    return FixedExpression(
        phrase,
        preferred,
        valid_from=_day(first),
        valid_to=_day(last),
        authority=authority,
    )


def _day(printed: str) -> dt.date | None:
    return dt.date.fromisoformat(printed) if printed else None
