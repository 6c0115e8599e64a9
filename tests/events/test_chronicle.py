"""The sentence about an event, and its short forms."""

import pytest
from django.utils import translation

from events.chinese_numbers import chinese_number, number_of
from events.chronicle import people_to_name, sentence_of
from events.clauses import delegations_told
from events.models import PublicEvent
from events.role_signs import signs_of
from events.short_forms import label_of, sign_of, word_of
from people.models import PublicPerson

BAI = PublicPerson(key=1, name="欧阳松", sort_name="ou yang song")
LIN = PublicPerson(key=2, name="林向晚", sort_name="lin xiang wan")
PEOPLE = {1: BAI, 2: LIN}


def event(title="云溪市第七次党代会开幕", outline=None, **fields):
    return PublicEvent(title=title, outline=outline or {}, **fields)


def told(one, language="zh-hans", whole=None):
    with translation.override(language):
        return "".join(run.text for run in sentence_of(one, PEOPLE, whole))


def role(name, *people, count=0):
    return {
        "role": name,
        "people": [list(each) for each in people],
        "count": count or len(people),
    }


FIRST = (1, "欧阳松")
SECOND = (2, "林向晚")


def test_roles_are_told_in_the_order_of_a_sentence():
    one = event(
        outline={
            "roles": [
                role("执行主席", FIRST, SECOND, count=12),
                role("作报告", SECOND),
                role("主持人", FIRST),
                role("宣布开幕", FIRST),
            ]
        }
    )
    assert told(one) == (
        "云溪市第七次党代会开幕，欧阳松主持、宣布开幕，林向晚作报告，"
        "欧阳松、林向晚等12人任执行主席。"
    )
    assert told(one, "en") == (
        "云溪市第七次党代会开幕: Ouyang Song chaired, declared it open; "
        "Lin Xiangwan reported; Ouyang Song, Lin Xiangwan and others "
        "(12 in all) were executive chairs."
    )


def test_a_role_of_no_form_stands_as_printed():
    one = event(outline={"roles": [role("点火", FIRST)]})
    assert told(one) == "云溪市第七次党代会开幕，点火：欧阳松。"


def test_brackets_of_a_role_are_left_aside():
    one = event(outline={"roles": [role("前排就座(组长)", FIRST)]})
    assert "欧阳松在前排就座" in told(one)


def test_the_title_does_not_name_the_congress_again():
    whole = event("云溪市第七次党代会")
    assert told(event(), whole=whole) == "大会开幕。"
    assert told(whole, whole=whole) == "云溪市第七次党代会。"


def test_who_visited_is_told_by_delegation_and_not_again_by_role():
    one = event(
        outline={
            "roles": [role("参加", FIRST, SECOND)],
            "visits": [{"person": list(FIRST), "numbers": [1, 12, 3]}],
        }
    )
    assert told(one).endswith("林向晚参加，欧阳松到第一、第十二、第三代表团。")
    assert "came to delegations 1, 12, 3" in told(one, "en")
    assert people_to_name([one]) == {1, 2}


def test_business_elections_votes_and_counts_follow():
    one = event(
        "大会",
        outline={
            "agenda": {"texts": ["听取报告", "通过甲决议"], "count": 5},
            "resolutions": {"texts": ["甲决议"], "count": 1},
            "elections": [
                {"office": "市长", "seats": 2, "elected": 1, "alternates": 0},
                {
                    "office": "委员",
                    "seats": None,
                    "elected": 0,
                    "alternates": 0,
                },
            ],
            "votes": [
                {"subject": "", "in_favour": 9, "against": 0, "abstained": None}
            ],
        },
        attendance_expected=10,
        attendance_present=9,
    )
    assert told(one) == (
        "大会，听取报告等4项，通过甲决议，选出市长1名，选举委员，"
        "9票赞成、0票反对。应到10名，实到9名。"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("通过了大会议程", "大会，通过了大会议程。"),
        ("批准甲报告", "大会，批准甲报告。"),
        ("审议并通过乙报告", "大会，审议并通过乙报告。"),
        ("选举产生主席团", "大会，选举产生主席团。"),
        ("确定了日程", "大会，确定了日程。"),
        ("选举办法", "大会，通过选举办法。"),
        ("甲决议", "大会，通过甲决议。"),
    ],
)
def test_what_was_decided_is_said_once(text, sentence):
    decided = {"texts": [text, "通过了丙"], "count": 2}
    one = event("大会", outline={"resolutions": decided})
    assert told(one) == sentence.replace("。", "；通过了丙。")


def test_the_elected_are_counted_once():
    elected = {"office": "市长", "seats": None, "elected": 1, "alternates": 0}
    outline = {"roles": [role("当选市长", FIRST)], "elections": [elected]}
    assert told(event("大会", outline=outline)) == "大会，选出市长1名。"
    del outline["elections"]
    assert told(event("大会", outline=outline)) == "大会，欧阳松当选。"


def test_an_editors_sentence_stands_for_the_one_made():
    one = event(
        outline={"summary": "大会开了。", "roles": [role("主持", FIRST)]}
    )
    assert told(one) == "大会开了。"


def test_whom_readers_do_not_know_is_named_as_printed():
    one = event("大会", outline={"roles": [role("主持人", (9, "柏松"))]})
    assert told(one, "en") == "大会: 柏松 chaired."


@pytest.mark.parametrize(
    ("title", "kind", "label", "sign", "word"),
    [
        ("市第七次党代会开幕", "session", "开幕", "开", "kaimu"),
        ("举行预备会议", "session", "预备会议", "备", "yubei"),
        ("主席团举行第十二次会议", "meeting", "第十二次会议", "二", "huiyi-12"),
        ("各代表团审议报告", "deliberation", "审议", "审", "shenyi"),
        ("看戏", "performance", "演出", "演", "performance"),
        (
            "中国共产党云溪市第七次代表大会",
            "congress",
            "代表大会",
            "会",
            "yunxi-7",
        ),
        (
            "云溪市第十三届人民代表大会",
            "congress",
            "代表大会",
            "会",
            "yunxi-13",
        ),
        ("丰收大会", "congress", "代表大会", "会", "fengshoudahui"),
        (
            "云溪市第八届人民代表大会第四次会议",
            "congress",
            "第四次会议",
            "四",
            "yunxi-8-4",
        ),
        (
            "政协云溪市第十一届委员会第二次会议",
            "congress",
            "第二次会议",
            "二",
            "zhengxieyunxi-11-2",
        ),
        ("市五届人大一次会议", "congress", "代表大会", "会", "shirenda-5-1"),
        ("区政协三届二次会议", "congress", "代表大会", "会", "quzhengxie-3-2"),
    ],
)
def test_short_forms(title, kind, label, sign, word):
    one = event(title, kind=kind)
    with translation.override("zh-hans"):
        assert (label_of(one), sign_of(one)) == (label, sign)
    assert word_of(one) == word


def test_a_printed_short_title_is_the_label_where_there_is_room():
    one = event(short_title="开幕大会")
    long = event(short_title="很长很长的一个简称")
    with translation.override("zh-hans"):
        assert label_of(one) == "开幕大会"
        assert label_of(long) == "开幕"


def test_the_presidiums_meetings_bear_its_name():
    one = event("第二次会议", body="presidium")
    assert word_of(one) == "zhuxituan-2"


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (35, "三十五"),
        (100, "100"),
    ],
)
def test_numbers_are_written_as_print_does(number, printed):
    assert chinese_number(number) == printed
    assert number_of(printed) == number


def test_hundreds_are_read():
    assert number_of("一百二十三") == 123


def test_one_delegation_is_told():
    with translation.override("en"):
        assert delegations_told([4]) == "delegation 4"


@pytest.mark.django_db
def test_signs_follow_the_table_of_roles():
    signs = signs_of({"主持人", "当选市长", "前排就座(组长)", "点火"})
    assert {name: sign.character for name, sign in signs.items()} == {
        "主持人": "主",
        "当选市长": "选",
        "前排就座(组长)": "前",
        "点火": "点",
    }
    assert signs["主持人"].is_strong
    assert not signs["点火"].is_strong
