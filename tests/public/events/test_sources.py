"""The words and photos that stand by an event, and what other words say."""

import datetime as dt
import re

import pytest

from events.models import Event, FieldEvidence
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_page,
    make_participation,
    make_person,
    make_photo,
    saved,
    show_as_it_stands,
)
from tests.public.events.happenings import FIELDS, overview, shown

pytestmark = pytest.mark.django_db


def test_a_photo_stands_by_the_event_of_its_caption_else_by_the_one_told_most_of(
    client, congress
):
    article = make_article(body="代表入场。柏松主持大会。", published=True)
    entrance = make_event(
        title="入场",
        parent=congress,
        evidence=make_evidence(article=article, words="代表入场"),
    )
    words = make_evidence(article=article, words="柏松主持")
    session = make_event(title="大会", parent=congress, evidence=words)
    make_participation(
        event=session, person=make_person(name="柏松"), evidence=words
    )
    first, second = (
        make_photo(article=article, caption=text)
        for text in ("会场全景。", "代表步入会场。")
    )
    entrance.evidence.add(
        make_evidence(
            article=article, words="步入会场", part="caption", photo=second
        )
    )
    show_as_it_stands(article)
    of_entrance = shown(client, entrance.get_absolute_url())
    html = shown(client, overview(congress))
    assert first.get_absolute_url() in html
    assert second.get_absolute_url() in of_entrance
    assert html.count(f'href="{second.get_absolute_url()}"') == 1


def test_every_source_leads_to_its_words(client, congress):
    words = congress.evidence.get()
    html = shown(client, overview(congress))
    source = html.split('class="source"')[1]
    assert words.get_absolute_url() in source
    assert words.exact in source


def test_of_many_words_that_tell_an_event_the_newest_are_shown(
    english_client, congress, monkeypatch
):
    monkeypatch.setattr("events.telling.MOST_SOURCES", 2)
    address = overview(congress)
    for number in range(2):
        assert "the newest" not in shown(english_client, address)
        article = make_article(body=f"第{number}天党代会。", published=True)
        congress.evidence.add(make_evidence(article=article, words="党代会"))
        show_as_it_stands(article)
    html = shown(english_client, address)
    assert html.count('class="source"') == 2
    assert "the newest" in html


def test_what_publications_state_otherwise_is_shown_with_its_words(
    english_client, congress
):
    event = make_event(
        title="开幕大会",
        kind="meeting",
        place="会议中心",
        part_of_day="morning",
        time=dt.time(8, 30),
    )
    articles = []
    for body, stated in (
        (
            "二十八日下午三点，大会在大礼堂。",
            ["2021-09-28", "afternoon", "15:00~", "session", "大礼堂"],
        ),
        (
            "二十七日上午八点，会议在会议中心。",
            ["2021-09-27", "morning", "08:30", "meeting", "会议中心"],
        ),
    ):
        article = make_article(body=body, published=True)
        for start, (field, value) in zip(
            (0, 4, 6, 9, 11), zip(FIELDS, stated, strict=True), strict=True
        ):
            words = make_evidence(
                article=article, words=body[start : start + 3]
            )
            event.evidence.add(words)
            telling = {"field": field, "value": value, "evidence": words}
            saved(FieldEvidence(event=event, **telling))
        articles.append(article)
    show_as_it_stands(*articles)
    html = shown(english_client, event.get_absolute_url())
    also = html.split("also-stated")[1].split("</ul>")[0]
    values = re.findall(r'<span lang="zh-Hans">([^<]+)</span>', also)
    assert values == [
        "session",
        "28 Sep 2021",
        "afternoon",
        "about 15 o’clock",
        "大礼堂",
    ]
    address = articles[0].get_absolute_url()
    assert also.count(f'href="/en{address}?evidence=') == 5


def test_another_count_is_shown_beside_the_newest(english_client, congress):
    for date, number in ((29, 348), (30, 336)):
        page = make_page(issue=make_issue(date=dt.date(2021, 9, date)))
        article = make_article(page=page, body="出席的有。", published=True)
        words = make_evidence(article=article, words="出席的有")
        Event.objects.filter(pk=congress.pk).update(
            attendance_evidence=words, attendance_present=number
        )
        show_as_it_stands(article)
    html = shown(english_client, overview(congress))
    first, second = html.split('class="count"')[1:]
    assert "336" in first
    assert "also stated" not in first.split("</p>")[0]
    assert "348" in second
    assert "also stated" in second.split("</p>")[0]


def test_two_articles_of_one_page_are_one_mark_in_the_margin(client, congress):
    page = make_page(label="A9")
    event = make_event(title="大会", parent=congress)
    for text in ("大会昨日举行。", "大会昨日开了一天。"):
        article = make_article(page=page, body=text, published=True)
        event.evidence.add(make_evidence(article=article, words="大会昨日"))
        show_as_it_stands(article)
    html = shown(client, overview(congress))
    assert html.count('class="w"') == 1
    every = shown(client, event.get_absolute_url())
    assert every.count('class="source"') == 2
