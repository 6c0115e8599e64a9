"""Show two versions of a text with their differences marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import template

from records.diff import runs

register = template.Library()
# Characters beside a change that tell where it is.
BESIDE = 30


@register.inclusion_tag("admin/_runs.html")
def differences(old: str, new: str) -> dict[str, Any]:
    """Show both versions in one text: what went is struck out, what came is underlined."""
    pieces = _marked(old, new)
    return {"pieces": pieces}


@register.inclusion_tag("admin/_runs.html")
def changed_words(old: str, new: str) -> dict[str, Any]:
    """Show both versions in one text as ``differences`` does, of what stays the same only what
    stands beside a change.
    """
    pieces = list(_marked(old, new))
    last = len(pieces) - 1
    shown = []
    for place, (mark, words) in enumerate(pieces):
        if not mark:
            words = _beside(words, place == 0, place == last)
        shown.append((mark, words))
    return {"pieces": shown}


def _beside(words: str, is_first: bool, is_last: bool) -> str:
    """Return the beginning and the end of words that stay, as far as a change is beside them."""
    beginning = "" if is_first else words[:BESIDE]
    end = "" if is_last else words[-BESIDE:]
    short = f"{beginning}…{end}"
    return short if len(short) < len(words) else words


@register.inclusion_tag("admin/_runs.html")
def removed(old: str, new: str) -> dict[str, Any]:
    """Show the old version with what the new one lacks marked."""
    pieces = _without("ins", old, new)
    return {"pieces": pieces}


@register.inclusion_tag("admin/_runs.html")
def added(old: str, new: str) -> dict[str, Any]:
    """Show the new version with what the old one lacks marked."""
    pieces = _without("del", old, new)
    return {"pieces": pieces}


def _without(left_out: str, old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces without those of one mark."""
    pieces = _marked(old, new)
    for mark, words in pieces:
        if mark != left_out:
            yield mark, words


def _marked(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield both versions piece by piece, each with the name of its mark: del, ins, '' for none."""
    for run in runs(old, new):
        if run.is_kept:
            yield "", run.old
            continue
        if run.old:
            yield "del", run.old
        if run.new:
            yield "ins", run.new
