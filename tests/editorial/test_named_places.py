"""Two names of places are two buildings, or one hall, only where that is certain."""

import pytest

from editorial.contradicting.named_places import certainly_apart, is_one_hall


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("滨江会堂", "神农大酒店", True),
        ("滨江会堂", "临江会堂", True),
        ("滨江会堂三楼会议室", "神农宾馆", True),
        ("滨江会堂", "滨江会堂三楼会议室", False),
        ("滨江会堂", "滨江市会堂", False),
        ("滨江会堂", "市会堂", False),
        ("湖东省滨江市会堂", "滨江会堂", False),
        ("滨江剧院", "滨江市文化中心", False),
        ("市委礼堂", "市委大礼堂", False),
        ("滨江会堂", "滨江市", False),
        ("滨江会堂", "第一会议室", False),
        ("滨江会堂", "礼堂", False),
        ("滨江市", "临江市", False),
        ("滨江会堂", "", False),
    ],
)
def test_two_buildings(one, other, apart):
    assert certainly_apart(one, other) == apart
    assert certainly_apart(other, one) == apart


@pytest.mark.parametrize(
    ("place", "to_one_paper", "to_all"),
    [
        ("滨江剧院", True, True),
        ("滨江会议中心第一会议室", True, True),
        ("市会堂", True, False),
        ("县委大礼堂", True, False),
        ("人民会堂", True, False),
        ("礼堂", False, False),
        ("第一会议室", False, False),
        ("滨江会议中心", False, False),
        ("神农宾馆", False, False),
        ("滨江市", False, False),
        ("", False, False),
    ],
)
def test_one_hall(place, to_one_paper, to_all):
    assert is_one_hall(place, by_one_paper=True) == to_one_paper
    assert is_one_hall(place, by_one_paper=False) == to_all
