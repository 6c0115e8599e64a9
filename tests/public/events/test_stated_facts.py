"""What is told of an event: who took part, how many, what was on the agenda."""

import re

import pytest

from articles.models import Evidence
from events.models import AgendaItem, Delegation, Event, Vote
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    saved,
    show_as_it_stands,
)
from tests.public.events.happenings import overview, shown

pytestmark = pytest.mark.django_db


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
    assert re.findall(r"<dt><span[^>]*>([^<\s]+)", roles) == [
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
