"""Show two versions of a text with their differences marked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import template

from desk.article_panels import shortened
from records.diff import runs

register = template.Library()
# As many characters of what stayed tell where a change stands.
KEPT_BESIDE = 80


@register.inclusion_tag("admin/_runs.html")
def differences(old: str, new: str) -> dict[str, Any]:
    """Show both versions in one text: what went is struck out, what came is underlined."""
    pieces = _marked(old, new)
    return {"pieces": pieces}


@register.inclusion_tag("admin/_runs.html")
def folded_differences(old: str, new: str) -> dict[str, Any]:
    """Show both versions in one text like ``differences``; of what stayed only the ends beside a
    change.
    """
    pieces = [(mark, _folded(mark, words)) for mark, words in _marked(old, new)]
    return {"pieces": pieces}


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


def _folded(mark: str, words: str) -> str:
    """Return words that stayed with their middle left out, others as they are."""
    return words if mark else shortened(words, KEPT_BESIDE)
