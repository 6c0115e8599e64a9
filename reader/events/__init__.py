"""Events and congresses of a page."""

from reader.events.find import find_events
from reader.events.reported_congresses import find_congresses

__all__ = ["find_congresses", "find_events"]
