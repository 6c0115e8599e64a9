"""Names in rows and columns, where a typesetter fills short names with spaces."""

from __future__ import annotations

import pytest

from tests.reader.named import names_in


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("丁　一　　马　跃　　王加林", "丁一 马跃 王加林"),
        # A name of three characters may be filled too, by two spaces or by one.
        ("沈 默 华 佗 生 江 帆", "沈默 华佗生 江帆"),
        ("沈 默 华 佗生 江 帆", "沈默 华佗生 江帆"),
        ("沈 默 黄河 清 江 帆", "沈默 黄河清 江帆"),
        ("沈 默 欧阳 正坤 江 帆", "沈默 欧阳正坤 江帆"),
        # The wider gaps stand between names, whatever the surnames say.
        ("白 石 林　　马 跃　　王加林", "白石林 马跃 王加林"),
        ("方 石 江　　高 林　　白 万 山", "方石江 高林 白万山"),
        ("沈 默　欧阳海　买买提·艾山", "沈默 欧阳海 买买提·艾山"),
        # Where all gaps are alike, names begin with surnames.
        ("周 而 复 钱 塘 赵 明", "周而复 钱塘 赵明"),
        ("冬 青 孙 行 者 曲 直 赵 明", "冬青 孙行者 曲直 赵明"),
        # Filled names are rather short, and rather no words.
        ("张 弛 陈 皮 林 海", "张弛 陈皮 林海"),
        ("何 首 乌 谢 幕 赵 明", "何首乌 谢幕 赵明"),
        ("水 上 飞 王加林 马 跃（女，回族）", "水上飞 王加林 马跃"),
    ],
)
def test_a_row_parts_into_names(row: str, names: str) -> None:
    assert names_in(row) == names.split()


def test_rows_of_an_article_are_one_list_whatever_stands_between() -> None:
    text = "沈 默　王加林　江 帆\n候补委员（2名）\n海 生　时 来\n主席团"
    assert names_in(text) == ["沈默", "王加林", "江帆", "海生", "时来"]


@pytest.mark.parametrize(
    "row",
    [
        "苹 果　香 蕉　鸭 梨",
        "主任　委员　科员",
        "花开　水流　风来",
    ],
)
def test_other_rows_name_nobody(row: str) -> None:
    assert names_in(row) == []


def test_a_padded_name_of_three_characters_is_found_again() -> None:
    text = "会议选举华佗生为书记。华佗生讲话。\n获奖者：华 佗 生，共一人。"
    assert names_in(text) == ["华佗生"] * 3
