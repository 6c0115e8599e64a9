"""A day of a congress: sittings by half-day with all that is told of them, each with its words."""

import datetime as dt
import re

import pytest

from events.models import (
    AgendaItem,
    Delegation,
    FieldEvidence,
    Resolution,
    Visit,
)
from tests.builders import (
    make_article,
    make_evidence,
    make_participation,
    make_person,
    make_photo,
    saved,
    show_as_it_stands,
)
from tests.congress_builders import (
    address_of,
    make_congress,
    make_sitting,
    row_of,
)

pytestmark = pytest.mark.django_db
SITTING = re.compile(r'<article class="sitting" id="([^"]+)"')


def shown(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
def congress():
    return make_congress()


def day_of(congress, day="2021-09-27"):
    return f"{address_of(congress)}{day}/"


def test_sittings_of_a_half_stand_side_by_side(client, congress):
    for title, part in (("开幕", "morning"), ("审议", ""), ("闭幕", "morning")):
        make_sitting(congress=congress, title=title, part_of_day=part)
    html = shown(client, day_of(congress))
    assert SITTING.findall(html) == ["kaimu", "bimu", "shenyi"]
    assert html.count('class="half"') == 2
    assert html.count('class="sittings several"') == 1
    assert "时段未载" in html
    assert html.count("时刻未载") == 3


def test_what_lasts_longer_stands_on_each_of_its_days(client, congress):
    make_sitting(congress=congress, title="展览", edtf="2021-09-27/2021-09-28")
    make_sitting(congress=congress, title="闭幕", edtf="2021-09-28")
    assert len(SITTING.findall(shown(client, day_of(congress)))) == 1
    second = shown(client, day_of(congress, "2021-09-28"))
    assert len(SITTING.findall(second)) == 2


def test_days_lead_to_each_other(client, congress):
    for day in (27, 28, 30):
        make_sitting(congress=congress, title="开会", edtf=f"2021-09-{day}")
    html = shown(client, day_of(congress, "2021-09-28"))
    before, after = re.findall(r'rel="(?:prev|next)" href="([^"]+)"', html)
    assert before == day_of(congress)
    assert after == day_of(congress, "2021-09-30")
    assert "所载第2日" in html
    shown(client, day_of(congress, "2021-09-29"), 404)
    first = shown(client, day_of(congress))
    assert 'rel="prev"' not in first


def test_each_part_of_a_sitting_leads_to_its_words(client, congress):
    event = make_sitting(congress=congress, title="大会", chair="柏松")
    text = "通过甲决议。听取报告。第二代表团来自东港。林晚到第二代表团。"
    article = make_article(body=text, published=True)
    marks = [
        make_evidence(article=article, words=words)
        for words in text.split("。")[:-1]
    ]
    decided, heard, origin, came = marks
    event.evidence.add(heard)
    facts = (
        Resolution(event=event, rank=1, text="甲决议", evidence=decided),
        AgendaItem(event=event, rank=1, text="听取报告", evidence=heard),
        Delegation(event=event, number=2, origin="东港", evidence=origin),
        Visit(
            event=event,
            person=make_person(name="林晚"),
            number=2,
            evidence=came,
        ),
    )
    for each in facts:
        saved(each)
    show_as_it_stands(article)
    html = shown(client, day_of(congress))
    for each in marks:
        assert f'href="{each.get_absolute_url()}"' in html
        assert f"<mark>{each.exact}</mark>" in html
    delegation = html.split('class="parallel"')[1].split("</ol>")[0]
    assert "东港" in delegation
    assert "林晚" in delegation


@pytest.mark.parametrize(
    ("number", "classes"),
    [
        (3, []),
        (4, ['<details class="fold" open>']),
        (41, ['<details class="fold">']),
    ],
)
def test_long_lists_are_rosters_and_longer_ones_folded(
    client, congress, number, classes
):
    event = make_sitting(congress=congress, title="大会")
    words = event.evidence.first()
    for rank in range(1, number + 1):
        make_participation(
            event=event,
            person=make_person(name=f"柏{chr(0x4E00 + rank)}"),
            evidence=words,
            role="执行主席",
            rank=rank,
        )
    html = shown(client, day_of(congress))
    assert re.findall(r'<details class="fold"[^>]*>', html) == classes
    if classes:
        names = html.split('class="roster"')[1].split("</ol>")[0]
        assert re.findall("柏.", names)[0] == "柏丁"
        assert len(set(re.findall("柏.", names))) == number


def test_approximate_and_differing_facts_say_so(client, congress):
    event = make_sitting(
        congress=congress,
        title="大会",
        part_of_day="morning",
        time=dt.time(8),
        approximate=True,
        place="礼堂",
    )
    words = event.evidence.first()
    telling = {"event": event, "field": "place"}
    saved(FieldEvidence(**telling, value="礼堂", evidence=words))
    article = make_article(body="大会在会堂。", published=True)
    other = make_evidence(article=article, words="大会在会堂")
    event.evidence.add(other)
    saved(FieldEvidence(**telling, value="会堂", evidence=other))
    show_as_it_stands(article)
    html = shown(client, day_of(congress))
    assert 'class="about">许' in html
    differing = html.split('class="contradicts"')[1].split("</div>")[0]
    assert "礼堂" in differing
    assert words.get_absolute_url() in differing


def test_a_photo_stands_by_its_sitting(client, congress):
    event = make_sitting(congress=congress, title="开幕")
    photo = make_photo(article=event.evidence.first().article)
    html = shown(client, day_of(congress)).split('id="kaimu"')[1]
    assert photo.get_absolute_url() in html


def test_a_day_of_very_many_is_told_in_sentences(client, congress, monkeypatch):
    monkeypatch.setattr("public.views.congress_days.MOST_IN_FULL", 2)
    monkeypatch.setattr("public.views.congress_days.SENTENCES_A_PAGE", 2)
    words = [
        row_of(make_sitting(congress=congress, title=title)).word
        for title in ("开幕", "审议", "闭幕")
    ]
    html = shown(client, day_of(congress))
    assert not SITTING.findall(html)
    assert re.findall(r'class="c-item [a-z]+" id="([^"]+)"', html) == words[:2]
    second = shown(client, f"{day_of(congress)}?page=2")
    assert (
        re.findall(r'class="c-item [a-z]+" id="([^"]+)"', second) == words[2:]
    )
    shown(client, f"{day_of(congress)}?page=3", 404)


@pytest.mark.parametrize("number", [2, 8])
def test_a_day_asks_the_same_however_full_it_is(
    client, congress, django_assert_num_queries, number
):
    for place in range(number):
        event = make_sitting(
            congress=congress, title=f"第{place}场", chair="柏松"
        )
        make_photo(article=event.evidence.first().article)
    address = day_of(congress)
    with django_assert_num_queries(7):
        shown(client, address)
