"""What the reader is given by the archive, and what a page costs."""

import json
import re

import pytest
from django.db import connection
from django.forms import model_to_dict
from django.test.utils import CaptureQueriesContext

import reader
from articles.models import (
    Article,
    Byline,
    Evidence,
    Mention,
    Photo,
)
from events.models import Participation
from importing.models import FixedExpression, LookAlike
from tests.builders import make_newspaper, make_person
from tests.importing.delivered import BACK, FRONT, NEWSPAPER, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


# The reader's tables, and the price


def test_the_reader_is_given_the_editors_tables_and_the_papers_names(
    monkeypatch,
):
    FixedExpression.objects.all().delete()
    LookAlike.objects.all().delete()
    FixedExpression.objects.create(
        phrase="两岸三地", preferred="海峡两岸和香港", authority="通讯社"
    )
    LookAlike.objects.create(character="溪", mistaken_for="西")
    newspaper = make_newspaper(name=NEWSPAPER)
    newspaper.people.add(make_person(name="林向晚"))
    make_person(name="他人")
    seen = []
    read_page = reader.read_page
    monkeypatch.setattr(
        reader,
        "read_page",
        lambda text, context: seen.append(context) or read_page(text, context),
    )
    deliver(FRONT)
    [context] = seen
    assert context.known_people == {"林向晚"}
    assert [
        (row.phrase, row.authority) for row in context.fixed_expressions
    ] == [("两岸三地", "通讯社")]
    assert context.look_alikes == {"溪": "西"}


def test_the_shipped_tables_are_there_for_editors():
    assert FixedExpression.objects.exists()
    assert LookAlike.objects.exists()


def test_a_longer_page_takes_no_more_queries():
    roster = "、".join(
        f"{surname}{given}"
        for surname in "赵钱孙李"
        for given in ("立春", "立夏", "立冬")
    )
    longer = FRONT.replace("欧阳文海", f"欧阳文海、{roster}")
    deliver(longer)  # everybody is known from now on
    with CaptureQueriesContext(connection) as short:
        deliver(FRONT.replace("3月14日", "3月15日"), date="2019-03-16")
    deliver(FRONT.replace("3月14日", "3月16日"), date="2019-03-17")
    with CaptureQueriesContext(connection) as long:
        deliver(longer.replace("3月14日", "3月17日"), date="2019-03-18")
    assert (
        Participation.objects.filter(role="执行主席").count() == 17 + 5 + 5 + 17
    )
    assert len(long) == len(short)
    # Two of them are the blocks: their keys and their rows; one asks which numbers readers had at
    # the place.
    assert len(short) <= 64


def test_a_page_that_names_nobody_is_loaded():
    run = deliver(BACK, "A2")
    assert (
        run.counts["people"],
        run.counts["articles"],
        run.counts["coverage"],
    ) == (
        0,
        2,
        1.0,
    )


def test_control_characters_become_no_part_of_a_record_and_stay_on_the_page():
    odd = (
        FRONT.replace("奏唱国歌", "奏唱\x0c国歌")
        .replace("石磊", "石磊\x0b")
        .replace("全体起立", "全体\x85起立\x9f")
    )
    odd = odd.replace("周一鸣 ", "周一鸣\x0b").replace(
        "代表大会开幕\n", "代表大会\x0b开幕\n", 1
    )
    page = deliver(odd).page
    page.refresh_from_db()
    assert page.text == odd
    records = [
        *Article.objects.all(),
        *Photo.objects.all(),
        *Byline.objects.all(),
        *Mention.objects.all(),
        *Evidence.objects.all(),
    ]
    stored = json.dumps(
        [model_to_dict(record) for record in records],
        default=str,
        ensure_ascii=False,
    )
    assert not re.search(r"\\u00[01]|\\[bfrt]|[\x7f-\x9f]", stored)
    for selector in (*Mention.objects.all(), *Evidence.objects.all()):
        selector.full_clean()
