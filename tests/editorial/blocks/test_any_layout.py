"""Whatever is laid out in whatever order, and whatever is undone or typed between: texts are what
blocks make up, each character is in one block, no mark shows words that are not its own, and all of
it can be taken back.
"""

from __future__ import annotations

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from articles.models import Article, Block
from editorial.blocks.laying_out import VERBS, lay_out_block
from editorial.blocks.verbs_of_blocks import GIVEN_KINDS
from editorial.correcting import correct
from editorial.models import Step
from editorial.steps.in_the_way import StepInTheWay
from editorial.steps.undoing import undo
from tests.builders import make_user
from tests.editorial.blocks.laid_out import (
    blocks_make_up_the_texts,
    every_character_is_in_one_block,
    marks_show_their_words,
    whole_with_blocks,
)
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db
LAYING = sorted(VERBS)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
ACTS = st.lists(
    st.tuples(
        st.sampled_from([*LAYING, "edit", "undo"]),
        st.integers(0, 1000),
        st.integers(0, 60),
    ),
    min_size=3,
    max_size=8,
)


def _value(verb: str, number: int) -> str:
    if verb == "kind":
        return str(GIVEN_KINDS[number % len(GIVEN_KINDS)])
    if verb == "move":
        return str(number % 4 + 1)
    return str(number)


def _edit(by, place: int, number: int) -> None:
    article = Article.objects.order_by("pk")[place % Article.objects.count()]
    at = place % (len(article.body) + 1)
    body = (
        article.body[:at]
        + "改字\n写"[: number % 4]
        + article.body[at + number % 7 :]
    )
    correct(article, texts={"body": body}, by=by, version=article.version)


def _undo(by, place: int) -> None:
    steps = list(Step.objects.filter(undone_by=None).order_by("pk"))
    if not steps:
        return
    before = whole_with_blocks()
    try:
        undo(steps[place % len(steps)], by)
    except (StepInTheWay, ValidationError):
        assert whole_with_blocks() == before


def _act(page, by, verb: str, place: int, number: int) -> None:
    if verb == "edit":
        _edit(by, place, number)
    elif verb == "undo":
        _undo(by, place)
    else:
        blocks = list(Block.objects.order_by("pk"))
        block = blocks[place % len(blocks)]
        with suppress(ValidationError):
            lay_out_block(page, block.pk, verb, _value(verb, number), by=by)


def _holds(page) -> None:
    for block in page.blocks.all():
        assert block.held == sorted(block.held)
    blocks_make_up_the_texts()
    marks_show_their_words()
    every_character_is_in_one_block(page)


@settings(max_examples=8, phases=QUICK)
@given(acts=ACTS)
def test_texts_marks_and_characters_stay_together(acts):
    with transaction.atomic():
        page = deliver(FRONT).page
        by = make_user(username="root", superuser=True)
        for verb, place, number in acts:
            _act(page, by, verb, place, number)
            _holds(page)
        transaction.set_rollback(True)


@settings(max_examples=6, phases=QUICK)
@given(acts=ACTS)
def test_all_that_was_laid_out_is_taken_back_in_reverse_order(acts):
    with transaction.atomic():
        page = deliver(FRONT).page
        by = make_user(username="root", superuser=True)
        before = whole_with_blocks()
        for verb, place, number in acts:
            if verb in LAYING:
                _act(page, by, verb, place, number)
        for step in Step.objects.filter(undone_by=None).order_by("-pk"):
            undo(step, by)
        _holds(page)
        now = whole_with_blocks()
        assert {key: now.get(key) for key in before} == before
        transaction.set_rollback(True)
