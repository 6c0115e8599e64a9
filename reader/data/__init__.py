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
    return tuple(_expression(line) for line in _lines("fixed_expressions.tsv"))


@functools.cache
def default_look_alikes() -> Mapping[str, str]:
    """Return, for each character common in names, those that sound or look like it."""
    groups = _lines("look_alikes.txt")
    found: dict[str, str] = {}
    for group in groups:
        for character in group:
            found[character] = found.get(character, "") + group.replace(character, "")
    return found


def _lines(name: str) -> list[str]:
    text = importlib.resources.files(__name__).joinpath(name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _expression(line: str) -> FixedExpression:
    phrase, preferred, first, last, authority = line.split("\t")
    return FixedExpression(phrase, preferred, _day(first), _day(last), authority)


def _day(printed: str) -> dt.date | None:
    return dt.date.fromisoformat(printed) if printed else None
