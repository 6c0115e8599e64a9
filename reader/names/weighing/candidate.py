"""A run of characters that could be a name, with points for what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from reader.names.weighing.surrounding_words import after_points, before_points
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.results import Span


class Candidate(NamedTuple):
    """A run that could be a name, with points for what speaks for it.

    Offsets are those of its passage; the form and the words before and after have points each.
    """

    start: int
    end: int
    name: str
    form: float
    before: float
    after: float = 0.0

    @property
    def points(self) -> float:
        """Add up what speaks for the name.

        Between a title and a mark or a verb even everyday words are one.
        """
        before = self.before
        after = self.after
        plain = self.form + before + after
        frames = WEIGHTS.frames
        if before >= frames.least or after >= frames.least:
            more = frames.more(before, after, self.form)
            if more is not None:
                return plain + more
        # A role right in front lets what is formed like a name be one, whatever follows.
        if before >= WEIGHTS.from_person and self.form >= WEIGHTS.formed:
            return max(plain, WEIGHTS.accept)
        return plain


Found = Mapping[Span, Candidate]


def weighed(words: Words, start: int, end: int, form: float) -> Candidate:
    """Return the run between two offsets with the points of its form, its neighbours weighed."""
    return Candidate(
        start,
        end,
        printed(words.text, start, end),
        form,
        before_points(words, start),
        after_points(words, end),
    )


def without_form(words: Words, start: int, end: int) -> Candidate:
    """Return a run of which only the words before and after it are weighed."""
    return weighed(words, start, end, 0.0)


def found_or_formless(
    words: Words, found: Found, start: int, end: int
) -> Candidate:
    """Return the candidate that stands there, else the run without points for its form."""
    here = found.get((start, end))
    if here is not None:
        return here
    return without_form(words, start, end)


def certain(item: Candidate, points: float | None = None) -> Candidate:
    """Return a name raised above doubt: to ``points`` at least, or to what is accepted."""
    least = points
    if least is None:
        least = WEIGHTS.accept
    missing = least - item.form - item.before
    return item._replace(after=max(item.after, missing))


def printed(text: str, start: int, end: int) -> str:
    """Return the characters between two offsets without the typesetter's padding."""
    run = text[start:end]
    return "".join(run.split())
