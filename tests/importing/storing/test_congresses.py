"""One congress, whichever paper tells of it and however it shortens the name."""

import pytest

from events.models import Event
from importing.one_page import load_page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

FULL = "中国共产党云溪市第七次代表大会"
SHORT = "市第七次党代会"
OPENING = """{name}开幕

本报讯(记者 韩冰) 3月14日上午,{name}在云溪礼堂开幕。大会由高长林主持。
"""


def load(paper: str, name: str, day: str = "2019-03-15") -> None:
    text = OPENING.format(name=name)
    if day != "2019-03-15":
        text = text.replace("3月14日", "5月20日")
    source = f"{paper}_{day}_1.txt"
    load_page(text.encode(), source_name=source)


def congresses() -> list[str]:
    return sorted(Event.objects.congresses().values_list("title", flat=True))


@pytest.mark.parametrize(
    ("first", "second"), [(FULL, SHORT), (SHORT, FULL), (SHORT, SHORT)]
)
def test_two_papers_of_a_place_tell_of_one_congress(first, second):
    load("云溪日报", first)
    load("云溪晚报", second)
    # The name in full stands as soon as a page gives it.
    assert congresses() == [FULL if FULL in {first, second} else SHORT]


@pytest.mark.parametrize(
    ("first", "second"), [(FULL, SHORT), (SHORT, FULL), (SHORT, SHORT)]
)
def test_a_paper_of_another_place_means_its_own(first, second):
    other = second.replace("云溪", "北岭")
    load("云溪日报", first)
    load("北岭日报", other)
    assert congresses() == sorted([first, other])


def test_a_name_in_full_may_be_printed_in_two_ways():
    load("云溪日报", FULL)
    load("省报", "中共云溪市第七次代表大会")
    assert congresses() == [FULL]


def test_a_congress_of_another_month_is_another():
    load("云溪日报", FULL)
    load("云溪晚报", SHORT, day="2019-05-21")
    assert congresses() == sorted([FULL, SHORT])
