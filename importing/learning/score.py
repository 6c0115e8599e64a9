"""How good a reading of names is, in figures that stand in the model's file."""

from __future__ import annotations

from dataclasses import dataclass

# What the model must add to the rules' F1; less than this may be chance.
LEAST_GAIN = 0.005


@dataclass(frozen=True, slots=True)
class Score:
    """How many names were found rightly, how many were found, how many there are; a name counts
    with its exact span.
    """

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.found + other.found,
            self.there + other.there,
        )

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.there) if self.right else 0.0


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The sums over all folds, on how many pages with how many confirmed names."""

    pages: int
    names: int
    rules: Score
    with_model: Score

    @property
    def beats_rules(self) -> bool:
        return self.with_model.f1 - self.rules.f1 >= LEAST_GAIN
