"""What is learned is measured on pages that were left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from importing.learning.evaluation import FOLDS, evaluate
from importing.learning.features import features_of, labels_of, names_of
from importing.learning.score import LEAST_GAIN, Evaluation, Score
from importing.learning.training import train, trainer_of
from tests.importing.learning.composed_pages import WITH_NAME, lesson_of


def test_a_page_left_out_teaches_nothing():
    pages = [
        lesson_of(WITH_NAME[n].format(name), name)
        for n, name in enumerate(["妥金花", "闪明义", "仝家旺"])
    ]
    without_names = [lesson_of(pages[0].text), *pages[1:]]
    left_out, all_in = (
        train(trainer_of(pages, 3), without) for without in (0, -1)
    )
    assert left_out == train(trainer_of(without_names, 3), 0)
    assert all_in != train(trainer_of(without_names, 3))


def test_the_rules_are_measured_without_the_names_of_the_page_itself():
    names = ["坎金花", "悟明义", "喇家旺", "脱立新", "拜春梅"]
    pages = [
        lesson_of(WITH_NAME[n].format(name), name)
        for n, name in enumerate(names)
    ]
    assert evaluate(pages, trainer_of(pages, FOLDS)).rules == Score(
        right=0, found=0, there=5
    )
    twice = [
        lesson_of(WITH_NAME[n].format("坎金花"), "坎金花") for n in range(5)
    ]
    assert evaluate(twice, trainer_of(twice, FOLDS)).rules == Score(
        right=5, found=5, there=5
    )
    elsewhere = [
        replace(page, newspaper=number) for number, page in enumerate(twice)
    ]
    assert evaluate(elsewhere, trainer_of(elsewhere, FOLDS)).rules.found == 0


def test_a_model_must_gain_more_than_chance():
    rules = Score(right=800, found=1000, there=1000)
    for right, beats in [
        (1000, True),
        (806, True),
        (803, False),
        (800, False),
        (700, False),
    ]:
        assert (
            Evaluation(20, 1000, rules, Score(right, 1000, 1000)).beats_rules
            is beats
        ), right
    assert 0 < LEAST_GAIN < 0.01


def test_a_score_is_of_exact_spans():
    score = Score(right=6, found=8, there=12) + Score(right=0, found=2, there=0)
    assert (score.precision, score.recall, score.f1) == (0.6, 0.5, 12 / 22)
    assert (Score().precision, Score().recall, Score().f1) == (0, 0, 0)


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        ("OBIEO", [(1, 4)]),
        ("BEBE", [(0, 2), (2, 4)]),
        ("BIIE", [(0, 4)]),
        ("OIEO", []),
        ("BOE", []),
        ("BIO", []),
        ("BBE", [(1, 3)]),
        ("BIEE", [(0, 3)]),
        ("OB", []),
        ("", []),
    ],
)
def test_labels_spell_names(labels, names):
    assert names_of(labels) == names
    assert names_of(labels_of(len(labels), names)) == names


def test_of_names_that_overlap_the_first_counts_and_one_character_is_none():
    assert "".join(labels_of(8, [(2, 5), (1, 4), (6, 7)])) == "OBIEOOOO"


@pytest.mark.parametrize(
    "text", ["妥", "妥金花\u3000说：“好！”", "2021年A股😀", "欧阳 修", "\n"]
)
def test_each_character_has_features(text):
    assert len(features_of(text)) == len(text)
    assert all(features_of(text))
    assert features_of(text) == features_of(text)
