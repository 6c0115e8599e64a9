"""The sequence model: a conditional random field over the characters of a running text."""

from __future__ import annotations

import pycrfsuite

from importing.learning.features import features_of, names_of
from reader.results import Span


class NameModel:
    """A trained model as a function from a text to the spans it takes for names."""

    def __init__(self, data: bytes) -> None:
        # The tagger reads from these bytes and does not keep them.
        self._data = data
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open_inmemory(data)

    def __call__(self, text: str) -> list[Span]:
        """Return half-open offsets into ``text``, in order, none overlapping."""
        return names_of(self._tagger.tag(features_of(text))) if text else []
