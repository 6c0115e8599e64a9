"""Runs that a learned model takes for names: one more voice beside the rules, which can still
outweigh it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reader.names.candidates.shapes import ACCEPT, Candidate, without_form
from reader.names.words import Words
from reader.results import Span

# What the model's word is worth: enough where the rules are silent, too little where they speak
# against the name.
PROPOSED = ACCEPT


def proposed(
    words: Words, found: Mapping[Span, Candidate], spans: Sequence[Span]
) -> Iterator[Candidate]:
    """Yield the candidates at ``spans``, half-open offsets into ``words.text``, with the points of
    a proposal added.

    ``found`` are the candidates of the rules by their offsets; a run they do not know begins with
    no points for form."""
    for start, end in spans:
        here = found.get((start, end)) or without_form(words, start, end)
        yield here._replace(form=here.form + PROPOSED)
