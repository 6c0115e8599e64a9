"""Values by a name that the template holds in a variable."""

from __future__ import annotations

from collections.abc import Mapping

from django import template

register = template.Library()


@register.filter
def of_name(values: Mapping[str, str] | None, name: str) -> str:
    """Return the value of this name, '' for none."""
    return values.get(name, "") if values else ""
