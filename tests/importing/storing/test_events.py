"""What a meeting decided, and one event whoever reports it: agenda, votes, elected persons, other
pages and papers.
"""

import pytest

from editorial.merging import MergingEvents
from editorial.merging.merger import merge
from editorial.models import Finding
from events.models import AgendaItem, Delegation, Event, Participation, Vote
from importing.models import ImportRun
from importing.one_page import load_page
from people.models import Membership, Person
from tests.builders import make_event, make_user
from tests.importing.delivered import FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

OTHER = "北岭日报"
ASSEMBLY = """滨江市第九届人民代表大会第二次会议选举产生市长

本报讯(记者 韩冰) 3月14日上午,滨江市第九届人民代表大会第二次会议举行第三次全体会议。会议由高长林主持。

会议有两项议程:一是听取选举办法的说明;二是选举市长、副市长。

会议以318票赞成、2票反对、1票弃权,表决通过了选举办法。监票人名单以320票赞成、1票反对获得通过。

随后投票选举。沈立秋当选为滨江市市长。高长林、蔡溪当选滨江市副市长。
"""
ROUND_TABLE = """全市春耕备耕工作座谈会召开

本报讯(记者 韩冰) 3月14日上午,全市春耕备耕工作座谈会在滨江宾馆召开。会议由市委副书记高长林主持。
"""


def deliver_other(text: str, label: str = "1", **options: object) -> ImportRun:
    """Load a page of another newspaper of the same day."""
    return load_page(
        text.encode(), source_name=f"{OTHER}_2019-03-15_{label}.txt", **options
    )


def session() -> Event:
    return Event.objects.get(kind__in=["meeting", "session"])


def findings(run: ImportRun, rule: str) -> str:
    return " | ".join(
        run.page.findings.filter(rule=rule).values_list("message", flat=True)
    )


# What a meeting decided


def test_agenda_and_votes_are_recorded_with_their_words():
    page = deliver(ASSEMBLY).page
    event = session()
    items = event.agenda.all()
    assert [(item.rank, item.text) for item in items] == [
        (1, "听取选举办法的说明"),
        (2, "选举市长、副市长"),
        (3, "表决通过了选举办法"),
    ]
    assert all(item.evidence.exact == item.text for item in items)
    votes = event.votes.all()
    assert [
        (vote.subject, vote.in_favour, vote.against, vote.abstained)
        for vote in votes
    ] == [
        ("选举办法", 318, 2, 1),
        ("监票人名单", 320, 1, None),
    ]
    assert [vote.evidence.exact for vote in votes] == [
        "318票赞成、2票反对、1票弃权,表决通过了选举办法",
        "监票人名单以320票赞成、1票反对",
    ]
    assert all(vote.evidence.article.page == page for vote in votes)
    for model in (AgendaItem, Vote):
        assert {row.history_change_reason for row in model.history.all()} == {
            "load"
        }


def test_elected_persons_take_part_and_hold_the_post_by_the_same_words():
    deliver(ASSEMBLY)
    elected = (
        session().participations.filter(role__startswith="当选").order_by("pk")
    )
    assert [(part.person.name, part.role, part.rank) for part in elected] == [
        ("沈立秋", "当选滨江市市长", None),
        ("高长林", "当选滨江市副市长", 1),
        ("蔡溪", "当选滨江市副市长", 2),
    ]
    assert [part.evidence.exact for part in elected] == [
        "沈立秋当选为滨江市市长"
    ] + ["高长林、蔡溪当选滨江市副市长"] * 2
    for part in elected:
        membership = Membership.objects.get(person=part.person)
        assert membership.post.label == part.role.removeprefix("当选")
        assert part.evidence in membership.evidence.all()


def test_reading_again_records_nothing_twice():
    deliver(ASSEMBLY)
    models = (AgendaItem, Vote, Participation, Membership)
    before = {
        model: (
            list(model.objects.order_by("pk").values()),
            model.history.count(),
        )
        for model in models
    }
    number = Finding.objects.count()
    deliver(ASSEMBLY, again=True)
    deliver(ASSEMBLY.replace("随后投票选举", "随后代表投票选举"))
    assert {
        model: (
            list(model.objects.order_by("pk").values()),
            model.history.count(),
        )
        for model in models
    } == before
    assert Finding.objects.count() == number


def test_words_edited_away_are_renewed_when_they_are_read_again():
    deliver(ASSEMBLY)
    deliver(
        ASSEMBLY.replace("318票赞成", "赞成票足够").replace(
            "二是选举市长、副市长", "二是投票"
        )
    )
    vote, item = (
        Vote.objects.get(subject="选举办法"),
        AgendaItem.objects.get(rank=2),
    )
    assert vote.evidence.check_again
    assert item.evidence.check_again
    deliver(ASSEMBLY)
    vote.refresh_from_db()
    item.refresh_from_db()
    assert not vote.evidence.check_again
    assert not item.evidence.check_again


def test_words_that_are_gone_make_way_for_those_in_their_place():
    deliver(ROUND_TABLE)
    old = Participation.objects.get(role="主持人")
    deliver(ROUND_TABLE.replace("市委副书记高长林", "市长沈立秋"))
    old.refresh_from_db()
    new = Participation.objects.get(person__name="沈立秋")
    assert old.evidence.check_again
    assert not new.evidence.check_again
    assert new.evidence.exact == "会议由市长沈立秋主持。"
    deliver(ROUND_TABLE)
    old.refresh_from_db()
    assert not old.evidence.check_again


def test_what_a_person_changed_or_took_out_is_not_recorded_anew():
    deliver(ASSEMBLY)
    vote, item = (
        Vote.objects.get(subject="选举办法"),
        AgendaItem.objects.get(rank=1),
    )
    vote.in_favour = 319
    vote.save()
    item.delete()
    Vote.objects.get(subject="监票人名单").delete()
    part = Participation.objects.get(role="主持人")
    part.role = "主持会议"
    part.save()
    Participation.objects.get(role="当选滨江市市长").delete()
    number = Finding.objects.count()
    deliver(ASSEMBLY, again=True)
    assert [vote.in_favour for vote in Vote.objects.all()] == [319]
    assert [item.rank for item in AgendaItem.objects.all()] == [2, 3]
    roles = set(Participation.objects.values_list("role", flat=True))
    assert roles == {"主持会议", "当选滨江市副市长"}
    assert Finding.objects.count() == number


def test_a_delegation_a_person_corrected_stands_and_another_origin_is_reported():
    text = "\n".join(
        [
            "代表团审议报告",
            "",
            "本报讯(记者 韩冰) 3月14日下午,各代表团审议报告。第一代表团的代表主要来自东港区。",
            "",
        ]
    )
    deliver(text)
    delegation = Delegation.objects.get()
    run = deliver(
        text.replace("东港区", "西港区").replace(
            "审议报告。", "审议工作报告。"
        ),
        "A3",
    )
    assert "西港区" in findings(run, "unplaced_fact")
    delegation.origin = "东港新区"
    delegation.save()
    run = deliver(text, again=True)
    assert Delegation.objects.get().origin == "东港新区"
    assert not findings(run, "unplaced_fact")


# Another page, another paper


def test_another_page_that_agrees_adds_its_words_and_no_second_fact():
    deliver(ASSEMBLY)
    before = {
        model: model.objects.count()
        for model in (AgendaItem, Vote, Participation)
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
    assert (AgendaItem.objects.count(), Vote.objects.count()) == (2, 1)
    deliver(ASSEMBLY, "A3")
    assert (AgendaItem.objects.count(), Vote.objects.count()) == (3, 2)


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
