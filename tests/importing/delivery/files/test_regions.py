"""Where the text of a page stands on it, as PDF files, ALTO files and e-papers tell it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from importing.delivery.files import Content, gather, pages_in
from importing.delivery.files.library.alto_text import alto_text
from importing.delivery.files.library.xml_tree import xml_root
from importing.delivery.files.pdf.pdf_pages import pdf_pages
from importing.delivery.files.regions import Region, Sheet
from importing.delivery.files.sources import AtHand, DeliveredFile
from tests.importing.epaper import article
from tests.importing.printed import Photo, Rule, Words, column, jpeg, pdf

WORDS = '<String CONTENT="{}"/>'
LINE = '<TextLine HPOS="{}" VPOS="{}" WIDTH="{}" HEIGHT="{}">{}</TextLine>'
REPORT = "本报讯 三月十四日，全市早稻育秧现场会在南湖县召开，各县区农业部门和种粮大户下田察看秧苗。"
MAPPED = """<html><head><title>滨江日报数字报-2019年03月15日-第A1版:要闻</title></head><body>
<img src="page.jpg" usemap="#map"{size}><map name="map">{areas}</map></body></html>"""


def words_of(content: Content) -> list[tuple[str, tuple[int, ...]]]:
    """Return the words of each region with its edges."""
    return [
        (
            content.text[each.start : each.end],
            (each.left, each.top, each.right, each.bottom),
        )
        for each in content.regions
    ]


# Shares of a page


def test_a_place_is_told_in_shares_of_the_page():
    sheet = Sheet(200, 400)
    assert sheet.region(3, 5, (20, 40, 100, 60)) == Region(
        3, 5, 1000, 1000, 5000, 1500
    )


def test_what_reaches_over_the_edge_ends_at_the_edge():
    sheet = Sheet(200, 400)
    assert sheet.region(0, 1, (-5, 390, 100, 500)) == Region(
        0, 1, 0, 9750, 5000, 10_000
    )


@pytest.mark.parametrize(
    "edges", [(210, 0, 220, 9), (5, 5, 5, 9), (9, 5, 5, 9), (5, 9, 9, 9)]
)
def test_what_is_nowhere_on_the_page_has_no_region(edges):
    assert Sheet(200, 400).region(0, 1, edges) is None


@pytest.mark.parametrize("sheet", [Sheet(0, 9), Sheet(9, 0)])
def test_a_page_without_a_size_has_no_regions(sheet):
    assert sheet.region(0, 1, (1, 1, 5, 5)) is None


# ALTO


def alto_page(*lines: str, size: str = 'WIDTH="1000" HEIGHT="2000"') -> Content:
    block = f"<TextBlock>{''.join(lines)}</TextBlock>"
    data = f"<alto><Page {size}>{block}</Page></alto>".encode()
    written = alto_text(xml_root(data))
    return Content(written.text, regions=tuple(written.regions))


def test_each_line_of_alto_stands_where_its_attributes_say():
    content = alto_page(
        LINE.format(100, 200, 300, 40, WORDS.format("育秧开始")),
        LINE.format(100, 250, 200.5, 40, WORDS.format("大棚里。")),
    )
    assert words_of(content) == [
        ("育秧开始", (1000, 1000, 4000, 1200)),
        ("大棚里。", (1000, 1250, 3005, 1450)),
    ]


@pytest.mark.parametrize("bad", ["", "left", "nan", "inf"])
def test_a_line_that_does_not_say_where_it_stands_is_read_all_the_same(bad):
    content = alto_page(
        LINE.format(bad, 200, 300, 40, WORDS.format("育秧开始")),
        LINE.format(100, 250, 200, 40, WORDS.format("大棚里。")),
    )
    assert content.text == "育秧开始\n大棚里。"
    assert [words for words, _edges in words_of(content)] == ["大棚里。"]


def test_alto_without_the_size_of_its_page_has_no_regions():
    line = LINE.format(1, 2, 3, 4, WORDS.format("育秧开始"))
    assert alto_page(line, size="").regions == ()


# PDF


def printed(*items: object, **options: object) -> Content:
    data = pdf(list(items), **options)
    file = DeliveredFile(AtHand("a.pdf", data), "a.pdf")
    [content] = [page.content() for page in pdf_pages([file])]
    return content


def test_each_line_of_a_pdf_page_stands_where_it_is_drawn():
    content = printed(
        Words("育秧现场会", 60, 700, 30), *column(REPORT, 60, 640)
    )
    found = words_of(content)
    assert "".join(words for words, _edges in found) == "育秧现场会" + REPORT
    words, (left, top, right, bottom) = found[0]
    assert words == "育秧现场会"
    # At the left tenth, five characters of thirty points wide, a hundred points below the top.
    assert left == pytest.approx(1000, abs=60)
    assert right == pytest.approx(3500, abs=60)
    assert top < 1250 < bottom
    tops = [edges[1] for _words, edges in found]
    assert tops == sorted(tops)


def test_a_pdf_page_cut_to_a_part_is_told_by_that_part():
    cut = printed(
        Words("育秧现场会", 60, 700, 30),
        Words("第一", 300, 100, 10),
        more=b"/CropBox [50 0 600 750]",
    )
    _words, (left, _top, _right, _bottom) = words_of(cut)[0]
    assert left == pytest.approx(10 / 550 * 10_000, abs=60)


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_is_turned_upright_is_read_and_placed_as_it_looks(degrees):
    page = [
        Words("育秧现场会", 60, 700, 30),
        *column(REPORT, 60, 640),
        Rule(280, 500, 1, 200),
        *column(REPORT[5:], 300, 640),
        Photo(jpeg(), 60, 300, 120, 90),
        Words("大棚里一片新绿。", 60, 285),
    ]
    plain = printed(*page)
    turned = printed(*page, turned=degrees)
    assert turned.text == plain.text
    assert len(turned.regions) == len(plain.regions) > 5
    for one, other in zip(turned.regions, plain.regions, strict=True):
        assert edges_of(one) == pytest.approx(edges_of(other), abs=3)
    [photo] = turned.pictures
    words = [turned.text[near.start : near.end] for near in photo.near]
    assert words[0] == "大棚里一片新绿。"


@pytest.mark.parametrize(
    ("degrees", "edges"),
    [
        # The left tenth of 600 points is at the top, the foot of 800 at the left; and so on.
        (90, (8705, 1000, 9080, 3500)),
        (180, (6500, 8705, 9000, 9080)),
        (270, (920, 6500, 1295, 9000)),
    ],
)
def test_words_that_lie_on_their_side_are_placed_where_they_are_seen(
    degrees, edges
):
    content = printed(
        Words("育秧现场会", 60, 700, 30),
        Rule(60, 700, 150, 30),
        more=b"/Rotate %d" % degrees,
    )
    assert content.text == "育秧现场会"
    [region] = content.regions
    assert edges_of(region) == pytest.approx(edges, abs=20)
    with Image.open(io.BytesIO(content.picture)) as picture:
        grey = picture.convert("L")
    x = (region.left + region.right) / 2 * grey.width / 10_000
    y = (region.top + region.bottom) / 2 * grey.height / 10_000
    assert grey.getpixel((int(x), int(y))) < 60
    mirrored = (int(grey.width - x), int(grey.height - y))
    assert grey.getpixel(mirrored) > 200


def test_a_turned_page_cut_to_a_part_is_told_by_that_part():
    cut = printed(
        Words("育秧现场会", 60, 700, 30),
        Words("第一", 300, 100, 10),
        more=b"/CropBox [50 0 600 750] /Rotate 90",
    )
    _words, (_left, top, right, _bottom) = words_of(cut)[0]
    assert top == pytest.approx(10 / 550 * 10_000, abs=60)
    assert right == pytest.approx(726.4 / 750 * 10_000, abs=60)


def edges_of(region: Region) -> tuple[int, ...]:
    return region.left, region.top, region.right, region.bottom


# E-papers


def site(
    folder: Path, areas: str, size: str = "", picture: bytes = b""
) -> Content:
    (folder / "node_1.htm").write_text(MAPPED.format(areas=areas, size=size))
    (folder / "page.jpg").write_bytes(picture or jpeg(200, 400))
    for number, words in enumerate(("早稻育秧。", "老街开放。"), 1):
        html = article(f"第{number}条", words)
        (folder / f"content_{number}.htm").write_text(html)
    [unit] = gather([folder])
    [page] = pages_in(unit.files)
    return page.content()


AREAS = (
    '<area shape="rect" coords="20,40,100,200" href="content_1.htm">'
    '<area shape="poly" coords="100,40,180,40,180,80,140,80,140,120,100,120" '
    'href="content_2.htm">'
)


def test_the_areas_of_a_map_say_where_each_article_stands(tmp_path):
    content = site(tmp_path, AREAS)
    assert words_of(content) == [
        ("第1条\n\n早稻育秧。", (1000, 1000, 5000, 5000)),
        ("第2条\n\n老街开放。", (5000, 1000, 9000, 3000)),
    ]


def test_an_article_may_stand_in_several_areas(tmp_path):
    more = '<area coords="0,200,200,400" href="content_1.htm">'
    content = site(tmp_path, AREAS + more)
    assert [edges for _words, edges in words_of(content)] == [
        (1000, 1000, 5000, 5000),
        (0, 5000, 10_000, 10_000),
        (5000, 1000, 9000, 3000),
    ]


@pytest.mark.parametrize("size", ['width="100" height="200px"', ""])
def test_a_map_is_told_in_pixels_of_the_picture_as_it_is_shown(tmp_path, size):
    areas = (
        AREAS if not size else AREAS.replace("20,40,100,200", "10,20,50,100")
    )
    content = site(tmp_path, areas, f" {size}")
    assert words_of(content)[0][1] == (1000, 1000, 5000, 5000)


@pytest.mark.parametrize("size", ['width="100%"', 'width="100" height="auto"'])
def test_a_size_that_is_no_number_of_pixels_is_that_of_the_file(tmp_path, size):
    content = site(tmp_path, AREAS, f" {size}")
    assert words_of(content)[0][1] == (1000, 1000, 5000, 5000)


@pytest.mark.parametrize("coords", ["", "5,6", "1,2,3", "a,b,c,d"])
def test_an_area_without_a_place_is_none(tmp_path, coords):
    areas = AREAS.replace("20,40,100,200", coords)
    assert [words[:3] for words, _ in words_of(site(tmp_path, areas))] == [
        "第2条"
    ]


def test_a_damaged_picture_has_no_places(tmp_path):
    assert site(tmp_path, AREAS, picture=b"GIF").regions == ()
