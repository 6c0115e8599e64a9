"""Training: every passage goes in once, and any group of pages can be left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pycrfsuite

from importing.learning.features import features_of, labels_of
from importing.learning.lesson import Lesson

# L-BFGS from zero is deterministic: the same lessons give the same bytes.
SETTINGS = {
    "c1": 0.05,
    "c2": 0.05,
    "max_iterations": 80,
    "feature.possible_transitions": True,
}
NOTHING = -1


def trainer_of(lessons: Sequence[Lesson], groups: int) -> pycrfsuite.Trainer:
    """Return a trainer that holds every passage; the pages go to the groups in turn."""
    trainer = pycrfsuite.Trainer(
        algorithm="lbfgs", params=SETTINGS, verbose=False
    )
    for number, lesson in enumerate(lessons):
        group = number % groups
        for text, names in lesson.passages():
            if text:
                labels = labels_of(len(text), names)
                trainer.append(features_of(text), labels, group)
    return trainer


def train(trainer: pycrfsuite.Trainer, without: int = NOTHING) -> bytes:
    """Return the bytes of a model trained on every group but one."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "model"
        trainer.train(str(file), holdout=without)
        return file.read_bytes()
