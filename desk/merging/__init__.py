"""Records that prove to be one: people, events."""

from desk.merging.events import MergingEvents
from desk.merging.people import MergingPeople

__all__ = ["MergingEvents", "MergingPeople"]
