"""Whether the model is worth using: rules alone and rules with the model, on pages the model has
not seen.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pycrfsuite
from tqdm import tqdm

from importing.learning.lessons import Lesson
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
        known = [
            lesson
            for number, lesson in enumerate(lessons)
            if number % FOLDS != fold
        ]
        for lesson in lessons[fold::FOLDS]:
            names = frozenset(
                name
                for other in known
                if other.newspaper == lesson.newspaper
                for name in other.names
            )
            rules += score(lesson, PageContext(known_people=names))
            with_model += score(
                lesson, PageContext(known_people=names, propose_names=model)
            )
    return Evaluation(len(lessons), rules.there, rules, with_model)


def score(lesson: Lesson, context: PageContext) -> Score:
    """Compare what the reader finds in a lesson's articles with what is confirmed there."""
    read = find_people(lesson.text, lesson.articles, context)
    found = {mention.span for mentions in read for mention in mentions}
    return Score(len(found & lesson.spans), len(found), len(lesson.spans))
