"""Times of a page: printed tokens, what they mean, and the day a story has come to."""

from reader.times.clock import Clock
from reader.times.moments import Moment

__all__ = ["Clock", "Moment"]
