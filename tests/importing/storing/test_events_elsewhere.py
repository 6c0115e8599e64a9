"""What another page, or another paper, tells of a meeting on record."""

import pytest

from editorial.merging import MergingEvents
from editorial.merging.merger import merge
from events.models import AgendaItem, Event, Participation, Resolution, Vote
from people.models import Person
from tests.builders import make_event, make_user
from tests.importing.delivered import FRONT, deliver
from tests.importing.storing.meetings import (
    ASSEMBLY,
    OTHER,
    ROUND_TABLE,
    deliver_other,
    findings,
    session,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_another_page_that_agrees_adds_its_words_and_no_second_fact():
    deliver(ASSEMBLY)
    before = {
        model: model.objects.count()
        for model in (AgendaItem, Resolution, Vote, Participation)
    }
    run = deliver(
        ASSEMBLY.replace("表决通过了选举办法", "表决通过选举办法(草案)"), "A3"
    )
    assert {model: model.objects.count() for model in before} == before
    assert {words.article.page.label for words in session().evidence.all()} == {
        "A1",
        "A3",
    }
    assert not findings(run, "unplaced_fact")


def test_another_count_or_agenda_is_left_to_a_person():
    deliver(ASSEMBLY)
    text = ASSEMBLY.replace("318票赞成", "317票赞成").replace(
        "一是听取选举办法的说明", "一是审查预算"
    )
    told = findings(deliver(text, "A3"), "unplaced_fact")
    assert "选举办法 317:2:1" in told
    assert "1 审查预算" in told
    assert Vote.objects.get(subject="选举办法").in_favour == 318
    assert AgendaItem.objects.get(rank=1).text == "听取选举办法的说明"


def test_numbers_that_a_page_leaves_out_contradict_nothing():
    counted = ASSEMBLY.replace(
        "会议有两项", "会议应到代表330名,请假9名,实到321名。会议有两项"
    )
    deliver(counted)
    run = deliver(
        counted.replace("、1票弃权", "").replace("请假9名,", ""), "A3"
    )
    assert not findings(run, "unplaced_fact")
    assert Vote.objects.get(subject="选举办法").abstained == 1
    assert session().attendance_absent == 9


def test_a_page_that_tells_more_of_a_meeting_adds_it():
    deliver(
        ASSEMBLY.replace(
            "表决通过了选举办法。监票人名单以320票赞成、1票反对获得通过。",
            "形成决议。",
        )
    )
    assert (Resolution.objects.count(), Vote.objects.count()) == (0, 1)
    deliver(ASSEMBLY, "A3")
    assert (Resolution.objects.count(), Vote.objects.count()) == (1, 2)
    deliver(ASSEMBLY.replace("选举办法", "计票办法"), "A4")
    ranks = Resolution.objects.values_list("rank", "text")
    assert list(ranks) == [
        (1, "表决通过了选举办法"),
        (2, "表决通过了计票办法"),
    ]


def test_two_papers_that_agree_report_one_event_and_each_part_once():
    deliver(FRONT)
    parts = Participation.objects.count()
    run = deliver_other(FRONT)
    event = Event.objects.get(kind="session")
    assert {
        str(words.article.page.issue.newspaper)
        for words in event.evidence.all()
    } == {
        "滨江日报",
        OTHER,
    }
    assert Participation.objects.count() == parts
    assert (
        Person.objects.filter(name="蔡溪").count() == 2
    )  # two lists: only a person may say that they are one
    assert "蔡溪" in findings(run, "ambiguous_name")
    assert not findings(run, "event_differs")


@pytest.mark.parametrize(
    "text",
    [
        ROUND_TABLE,
        ROUND_TABLE.replace("在滨江宾馆", ""),
        ROUND_TABLE.replace("高长林", "沈立秋"),
        ROUND_TABLE.replace("上午", ""),
    ],
)
def test_another_papers_meeting_is_the_same_when_place_or_people_agree(text):
    deliver(ROUND_TABLE)
    run = deliver_other(text)
    assert (
        session()
        .evidence.values("article__page__issue__newspaper")
        .distinct()
        .count()
        == 2
    )
    assert not findings(run, "event_differs")


def test_two_papers_that_agree_in_all_but_the_place_report_one_event_and_a_person_decides():
    deliver(ROUND_TABLE)
    run = deliver_other(ROUND_TABLE.replace("滨江宾馆", "南湖宾馆"))
    assert session().place == "滨江宾馆"
    assert (
        findings(run, "event_differs")
        == "全市春耕备耕工作座谈会: this page states 南湖宾馆."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ROUND_TABLE,
            ROUND_TABLE.replace("高长林", "沈立秋").replace(
                "滨江宾馆", "北岭宾馆"
            ),
        ),
        # Every city has a hall of this name.
        (
            ROUND_TABLE.replace("滨江宾馆", "市会议中心"),
            ROUND_TABLE.replace("滨江宾馆", "市会议中心").replace(
                "高长林", "沈立秋"
            ),
        ),
    ],
)
def test_two_papers_that_share_a_title_only_report_two_events_and_a_doubt(
    first, second
):
    deliver(first)
    run = deliver_other(second)
    assert Event.objects.filter(kind="meeting").count() == 2
    assert "nothing shows that it is the same event" in findings(
        run, "event_differs"
    )
    deliver_other(second, again=True)
    assert Event.objects.filter(kind="meeting").count() == 2


def test_another_day_or_part_of_the_day_is_another_event_without_a_doubt():
    deliver(ROUND_TABLE)
    for label, text in (
        ("1", ROUND_TABLE.replace("上午", "下午")),
        ("2", ROUND_TABLE.replace("14日", "13日")),
    ):
        assert not findings(deliver_other(text, label), "event_differs")
    assert Event.objects.filter(kind="meeting").count() == 3


def test_a_page_that_leaves_the_part_of_the_day_open_means_the_only_meeting_of_that_title():
    deliver(ROUND_TABLE)
    deliver(ROUND_TABLE.replace("上午", ""), "A3")
    assert session().part_of_day == "morning"
    deliver(ROUND_TABLE.replace("上午", "下午"), "A4")
    run = deliver(ROUND_TABLE.replace("上午", ""), "A5")
    assert "nothing shows" in findings(run, "event_differs")


def test_within_a_congress_the_title_is_enough_where_the_part_of_the_day_is_open():
    deliver(ASSEMBLY)
    deliver(
        ASSEMBLY.replace("3月14日上午", "3月14日").replace(
            "高长林主持", "沈立秋主持"
        ),
        "A3",
    )
    assert session().evidence.filter(article__page__label="A3").exists()


def test_a_page_that_knows_the_part_of_the_day_leaves_the_record_to_a_person():
    deliver(ROUND_TABLE.replace("上午", ""))
    run = deliver(ROUND_TABLE, "A3")
    assert session().part_of_day == ""
    assert (
        findings(run, "event_differs")
        == "全市春耕备耕工作座谈会: this page states morning."
    )


@pytest.mark.parametrize("text", [ROUND_TABLE, ASSEMBLY])
def test_an_event_merged_by_an_editor_is_not_made_anew(text):
    """Read again under the title that is gone, the page means the one that stays."""
    by = make_user(superuser=True)
    deliver(text)
    for key in list(Event.objects.order_by("pk").values_list("pk", flat=True)):
        goes = Event.objects.get(pk=key)
        stays = make_event(
            title="名称有别", kind=goes.kind, edtf=goes.edtf, parent=goes.parent
        )
        merge(MergingEvents, stays.pk, [goes.pk], by=by, reason="同一次。")
    titles = set(Event.objects.values_list("title", flat=True))
    assert titles == {"名称有别"}
    deliver(text, again=True)
    assert set(Event.objects.values_list("title", flat=True)) == titles
