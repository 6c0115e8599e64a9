"""What was decided about people holds for the person they are merged into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from people.models import Pair


def move_pairs(stays: int, goes: list[int]) -> None:
    """Let what was decided about people who go hold for the person who stays."""
    known = set(_partners(stays, Pair.objects.of_people([stays])))
    gone = {stays, *goes}
    for pair in Pair.objects.of_people(goes).order_by("pk"):
        one = pair.first_id if pair.first_id in goes else pair.second_id
        (other,) = _partners(one, [pair])
        if other in gone or other in known:
            continue
        known.add(other)
        pair.first_id, pair.second_id = sorted((stays, other))
        pair.save()


def _partners(key: int, pairs: Iterable[Pair]) -> Iterator[int]:
    """Yield the other of each pair."""
    for pair in pairs:
        yield pair.second_id if pair.first_id == key else pair.first_id
