"""What the templates ask of people: a name on a list, told from its namesakes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from people.models import PublicPerson
from public.person.namesakes import Distinction
from public.person.role_names import role_name

register = template.Library()
register.filter(role_name)


@register.inclusion_tag("people/_apart.html")
def name_distinction(
    person: int, apart: Mapping[int, Distinction] | None
) -> dict[str, Any]:
    """Show what tells the person of this key from others of the name on a list."""
    return {"apart": (apart or {}).get(person)}


@register.inclusion_tag("people/_person_entry.html")
def person_entry(
    person: PublicPerson, apart: Mapping[int, Distinction]
) -> dict[str, Any]:
    """Show a person on an index, with what tells them from others of their name."""
    return {"person": person, "apart": apart.get(person.pk)}
