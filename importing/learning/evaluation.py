"""Whether the model is worth using: rules alone and rules with the model, on pages the model has
not seen.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

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
    for fold in tqdm(range(FOLDS), disable=not sys.stderr.isatty()):
        model = NameModel(train(trainer, without=fold))
        known = _names_outside(fold, lessons)
        for lesson in lessons[fold::FOLDS]:
            alone = PageContext(known_people=known[lesson.newspaper])
            rules += score(lesson, alone)
            with_model += score(lesson, replace(alone, propose_names=model))
    return Evaluation(len(lessons), rules.there, rules, with_model)


def _names_outside(
    fold: int, lessons: Sequence[Lesson]
) -> Mapping[int, frozenset[str]]:
    """Return the names on the pages of the other folds, by newspaper."""
    names: dict[int, set[str]] = defaultdict(set)
    for number, lesson in enumerate(lessons):
        if number % FOLDS != fold:
            names[lesson.newspaper] |= lesson.names
    known = {newspaper: frozenset(held) for newspaper, held in names.items()}
    return defaultdict(frozenset, known)


def score(lesson: Lesson, context: PageContext) -> Score:
    """Compare what the reader finds in a lesson's articles with what is confirmed there."""
    read = find_people(lesson.text, lesson.articles, context)
    found = {mention.span for mentions in read for mention in mentions}
    return Score(len(found & lesson.spans), len(found), len(lesson.spans))
