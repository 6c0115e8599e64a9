"""Runs that a learned model takes for names.

It is one more voice beside the rules, which can still outweigh it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.names.weighing.candidate import Candidate, Found, found_or_formless
from reader.names.weights import WEIGHTS
from reader.names.words import Words
from reader.results import Span


def proposed(
    words: Words, found: Found, spans: Sequence[Span]
) -> Iterator[Candidate]:
    """Yield the candidates at ``spans`` with the points of a proposal added.

    ``spans`` are half-open offsets into ``words.text``. ``found`` are the candidates of the rules
    by their offsets; a run they do not know begins with no points for form. Clues that were fitted
    without the proposal speak no more against the run.
    """
    for span in spans:
        here = found_or_formless(words, found, *span)
        form = here.form + WEIGHTS.proposed
        clues = max(0.0, here.clues)
        yield here._replace(form=form, clues=clues)
