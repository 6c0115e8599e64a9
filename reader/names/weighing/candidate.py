"""A run of characters that could be a name, with points for what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from reader.names.weighing.surrounding_words import after_points, before_points
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.results import Span

# Spaces without a width, which no split takes for spaces.
UNSEEN: Final = dict.fromkeys((0x200B, 0xFEFF))


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
    clues: float = 0.0
    is_stated: bool = False

    @property
    def points(self) -> float:
        """Add up what speaks for the name: the points of the rules, and what clues add to them.

        Between a title and a mark or a verb even everyday words are one, and
        behind a role what is formed like a name is one, whatever follows.
        """
        form = self.form
        before = self.before
        after = self.after
        plain = form + before + after
        frames = WEIGHTS.frames
        if before >= frames.least or after >= frames.least:
            framed = frames.more(before, after, form)
            if framed is not None:
                return plain + framed + self.clues
        if before >= WEIGHTS.from_person and form >= WEIGHTS.formed:
            return max(plain, WEIGHTS.accept) + self.clues
        return plain + self.clues

    @property
    def span(self) -> Span:
        """Return where the name stands in its passage."""
        return self.start, self.end

    @property
    def places(self) -> range:
        """Return the places of the name's characters in its passage."""
        return range(self.start, self.end)

    @property
    def is_padded(self) -> bool:
        """Tell whether the typesetter padded the name, as is done to names only."""
        return len(self.places) > len(self.name)

    def raised(self, points: float) -> Candidate:
        """Return the name with ``points`` at least, whatever stands behind it or clues say."""
        after = max(self.after, points - self.form - self.before)
        return self._replace(after=after, clues=0.0, is_stated=True)


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


def found_or_formless(
    words: Words, found: Found, start: int, end: int
) -> Candidate:
    """Return the candidate that stands there, else the run without points for its form."""
    here = found.get((start, end))
    if here is not None:
        return here
    return weighed(words, start, end, 0.0)


def outweighed(found: Found, span: Span, form: float) -> bool:
    """Tell whether what was found at ``span`` looks like a name at least as much."""
    here = found.get(span)
    if here is None:
        return False
    return here.form >= form


def certain(name: Candidate) -> Candidate:
    """Return a name raised above doubt."""
    return name.raised(WEIGHTS.accept)


def printed(text: str, start: int, end: int) -> str:
    """Return the characters between two offsets without the typesetter's padding, be it seen or
    not.
    """
    run = text[start:end]
    if run.isalpha():
        return run
    return "".join(run.translate(UNSEEN).split())
