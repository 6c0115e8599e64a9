"""The front page ranks the newest day, and remembers the same day of other years."""

import datetime as dt
import re

import pytest

from public.issue import front_page as front_pages
from public.issue.front_page import front_page, this_day_in
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_person,
    make_photo,
    show_as_it_stands,
)
from tests.public.test_people import shown

pytestmark = pytest.mark.django_db
DAY = dt.date(2021, 9, 28)


def page_on(day: dt.date, label: str = "A1"):
    newspaper = make_newspaper(name=f"{day:%Y%m%d}{label}报")
    return make_page(
        issue=make_issue(newspaper=newspaper, date=day), label=label
    )


def published(page, headline: str, **fields):
    return make_article(page=page, headline=headline, published=True, **fields)


def titles(articles) -> list[str]:
    return [each.title for each in articles]


def test_stories_are_ranked_by_page_photo_and_place():
    first = page_on(DAY)
    second = make_page(issue=first.issue, label="A2")
    published(second, "二版头条")
    published(first, "", body="接上文。", continued_from="B1")
    published(first, "一版一")
    illustrated = published(first, "一版二")
    photo = make_photo(article=illustrated, caption="图。")
    published(first, "一版三")
    other = make_newspaper(name="晚报")
    evening = make_issue(newspaper=other, date=DAY)
    published(make_page(issue=evening, label="02"), "晚报头条")
    published(second, "二版二")
    published(page_on(DAY - dt.timedelta(1)), "昨日")
    make_article(page=first, headline="未刊")
    front = front_page()
    assert front.day == DAY
    assert (front.lead.title, front.photo.pk) == ("一版二", photo.pk)
    assert titles(front.seconds) == ["晚报头条", "一版一", "一版三"]
    assert titles(front.briefs) == ["接上文。", "二版头条", "二版二"]
    assert titles(front.before) == ["昨日"]
    assert front.photos == []


def test_this_day_is_that_of_earlier_years_with_what_stood_first(monkeypatch):
    monkeypatch.setattr(front_pages, "YEARS_SHOWN", 2)
    leap = dt.date(2020, 2, 29)
    for day in (
        dt.date(2016, 2, 29),
        dt.date(2012, 2, 29),
        dt.date(2008, 2, 29),
        dt.date(2019, 2, 28),
        leap,
    ):
        page = page_on(day)
        published(page, f"{day.year}年头条")
        published(page, f"{day.year}年二条")
    make_article(page=page_on(dt.date(1996, 2, 29)), headline="未刊")
    told = [issue.first_title for issue in this_day_in(leap)]
    assert told == ["2016年头条", "2012年头条"]


def test_the_page_shows_stories_people_congresses_and_earlier_years(client):
    page = page_on(DAY)
    article = published(page, "开幕", body="柏松到会。", kicker="引题")
    make_mention(article=article, name="柏松", person=make_person(name="柏松"))
    words = make_evidence(article=article, words="柏松到会")
    congress = make_event(title="第七次大会", kind="congress", evidence=words)
    for title, day in (("一", "2021-09-26"), ("四", "2021-09-29")):
        make_event(title=title, edtf=day, parent=congress, evidence=words)
    show_as_it_stands(article)
    published(page_on(dt.date(1998, 9, 28)), "旧年今日")
    html = shown(client, "/")
    assert re.search(r"<h2[^>]*><a[^>]*>开幕</a>", html)
    for words in ("引题", ">柏松<", "旧年今日", "<b>1998</b>", "第七次大会"):
        assert words in html
    assert "9月26日至29日" in html.split('class="ledger"')[1]


def test_a_congress_has_the_days_its_parts_run_wherever_it_is_named(client):
    article = published(page_on(DAY), "开幕", body="大会开幕。")
    words = make_evidence(article=article, words="大会开幕")
    congress = make_event(title="第七次大会", kind="congress", evidence=words)
    for title, day in (("一", "2021-09-26"), ("四", "2021-09-29")):
        make_event(title=title, edtf=day, parent=congress, evidence=words)
    show_as_it_stands(article)
    told = client.get(f"/api/v1/events/{congress.pk}/").json()
    assert (told["first_day"], told["last_day"]) == ("2021-09-26", "2021-09-29")


def test_extracts_have_the_marks_of_print(client):
    article = make_article(body="下午3时,代表到会。", published=True)
    for address in ("/", article.page.get_absolute_url()):
        html = client.get(address).content.decode()
        assert 'lang="zh-Hans">下午3时，代表到会。</p>' in html
