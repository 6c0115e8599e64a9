"""The people and the events that a delivered page tells."""

import datetime as dt

import pytest

from articles.models import (
    Mention,
    Newspaper,
)
from editorial.models import Finding
from events.models import Event, Participation
from importing.one_page import load_page
from people.models import Membership, OtherName, Person
from tests.builders import make_newspaper, make_person
from tests.importing.delivered import FRONT, NEWSPAPER, deliver
from tests.importing.opened import opening

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


# People


def test_new_names_join_the_papers_authority_list():
    deliver(FRONT)
    newspaper = Newspaper.objects.get()
    names = {"林向晚", "沈立秋", "高长林", "蔡溪", "欧阳文海"}
    assert set(newspaper.people.values_list("name", flat=True)) == names
    assert Person.objects.get(name="蔡溪").sort_name == "cai xi"
    assert (
        set(Person.objects.values_list("name", flat=True)) == names
    )  # reporters are not guessed to be people


def test_names_are_matched_within_the_list_and_by_other_names():
    newspaper = make_newspaper(name=NEWSPAPER)
    known, elsewhere = make_person(name="林晚"), make_person(name="沈立秋")
    OtherName.objects.create(person=known, name="林向晚")
    newspaper.people.add(known)
    deliver(FRONT)
    assert set(
        Mention.objects.filter(name="林向晚").values_list("person", flat=True)
    ) == {known.pk}
    assert not Mention.objects.filter(person=elsewhere).exists()
    assert not Person.objects.filter(name="林向晚").exists()


def test_a_name_of_two_people_is_a_finding_and_no_guess():
    newspaper = make_newspaper(name=NEWSPAPER)
    newspaper.people.add(
        make_person(name="蔡溪"), make_person(name="蔡溪", note="另一位")
    )
    page = deliver(FRONT).page
    mention = Mention.objects.get(name="蔡溪")
    assert mention.person is None
    finding = page.findings.get(rule="ambiguous_name")
    assert (finding.exact, finding.origin, finding.severity) == (
        "蔡溪",
        "transcription",
        2,
    )
    assert finding.message == "蔡溪 could be 2 people of the authority list."
    assert Person.objects.filter(name="蔡溪").count() == 2
    assert not Participation.objects.filter(person__name="蔡溪").exists()
    lost = page.findings.get(rule="unplaced_fact")
    assert "蔡溪 执行主席" in lost.message


# Events


def test_the_opening_of_a_congress():
    deliver(FRONT)
    event = opening()
    assert (event.parent.title, event.parent.kind) == (
        "中国共产党滨江市第九次代表大会",
        "congress",
    )
    assert (event.edtf, event.time, event.part_of_day, event.place) == (
        "2019-03-14",
        dt.time(9),
        "morning",
        "市会议中心",
    )
    assert (
        event.attendance_expected,
        event.attendance_absent,
        event.attendance_present,
    ) == (
        210,
        6,
        204,
    )
    assert "应出席代表210名" in event.attendance_evidence.exact
    chairs = event.participations.filter(role="执行主席").in_printed_order()
    names = ["林向晚", "沈立秋", "高长林", "蔡溪", "欧阳文海"]
    assert [(part.person.name, part.rank) for part in chairs] == list(
        zip(names, range(1, 6), strict=True)
    )
    assert all(
        part.person.name in part.evidence.exact
        for part in event.participations.all()
    )
    assert {evidence.exact for evidence in event.evidence.all()} >= {"上午9时"}
    assert event.parent.evidence.exists()


def test_posts_are_recorded_with_the_words_that_give_them():
    deliver(FRONT)
    memberships = Membership.objects.select_related(
        "post__organization"
    ).order_by("pk")
    stated = {
        (m.person.name, m.post.label, m.role, m.stated_on) for m in memberships
    }
    day = dt.date(2019, 3, 15)
    assert stated == {
        ("沈立秋", "滨江市委副书记", "副书记", day),
        ("沈立秋", "市长", "市长", day),
    }
    assert {str(m.post.organization) for m in memberships} == {
        "滨江市委",
        "None",
    }
    assert all("沈立秋" in m.evidence.get().exact for m in memberships)


def test_an_event_that_two_pages_report_is_one_with_two_sources():
    deliver(FRONT)
    deliver(FRONT.replace("全体起立", "全场起立"), "A3")
    event = opening()
    articles = {
        evidence.article.page.label for evidence in event.evidence.all()
    }
    assert articles == {"A1", "A3"}
    assert Event.objects.congresses().count() == 1
    assert event.participations.filter(role="执行主席").count() == 5
    assert not Finding.objects.filter(rule="event_differs").exists()


def test_another_part_of_the_day_is_another_event():
    deliver(FRONT)
    deliver(
        FRONT.replace("3月14日上午", "3月14日下午").replace(
            "上午9时", "下午3时"
        ),
        "A3",
    )
    assert Event.objects.filter(kind="session").count() == 2


def test_what_a_second_page_states_otherwise_is_left_to_a_person():
    deliver(FRONT)
    page = deliver(
        FRONT.replace("市会议中心", "市体育馆").replace("210名", "211名"), "A3"
    ).page
    assert opening().place == "市会议中心"
    assert opening().attendance_expected == 210
    assert "市体育馆" in page.findings.get(rule="event_differs").message
    assert "211" in page.findings.get(rule="unplaced_fact").message


def test_a_short_name_means_the_congress_the_paper_reports_and_learns_the_full_one():
    short = FRONT.replace("中国共产党滨江市第九次代表大会", "市第九次党代会")
    deliver(short, "A3")
    assert Event.objects.congresses().get().title == "市第九次党代会"
    deliver(FRONT)
    assert (
        Event.objects.congresses().get().title
        == "中国共产党滨江市第九次代表大会"
    )
    deliver(short.replace("全体起立", "全场起立"), "A5")
    assert Event.objects.congresses().count() == 1


def test_another_papers_short_name_is_another_congress():
    deliver(FRONT)
    short = FRONT.replace("中国共产党滨江市第九次代表大会", "市第九次党代会")
    load_page(short.encode(), source_name="北岭日报_2019-03-15_A1.txt")
    assert Event.objects.congresses().count() == 2


def test_a_congress_named_in_full_is_one_for_all_papers():
    deliver(FRONT)
    load_page(FRONT.encode(), source_name="北岭日报_2019-03-15_A1.txt")
    assert Event.objects.congresses().count() == 1
    assert Event.objects.filter(kind="session").count() == 1
