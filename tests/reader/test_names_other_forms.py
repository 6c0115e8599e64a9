"""Names and posts in forms that papers nobody had read before print."""

from __future__ import annotations

import pytest

from reader.events.meetings import elected
from reader.passages import Name, Passage, Stretch
from reader.results import BlockKind
from tests.reader.named import names_in, posts_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("会议通过了接受田野辞去副县长职务请求的决定。", ["田野"]),
        ("路遥以24票、郑重以23票当选为市委副书记。", ["路遥", "郑重"]),
        ("市文旅局局长霍去忧当场回应。", ["霍去忧"]),
        ("@江小鱼（大学生村官）：第一次参加党代会。", ["江小鱼"]),
        ("正殿由匠师叶经义的弟子王锡河率团队重作。", ["叶经义", "王锡河"]),
        ("陶渊同志任市委政策研究室主任；", ["陶渊"]),
        ("市机床厂厂长丰收日前获省五一劳动奖章。", ["丰收"]),
        (
            "万 钧　方 圆（女）　严 明　何 必　房 龙　铁 英",
            ["万钧", "方圆", "严明", "何必", "房龙", "铁英"],
        ),
    ],
)
def test_a_name_is_read_in_its_form(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "城关社自去年五月实行经理承包责任制以来，面貌一新。",
        "省政协打来电报，祝贺棠溪市人大会议召开。",
        "沈二爷把烟袋在鞋底磕了两下。沈二爷冷笑。",
        "他把钱塞回老人手里，转身就走。",
    ],
)
def test_what_only_begins_like_a_name_is_none(text: str) -> None:
    assert names_in(text) == []


def test_half_the_name_of_a_body_is_nobody_of_a_list() -> None:
    text = "市长周小山、市发展和改革委员会主任王明出席会议。"
    assert names_in(text) == ["周小山", "王明"]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "市发展和改革委员会总经济师戈雅说",
            ["市发展和改革委员会总经济师"],
        ),
        ("市人力资源和社会保障局局长李明说", ["市人力资源和社会保障局局长"]),
        ("市财政局和教育局局长李明说", ["教育局局长"]),
        ("社会保障局局长李明说", ["社会保障局局长"]),
        ("市一医院急诊科主任李明说", ["市一医院急诊科主任"]),
        ("县政府办副主任李明说", ["县政府办副主任"]),
        ("镇畜牧站站长李明说", ["镇畜牧站站长"]),
        ("大会秘书处简报组组长司马珂说", ["大会秘书处简报组组长"]),
        ("据市港航中心副主任李明介绍", ["市港航中心副主任"]),
        ("——记县党代表李明", ["县党代表"]),
        ("市政协委员、竹编传承人李明说", ["市政协委员"]),
        ("机务段技师李明说", ["机务段技师"]),
    ],
)
def test_a_post_is_read_whole(text: str, posts: list[str]) -> None:
    assert [one.post for one in posts_in(text)] == posts


def test_two_are_elected_by_votes_told_one_by_one() -> None:
    text = "路遥以24票、郑重以23票当选为市委副书记。"
    held = [(one.name, one.post) for one in posts_in(text)]
    assert held == [("路遥", "市委副书记"), ("郑重", "市委副书记")]
    names = (Name(0, 2, "路遥"), Name(7, 9, "郑重"))
    passage = Passage(BlockKind.PARAGRAPH, text, ((0, len(text)),), names)
    found = elected([Stretch(passage, 0, len(text))])
    assert [one.name for one in found] == ["路遥", "郑重"]
