"""What belongs to the same key, together."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Member = TypeVar("Member")


def grouped(pairs: Iterable[tuple[Key, Member]]) -> dict[Key, list[Member]]:
    """Return the members of each key; keys and members keep the order in which they come."""
    groups: dict[Key, list[Member]] = {}
    for key, member in pairs:
        groups.setdefault(key, []).append(member)
    return groups


def firsts(pairs: Iterable[tuple[Key, Member]]) -> dict[Key, Member]:
    """Return the first member of each key, keys in the order in which they come."""
    return {key: members[0] for key, members in grouped(pairs).items()}
