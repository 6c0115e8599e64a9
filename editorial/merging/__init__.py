"""Records that prove to be one: people, events."""

from editorial.merging.events import MergingEvents
from editorial.merging.people import MergingPeople

__all__ = ["MergingEvents", "MergingPeople"]
