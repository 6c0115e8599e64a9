"""What the name of a place says: which building, which hall."""

from __future__ import annotations

import re
from typing import NamedTuple

# 滨江会堂, 市会议中心三楼会议室; not 滨江市, 高新区, 石峰村
BUILDING = re.compile(
    r"^(?P<own>[^,\uff0c\u3001]*?)(?P<kind>会堂|礼堂|影剧院|剧院|剧场|会议中心|会展中心|文化中心|"
    r"体育中心|体育馆|博物馆|图书馆|文化馆|展览馆|宾馆|酒店|饭店|大厦)"
)
# One room that holds one event at a time, to the end of the name: 滨江剧院, 会议中心第一会议室; not 会议中心, 宾馆
HALL = re.compile(
    r"(?:会堂|礼堂|影剧院|剧院|剧场|会议室|会议厅|报告厅|多功能厅)$"
)
# Which city or office is meant depends on the paper: 市会堂, 县委礼堂, 大礼堂, 礼堂
RELATIVE_NAME = re.compile(r"^(?:[省市州县区旗镇乡村本我该大]|$)")


class _Building(NamedTuple):
    """A building: its own name, and what it is."""

    own: str
    kind: str


def _building_of(place: str) -> _Building | None:
    found = BUILDING.match(place)
    if found is None:
        return None
    return _Building(found["own"], found["kind"])


def certainly_apart(one: str, other: str) -> bool:
    """Tell whether two places are two buildings.

    Not where either is no building, one name is within the other, or two of one kind may be one
    because a name leaves out the city.
    """
    here = _building_of(one)
    there = _building_of(other)
    if here is None or there is None:
        return False
    if one in other or other in one:
        return False
    if here.kind != there.kind:
        return True
    return not (_may_be(here.own, there.own) or _may_be(there.own, here.own))


def _may_be(own: str, other: str) -> bool:
    """Tell whether a name of a building may be that of another: it leaves out the city, or is its
    end.
    """
    return bool(RELATIVE_NAME.match(own)) or other.endswith(own)


def is_one_hall(place: str, *, by_one_paper: bool) -> bool:
    """Tell whether a name means one hall, which holds one event at a time, to all who print it.

    A name without its city means one hall in one paper; a room without its building (第一会议室) and
    礼堂 alone mean none.
    """
    hall = HALL.search(place)
    building = _building_of(place)
    if hall is None or building is None or not building.own:
        return False
    return by_one_paper or not RELATIVE_NAME.match(building.own)
