"""Show two versions of a text with their differences marked."""

from __future__ import annotations

from typing import Any

from django import template

from records.diff import runs

register = template.Library()


@register.inclusion_tag("admin/_runs.html")
def differences(old: str, new: str) -> dict[str, Any]:
    """Show both versions in one text: what went is struck out, what came is underlined."""
    return {"runs": runs(old, new), "show_old": True, "show_new": True}


@register.inclusion_tag("admin/_runs.html")
def removed(old: str, new: str) -> dict[str, Any]:
    """Show the old version with what the new one lacks marked."""
    return {"runs": runs(old, new), "show_old": True}


@register.inclusion_tag("admin/_runs.html")
def added(old: str, new: str) -> dict[str, Any]:
    """Show the new version with what the old one lacks marked."""
    return {"runs": runs(old, new), "show_new": True}
