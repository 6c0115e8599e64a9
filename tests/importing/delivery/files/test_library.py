"""ALTO and METS as libraries deliver them: words, order, labels, and one line for what is wrong."""

import datetime as dt
from pathlib import Path

import pytest

from importing.delivery.files import FilePage, Refused, gather, pages_in
from importing.delivery.identity import Identity
from importing.refusal import ImportRefused
from tests.importing.library import (
    BODY,
    HEADLINE,
    ISSUE,
    V3,
    V4,
    alto,
    block,
    line,
    mets,
)
from tests.importing.printed import jpeg
from tests.reader.growth import assert_linear

pytestmark = pytest.mark.usefixtures("english")


def delivered(
    folder: Path, **files: str | bytes
) -> tuple[dict[str, FilePage], dict[str, str]]:
    """Return the pages that are read and the reasons of refusals; ``a__b`` is ``a/b.xml``."""
    for name, data in files.items():
        path = folder / f"{name.replace('__', '/')}.xml"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    read: dict[str, FilePage] = {}
    refused: dict[str, str] = {}
    for item in gather([folder]):
        if isinstance(item, Refused):
            refused[item.name] = item.reason
            continue
        for page in pages_in(item.files):
            name = Path(page.name).relative_to(folder).as_posix()
            try:
                page.content()
            except ImportRefused as refusal:
                refused[name] = str(refusal)
            else:
                read[name] = page
    return read, refused


def text(folder: Path, data: str | bytes) -> str:
    read, refused = delivered(folder, page=data)
    assert not refused
    return read["page.xml"].content().text


def refusal(folder: Path, data: str | bytes) -> str:
    read, refused = delivered(folder, page=data)
    assert not read
    return refused["page.xml"]


@pytest.mark.parametrize("namespace", [V3, V4, ""])
def test_lines_and_blocks_are_read_in_the_order_of_the_file(
    tmp_path, namespace
):
    data = alto(block("a", HEADLINE), block("b", BODY), namespace=namespace)
    assert text(tmp_path, data) == "育秧开始\n\n大棚里\n一片新绿。"


def test_a_stated_order_counts_and_other_blocks_stay_behind_the_one_before(
    tmp_path,
):
    order = '<ReadingOrder><ElementRef REF="b"/><ElementRef REF="a"/></ReadingOrder>'
    blocks = (
        block("head", line('<String CONTENT="报眉"/>')),
        block("a", line('<String CONTENT="甲"/>')),
        block("c", line('<String CONTENT="丙"/>')),
        block("b", line('<String CONTENT="乙"/>')),
    )
    data = alto(*blocks, before=order)
    assert text(tmp_path, data) == "报眉\n\n乙\n\n甲\n\n丙"


def test_a_word_parted_between_lines_is_whole_and_nothing_else_is_dropped(
    tmp_path,
):
    parts = (
        line(
            '<String CONTENT="the"/><SP/>',
            '<String CONTENT="news" SUBS_TYPE="HypPart1" SUBS_CONTENT="newspaper"/>',
            '<HYP CONTENT="-"/>',
        ),
        line(
            '<String CONTENT="paper" SUBS_TYPE="HypPart2" SUBS_CONTENT="newspaper"/>'
        ),
        line(
            '<String CONTENT="co" SUBS_TYPE="HypPart1" SUBS_CONTENT="column"/>',
            '<HYP CONTENT="-"/>',
        ),
        line(
            '<String CONTENT="1umn" SUBS_TYPE="HypPart2" SUBS_CONTENT="column"/>'
        ),
    )
    data = alto(block("a", "".join(parts)))
    assert text(tmp_path, data) == "the newspaper\nco-\n1umn"


def test_other_encodings_than_unicode_are_read(tmp_path):
    words = alto(block("a", BODY)).replace("UTF-8", "GB18030")
    assert text(tmp_path, words.encode("gb18030")) == "大棚里\n一片新绿。"


def test_mets_tells_day_label_picture_and_order_of_the_pages(tmp_path):
    articles = (
        '<structMap TYPE="LOGICAL"><div><fptr>'
        '<area FILEID="A0" BEGIN="b"/><area FILEID="A0" BEGIN="a"/>'
        "</fptr></div></structMap>"
    )
    picture = jpeg()
    (tmp_path / "1.jpg").write_bytes(picture)
    told = mets(
        ('ORDER="1" ORDERLABEL="A1"', "file://./alto/1.xml", "1.jpg"),
        ('ORDER="2" LABEL="Seite"', "alto/2.xml", "2.tif"),
        ('ORDER="3"', "alto/3.xml", "3.tif"),
        articles=articles,
    )
    one = alto(block("a", HEADLINE), block("b", BODY))
    two = alto(block("a", BODY))
    read, refused = delivered(
        tmp_path, issue=told, alto__1=one, alto__2=two, other="<rss/>"
    )
    first = read["alto/1.xml"]
    second = read["alto/2.xml"]
    content = first.content()
    day = dt.date(2021, 9, 28)
    assert list(read) == ["alto/1.xml", "alto/2.xml"]
    assert content.identity == Identity("滨江日报", day, "A1")
    assert content.text == "大棚里\n一片新绿。\n\n育秧开始"
    assert content.picture == picture
    assert [file.path for file in content.files] == ["1.jpg"]
    assert [file.path for file in first.files] == ["alto/1.xml", "issue.xml"]
    assert second.content().identity.page == "2"
    assert second.content().picture is None
    assert refused == {"issue.xml": "alto/3.xml is not in the delivery"}


@pytest.mark.parametrize(
    ("issue", "newspaper"),
    [
        (
            ISSUE.format(
                title="第33号</title></titleInfo><relatedItem type='host'>"
                "<titleInfo><title>滨江晚报</title></titleInfo></relatedItem>"
                "<titleInfo><title>",
                date="20210928",
            ),
            "滨江晚报",
        ),
        (ISSUE.format(title="滨江日报", date="2021-09-28"), "滨江日报"),
    ],
)
def test_the_newspaper_is_what_the_issue_is_one_of(tmp_path, issue, newspaper):
    told = mets(('ORDERLABEL="第4版"', "1.xml", ""), issue=issue)
    read, _ = delivered(tmp_path, issue=told, **{"1": alto(block("a", BODY))})
    identity = read["1.xml"].content().identity
    assert identity == Identity(newspaper, dt.date(2021, 9, 28), "4")


def test_the_label_of_a_mets_file_tells_where_its_description_is_silent(
    tmp_path,
):
    told = mets(('ORDER="2"', "1.xml", ""), issue="").replace(
        "<mets:mets", '<mets:mets LABEL="滨江日报, 2021-09-28"'
    )
    read, _ = delivered(tmp_path, issue=told, **{"1": alto(block("a", BODY))})
    identity = read["1.xml"].content().identity
    assert identity == Identity("滨江日报", dt.date(2021, 9, 28), "2")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<alto><Layout>", "no readable XML file: no element found"),
        (
            '<!DOCTYPE a [<!ENTITY b "bb">]><alto>&b;</alto>',
            "XML with a document type of its own is not read",
        ),
        (
            "<alto>" + "<a>" * 100 + "</a>" * 100 + "</alto>",
            "elements lie deeper in each other than 100",
        ),
        ("<alto/>", "0 pages in one file"),
        (alto().replace("</Page>", "</Page><Page/>"), "2 pages in one file"),
        (b"<alto \xff\xfe\x00", "binary: not a text file"),
    ],
)
def test_what_is_malformed_is_refused_in_one_line(tmp_path, data, reason):
    told = refusal(tmp_path, data)
    assert told.startswith(reason)
    assert "\n" not in told


def test_other_xml_is_refused_where_it_is_named_and_passed_over_in_a_folder(
    tmp_path,
):
    feed = tmp_path / "feed.xml"
    feed.write_text("<rss/>")
    [unit] = gather([feed])
    [page] = pages_in(unit.files)
    with pytest.raises(ImportRefused, match="neither ALTO nor METS"):
        page.content()
    [refused] = gather([tmp_path])
    assert isinstance(refused, Refused)


def test_a_file_larger_than_any_page_is_refused(tmp_path, settings):
    settings.MAX_PAGE_BYTES = 100
    assert refusal(tmp_path, alto(block("a", BODY * 9))) == (
        "too large: more than 800 bytes"
    )


def test_reading_takes_time_in_proportion_to_the_file(tmp_path):
    def read(body: str) -> None:
        text(tmp_path, alto(block("a", body)))

    assert_linear(read, BODY, len(BODY) * 1000)


@pytest.mark.parametrize(
    ("space", "between"),
    [
        ("<SP/>", ""),
        ('<SP WIDTH="4"/>', ""),
        ('<SP WIDTH="12"/>', " "),
        ("<SP/><SP/>", "  "),
    ],
)
def test_a_space_between_chinese_characters_is_one_if_it_is_as_wide(
    tmp_path, space, between
):
    words = [
        f'<String CONTENT="{each}" HEIGHT="20"/>' for each in ("早稻", "育秧")
    ]
    data = alto(block("a", line("<SP/>", words[0], space, words[1], "<SP/>")))
    assert text(tmp_path, data) == f"早稻{between}育秧"


def test_blocks_may_name_the_one_behind_them(tmp_path):
    def named(name: str, behind: str) -> str:
        words = block(name, line(f'<String CONTENT="{name}"/>'))
        return words.replace("<TextBlock", f'<TextBlock IDNEXT="{behind}"')

    data = alto(named("b", "c"), named("c", ""), named("a", "b"))
    assert text(tmp_path, data) == "a\n\nb\n\nc"
    round_and_round = alto(named("a", "b"), named("b", "a"))
    assert text(tmp_path, round_and_round) == "a\n\nb"


@pytest.mark.parametrize(
    "address",
    [
        "file:alto/1.xml",
        "file:///scan/alto/1.xml",
        "http://host.example/scan/alto/1.xml",
        "/alto/1.xml",
        "ALTO/1.XML",
        "1.xml",
        "alto\\1.xml",
    ],
)
def test_a_page_is_found_by_whatever_address_its_file_has(tmp_path, address):
    told = mets(('ORDERLABEL="A1"', address, "1.jpg"))
    data = alto(block("a", BODY))
    read, refused = delivered(tmp_path, mets=told, alto__1=data)
    assert not refused
    assert read["alto/1.xml"].content().identity.page == "A1"


def test_of_two_files_of_one_name_none_is_sure(tmp_path):
    told = mets(('ORDERLABEL="A1"', "1.xml", "1.jpg"))
    data = alto(block("a", BODY))
    _read, refused = delivered(tmp_path, mets=told, a__1=data, b__1=data)
    assert refused == {"mets.xml": "1.xml is not in the delivery"}


@pytest.mark.parametrize(
    ("attributes", "label"),
    [
        ('LABEL="A3版\uff1a要闻" ORDER="1"', "A3"),
        ('LABEL="第四版" ORDER="1"', "4"),
        ('ORDERLABEL="" LABEL="要闻" ORDER="2"', "2"),
    ],
)
def test_a_label_is_read_as_pages_print_it(tmp_path, attributes, label):
    told = mets((attributes, "alto/1.xml", "1.jpg"))
    data = alto(block("a", BODY))
    read, _refused = delivered(tmp_path, mets=told, alto__1=data)
    assert read["alto/1.xml"].content().identity.page == label


def test_the_years_of_a_newspaper_are_not_the_day_of_an_issue(tmp_path):
    years = ISSUE.format(title="滨江日报", date="1949-1999")
    told = mets(
        ('ORDERLABEL="A1"', "alto/1.xml", "1.jpg"),
        issue=years + ISSUE.format(title="滨江日报", date="2021-09-28"),
    )
    data = alto(block("a", BODY))
    read, _refused = delivered(tmp_path, mets=told, alto__1=data)
    identity = read["alto/1.xml"].content().identity
    assert identity.date == dt.date(2021, 9, 28)
