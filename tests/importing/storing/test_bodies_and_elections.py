"""Which body met and who was elected: recorded with their words, once, as people left them."""

import pytest

from editorial.models import Finding
from events.models import Candidacy, Election, EventRole, MeetingBody
from importing.one_page import load_page
from importing.storing.events.meeting_bodies import body_named
from people.models import Person
from tests.builders import saved
from tests.by_hand import changed_by_hand, deleted_by_hand
from tests.importing.delivered import FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

ASSEMBLY = """滨江市第九届人民代表大会第二次会议选举产生市长

本报讯(记者 韩冰) 3月14日上午,滨江市第九届人民代表大会第二次会议举行第三次全体会议。会议由高长林主持。

随后投票选举。沈立秋当选为滨江市市长。高长林、蔡溪当选滨江市副市长。
"""
AGAIN = ASSEMBLY.replace("随后投票选举", "随后代表投票选举")


def elected():
    return [
        (one.election.office, one.person.name, one.rank, one.outcome)
        for one in Candidacy.objects.order_by("pk")
    ]


EVERYBODY = [
    ("滨江市市长", "沈立秋", None, "elected"),
    ("滨江市副市长", "高长林", 1, "elected"),
    ("滨江市副市长", "蔡溪", 2, "elected"),
]


def test_the_elected_stand_in_the_order_of_the_list_each_with_the_words():
    deliver(ASSEMBLY)
    assert elected() == EVERYBODY
    assert [one.evidence.exact for one in Candidacy.objects.order_by("pk")] == [
        "沈立秋当选为滨江市市长",
        *["高长林、蔡溪当选滨江市副市长"] * 2,
    ]
    for election in Election.objects.all():
        words = {one.evidence for one in election.candidacies.all()}
        assert words == {election.evidence}
        assert election.seats is None


def test_the_body_is_recorded_where_the_title_says_it_in_the_pages_words():
    deliver(FRONT)
    (body,) = MeetingBody.objects.filter(body="presidium")
    assert body.event.title == "市第九次党代会主席团第一次会议"
    assert "主席团" in body.evidence.exact


@pytest.mark.parametrize(
    ("title", "body", "number", "name"),
    [
        ("大会主席团举行第一次会议", "presidium", None, ""),
        ("主席团常务委员会举行会议", "committee", None, "主席团常务委员会"),
        ("第三代表团讨论报告", "delegation", 3, ""),
        ("临江街道代表团讨论", "delegation", None, "临江街道代表团"),
        ("海头区代表团分组审议", "delegation", None, "海头区代表团"),
        ("市五届人大一次会议代表团审议", None, None, ""),
        ("海头区代表团驻地", None, None, ""),
        ("市第九次党代会开幕", "plenary", None, ""),
        ("闭幕大会", "plenary", None, ""),
        ("举行第三次全体会议", "plenary", None, ""),
        ("各代表团讨论报告", None, None, ""),
        ("第一、第三代表团讨论报告", None, None, ""),
        ("资格审查委员会全体会议", None, None, ""),
        ("主席团常务主席会议", None, None, ""),
        ("市第九次代表大会", None, None, ""),
        ("预备会议", None, None, ""),
    ],
)
def test_a_title_names_a_body_or_none(title, body, number, name):
    named = body_named(title)
    if body is None:
        assert named is None
    else:
        assert (named.body, named.number, named.name) == (body, number, name)
        assert named.words in title


def test_a_meeting_of_no_congress_has_no_body():
    deliver(
        ASSEMBLY.replace(
            "滨江市第九届人民代表大会第二次会议举行第三次全体会议",
            "滨江市粮食局举行第三次全体会议",
        )
    )
    assert not MeetingBody.objects.exists()


def test_reading_again_records_nothing_twice():
    deliver(ASSEMBLY)
    models = (Election, Candidacy, MeetingBody, EventRole)
    before = {model: list(model.objects.values()) for model in models}
    assert all(before.values())
    number = Finding.objects.count()
    deliver(ASSEMBLY, again=True)
    deliver(AGAIN)
    assert {model: list(model.objects.values()) for model in models} == before
    assert Finding.objects.count() == number


def test_what_a_person_took_out_or_changed_is_not_recorded_anew():
    deliver(ASSEMBLY)
    deleted_by_hand(Election.objects.get(office="滨江市市长"))
    deleted_by_hand(Candidacy.objects.get(person__name="高长林"))
    other = Candidacy.objects.get(person__name="蔡溪")
    changed_by_hand(other, outcome="alternate", rank=1)
    changed_by_hand(MeetingBody.objects.get(), body="presidium")
    deleted_by_hand(EventRole.objects.get(label="陪同"))
    deliver(AGAIN)
    assert elected() == [("滨江市副市长", "蔡溪", 1, "alternate")]
    assert [one.body for one in MeetingBody.objects.all()] == ["presidium"]
    assert not EventRole.objects.filter(label="陪同").exists()


def test_a_body_taken_out_stays_out():
    deliver(ASSEMBLY)
    deleted_by_hand(MeetingBody.objects.get())
    deliver(AGAIN)
    assert not MeetingBody.objects.exists()


def test_words_that_are_back_state_it_again():
    deliver(ASSEMBLY)
    deliver(ASSEMBLY.replace("沈立秋当选为滨江市市长", "选举揭晓"))
    mayor = Candidacy.objects.get(person__name="沈立秋")
    assert mayor.evidence.check_again
    moved = ASSEMBLY.replace("沈立秋当选为滨江市市长。", "").rstrip("\n")
    deliver(f"{moved}会上,沈立秋当选为滨江市市长。\n")
    mayor.refresh_from_db()
    assert not mayor.evidence.check_again
    assert not mayor.election.evidence.check_again
    assert len(elected()) == 3


def test_another_in_the_same_place_of_the_list_is_reported():
    deliver(ASSEMBLY)
    run = load_page(
        ASSEMBLY.replace("高长林、蔡溪", "高长林、石磊").encode(),
        source_name="滨江日报_2019-03-15_B7.txt",
    )
    assert elected() == EVERYBODY
    found = run.page.findings.filter(rule="unplaced_fact")
    assert [one.message for one in found] == [
        "Read but not recorded: 滨江市副市长: 石磊."
    ]


def test_whom_a_person_put_in_a_place_stays_there():
    deliver(ASSEMBLY)
    standing = Candidacy.objects.get(person__name="高长林")
    changed_by_hand(standing, person=saved(Person(name="高常林")))
    run = deliver(AGAIN)
    assert [one for one in elected() if one[2] == 1] == [
        ("滨江市副市长", "高常林", 1, "elected")
    ]
    found = run.page.findings.filter(rule="unplaced_fact")
    assert not found.exists(), "a person put it so"


def test_the_table_of_roles_is_filled_by_the_first_load():
    deliver(ASSEMBLY)
    assert EventRole.objects.filter(label="主持人").exists()
