"""One passage searched: everything in it that could be a name, by every rule in its turn."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from reader.names.candidates.composed import composed
from reader.names.candidates.dotted import dotted
from reader.names.candidates.introduced import introduced
from reader.names.candidates.japanese import japanese
from reader.names.candidates.known_persons import known_persons
from reader.names.candidates.proposed import proposed
from reader.names.candidates.sounded import sounded
from reader.names.candidates.surnamed import surnamed
from reader.names.clues.fitted import fitted
from reader.names.lists.announced import announced
from reader.names.lists.listed import listed
from reader.names.lists.unmarked import paired, run_together
from reader.names.weighing.candidate import Candidate, Found
from reader.names.weights import WEIGHTS
from reader.names.words import Words, cut_words
from reader.passages import Passage
from reader.results import PageContext, Span

# A theory whose name the segmenter keeps whole, its author in it; the author is a mention.   +
# 毛泽东思想   - 列宁主义
FORMULA: Final = re.compile("毛泽东(?=思想)|邓小平(?=理论)")


@dataclass(slots=True)
class Searched:
    """One passage with its words and everything in it that could be a name.

    ``found`` holds the candidates by their offsets, ``likely`` those that are likely names.
    """

    paragraph: Passage
    words: Words
    found: dict[Span, Candidate] = field(default_factory=dict)
    likely: list[Candidate] = field(default_factory=list)

    @property
    def words_and_found(self) -> tuple[Words, Found]:
        """Return words and candidates, for rules that look at several passages."""
        return self.words, self.found

    def add(self, candidates: Iterable[Candidate]) -> None:
        """Take candidates in when all are found; each replaces the one that stood there."""
        self.found.update({one[:2]: one for one in candidates})


def search(paragraph: Passage, context: PageContext) -> Searched:
    """Return one passage with its candidates: each rule sees those of the rules before it."""
    words = cut_words(paragraph.text)
    passage = Searched(paragraph, words)
    _search_alone(passage)
    _search_lists(passage)
    passage.add(fitted(words, passage.found.values()))
    propose = context.propose_names
    if propose:
        spans = propose(paragraph.text)
        passage.add(proposed(passage.words, passage.found, spans))
    return passage


def _search_alone(passage: Searched) -> None:
    """Add what looks like a name by its own characters."""
    words = passage.words
    found = passage.found
    passage.add(surnamed(words))
    passage.add(sounded(words, found))
    passage.add(composed(words, found))
    passage.add(japanese(words, found))
    passage.add(dotted(words))
    passage.add(known_persons(words, found))
    passage.add(_authors(words))


def _search_lists(passage: Searched) -> None:
    """Add what other names or words around make a name, in lists above all."""
    words = passage.words
    found = passage.found
    passage.add(listed(words, found))
    passage.add(run_together(found))
    passage.add(announced(words, found))
    passage.add(introduced(words, found))
    passage.add(paired(words, found))


def _authors(words: Words) -> Iterator[Candidate]:
    """Yield the authors after whom theories are named."""
    points = WEIGHTS.formula
    for formula in FORMULA.finditer(words.text):
        start, end = formula.span()
        yield Candidate(
            start,
            end,
            name=formula[0],
            form=points,
            before=points,
        )
