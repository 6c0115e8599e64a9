"""What the name of a place says: which building, which hall."""

from __future__ import annotations

import re

# 滨江会堂, 市会议中心三楼会议室; not 滨江市, 高新区, 石峰村
BUILDING = re.compile(
    r"^(?P<own>[^,\uff0c\u3001]*?)(?:会堂|礼堂|影剧院|剧院|剧场|会议中心|会展中心|文化中心|体育中心|"
    r"体育馆|博物馆|图书馆|文化馆|展览馆|宾馆|酒店|饭店|大厦)"
)
# One room that holds one event at a time, to the end of the name: 滨江剧院, 会议中心第一会议室; not 会议中心, 宾馆
HALL = re.compile(
    r"(?:会堂|礼堂|影剧院|剧院|剧场|会议室|会议厅|报告厅|多功能厅)$"
)
# What one paper prints of a name and another leaves out: 滨江市会堂, 滨江大会堂, 市会堂
LEFT_OUT = re.compile("[省市州县区旗镇乡村本我该全大]")
# Which city or office is meant depends on the paper: 市会堂, 县委礼堂, 大礼堂, 人民会堂
OF_EVERY_CITY = re.compile("^(?:[省市州县区旗镇乡村本我该全大]|人民|工人)")


def certainly_apart(one: str, other: str) -> bool:
    """Tell whether two places are two buildings.

    Not where either is no building, or one name is within the other, also without what papers leave
    out: 滨江剧院 may be a part of 滨江市文化中心."""
    here = _own_name(one)
    there = _own_name(other)
    if here is None:
        return False
    if there is None:
        return False
    mine = LEFT_OUT.sub("", here)
    others = LEFT_OUT.sub("", there)
    return mine not in others and others not in mine


def is_one_hall(place: str, *, by_one_paper: bool) -> bool:
    """Tell whether a name means one hall, which holds one event at a time, to all who print it.

    A name without its city means one hall in one paper; a room without its building (第一会议室) and
    礼堂 alone mean none.
    """
    own = _own_name(place)
    if not own or HALL.search(place) is None:
        return False
    return by_one_paper or OF_EVERY_CITY.match(own) is None


def _own_name(place: str) -> str | None:
    """Return what tells a building from others of its kind, None for what is no building."""
    building = BUILDING.match(place)
    if building is None:
        return None
    return building["own"]
