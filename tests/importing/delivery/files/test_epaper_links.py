"""Links in e-paper sites, however they are written, and the indexes that make no page."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest

from editorial.models import Rule
from importing.delivery.delivered_page import Delivery, read_delivery
from importing.delivery.files import gather
from importing.delivery.files.epaper.page_files import PageFiles, own_pages
from importing.delivery.files.meant_paths import path_meant
from importing.delivery.identity import Identity
from importing.refusal import ImportRefused
from tests.importing.delivery.files.test_epaper_identity import (
    BODY,
    one_page,
    pages,
    told,
)
from tests.importing.epaper_sites import (
    TITLES,
    Files,
    daily,
    founder,
    html,
    layered,
    written,
)
from tests.importing.printed import Words, jpeg, pdf

pytestmark = pytest.mark.usefixtures("english")
DAY = "202503/17"
FIRST = f"site/layout/{DAY}/node_01.html"
SECOND = f"site/layout/{DAY}/node_02.html"
HOST = "https://epaper.example.cn"


def linked(old: str, new: str, head: str = "") -> Files:
    """Return the site of today's layout with its links written otherwise."""
    return {
        name: data
        if isinstance(data, bytes)
        else data.replace(old, new).replace("<head>", f"<head>{head}")
        for name, data in layered().items()
    }


def check_whole(tmp_path, files: Files, below: str = "") -> None:
    first, second = pages(written(tmp_path, files) / below)
    day = dt.date(2025, 3, 17)
    assert [(told(page).date, told(page).page) for page in (first, second)] == [
        (day, "01"),
        (day, "02"),
    ]
    words = first.content().text
    assert TITLES[1] in words
    assert TITLES[2] in words
    assert TITLES[3] not in words
    assert TITLES[3] in second.content().text
    assert first.content().doubts == second.content().doubts == ()


@pytest.mark.parametrize(
    ("written_as", "head"),
    [
        (f"{HOST}/site/", ""),
        ("//epaper.example.cn/site/", ""),
        ("/site/", ""),
        ("..\\..\\..\\", ""),
        ("", f'<base href="{HOST}/site/">'),
        ("", '<base href="../../../">'),
    ],
    ids=["host", "any-scheme", "root", "backslash", "base", "base-relative"],
)
def test_links_are_followed_however_they_are_written(
    tmp_path, written_as, head
):
    files = linked("../../../", written_as, head)
    check_whole(tmp_path / "whole", files)
    check_whole(tmp_path / "below", files, "site")


def test_names_in_other_letters_are_the_same_file(tmp_path):
    check_whole(tmp_path, linked("content_", "Content_"))


@pytest.mark.parametrize(
    ("address", "path", "meant"),
    [
        ("/html/2021-09/28/b.htm", "a.htm", "b.htm"),
        ("/html/b.htm", "a.htm", ""),
        ("http://ad.example/b.htm", "a.htm", ""),
        ("/b.htm", "x/a.htm", "b.htm"),
        ("/x/gone.htm", "w/x/y/a.htm", "w/x/gone.htm"),
        ("/gone.htm", "w/a.htm", ""),
        ("http://h.example/x/gone.htm", "w/x/a.htm", ""),
        ("/", "a.htm", ""),
        ("http://[h/b.htm", "a.htm", ""),
        ("mailto:b.htm", "a.htm", ""),
        ("%00.htm", "a.htm", ""),
        ("../b.htm", "a.htm", "../b.htm"),
    ],
)
def test_an_address_means_a_path_in_the_delivery(address, path, meant):
    assert path_meant(address, path, {"b.htm"}.__contains__) == meant


def with_areas(files: Files, *links: str) -> Files:
    areas = "".join(f'<area href="{link}">' for link in links)
    changed = str(files[FIRST]).replace("</map>", f"{areas}</map>")
    return files | {FIRST: changed}


def test_what_the_map_leads_to_elsewhere_is_no_missing_article(tmp_path):
    links = (
        "http://ad.example/content_9.html",
        "../../../ad/20250317.html",
        "../../../content/202503/16/content_9.html",
        "javascript:void(0)",
    )
    check_whole(tmp_path, with_areas(layered(), *links))


def test_an_article_missing_under_the_site_s_own_host_is_told(tmp_path):
    files = linked("../../../", f"{HOST}/site/")
    files.pop(f"site/content/{DAY}/content_72.html")
    first, _second = pages(written(tmp_path, files))
    [doubt] = first.content().doubts
    assert doubt.rule == Rule.MISSING_ARTICLE
    assert f"{HOST}/site/content/{DAY}/content_72.html" in doubt.message


def test_an_article_of_another_page_is_left_to_its_index(tmp_path):
    link = f"../../../content/{DAY}/content_73.html"
    check_whole(tmp_path, with_areas(layered(), link))


def document(path: str, label: str) -> Any:
    """Return a file that states a label, as far as pages are told from one another."""
    page = SimpleNamespace(stated=Identity(page=label), named=None)
    return SimpleNamespace(
        file=SimpleNamespace(path=path),
        markup=SimpleNamespace(page=page, mapped=()),
        identity=Identity(page=label),
    )


def test_the_labels_of_another_day_are_no_other_page_s():
    firsts, seconds = (
        [
            PageFiles(
                document(f"{day}/node_{label}.htm", label),
                [document(f"{day}/content_{label}.htm", label)],
            )
            for day in ("16", "17")
        ]
        for label in ("01", "02")
    )
    ahead = seconds[1].articles[0]
    firsts[1].articles.append(ahead)
    kept = own_pages([*firsts, *seconds])
    assert kept == [*firsts, *seconds]
    assert ahead not in firsts[1].articles
    assert seconds[1].articles == [ahead]


def contents() -> str:
    links = "".join(
        f"<h3>第{label}版</h3><a href=content/{DAY}/content_7{number}.html>题</a>"
        for label, number in (("01", 1), ("01", 2), ("02", 3))
    )
    return html(f"<p>2025年3月17日</p>{links}")


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("site/index.html", contents()),
        (f"site/layout/{DAY}/index.html", str(layered()[FIRST])),
        (
            f"site/layout/{DAY}/list.html",
            html(
                f"<a href=../../../content/{DAY}/content_71.html>题</a>"
                f"<a href=../../../content/{DAY}/content_72.html>题</a>"
            ),
        ),
    ],
    ids=["contents", "copy", "frame"],
)
def test_an_index_of_what_others_have_makes_no_page(tmp_path, name, body):
    check_whole(tmp_path, layered() | {name: body})


def test_of_indexes_without_labels_the_one_of_all_articles_is_the_contents(
    tmp_path,
):
    files = {
        name: data.replace("第A01版", "").replace("第A02版", "")
        for name, data in founder().items()
        if isinstance(data, str)
    }
    links = "".join(
        f"<a href=content_8{number}.htm>题</a>" for number in TITLES
    )
    files["17/list.htm"] = html(links)
    found = pages(written(tmp_path, files))
    assert [told(page).page for page in found] == ["A01", "A02"]


@pytest.mark.parametrize(
    "words", ["<h1>图片新闻</h1>", '<p id="Title">广告</p>', ""]
)
def test_an_article_that_is_a_picture_alone_is_no_index(tmp_path, words):
    link = f"../../../content/{DAY}/content_75.html"
    files = with_areas(layered(), link)
    files[f"site/content/{DAY}/content_75.html"] = html(
        f"<a href=content_71.html>上一篇</a><a href=content_72.html>下一篇</a>{words}"
        f"<div id=ozoom><img src=../../../pic/{DAY}/ad.jpg></div><p>北岭晚报社主办</p>"
    )
    files[f"site/pic/{DAY}/ad.jpg"] = jpeg(90, 70)
    check_whole(tmp_path, files)
    [picture] = pages(tmp_path)[0].content().pictures
    assert picture.name.endswith("ad.jpg")


def test_words_beside_an_empty_mark_are_still_the_article(tmp_path):
    body = BODY.replace("id=ozoom", "").replace(
        "</h1>", "</h1><div id=ozoom></div>"
    )
    [page] = pages(written(tmp_path, {"2019-03-15/a.htm": html(body)}))
    assert "修缮后的老街迎来街坊。" in page.content().text


@pytest.mark.parametrize(
    "printed",
    [
        "二〇一九年三月十五日",
        "二○一九年三月十五日 星期五",
        "\uff12\uff10\uff11\uff19年\uff13月\uff11\uff15日",
        '<meta name="PubDate" content="2019-03-15 08:00">',
        '<meta property="article:published_time" content="2019-03-15T08:00">',
    ],
)
def test_a_day_is_read_in_whatever_figures(tmp_path, printed):
    found = one_page(tmp_path, "15/a.htm", f"<div>{printed}</div>{BODY}")
    assert found.date == dt.date(2019, 3, 15)


@pytest.mark.parametrize(
    "printed",
    ["9999年1月1日", "2019年13月1日", '<meta name="x" content="2019-03-15">'],
)
def test_what_is_no_day_of_print_is_none(tmp_path, printed):
    assert one_page(tmp_path, "15/a.htm", f"{printed}{BODY}").date is None


def test_a_map_s_article_of_another_page_stays_when_it_is_the_only_one(
    tmp_path,
):
    files = daily()
    name = "blwb/html/2023-03/17/nbs.D21blwb_02.htm"
    files[name] = str(files[name]).replace("_3-02.htm", "_1-01.htm")
    first, second, _alone = pages(written(tmp_path, files))
    assert TITLES[1] in first.content().text
    with pytest.raises(
        ImportRefused, match=r"says 02.*says 01|says 01.*says 02"
    ):
        read_delivery(Delivery(second))


def test_the_print_of_a_page_that_its_index_leads_to_is_no_second_page(
    tmp_path,
):
    link = f'<a href="../../../pdf/{DAY}/01.pdf">PDF</a></ul>'
    files = layered()
    files[FIRST] = str(files[FIRST]).replace("</ul>", link)
    printed = {f"site/pdf/{DAY}/01.pdf": pdf([Words(TITLES[1], 50, 700, 28)])}
    check_whole(tmp_path / "both", files | printed)
    # Without its articles the index is none, and the print is the page.
    indexes = {
        name: data for name, data in files.items() if "content" not in name
    }
    units = gather([written(tmp_path / "print", indexes | printed)])
    assert any(each.files[0].path.endswith(".pdf") for each in units)
    broken = {f"site/content/{DAY}/content_71.html": b"\x00\x01"}
    units = gather([written(tmp_path / "bad", indexes | printed | broken)])
    assert any(each.files[0].path.endswith(".pdf") for each in units)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("第04-05版", "04-05"),
        ("A2\u2014A3版", "A2-A3"),
        ("<p>第1-8版</p>第3版", "3"),
        ("第1-8版", None),
    ],
)
def test_two_pages_printed_as_one_have_both_labels(tmp_path, words, label):
    found = one_page(tmp_path, "2019-03-15/a.htm", f"{words}{BODY}")
    assert found.page == label


def test_two_pages_stated_beside_the_day_have_both_labels(tmp_path):
    body = f"<p>2019年3月15日 第4-5版</p>{BODY}"
    assert one_page(tmp_path, "a.htm", body).page == "4-5"
    body = f"<p>2019年3月15日 第1-8版</p>{BODY}"
    assert one_page(tmp_path, "a.htm", body).page is None


@pytest.mark.parametrize("ending", [".shtml", ".xhtml", ".HTM"])
def test_files_of_a_site_may_end_otherwise(tmp_path, ending):
    files = {
        name.replace(".html", ending): data
        if isinstance(data, bytes)
        else data.replace(".html", ending)
        for name, data in layered().items()
    }
    check_whole(tmp_path, files)


def test_a_newspaper_in_book_marks_is_one(tmp_path):
    found = one_page(tmp_path, "a.htm", BODY, title="《北岭晚报》数字报")
    assert found.newspaper == "北岭晚报"


def test_the_site_s_properties_in_other_letters_are_read(tmp_path):
    after = (
        "<!-- ENPPROPERTY <FOUNDER-DATE>20190315</FOUNDER-DATE>"
        "<founder-pagenum>a2</founder-pagenum> -->"
    )
    found = one_page(tmp_path, "15/a.htm", BODY, after=after)
    assert (found.date, found.page) == (dt.date(2019, 3, 15), "A2")
