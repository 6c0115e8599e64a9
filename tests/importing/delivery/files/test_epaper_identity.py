"""Which page an e-paper's files are: told by what is surest, never by links to other pages."""

import datetime as dt
from pathlib import Path

import pytest

from importing.delivery.delivered_page import Delivery, read_delivery
from importing.delivery.files import FilePage, gather, pages_in
from importing.delivery.identity import Identity
from importing.refusal import ImportRefused
from tests.importing.epaper_sites import (
    TITLES,
    daily,
    founder,
    html,
    layered,
    written,
)

pytestmark = pytest.mark.usefixtures("english")
BODY = "<h1>老街重新开放</h1><div id=ozoom><p>修缮后的老街迎来街坊。</p></div>"


def pages(*paths: Path) -> list[FilePage]:
    return [page for unit in gather(paths) for page in pages_in(unit.files)]


def told(page: FilePage) -> Identity:
    content = page.content()
    return content.completed(content.identity)


def one_page(tmp_path: Path, name: str, body: str, **parts: str) -> Identity:
    [page] = pages(written(tmp_path, {name: html(body, **parts)}))
    return told(page)


@pytest.mark.parametrize(
    ("files", "day", "labels"),
    [
        (daily(), dt.date(2023, 3, 17), ["01", "02"]),
        (layered(), dt.date(2025, 3, 17), ["01", "02"]),
        (founder(), dt.date(2017, 3, 17), ["A01", "A02"]),
    ],
    ids=["daily", "layered", "founder"],
)
def test_each_index_is_its_own_page_with_its_own_articles(
    tmp_path, files, day, labels
):
    found = pages(written(tmp_path, files))
    assert [told(page) for page in found] == [
        Identity("北岭晚报", day, label) for label in labels
    ]
    first, second = (page.content().text for page in found)
    assert [TITLES[1] in first, TITLES[2] in first, TITLES[3] in first] == [
        True,
        True,
        False,
    ]
    assert TITLES[3] in second
    assert TITLES[1] not in second
    assert [page.content().doubts for page in found] == [(), ()]


def test_an_index_named_alone_finds_the_articles_beside_it(tmp_path):
    written(tmp_path, daily())
    [page] = pages(tmp_path / "blwb/html/2023-03/17/nbs.D21blwb_02.htm")
    assert told(page) == Identity("北岭晚报", dt.date(2023, 3, 17), "02")
    assert TITLES[3] in page.content().text


def test_pictures_in_folders_of_their_own_are_found(tmp_path):
    for page in pages(written(tmp_path, layered())):
        assert page.content().picture is not None
        assert page.content().lost == ()


def test_indexes_named_without_their_articles_say_what_to_name(tmp_path):
    written(tmp_path, layered())
    for page in pages(tmp_path / "site/layout"):
        with pytest.raises(ImportRefused) as refusal:
            page.content()
        assert str(refusal.value) == (
            f"its articles lie outside what was named: name {tmp_path}/site"
        )


def test_articles_without_their_index_are_told_by_where_they_were_printed(
    tmp_path,
):
    files = {
        name: data for name, data in layered().items() if "content" in name
    }
    found = pages(written(tmp_path, files))
    assert [told(page).page for page in found] == ["01", "02"]
    assert not any(page.is_whole for page in found)
    assert "本报记者" in found[0].content().text
    assert "北岭晚报" not in found[0].content().text


def test_headings_come_from_the_site_s_own_properties(tmp_path):
    [page, _second] = pages(written(tmp_path, founder()))
    first = page.content().text.partition("\n\n\n")[0]
    assert first.split("\n\n") == [
        "晴好天气",
        TITLES[1],
        "各方关注",
        "本报记者\u3000石磊",
        "南湖县的早稻三月十四日完成育秧。",
    ]


def test_a_heading_that_is_shown_is_not_taken_from_the_properties_again(
    tmp_path,
):
    after = "<!--enpproperty <title>老街重新开放</title><subtitle>老街重新开放</subtitle> -->"
    [page] = pages(
        written(
            tmp_path, {"2019-03-15/a.htm": html(BODY + "第1版", after=after)}
        )
    )
    assert page.content().text.count("老街重新开放") == 1


@pytest.mark.parametrize(
    "again",
    [
        '<meta http-equiv="refresh" content="0;url=17/node_2.htm">',
        "<script>window.location.href='17/node_2.htm'</script>",
        "<frameset><frame src=17/node_2.htm></frameset>",
        "<a href=17/node_2.htm>第A01版</a><a href=17/node_3.htm>第A02版</a>",
    ],
    ids=["refresh", "script", "frames", "contents"],
)
def test_contents_and_files_that_lead_on_are_passed_over(tmp_path, again):
    files = founder() | {"index.htm": f"<html>{again}</html>"}
    found = pages(written(tmp_path, files))
    assert [told(page).page for page in found] == ["A01", "A02"]


def test_two_days_in_one_delivery_stay_apart(tmp_path):
    files = founder("16") | founder("17")
    found = pages(written(tmp_path, files))
    assert [(told(page).date.day, told(page).page) for page in found] == [
        (16, "A01"),
        (16, "A02"),
        (17, "A01"),
        (17, "A02"),
    ]
    assert [len(page.content().text.split("\n\n\n")) for page in found] == [
        2,
        1,
        2,
        1,
    ]


def test_files_of_another_day_are_another_unit_and_shared_ones_join_theirs(
    tmp_path,
):
    files = daily() | {
        "blwb/html/2023-03/18/nw.D21blwb_20230318_1-01.htm": html(BODY),
        "blwb/stray.htm": html(BODY),
        "blwb/index.htm": html('<a href="html/2023-03/17/nbs.D21blwb_01.htm">'),
    }
    units = gather([written(tmp_path, files)])
    names = [
        sorted(Path(each.name).name for each in unit.files) for unit in units
    ]
    assert [len(each) for each in names] == [6, 1, 1]
    assert "index.htm" in names[0]
    assert names[2] == ["stray.htm"]


def test_an_article_that_no_map_has_belongs_to_the_only_index_that_lists_it(
    tmp_path,
):
    files = layered()
    extra = "site/content/202503/17/content_79.html"
    files[extra] = html(BODY)
    link = '<a href="../../../content/202503/17/content_79.html">题</a></ul>'
    first = "site/layout/202503/17/node_01.html"
    second = "site/layout/202503/17/node_02.html"
    files[first] = str(files[first]).replace("</ul>", link)
    first_page, _other = pages(written(tmp_path / "one", files))
    assert first_page.content().text.endswith("修缮后的老街迎来街坊。")
    files[second] = str(files[second]).replace("</ul>", link)
    two = pages(written(tmp_path / "two", files))
    assert [page.is_whole for page in two] == [True, True, False]


def test_an_article_that_states_another_page_is_not_the_index_s(tmp_path):
    files = founder()
    extra = "<p>2017年03月17日 第A04版</p>"
    files["17/content_82.htm"] = html(BODY + extra)
    found = pages(written(tmp_path, files))
    assert [told(page).page for page in found] == ["A01", "A02", "A04"]


@pytest.mark.parametrize(
    ("body", "name", "label"),
    [
        ("<a href=b.htm>第A9版</a><p>第A2版 要闻</p>", "a.htm", "A2"),
        ("<a href=b.htm>第A9版</a><a href=a.htm>第A2版</a>", "a.htm", "A2"),
        ("第1版 第2版<div class=ban>第3版</div>", "a.htm", "3"),
        ("第十二版", "a.htm", "12"),
        ("第四版", "a.htm", "4"),
        ("第二十版", "a.htm", "20"),
        ("", "node_A1.html", "A1"),
        ("", "node_03.html", "03"),
        ("", "nbs.D1blwb_02.htm", "02"),
        ("", "nw.D1blwb_20190315_3-02.htm", "02"),
        ("", "node_2.htm", None),
        ("", "content_30100001.html", None),
        ("第7版", "node_03.html", "7"),
    ],
)
def test_the_label_is_told_by_the_surest(tmp_path, body, name, label):
    found = one_page(tmp_path, f"2019-03-15/{name}", f"{body}{BODY}")
    assert found.page == label


def test_several_labels_and_none_marked_as_its_own_are_refused(tmp_path):
    body = f"<p>第1版</p><p>第2版</p>{BODY}"
    [page] = pages(written(tmp_path, {"2019-03-15/a.htm": html(body)}))
    with pytest.raises(ImportRefused, match="pages 1, 2 and none as its own"):
        told(page)


def test_what_is_given_overrides_what_was_only_inferred(tmp_path):
    body = f"<p>第1版</p><p>第2版</p>{BODY}"
    [page] = pages(written(tmp_path, {"2019-03-15/a.htm": html(body)}))
    read = read_delivery(Delivery(page, page="2", date="2019-03-16"))
    assert (read.newspaper, str(read.date), read.page) == (
        "北岭晚报",
        "2019-03-16",
        "2",
    )


def test_what_is_given_does_not_override_what_the_site_s_program_wrote(
    tmp_path,
):
    [page, _second] = pages(written(tmp_path, founder()))
    with pytest.raises(ImportRefused, match=r"says 2.*says A01"):
        read_delivery(Delivery(page, page="2"))


@pytest.mark.parametrize(
    ("folder", "body", "day"),
    [
        ("2019-03/15", "", "2019-03-15"),
        ("201903/15", "", "2019-03-15"),
        ("2019-03-15", "", "2019-03-15"),
        ("20190315", "", "2019-03-15"),
        ("2019/03/15", "", "2019-03-15"),
        ("2019/13/15", "", "None"),
        ("15", "<p class=rq>2019年3月15日 星期<b>五</b></p>", "2019-03-15"),
        ("15", "<a href=b.htm>2019年3月14日</a>", "None"),
        ("2019-03/15", "<p>2019年3月16日 第1版</p>", "2019-03-16"),
    ],
)
def test_the_day_is_told_by_the_surest(tmp_path, folder, body, day):
    found = one_page(tmp_path, f"{folder}/a.htm", f"{body}{BODY}")
    assert str(found.date) == day


def test_a_day_in_a_headline_is_not_the_day_of_the_issue(tmp_path):
    body = BODY.replace("老街", "2001年1月1日第9版说的老街")
    found = one_page(tmp_path, "15/a.htm", f"{body}<p>2019年3月15日 第1版</p>")
    assert (str(found.date), found.page) == ("2019-03-15", "1")
