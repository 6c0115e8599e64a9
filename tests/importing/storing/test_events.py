"""What a meeting decided, and one event whoever reports it: agenda, votes, elected persons, other
pages and papers.
"""

import pytest

from editorial.models import Finding
from events.models import (
    AgendaItem,
    Delegation,
    Participation,
    Resolution,
    Vote,
)
from people.models import Membership
from tests.by_hand import changed_by_hand, deleted_by_hand
from tests.importing.delivered import deliver
from tests.importing.storing.meetings import (
    ASSEMBLY,
    ROUND_TABLE,
    findings,
    session,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


# What a meeting decided


def test_agenda_and_votes_are_recorded_with_their_words():
    page = deliver(ASSEMBLY).page
    event = session()
    items = event.agenda.all()
    assert [(item.rank, item.text) for item in items] == [
        (1, "听取选举办法的说明"),
        (2, "选举市长、副市长"),
    ]
    decided = event.resolutions.all()
    assert [(item.rank, item.text) for item in decided] == [
        (1, "表决通过了选举办法"),
    ]
    assert all(item.evidence.exact == item.text for item in [*items, *decided])
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
        model: list(model.objects.order_by("pk").values()) for model in models
    }
    number = Finding.objects.count()
    deliver(ASSEMBLY, again=True)
    deliver(ASSEMBLY.replace("随后投票选举", "随后代表投票选举"))
    assert {
        model: list(model.objects.order_by("pk").values()) for model in models
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
    changed_by_hand(vote, in_favour=319)
    part = Participation.objects.get(role="主持人")
    changed_by_hand(part, role="主持会议")
    deleted_by_hand(
        item,
        Resolution.objects.get(),
        Vote.objects.get(subject="监票人名单"),
        Participation.objects.get(role="当选滨江市市长"),
    )
    number = Finding.objects.count()
    deliver(ASSEMBLY, again=True)
    assert [vote.in_favour for vote in Vote.objects.all()] == [319]
    assert [item.rank for item in AgendaItem.objects.all()] == [2]
    assert not Resolution.objects.exists()
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
    changed_by_hand(delegation, origin="东港新区")
    run = deliver(text, again=True)
    assert Delegation.objects.get().origin == "东港新区"
    assert not findings(run, "unplaced_fact")
