"""One character for each role, and which roles lead: from the table that editors keep."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from events.common_roles import COMMON_ROLES, ELECTED
from events.models import EventRole

# Who has a role of this weight leads, reports or speaks.
STRONG_FROM = 40


@dataclass(frozen=True, slots=True)
class RoleSign:
    """The character of a role, and what it weighs in a list."""

    character: str
    weight: int

    @property
    def is_strong(self) -> bool:
        return self.weight >= STRONG_FROM


def signs_of(roles: Collection[str]) -> dict[str, RoleSign]:
    """Return the signs of these roles as printed, in one query: of the table, of the common roles,
    or the first character.
    """
    plain = {role: plain_role(role) for role in roles}
    known = {
        common.label: RoleSign(common.character, common.weight)
        for common in COMMON_ROLES
    }
    for row in EventRole.objects.filter(label__in={*roles, *plain.values()}):
        known[row.label] = RoleSign(row.character, row.weight)
    return {
        role: known.get(role) or known.get(short) or RoleSign(role[:1], 0)
        for role, short in plain.items()
    }


def plain_role(role: str) -> str:
    """Return a role without the office to which somebody was elected, and without brackets."""
    if role.startswith(ELECTED):
        return ELECTED
    return role.partition("(")[0]
