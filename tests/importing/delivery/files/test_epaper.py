"""E-papers: an index and its articles are one page; articles alone are the page they name."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from importing.delivery.files import FilePage, gather, pages_in
from importing.delivery.identity import Identity
from importing.refusal import ImportRefused
from tests.importing.epaper import article, figure, index
from tests.importing.printed import jpeg

DAY = "2019-03/15"
FIRST = article(
    "全市早稻育秧全面展开",
    "三月十四日，南湖县的连栋大棚里<b>一片</b>新绿。",
    "农技员说，今年比去年早了五天。",
    kicker="抓住晴好天气",
    subtitle="预计月底栽插过半",
    byline="记者 石磊",
)
SECOND = article(
    "老街修缮完工", "修缮后的老街三月十五日重新开放。<br>街坊们又坐在了一起。"
)

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(
        tmp_path,
        "node_1.htm",
        index(
            "content_2.htm",
            "content_1.htm",
            listed=("content_1.htm", "content_2.htm"),
        ),
    )
    write(tmp_path, "content_1.htm", FIRST)
    write(tmp_path, "content_2.htm", SECOND)
    return tmp_path


def write(
    site: Path, name: str, html: str | bytes, folder: str = f"html/{DAY}"
) -> Path:
    file = site / folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(html if isinstance(html, bytes) else html.encode())
    return file


def pages(site: Path) -> list[FilePage]:
    return [page for unit in gather([site]) for page in pages_in(unit.files)]


def told(page: FilePage) -> Identity:
    """Return what the files say of their page, surely or not."""
    content = page.content()
    return content.completed(content.identity)


def test_an_index_and_its_articles_are_one_page_in_the_order_of_the_list(site):
    [page] = pages(site)
    content = page.content()
    assert content.text == (
        "抓住晴好天气\n\n全市早稻育秧全面展开\n\n预计月底栽插过半\n\n记者 石磊\n\n三月十四日，南湖县的连栋大棚里一片新绿。\n\n"
        "农技员说，今年比去年早了五天。\n\n\n老街修缮完工\n\n修缮后的老街三月十五日重新开放。\n\n街坊们又坐在了一起。"
    )
    assert told(page) == Identity("滨江日报", dt.date(2019, 3, 15), "A1")
    assert page.name == f"{site}/html/{DAY}/node_1.htm"
    folder = site / "html" / DAY
    names = ("node_1.htm", "content_1.htm", "content_2.htm")
    assert (
        page.digest
        == hashlib.sha256(
            b"".join((folder / name).read_bytes() for name in names)
        ).hexdigest()
    )
    assert page.is_whole


def test_each_index_of_a_folder_is_a_page(site):
    write(
        site, "node_2.htm", index("content_3.htm").replace("第A1版", "第A2版")
    )
    write(
        site,
        "content_3.htm",
        article("本市新增三条公交", "新线路三月十六日开通。").replace(
            "第A1版", "第A2版"
        ),
    )
    assert [told(page).page for page in pages(site)] == ["A1", "A2"]
    assert len(gather([site])) == 1


def test_articles_without_an_index_are_the_page_they_name(site):
    (site / "html" / DAY / "node_1.htm").unlink()
    write(
        site,
        "content_3.htm",
        article("本市新增三条公交", "新线路三月十六日开通。").replace(
            "第A1版", "第A2版"
        ),
    )
    first, second = pages(site)
    assert first.content().text.startswith("抓住晴好天气\n\n全市早稻")
    assert "老街修缮完工" in first.content().text
    assert (first.is_whole, second.is_whole) == (False, False)
    assert told(second).page == "A2"


def test_an_article_of_another_page_is_a_contradiction(site):
    write(site, "content_2.htm", SECOND.replace("第A1版", "第A4版"))
    [page] = pages(site)
    with pytest.raises(
        ImportRefused, match=r"node_1.htm says A1, .*content_2.htm says A4"
    ):
        told(page)


def test_an_article_that_is_not_there_is_a_finding(site):
    (site / "html" / DAY / "content_2.htm").unlink()
    [page] = pages(site)
    content = page.content()
    assert content.text.startswith("抓住晴好天气")
    assert [(each.rule, each.message) for each in content.doubts] == [
        (
            "missing_article",
            "An article of this page was not delivered: content_2.htm.",
        )
    ]


def test_an_index_of_which_no_article_is_there_is_refused(site):
    (site / "html" / DAY / "content_1.htm").unlink()
    (site / "html" / DAY / "content_2.htm").unlink()
    [page] = pages(site)
    with pytest.raises(
        ImportRefused,
        match=r"the article content_1\.htm it links to is not there",
    ):
        page.content()


def test_a_broken_article_does_not_keep_the_others_from_loading(site):
    write(site, "empty.htm", "<html></html>")
    write(site, "binary.htm", b"\x00\x01\x02")
    refused = {}
    for page in pages(site):
        try:
            page.content()
        except ImportRefused as refusal:
            refused[page.name.rsplit("/", 1)[1]] = str(refusal)
    assert refused == {
        "binary.htm": "binary: not a text file",
        "empty.htm": "empty: there is no text in it",
    }


def test_pictures_come_with_their_captions_and_the_page_with_its_own(site):
    photo, scan = jpeg(colour="red"), jpeg(300, 400)
    images = f"images/{DAY}/A1"
    write(site, "p1.jpg", photo, images)
    write(site, "page.jpg", scan, images)
    source = f"../../../{images}/p1.jpg"
    figures = figure(source, "育秧大棚一角。石磊 摄") + figure(
        "../../../images/gone.jpg"
    )
    write(
        site,
        "content_1.htm",
        FIRST.replace('<div id="ozoom">', figures + '<div id="ozoom">'),
    )
    write(
        site,
        "node_1.htm",
        index("content_1.htm").replace("../../images", "../../../images"),
    )
    [page, _other] = pages(site)
    content = page.content()
    assert content.picture == scan
    [picture] = content.pictures
    assert picture.data == photo
    assert (
        content.text[picture.near[0].start : picture.near[0].end]
        == "育秧大棚一角。石磊 摄"
    )
    assert (
        content.text[picture.near[1].start : picture.near[1].end] == "记者 石磊"
    )
    assert content.lost == (
        "../../../images/gone.jpg: not among the delivered files",
    )


def test_a_picture_of_the_page_that_is_not_there_is_told(site):
    [page] = pages(site)
    [lost] = page.content().lost
    assert lost.endswith("A1/page.jpg: not among the delivered files")


def test_a_picture_inside_the_text_stands_between_its_paragraphs(site):
    write(site, "p1.png", jpeg(), f"html/{DAY}")
    write(
        site,
        "content_2.htm",
        article(
            "老街修缮完工",
            "重新开放。<img src='p1.png'><br>街坊们围坐。石磊 摄",
            "晚会开始。",
        ),
    )
    [page] = pages(site)
    content = page.content()
    [picture] = content.pictures
    assert (
        content.text[picture.near[0].start : picture.near[0].end]
        == "街坊们围坐。石磊 摄"
    )


def test_files_outside_the_delivery_are_not_read(site):
    write(site.parent, "secret.jpg", jpeg(), ".")
    write(
        site,
        "content_2.htm",
        article("老街修缮完工", "重新开放。<img src='../../../../secret.jpg'>"),
    )
    [page] = pages(site)
    assert page.content().pictures == ()
    assert page.content().lost[0] == (
        "../../../../secret.jpg: not among the delivered files"
    )


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<table><tr><td class='font02'>抓住晴好天气</td></tr>"
            "<tr><td class='font01'>育秧开始</td></tr>"
            "<tr><td class='font02'>月底过半</td></tr></table>"
            "<founder-content><p>大棚里一片新绿。</p></founder-content>",
            "抓住晴好天气\n\n育秧开始\n\n月底过半\n\n大棚里一片新绿。",
        ),
        (
            "<div id='author'>石磊</div><h2>月底过半</h2><h1>育秧开始</h1>"
            "<div class='article-content'>大棚里一片新绿。<br/>农技员说。</div>",
            "月底过半\n\n育秧开始\n\n石磊\n\n大棚里一片新绿。\n\n农技员说。",
        ),
        (
            "<div class='menu'><p>首页</p></div><h1>育秧开始</h1>"
            "<section><p>大棚里\n一片 新绿。</p><p>A B\nC</p></section>",
            "育秧开始\n\n大棚里一片 新绿。\n\nA B C",
        ),
        (
            "<!--enpcontent--><p>没有标题的稿件。</p><!--/enpcontent-->",
            "没有标题的稿件。",
        ),
    ],
    ids=["table site", "order of ranks", "no marks", "no headings"],
)
def test_headings_and_text_are_found_in_the_marks_of_several_sites(
    tmp_path, html, text
):
    write(tmp_path, "content.html", f"<html><body>{html}</body></html>")
    [page] = pages(tmp_path)
    assert page.content().text == text


def test_the_page_is_told_by_what_stands_around_an_article_not_in_it(tmp_path):
    body = "<h1>回顾</h1><div id='ozoom'><p>2001年1月1日的北岭日报第B9版登过这张照片。</p></div>"
    write(
        tmp_path,
        "content_1.htm",
        f"<html><body>{body}</body></html>",
        "2019-03/15",
    )
    [page] = pages(tmp_path)
    assert told(page) == Identity(date=dt.date(2019, 3, 15))


def test_gb18030_pages_are_read_and_too_large_ones_refused(tmp_path, settings):
    write(tmp_path, "content_1.htm", FIRST.encode("gb18030"))
    [page] = pages(tmp_path)
    assert "全市早稻育秧全面展开" in page.content().text
    settings.MAX_PAGE_BYTES = 100
    [page] = pages(tmp_path)
    with pytest.raises(ImportRefused, match="more than 100 bytes"):
        page.content()
