"""Home, the timeline of a congress, the page of an event, the sitemap."""

import datetime as dt
import re

import pytest
from django.test import Client
from django.utils import translation

from articles.models import Evidence
from events.models import (
    AgendaItem,
    Delegation,
    Event,
    FieldEvidence,
    PublicEvent,
    Vote,
)
from public.templatetags.event_tags import clock, day, machine_time
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_participation,
    make_person,
    make_photo,
    published_once,
    saved,
    show_as_it_stands,
)
from tests.site_map import read_sitemap

pytestmark = pytest.mark.django_db
FIELDS = ("edtf", "part_of_day", "time", "kind", "place")


def shown(client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, address
    return response.content.decode()


@pytest.fixture
@published_once()
def congress() -> Event:
    article = make_article(
        body="市第七次党代会于九月二十七日开幕。", published=True
    )
    words = make_evidence(article=article, words="市第七次党代会")
    return make_event(
        title="市第七次党代会",
        edtf="2021-09-27/2021-09-29",
        kind="congress",
        evidence=words,
    )


def overview(congress: Event) -> str:
    """Return the address of a congress that readers see."""
    return PublicEvent.objects.get(pk=congress.pk).get_absolute_url()


class EnglishClient(Client):
    """A client that asks for the English page of an address."""

    def get(self, path, *args, **kwargs):
        return super().get(f"/en{path}", *args, **kwargs)


@pytest.fixture
def english_client():
    return EnglishClient()


@published_once()
def happening(
    congress: Event, title: str, *, published: bool = True, **fields: object
) -> Event:
    article = make_article(body=f"{title}举行。", published=published)
    return make_event(
        title=title,
        parent=congress,
        evidence=make_evidence(article=article, words=title),
        **fields,
    )


# Timeline


def test_a_congress_has_one_address(client, congress):
    response = client.get(f"/events/{congress.pk}/")
    assert (response.status_code, response.url) == (
        301,
        overview(congress),
    )
    assert (
        client.get(f"/api/v1/events/{congress.pk}/")
        .json()["html_url"]
        .endswith(response.url)
    )


@pytest.mark.parametrize(("present", "signs"), [(348, ["−", "="]), (347, [])])
def test_numbers_that_do_not_add_up_are_no_sum(
    client, congress, present, signs
):
    article = make_article(body="应到352人，缺席4人。", published=True)
    words = make_evidence(article=article, words="应到352人，缺席4人")
    counted = {
        "attendance_expected": 352,
        "attendance_absent": 4,
        "attendance_present": present,
    }
    Event.objects.filter(pk=congress.pk).update(
        attendance_evidence=words, **counted
    )
    show_as_it_stands(article)
    count = (
        shown(client, overview(congress))
        .split('class="count"')[1]
        .split("</p>")[0]
    )
    assert re.findall(r"<b>(\d+)</b>", count) == ["352", "4", str(present)]
    assert re.findall(r'class="sign">(.)<', count) == signs


def test_the_parts_of_a_part_stand_in_the_timeline_too(client, congress):
    session = happening(congress, "开幕大会")
    happening(session, "报告环节")
    assert "报告环节" in shown(client, overview(congress))


def test_a_timeline_follows_what_becomes_of_the_events_between(
    client, congress
):
    session = happening(congress, "开幕大会")
    part = happening(session, "报告环节")
    address = overview(congress)
    words = session.evidence.get()
    for parent, is_shown in ((None, False), (congress, True)):
        session.parent = parent
        saved(session)
        show_as_it_stands(words.article)
        assert (str(part) in shown(client, address)) == is_shown
    session.evidence.clear()
    show_as_it_stands(words.article)
    assert str(part) not in shown(client, address)
    session.evidence.add(words)
    congress.kind = "meeting"
    saved(congress)
    show_as_it_stands(words.article, congress.evidence.get().article)
    assert not PublicEvent.objects.within(congress.pk)


def test_an_event_that_is_no_congress_has_no_timeline(client, congress):
    session = happening(congress, "开幕大会")
    shown(client, f"/timeline/{session.pk}/", 404)
    shown(client, f"/timeline/{session.pk + 1000}/", 404)


def test_people_stand_by_role_in_printed_order_each_with_the_words(
    client, congress
):
    article = make_article(
        body="执行主席：柏松、林晚、石开。石开主持。", published=True
    )
    event = make_event(
        title="开幕大会",
        parent=congress,
        evidence=make_evidence(article=article, words="执行主席"),
    )
    links = []
    for rank, name in enumerate(["柏松", "林晚", "石开"], 1):
        person = make_person(name=name)
        make_mention(article=article, name=name, person=person)
        words = make_evidence(article=article, words=name)
        make_participation(
            event=event,
            person=person,
            evidence=words,
            role="执行主席",
            rank=rank,
            position=1,
        )
        links += [person.get_absolute_url(), words.get_absolute_url()]
    make_participation(
        event=event,
        person=person,
        evidence=make_evidence(article=article, words="石开主持"),
    )
    address = event.get_absolute_url()
    roles = (
        shown(client, address).split('<dl class="roles">')[1].split("</dl>")[0]
    )
    assert re.findall(r"<dt[^>]*>([^<\s]+)", roles) == [
        "主持人",
        "执行主席",
    ]
    chairs = roles.split("执行主席")[1]
    assert re.findall(r'href="([^"]+)"', chairs) == links
    assert re.findall(r'class="rank"[^>]*>(\d+)', chairs) == ["1", "2", "3"]


def test_a_person_without_a_page_is_named_but_not_linked(client, congress):
    article = make_article(body="柏松主持。", published=True)
    words = make_evidence(article=article, words="柏松主持")
    event = make_event(title="开幕大会", parent=congress, evidence=words)
    person = make_person(name="柏松")
    make_participation(event=event, person=person, evidence=words)
    html = shown(client, event.get_absolute_url())
    assert "柏松" in html
    assert person.get_absolute_url() not in html


def test_the_count_adds_up_and_leads_to_its_words(client, congress):
    article = make_article(
        body="应到348名，请假12名，实到336名。", published=True
    )
    words = make_evidence(
        article=article, words="应到348名，请假12名，实到336名"
    )
    counted = {
        "attendance_expected": 348,
        "attendance_absent": 12,
        "attendance_present": 336,
    }
    event = make_event(
        title="开幕大会",
        parent=congress,
        evidence=words,
        attendance_evidence=words,
        **counted,
    )
    html = shown(client, event.get_absolute_url())
    count = html.split('class="count"')[1].split("</p>")[0]
    assert re.findall(r"<b>(\d+)</b>", count) == ["348", "12", "336"]
    assert "−" in count
    assert words.get_absolute_url() in count
    words.check_again = True
    words.save()
    event.evidence.add(make_evidence(article=article, words="实到"))
    assert "348" in shown(client, event.get_absolute_url())
    show_as_it_stands(article)
    assert "348" not in shown(client, event.get_absolute_url())


def test_delegations_show_where_they_come_from(client, congress):
    article = make_article(body="第一代表团来自东港区。", published=True)
    words = make_evidence(article=article, words="第一代表团来自东港区")
    event = make_event(title="审议", parent=congress, evidence=words)
    saved(Delegation(event=event, number=1, origin="东港区", evidence=words))
    show_as_it_stands(article)
    html = (
        shown(client, event.get_absolute_url())
        .split('class="delegations"')[1]
        .split("</ol>")[0]
    )
    assert "东港区" in html
    assert words.get_absolute_url() in html


def test_agenda_and_votes_stand_as_printed_each_with_the_words(
    client, congress
):
    text = "会议听取工作报告；表决选举办法。300票赞成、2票反对通过选举办法。299票赞成、0票反对、1票弃权。"
    article = make_article(body=text, published=True)
    event = make_event(
        title="全体会议",
        parent=congress,
        evidence=make_evidence(article=article, words="会议"),
    )
    first, second, counted, again = (
        make_evidence(article=article, words=words)
        for words in (
            "听取工作报告",
            "表决选举办法",
            "300票赞成、2票反对通过选举办法",
            "299票赞成、0票反对、1票弃权",
        )
    )
    saved(AgendaItem(event=event, rank=2, text="表决选举办法", evidence=second))
    saved(AgendaItem(event=event, rank=1, text="听取工作报告", evidence=first))
    saved(
        Vote(
            event=event,
            subject="选举办法",
            in_favour=300,
            against=2,
            evidence=counted,
        )
    )
    saved(
        Vote(event=event, in_favour=299, against=0, abstained=1, evidence=again)
    )
    show_as_it_stands(article)
    address = event.get_absolute_url()
    agenda, *votes = (
        shown(client, address)
        .split('class="roles business"')[1]
        .split("</dl>")[0]
        .split("</div>")[:3]
    )
    assert re.findall(r'<li value="(\d)"><span[^>]*>([^<]+)', agenda) == [
        ("1", "听取工作报告"),
        ("2", "表决选举办法"),
    ]
    assert re.findall(r'href="([^"]+)"', agenda) == [
        first.get_absolute_url(),
        second.get_absolute_url(),
    ]
    assert [re.findall(r"<b>(\d+)</b>", vote) for vote in votes] == [
        ["300", "2"],
        ["299", "0", "1"],
    ]
    assert "选举办法" in votes[0]
    assert counted.get_absolute_url() in votes[0]
    assert again.get_absolute_url() in votes[1]
    Evidence.objects.exclude(exact="会议").filter(article=article).update(
        check_again=True
    )
    assert "business" in shown(client, event.get_absolute_url())
    show_as_it_stands(article)
    assert "business" not in shown(client, event.get_absolute_url())


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
        "Sept. 28, 2021",
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


# Event


def test_an_event_leads_to_what_it_is_part_of_and_to_its_parts(
    client, congress
):
    session = happening(congress, "开幕大会")
    part, hidden = (
        happening(session, "报告环节"),
        happening(session, "未刊环节", published=False),
    )
    html = shown(client, session.get_absolute_url())
    assert overview(congress) in html
    assert part.get_absolute_url() in html
    assert str(hidden) not in html
    shown(client, hidden.get_absolute_url(), 404)


@pytest.mark.parametrize("number", [2, 12])
def test_an_event_asks_the_same_of_the_database_however_much_it_holds(
    client, django_assert_num_queries, number
):
    event = happening(None, "审议")
    words = event.evidence.get()
    for index in range(number):
        make_photo(article=words.article)
        happening(event, f"第{index}会")
        make_participation(
            event=event, person=make_person(name="柏松"), evidence=words
        )
        saved(
            AgendaItem(
                event=event, rank=index + 1, text="审议报告", evidence=words
            )
        )
    with django_assert_num_queries(7):
        shown(client, event.get_absolute_url())


# Times as printed


@pytest.mark.parametrize(
    ("fields", "english", "machine"),
    [
        (
            {"part_of_day": "morning", "time": dt.time(8, 30)},
            "morning, 8:30",
            "2021-09-27T08:30+08:00",
        ),
        (
            {"part_of_day": "morning", "time": dt.time(8), "approximate": True},
            "morning, about 8 o’clock",
            "2021-09-27T08:00+08:00",
        ),
        (
            {"part_of_day": "afternoon", "time": dt.time(15, 5)},
            "afternoon, 3:05",
            "2021-09-27T15:05+08:00",
        ),
        (
            {"part_of_day": "noon", "time": dt.time(12)},
            "noon, 12 o’clock",
            "2021-09-27T12:00+08:00",
        ),
        ({"time": dt.time(15, 0)}, "15 o’clock", "2021-09-27T15:00+08:00"),
        ({"part_of_day": "evening"}, "evening", "2021-09-27"),
        ({}, "", "2021-09-27"),
    ],
)
def test_a_time_is_told_as_printed(fields, english, machine):
    event = make_event(**fields)
    with translation.override("en"):
        assert clock(event) == english
    assert machine_time(event) == machine


@pytest.mark.parametrize(
    ("edtf", "english", "machine"),
    [
        ("2021-09-27", "Sept. 27, 2021", "2021-09-27"),
        ("2021-09", "September 2021", "2021-09"),
        ("2021", "2021", "2021"),
        ("2021-09~", "about September 2021", "2021-09"),
        (
            "2021-09-27/2021-09-29",
            "Sept. 27, 2021 to Sept. 29, 2021",
            "2021-09-27",
        ),
    ],
)
def test_a_date_is_told_as_far_as_it_is_known(edtf, english, machine):
    event = make_event(edtf=edtf)
    with translation.override("en"):
        assert day(event) == english
    assert machine_time(event) == machine


# Home, sitemap, errors


def test_home_shows_what_there_is(client, congress):
    article = make_article(
        headline="春耕开始", body="柏松到会。", published=True
    )
    person, photo = make_person(name="柏松"), make_photo(article=article)
    make_mention(article=article, name="柏松", person=person)
    make_article(headline="未刊", body="未刊。")
    html = shown(client, "/")
    for record in (
        PublicEvent.objects.get(pk=congress.pk),
        article,
        person,
        photo,
        article.page.issue.newspaper,
    ):
        assert f'href="{record.get_absolute_url()}"' in html
    assert 'action="/search/"' in html
    assert "未刊" not in html


def test_home_is_there_before_anything_is(client):
    shown(client, "/")


@pytest.mark.parametrize("number", [2, 9])
def test_home_asks_the_same_of_the_database_however_full_it_is(
    client, django_assert_num_queries, number
):
    for index in range(number):
        article = make_article(
            headline=f"第{index}篇", body="柏松到会。", published=True
        )
        make_photo(article=article)
        make_mention(
            article=article, name="柏松", person=make_person(name="柏松")
        )
        words = make_evidence(article=article, words="到会")
        make_event(title=f"第{index}次大会", kind="congress", evidence=words)
    with django_assert_num_queries(7):
        shown(client, "/")


def test_the_sitemap_leads_to_everything_public_and_nothing_else(
    client, congress
):
    article = make_article(body="柏松到会。", published=True)
    person, photo, hidden = (
        make_person(name="柏松"),
        make_photo(article=article),
        make_article(),
    )
    make_mention(article=article, name="柏松", person=person)
    addresses = set(
        re.findall(r"<loc>http://testserver([^<]+)<", read_sitemap(client))
    )
    page = article.page
    public = [
        article,
        person,
        photo,
        PublicEvent.objects.get(pk=congress.pk),
        page,
        page.issue,
        page.issue.newspaper,
    ]
    assert {record.get_absolute_url() for record in public} <= addresses
    assert hidden.get_absolute_url() not in addresses
    assert "Sitemap: http://testserver/sitemap.xml" in shown(
        client, "/robots.txt"
    )


def test_nothing_at_an_address_is_told_in_the_house_style(client):
    html = shown(client, "/nothing/", 404)
    assert 'class="masthead"' in html
