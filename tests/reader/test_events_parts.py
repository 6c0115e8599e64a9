"""Who took part in an event, the counts, votes and agenda that belong to it."""

from __future__ import annotations

import pytest

from tests.reader.told_events import events

# text -> name, role, rank, delegations of the first event's participants
PARTS = [
    (
        "执行主席是：梁栋材、沈　岸、宗岱。",
        [
            ("梁栋材", "执行主席", 1),
            ("沈岸", "执行主席", 2),
            ("宗岱", "执行主席", 3),
        ],
    ),
    (
        "大会主席团常务委员会委员：梁栋材 沈岸(女) 宗岱(女，苗族)。",
        [
            (name, "主席团常务委员会委员", rank)
            for rank, name in enumerate(("梁栋材", "沈岸", "宗岱"), 1)
        ],
    ),
    (
        "出席会议的有市委书记梁栋材，市委常委沈岸、宗岱，秘书长石玉昆。",
        [
            ("梁栋材", "出席", 1),
            ("沈岸", "出席", 2),
            ("宗岱", "出席", 3),
            ("石玉昆", "出席", 4),
        ],
    ),
    (
        "省委督导组组长、省委组织部副部长梁栋材在主席台前排就座。",
        [("梁栋材", "前排就座(督导组组长)", None)],
    ),
    (
        "在主席台前排就座的有：梁栋材、沈岸。",
        [("梁栋材", "前排就座", 1), ("沈岸", "前排就座", 2)],
    ),
    ("会议由梁栋材同志主持。", [("梁栋材", "主持人", None)]),
    (
        "梁栋材主持会议并宣布大会开幕。",
        [("梁栋材", "主持人", None), ("梁栋材", "宣布开幕", None)],
    ),
    (
        "梁栋材代表上届委员会向大会作题为《向江》的报告。",
        [("梁栋材", "作报告", None)],
    ),
    ("梁栋材同志作了关于选举办法的说明。", [("梁栋材", "作说明", None)]),
    (
        "梁栋材出席并讲话，沈岸主持。",
        [
            ("梁栋材", "讲话", None),
            ("梁栋材", "出席", None),
            ("沈岸", "主持人", None),
        ],
    ),
    ("受梁栋材委托，沈岸致辞。", [("沈岸", "致辞", None)]),
    ("梁栋材指出，要主持好公道，出席会议的同志要带头。", []),
    ("团结在以梁栋材同志为核心的班子周围，参加会议。", []),
    ("梁栋材出席省第十二次党代会代表选举工作。", []),
    (
        "梁栋材、沈岸等在职市级领导，宗岱、石玉昆等老领导出席。",
        [
            ("梁栋材", "出席", 1),
            ("沈岸", "出席", 2),
            ("宗岱", "出席", 3),
            ("石玉昆", "出席", 4),
        ],
    ),
    (
        "梁栋材主持，沈岸参加。",
        [("梁栋材", "主持人", None), ("沈岸", "参加", None)],
    ),
    (
        "梁栋材出席签约仪式并讲话。",
        [("梁栋材", "讲话", None), ("梁栋材", "出席", None)],
    ),
    (
        "梁栋材到会致辞，市委副书记、市长某某某主持会议。",
        [("梁栋材", "致辞", None)],
    ),
    ("梁栋材在讲话中肯定了工作。", []),
    ("“好。”梁栋材发言。", [("梁栋材", "发言", None)]),
]
# text -> what was voted on
SUBJECTS = [
    ("会议以312票赞成、2票反对、1票弃权，表决通过了选举办法。", "选举办法"),
    (
        "大会以312票赞成、2票反对通过《关于环境保护、城市更新工作的决议》。",
        "《关于环境保护、城市更新工作的决议》",
    ),
    ("会议以312票赞成、2票反对，选举梁栋材为主任。", "选举梁栋材为主任"),
    ("大会又以赞成312票,反对2票通过决定。", "决定"),
    ("会议表决通过了选举办法(草案)，赞成312票、反对2票。", "选举办法(草案)"),
    ("会议通过了选举办法，表决结果为：312票赞成、2票反对。", "选举办法"),
    ("选举办法以312票赞成、2票反对获得通过。", "选举办法"),
    (
        "会上，关于预算的决议(草案)获得312票赞成、2票反对。",
        "关于预算的决议(草案)",
    ),
    ("梁栋材以312票赞成、2票反对当选主任。", "梁栋材"),
    ("会议听取了说明。大会以312票赞成、2票反对获得通过。", ""),
    ("表决器显示：312票赞成、2票反对。", ""),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_who_did_what_stands_with_its_words(
    text: str, expected: list[tuple[str, str, int | None]]
) -> None:
    page, (one,) = events("9月27日，全市大会在会堂召开。", text)
    assert [
        (part.name, part.role, part.rank) for part in one.participants
    ] == expected
    for part in one.participants:
        assert page[slice(*part.span)].replace("\u3000", "") == part.name
        assert (
            part.evidence[0] <= part.span[0] < part.span[1] <= part.evidence[1]
        )
        assert not page[slice(*part.evidence)].startswith("”")


def test_a_part_told_twice_is_one() -> None:
    _, (one,) = events(
        "9月27日，全市大会在会堂召开，梁栋材主持。",
        "会上，梁栋材主持表决。应到代表300名。",
    )
    assert [part.role for part in one.participants] == ["主持人"]
    assert one.attendance is None


def test_deliberations_name_delegations_and_their_origin() -> None:
    page, (one,) = events(
        "9月27日，梁栋材、沈岸来到代表团，与代表们一起审议报告。",
        "梁栋材先后来到第一、第十二、第三代表团参加审议。",
        "第十二代表团的代表主要来自驻军和政法系统。第一代表团的代表们主要来自临河市。第三代表团由江口区代表组成。",
        "宗岱、石玉昆、陶然等同志分别参加各代表团的审议。",
    )
    assert one.kind == "deliberation"
    assert [
        (part.name, part.role, part.rank, part.delegations)
        for part in one.participants
    ] == [
        ("梁栋材", "参加", None, (1, 12, 3)),
        ("沈岸", "参加", 2, ()),
        ("宗岱", "参加", 1, ()),
        ("石玉昆", "参加", 2, ()),
        ("陶然", "参加", 3, ()),
    ]
    assert [(one.number, one.origin) for one in one.delegations] == [
        (1, "临河市"),
        (3, "江口区"),
        (12, "驻军和政法系统"),
    ]
    assert (
        next(page[slice(*part.evidence)] for part in one.delegations)
        == "第一代表团的代表们主要来自临河市"
    )


def test_a_meeting_keeps_its_counts() -> None:
    page, (one,) = events(
        "9月27日，全市大会在会堂召开。应到代表348名，因病请假12名。实到336名。",
        "会议听取了常委会工作报告；审议通过了选举办法(草案)。大会以336票赞成、2票反对、1票弃权通过决议，又以赞成330票,反对9票通过决定。",
        "会议选举梁栋材为市人大常委会主任。沈岸、宗岱当选副主任，石玉昆缺席。",
    )
    assert one.attendance is not None
    assert (
        one.attendance.expected,
        one.attendance.absent,
        one.attendance.present,
    ) == (
        348,
        12,
        336,
    )
    assert (
        page[slice(*one.attendance.evidence)]
        == "应到代表348名，因病请假12名。实到336名"
    )
    assert [item.text for item in one.agenda] == [
        "听取了常委会工作报告",
    ]
    assert [item.text for item in one.decisions] == [
        "审议通过了选举办法(草案)",
    ]
    business = (*one.agenda, *one.decisions)
    assert all(page[slice(*item.span)] == item.text for item in business)
    assert [
        (vote.in_favour, vote.against, vote.abstained) for vote in one.votes
    ] == [
        (336, 2, 1),
        (330, 9, None),
    ]
    assert [(post.name, post.post) for post in one.elected] == [
        ("梁栋材", "市人大常委会主任"),
        ("沈岸", "副主任"),
        ("宗岱", "副主任"),
    ]


@pytest.mark.parametrize(
    ("text", "subject"), SUBJECTS, ids=[text[:16] for text, _ in SUBJECTS]
)
def test_a_count_of_votes_knows_what_was_voted_on(
    text: str, subject: str
) -> None:
    page, (one,) = events("9月27日，全市大会在会堂召开。", text)
    (vote,) = one.votes
    assert (vote.subject, vote.in_favour, vote.against) == (subject, 312, 2)
    evidence = page[slice(*vote.evidence)]
    assert subject in evidence
    assert "312" in evidence
    assert "。" not in evidence


def test_a_printed_agenda_is_read_item_by_item() -> None:
    page, (one,) = events(
        "9月27日，全市大会在会堂召开。",
        "会议有两项议程:一是听取情况汇报;二是决定监票人名单。",
    )
    assert [page[slice(*item.span)] for item in one.agenda] == [
        "听取情况汇报",
        "决定监票人名单",
    ]


def test_an_agenda_stands_in_printed_order_and_holds_nothing_twice() -> None:
    _, (one,) = events(
        "9月27日，全市大会在会堂召开。",
        "会议听取了情况汇报。会议还有两项议程:一是听取了选举说明;二是点名,通过了监票人名单。会议审议通过了选举办法。议程:如下。",
    )
    assert [item.text for item in one.agenda] == [
        "听取了情况汇报",
        "听取了选举说明",
        "点名,通过了监票人名单",
    ]
    assert [item.text for item in one.decisions] == ["审议通过了选举办法"]


@pytest.mark.parametrize(
    ("text", "agenda", "decisions"),
    [
        ("会议审议了通过情况的报告。", "审议了通过情况的报告", ""),
        ("会议听取并审议了预算的报告。", "听取并审议了预算的报告", ""),
        (
            "会议审议并表决通过了《绿化条例》。",
            "",
            "审议并表决通过了《绿化条例》",
        ),
        ("大会选举产生了新一届委员会。", "", "选举产生了新一届委员会"),
        ("大会以举手表决的方式通过了政治决议。", "", "通过了政治决议"),
        (
            "会议通过了大会议程:一、听取和审议工作报告;二、选举主席。",
            "听取和审议工作报告 选举主席",
            "通过了大会议程",
        ),
    ],
)
def test_what_was_decided_is_no_agenda(
    text: str, agenda: str, decisions: str
) -> None:
    _, (one,) = events("9月27日，全市大会在会堂召开。", text)
    assert [item.text for item in one.agenda] == agenda.split()
    assert [item.text for item in one.decisions] == decisions.split()


def test_facts_belong_to_the_event_they_follow() -> None:
    _, (first, coming, second) = events(
        "9月27日上午，动员会在会堂召开，梁栋材主持。大会将于9月30日闭幕，沈岸出席。",
        "9月27日下午，调度会召开。宗岱主持。",
        "会议选举石玉昆为主任。",
    )
    assert [part.name for part in first.participants] == ["梁栋材"]
    assert [part.name for part in coming.participants] == ["沈岸"]
    assert [part.name for part in second.participants] == ["宗岱"]
    assert [post.name for post in second.elected] == ["石玉昆"]


def test_a_part_cut_by_a_column_keeps_its_place() -> None:
    page, (one,) = events("9月27日，全市大会在会堂召开，梁|栋材主持会议。")
    (part,) = one.participants
    assert (part.name, page[slice(*part.span)]) == ("梁栋材", "梁\n\n栋材")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("梁栋材到会祝贺。", "出席"),
        ("梁栋材致祝词。", "致辞"),
        ("市长梁栋材在城关区代表团听取审议。", "参加"),
        ("梁栋材祝贺。", ""),
    ],
)
def test_roles_at_assemblies(text: str, role: str) -> None:
    _, (one,) = events("9月27日，全市大会在会堂召开。", text)
    assert [part.role for part in one.participants] == role.split()
