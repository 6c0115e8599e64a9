"""Events and congresses of a page."""

from reader.events.congresses import find_congresses
from reader.events.find import find_events

__all__ = ["find_congresses", "find_events"]
