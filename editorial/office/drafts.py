"""Keeping what is typed until it is saved."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from editorial.models import Draft

# The longest page of a newspaper has some 12,000 characters.
MOST_CHARACTERS = 100_000


def keep_draft(
    user: User, address: str, typed: Mapping[str, str], base: str = ""
) -> Draft | None:
    """Keep what somebody has typed into a form; nothing typed drops it. Return the draft.

    Raise ``ValidationError`` for an address, or words, too long to be kept."""
    words = {name: text for name, text in typed.items() if text.strip()}
    if not words:
        drop_draft(
            user,
            address,
        )
        return None
    longest = Draft._meta.get_field("address").max_length or 0
    size = len(base) + sum(
        map(
            len,
            words.values(),
        )
    )
    if not address or len(address) > longest or size > MOST_CHARACTERS:
        raise ValidationError(_("This cannot be kept as a draft."))
    draft, _made = Draft.objects.update_or_create(
        user=user, address=address, defaults={"typed": words, "base": base}
    )
    return draft


def drop_draft(user: User, address: str) -> None:
    """Forget what was typed: it is saved, or not wanted."""
    Draft.objects.filter(user=user, address=address).delete()


def drafts_below(user: User, address: str) -> dict[str, Draft]:
    """Return the drafts of a person whose address begins so, by address."""
    found = Draft.objects.filter(
        user=user,
        address__startswith=address,
    )
    return {draft.address: draft for draft in found}
