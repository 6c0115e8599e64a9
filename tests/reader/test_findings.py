"""Every content rule with the texts that must and must not raise it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.data import default_expressions, default_look_alikes
from reader.findings import RULES, check
from reader.results import Dateline, ReadArticle
from tests.reader.articles import compose
from tests.reader.growth import assert_linear
from tests.reader.raised_findings import CONTEXT, raised

# rule -> texts that must raise it: text, the doubted words, the replacement; then texts that must
# not.
MUST: dict[str, list[tuple[str, str, str | None]]] = {
    "halfwidth_punctuation": [
        ("大会闭幕,代表返程。", ",", "\uff0c"),
        ("他说:“好。”", ":", "\uff1a"),
        ("草案(试行)通过。", "(", "\uff08"),
    ],
    "unbalanced_marks": [
        ("推进“一江两岸建设。", "“", None),
        ("推进一江两岸”建设。", "”", None),
        ("阅读《江流一书。", "《", None),
        ("草案（试行通过。", "（", None),
        ("他说“读《江流”吧。", "《", None),
        ("门牌号3）的人家", "", None),
    ][:5],
    "kangxi_radical": [
        ("老⽊匠来了。", "⽊", "木"),
        ("⻢上出发。", "⻢", "马"),
        ("⺠生⼯程", "⺠", "民"),
    ],
    "mojibake": [
        ("大会\ufffd幕。", "\ufffd", None),
        ("大会\ue123\ue124幕。", "\ue123\ue124", None),
        ("锟斤拷锟斤拷", "锟斤拷锟斤拷", None),
    ],
    "number_range": [
        ("新增2-3个集群。", "-", "\uff5e"),
        ("增长10.5-12%。", "-", "\uff5e"),
        ("用时15–20分钟。", "–", "\uff5e"),
        ("投资3-5万元。", "-", "\uff5e"),
    ],
    "attendance_arithmetic": [
        (
            "大会应到代表268名，因病、因事请假7名，实到251名。",
            "应到代表268名，因病、因事请假7名，实到251名",
            None,
        ),
        (
            "应出席会议45人，缺席2人，实际出席44人。",
            "应出席会议45人，缺席2人，实际出席44人",
            None,
        ),
        (
            "应到代表二百八十六人，请假十四人，实到二百六十二人。",
            "应到代表二百八十六人，请假十四人，实到二百六十二人",
            None,
        ),
        (
            "应到45人，病假2人，事假两人，实到42人。",
            "应到45人，病假2人，事假两人，实到42人",
            None,
        ),
        (
            "应到会代表1,050名,到会代表1,010名,缺席30名。",
            "应到会代表1,050名,到会代表1,010名,缺席30名",
            None,
        ),
    ],
    "count_claim": [
        ("明确“养护”“巡查”“补偿”5项制度。", "“养护”“巡查”“补偿”5项", None),
        ("设“甲”、“乙”、“丙”等两个专题。", "“甲”、“乙”、“丙”等两个", None),
        ("分为“甲”“乙”“丙”“丁”等5个专题。", "“甲”“乙”“丙”“丁”等5个", None),
        ("推出《春》《夏》《秋》四部作品。", "《春》《夏》《秋》四部", None),
        ("围绕“查、改、管、护”五个环节抓落实。", "“查、改、管、护”五个", None),
        (
            "抓好教育、医疗、住房四个方面工作。",
            "抓好教育、医疗、住房四个",
            None,
        ),
        ("做好三项准备：一是检修，二是演练，四是服务。", "三项准备：", None),
        ("做好四项准备：一是检修，二是演练；三是服务。", "四项准备：", None),
        ("五大任务：第一，抓经济；第二，抓民生。", "五大任务：", None),
        (
            "抓好教育、医疗、养老、托育三件大事。",
            "抓好教育、医疗、养老、托育三件",
            None,
        ),
    ],
    "unit_mismatch": [
        ("观看人数累计达9万余人次。", "人数累计达9万余人次", None)
    ],
    "weekday": [
        ("9月27日（星期二）开会。", "9月27日（星期二）", "9月27日（星期一）"),
        (
            "2021年9月28日 星期三",
            "2021年9月28日 星期三",
            "2021年9月28日 星期二",
        ),
        ("9月26日,周六,开会。", "9月26日,周六", "9月26日,周日"),
    ],
    "date_order": [
        ("9月30日上午，大会在会堂召开。", "9月30日上午", None),
        ("去年开工。2022年3月1日，大桥举行通车仪式。", "2022年3月1日", None),
        ("展期为9月27日至8月3日。", "9月27日至8月3日", None),
        (
            "展期为2021年9月27日至2021年9月3日。",
            "2021年9月27日至2021年9月3日",
            None,
        ),
        ("9月27日上午15时，会议召开。", "9月27日上午15时", None),
    ],
    "name_near_miss": [
        ("张建国出席，张建国讲话，张健国主持。", "张健国", "张建国")
    ],
    "name_order": [
        (
            "执行主席是：甲一、乙二、丙三、丁四、戊五。丁四、乙二、甲一出席。",
            "丁四、乙二、甲一",
            None,
        )
    ],
    "post_at_date": [("县长甲一出席。", "县长甲一", None)],
    "fixed_expression": [
        (
            "团结在以习近平总书记为核心的党中央周围。",
            "以习近平总书记为核心的党中央",
            "以习近平同志为核心的党中央",
        ),
        (
            "中国共产党第十九届全国代表大会",
            "中国共产党第十九届全国代表大会",
            "中国共产党第十九次全国代表大会",
        ),
    ],
    "extra_char": [("习近平新时代中国特色社会主义的思想", "的", "")],
    "missing_char": [
        ("推进供给结构性改革。", "给结", "给侧结"),
        ("高举中国特色社会义伟大旗帜", "会义", "会主义"),
    ],
}
MUST_NOT: dict[str, list[str]] = {
    "halfwidth_punctuation": [
        "大会闭幕，代表返程。",
        "5,000人，比分3:1，晚8:30。",
        "GDP (2021).",
    ],
    "unbalanced_marks": [
        "推进“一江‘两岸’建设”，阅读《江流》（修订）。",
        "1)检修；2）演练；a)服务；①）巡查",
        "It’s 好的，they’re 来。",
        "草案（试行)通过。",
    ],
    "kangxi_radical": ["老木匠马上来了。"],
    "mojibake": ["大会开幕，滚烫烫的心。"],
    "number_range": [
        "电话0731-28800000，日期2021-09-28，3-1战胜，A2-3版，2～3个，3+3+2，GB 3095-2012标准。"
    ],
    "attendance_arithmetic": [
        "大会应到代表420名，请假9名，实到411名。",
        "应到代表86人，实到79人。",
        "应到代表一百五十名，实到一百四十八名，请假两名。",
        "应到代表一千零五十名，缺席三十名，实到一千零二十名。",
        "应到45人，缺席3人（其中请假2人），实到42人。",
        "应到第一代表团报到，应到百百人，请假一人，实到千人。",
        "应到代表86人。缺席会议的3人。",
    ],
    "count_claim": [
        "“甲”“乙”“丙”“丁”“戊”5项制度。",
        "“甲”“乙”等5个专题。",
        "围绕“查、改、管、护”四个环节抓落实。",
        "围绕“查、改、管”等五个环节抓落实。",
        "聚焦、裂变、创新、升级、品牌五个方面。",
        "聚焦、裂变、创新等五个方面。",
        "甲和乙、丙、丁四个单位。",
        "交通、能源两大工程。交通、能源、水利十大工程。",
        "增加就业、改善民生、发展教育五个一工程。",
        "三项准备：一是检修，二是演练，三是服务。",
        "三项准备：一是检修。",
        "两大任务：第一，抓经济；第二，抓民生。",
        "杀青、揉捻、提毫、烘干四道工序。",
    ],
    "unit_mismatch": ["观看累计达9万人次。", "观看人数5万，服务6万人次。"],
    "weekday": [
        "9月27日（星期一）开会。",
        "上周五上午开会。",
        "10月8日（星期五）开赛。",
        "9月27日至29日，周三闭幕。",
        "9月27日，开学。每周三下午，义诊。周五上午又有活动。",
        "2021年2月30日 星期三",
        "9月26日（星期天）开会。",
    ],
    "date_order": [
        "9月27日上午，大会召开。",
        "2月29日上午，大会召开。",
        "大会将于9月30日召开。",
        "展期为9月3日至27日，12月30日至次年1月2日休馆。",
        "9月、8月、昨日、9月26日和9月20日都有雨。",
        "12月26日召开。",
        "9月30日，晴。",
        "10月1日上午9时，灯会在东湖举行，欢迎市民参加。",
        "10月1日至7日，景区举行国庆假期活动。",
    ],
    "name_near_miss": [
        "罗欣采访，罗琼出席，罗琼讲话。",
        "张建国出席，张健国主持。",
    ],
    "name_order": [
        "执行主席是：甲一、乙二、丙三、丁四、戊五。甲一、丙三、戊五出席。",
        "甲一、乙二、丙三、丁四出席。丁四、乙二、甲一发言。",
        "执行主席是：甲一、乙二、丙三、丁四、戊五。甲一、己六、庚七出席。",
    ],
    "post_at_date": ["县委书记甲一出席。", "局长乙二出席。"],
    "fixed_expression": [
        "以习近平同志为核心的党中央",
        "打造“三高四新”战略先锋队",
    ],
    "extra_char": [
        "习近平新时代中国特色社会主义思想",
        "新时代中国特色社会主义的道路",
    ],
    "missing_char": [
        "不忘初心牢记使命",
        "不忘初心　牢记使命",
        "中国特色社会主义伟大旗帜",
        "社会主义核心价值",
    ],
}


def test_every_rule_has_its_table() -> None:
    assert set(RULES) == set(MUST) == set(MUST_NOT)


@pytest.mark.parametrize(
    ("rule", "text", "words", "replacement"),
    [(rule, *row) for rule, rows in MUST.items() for row in rows],
)
def test_what_must_be_doubted(
    rule: str, text: str, words: str, replacement: str | None
) -> None:
    found = raised(rule, text)
    assert [(printed, finding.replacement) for printed, finding in found][
        :1
    ] == [(words, replacement)]
    assert all(
        finding.severity in (1, 2, 3, 4) and finding.message
        for _, finding in found
    )


@pytest.mark.parametrize(
    ("rule", "text"),
    [(rule, text) for rule, rows in MUST_NOT.items() for text in rows],
)
def test_what_must_not_be_doubted(rule: str, text: str) -> None:
    assert raised(rule, text) == []


def test_a_dateline_after_the_issue_is_doubted() -> None:
    line = Dateline("新华社", "北京", dt.date(2021, 9, 29), (0, 9))
    (finding,) = check(
        "北京9月29日电某", [ReadArticle((0, 10), dateline=line)], CONTEXT
    )
    assert (finding.rule, finding.severity, finding.start, finding.end) == (
        "date_order",
        1,
        0,
        9,
    )


def test_the_shipped_tables_are_sound() -> None:
    assert all(
        row.phrase and row.preferred and row.authority
        for row in default_expressions()
    )
    assert all(
        len(one) == 1 and one not in others
        for one, others in default_look_alikes().items()
    )


@given(
    st.text(
        alphabet="“”‘’《》（）(),，:;!?、。0123456789-～年月日星期一二三个方面人次应到请假实“三高四新战略甲乙 \n",
        max_size=80,
    )
)
def test_any_text_is_checked_and_the_doubted_words_lie_in_it(text: str) -> None:
    page, article = compose(paragraphs=text.split("\n"), names="甲 乙")
    for finding in check(page, [article], CONTEXT):
        assert 0 <= finding.start <= finding.end <= len(page)


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        "“甲”",
        "(",
        "(|\n",
        "、甲",
        "甲、",
        "1-",
        "应到1人",
        "一是",
        "以习近平",
        "甲一、",
    ],
)
def test_long_runs_take_linear_time(unit: str) -> None:
    def find(text: str) -> None:
        page, article = compose(paragraphs=[text], names="甲一")
        check(page, [article], CONTEXT)

    assert_linear(find, unit)
