"""Whether the model is worth using: rules alone and rules with the model, on pages the model has
not seen.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pycrfsuite
from tqdm import tqdm

from importing.learning.lesson import Lesson
from importing.learning.model import NameModel
from importing.learning.score import Evaluation, Score
from importing.learning.training import train
from reader.names import find_people
from reader.results import PageContext

FOLDS = 5


def evaluate(
    lessons: Sequence[Lesson], trainer: pycrfsuite.Trainer
) -> Evaluation:
    """Read each page with a model trained on the pages of the other folds; ``trainer`` holds the
    pages in ``FOLDS`` groups.

    Both readings are given what an archive of the training pages alone would know: their names, for
    the same newspaper."""
    rules = with_model = Score()
    for number in tqdm(range(FOLDS), disable=not sys.stderr.isatty()):
        fold = _fold(number, lessons)
        model = NameModel(train(trainer, without=number))
        rules += fold.score()
        with_model += fold.score(model)
    return Evaluation(len(lessons), rules.there, rules, with_model)


@dataclass(frozen=True, slots=True)
class _Fold:
    """The pages that are read, and the names that the others teach, by newspaper."""

    lessons: Sequence[Lesson]
    names: Mapping[int, set[str]]

    def score(self, model: NameModel | None = None) -> Score:
        """Return how well all its pages are read, with the rules alone or with a model."""
        total = Score()
        for lesson in self.lessons:
            names = self.names.get(lesson.newspaper, ())
            known = frozenset(names)
            context = PageContext(known_people=known, propose_names=model)
            total += score(lesson, context)
        return total


def _fold(number: int, lessons: Sequence[Lesson]) -> _Fold:
    names: dict[int, set[str]] = defaultdict(set)
    for place, lesson in enumerate(lessons):
        if place % FOLDS != number:
            names[lesson.newspaper] |= lesson.names
    return _Fold(lessons[number::FOLDS], names)


def score(lesson: Lesson, context: PageContext) -> Score:
    """Compare what the reader finds in a lesson's articles with what is confirmed there."""
    read = find_people(lesson.text, lesson.articles, context)
    found = {mention.span for mentions in read for mention in mentions}
    there = lesson.spans
    right = found & there
    return Score(len(right), len(found), len(there))
