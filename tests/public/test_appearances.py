"""What a person took part in, by day."""

import datetime as dt
import re

import pytest

from articles.models import Page
from events.models import Event, Visit
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_participation,
    make_person,
    published_once,
    saved,
    show_as_it_stands,
)
from tests.public.test_articles import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    person = make_person(name="柏松")
    make_mention(
        article=make_article(body="柏松到会。", published=True),
        name="柏松",
        person=person,
    )
    return person


def page_of(day: int) -> Page:
    """The page of the issue of a day of September 2021."""
    date = dt.date(2021, 9, day)
    return Page.objects.filter(day=date).first() or make_page(
        issue=make_issue(date=date)
    )


def telling(title: str, edtf: str, issue_day: int, **fields: object) -> Event:
    """An event of which the issue of a day of September 2021 tells."""
    article = make_article(
        page=page_of(issue_day),
        headline="",
        body=f"{title}：柏松主持、讲话。",
        published=True,
    )
    words = make_evidence(article=article, words="主持")
    return make_event(title=title, edtf=edtf, evidence=words, **fields)


def words_of(event: Event, words: str = ""):
    if words:
        article = event.evidence.first().article
        return make_evidence(article=article, words=words)
    return event.evidence.first()


def taking_part(person, *events: Event) -> None:
    for event in events:
        make_participation(event=event, person=person, evidence=words_of(event))


def days_in(html: str) -> list[list[str]]:
    """Return each day with the titles of its events."""
    days = re.split(r"<h[23]>\s*<time", html.split('class="by-day"')[1])[1:]
    return [
        [
            re.search(r'datetime="([\d-]+)"', day)[1],
            *re.findall(r'href="/events/\d+/" lang="zh-Hans">([^<]+)', day),
        ]
        for day in days
    ]


def test_events_stand_under_their_own_day_the_last_day_first(client, person):
    taking_part(
        person,
        # Told a day late, after what came later.
        telling("晚到会", "2021-09-25", 28),
        telling("午后会", "2021-09-26", 27, part_of_day="afternoon"),
        telling("晨会", "2021-09-26", 27, part_of_day="morning"),
        telling("月会", "2021-08", 27),
    )
    expected = [
        ["2021-09-26", "晨会", "午后会"],
        ["2021-09-25", "晚到会"],
        ["2021-08", "月会"],
    ]
    address = person.get_absolute_url()
    for page in (address, f"{address}events/"):
        assert days_in(shown(client, page)) == expected
    html = shown(client, address)
    assert "2021年9月26日" in html
    assert "星期日" in html
    assert ">上午</time>" in html


def test_an_event_of_several_days_says_them_under_the_first(client, person):
    taking_part(person, telling("长会", "2021-09-25/2021-09-28", 29))
    html = shown(client, person.get_absolute_url())
    assert days_in(html) == [["2021-09-25", "长会"]]
    assert "2021年9月25日至2021年9月28日</time>" in html


def test_an_event_told_twice_stands_once_with_each_role_and_its_words(
    client, person
):
    event = telling("开幕会", "2021-09-26", 27)
    taking_part(person, event)
    speaking = words_of(event, "讲话")
    make_participation(
        event=event, person=person, evidence=speaking, role="讲话"
    )
    again = make_article(
        page=page_of(28), body="柏松主持开幕。", published=True
    )
    newest = make_evidence(article=again, words="主持开幕")
    event.evidence.add(newest)
    show_as_it_stands(again)
    html = shown(client, person.get_absolute_url())
    assert days_in(html) == [["2021-09-26", "开幕会"]]
    section = html.split('class="by-day"')[1].split("</section>")[0]
    assert re.findall(r'class="role"><span[^>]*>([^<]+)', section) == [
        "主持人",
        "讲话",
    ]
    assert speaking.get_absolute_url() in section


def test_a_visit_is_an_appearance_with_the_delegation(client, person):
    event = telling("审议", "2021-09-26", 27)
    saved(
        Visit(
            event=event,
            person=person,
            number=6,
            rank=1,
            evidence=words_of(event),
        )
    )
    show_as_it_stands(words_of(event).article)
    html = shown(client, person.get_absolute_url())
    assert days_in(html) == [["2021-09-26", "审议"]]
    assert "第六代表团" in html


def test_what_no_publication_tells_is_not_listed(client, person):
    hidden = make_event(title="未刊会")
    event = telling("开幕会", "2021-09-26", 27)
    taking_part(person, event)
    make_participation(
        event=hidden, person=person, evidence=words_of(event), role="主持人"
    )
    assert "未刊会" not in shown(client, f"{person.get_absolute_url()}events/")


def test_somebody_without_events_has_an_empty_list(client, person):
    address = person.get_absolute_url()
    assert "by-day" not in shown(client, address)
    assert "by-day" not in shown(client, f"{address}events/")


def test_a_day_cut_by_the_end_of_a_page_has_its_heading_on_both(
    client, person, monkeypatch
):
    monkeypatch.setattr("public.views.people.PersonEvents.paginate_by", 2)
    taking_part(
        person,
        *(
            telling(f"{part}会", "2021-09-26", 27, part_of_day=part)
            for part in ("morning", "afternoon", "evening")
        ),
    )
    address = f"{person.get_absolute_url()}events/"
    assert days_in(shown(client, address)) == [
        ["2021-09-26", "afternoon会", "evening会"]
    ]
    assert days_in(shown(client, f"{address}?page=2")) == [
        ["2021-09-26", "morning会"]
    ]
    shown(client, f"{address}?page=3", 404)


@pytest.mark.parametrize("number", [2, 9])
def test_the_days_ask_the_same_of_the_database_however_many_they_are(
    client, person, django_assert_num_queries, number
):
    with published_once():
        taking_part(
            person,
            *(
                telling(f"第{day}会", f"2021-09-{day:02}", day)
                for day in range(1, number + 1)
            ),
        )
    with django_assert_num_queries(4):
        shown(client, f"{person.get_absolute_url()}events/")
