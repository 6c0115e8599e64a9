"""PDF pages: text in the order it is read, photos near their captions, one line for what cannot be
read.
"""

import io
import re

import pytest
from PIL import Image

from importing.delivery.files import Content, FilePage
from importing.delivery.files.pdf.pdf_pages import pdf_pages
from importing.delivery.files.sources import AtHand, DeliveredFile
from importing.delivery.identity import Identity
from importing.refusal import ImportRefused
from tests.importing.printed import LOCK, Photo, Words, column, jpeg, pdf

pytestmark = pytest.mark.usefixtures("english")

REPORT = "本报讯 三月十四日，全市早稻育秧现场会在南湖县召开，各县区农业部门和种粮大户的代表下田察看了连栋大棚里的秧苗。"
SECOND = "会上有三位种粮大户先后发言，他们说今年的秧苗比去年早了五天，只等天气转暖就能下田，农机也都检修过了。"
THIRD = "县里的农技员每天到田头查看苗情，发现问题当场解决，让大家种得放心，收得称心，日子一年更比一年好过。"


def contents(data: bytes) -> list[Content]:
    return [page.content() for page in opened(data)]


def opened(data: bytes):
    return pdf_pages([DeliveredFile(AtHand("issue.pdf", data), "issue.pdf")])


def lines(data: bytes) -> list[str]:
    [content] = contents(data)
    return re.split("\n\n+", content.text)


def test_columns_are_read_one_after_the_other_and_lines_of_a_paragraph_are_one():
    headline = Words("全市早稻育秧现场会召开", 50, 700, 28)
    page = [
        headline,
        *column(REPORT, 50, 660),
        *column(SECOND, 230, 660),
        *column(THIRD, 410, 660),
    ]
    assert lines(pdf(page)) == [headline.text, REPORT, SECOND, THIRD]


def test_the_order_of_drawing_does_not_matter():
    page = [
        *column(THIRD, 410, 660),
        *column(SECOND, 230, 660),
        Words("育秧现场会", 50, 700, 28),
        *column(REPORT, 50, 660),
    ]
    assert lines(pdf(page)) == ["育秧现场会", REPORT, SECOND, THIRD]
    assert lines(pdf(page[::-1])) == ["育秧现场会", REPORT, SECOND, THIRD]


def test_paragraphs_begin_with_an_indent_or_behind_a_short_line():
    page = [
        *column(REPORT, 50, 700),
        *column(SECOND, 50, 700 - 14 * 5),
        *column(THIRD, 50, 700 - 14 * 9),
    ]
    assert lines(pdf(page)) == [REPORT, SECOND, THIRD]


def test_a_headline_parts_the_columns_above_it_from_those_below():
    upper = [
        Words("上半版的标题文字", 50, 740, 28),
        *column(REPORT, 50, 700),
        *column(SECOND, 230, 700),
    ]
    lower = [
        Words("下半版的标题文字", 50, 560, 28),
        *column(THIRD, 50, 530),
        *column(REPORT, 230, 530),
    ]
    assert lines(pdf([*lower, *upper])) == [
        "上半版的标题文字",
        REPORT,
        SECOND,
        "下半版的标题文字",
        THIRD,
        REPORT,
    ]


def test_a_caption_across_two_columns_does_not_end_them():
    first, second = (
        column(REPORT, 50, 700, across=15),
        column(SECOND, 230, 700, across=15),
    )
    caption = Words(
        "农技人员在连栋大棚里查看早稻秧苗的长势。石磊 摄", 50, 585, 9
    )
    headline = Words("育秧现场会", 50, 740, 28)
    left = column(THIRD, 50, 560, indent=0)
    right = column(REPORT, 230, 560, indent=0)
    read = lines(pdf([headline, *first, *left, *second, *right, caption]))
    assert read == ["育秧现场会", REPORT, caption.text, THIRD, SECOND, REPORT]


def test_headings_of_several_lines_stay_lines():
    page = [
        Words("早稻育秧开始", 50, 740, 28),
        Words("农机检修完毕", 50, 705, 28),
        *column(REPORT, 50, 660),
    ]
    assert lines(pdf(page))[0] == "早稻育秧开始\n农机检修完毕"


def test_words_keep_their_spaces_and_padded_names_theirs():
    page = [
        Words("柏 松", 50, 700),
        Words("AI", 150, 600),
        Words("Rice", 173, 600),
        *column(REPORT, 50, 500),
    ]
    assert lines(pdf(page))[:2] == ["柏 松", "AI Rice"]


def test_the_picture_of_the_page_is_as_wide_as_readers_see_it_and_within_the_limit(
    settings,
):
    [content] = contents(pdf([*column(REPORT, 50, 660)]))
    assert Image.open(io.BytesIO(content.picture)).size == (1920, 2560)
    settings.MAX_IMAGE_PIXELS = 480_000
    [content] = contents(pdf([*column(REPORT, 50, 660)]))
    width, height = Image.open(io.BytesIO(content.picture)).size
    assert width * height <= 490_000


def test_photos_are_kept_as_delivered_and_know_the_text_under_them():
    photo, caption = jpeg(), "育秧大棚一角。石磊 摄"
    page = [
        Words("育秧现场会", 50, 740, 28),
        *column(REPORT, 50, 700),
        Photo(photo, 230, 600, 150, 100),
    ]
    [content] = contents(
        pdf([*page, Words(caption, 230, 588, 8), *column(SECOND, 230, 560)])
    )
    [picture] = content.pictures
    assert picture.data == photo
    nearest = picture.near[0]
    assert content.text[nearest.start : nearest.end] == caption
    assert [near.distance for near in picture.near] == sorted(
        near.distance for near in picture.near
    )


def test_rules_ornaments_and_the_scan_of_the_page_are_no_photos():
    page = [
        Photo(jpeg(), 0, 0, 600, 800),
        Photo(jpeg(), 50, 50, 500, 2),
        Photo(jpeg(), 50, 60, 30, 30),
    ]
    [content] = contents(pdf([*page, *column(REPORT, 50, 660)]))
    assert content.pictures == ()
    assert content.lost == ()


def test_a_photo_with_too_many_pixels_is_not_unpacked(settings):
    settings.MAX_IMAGE_PIXELS = 4000
    [content] = contents(
        pdf([Photo(jpeg(), 230, 600, 150, 100), *column(REPORT, 50, 660)])
    )
    assert content.pictures == ()
    assert content.lost == ("picture 1 of the page: more than 4000 pixels",)


def test_each_page_of_a_file_is_a_page_and_one_without_text_says_so():
    pages: list[FilePage] = []
    for page in opened(
        pdf(
            column(REPORT, 50, 660),
            [Photo(jpeg(), 0, 0, 600, 800)],
            column(SECOND, 50, 660),
        )
    ):
        pages.append(page)
        if page.name == "issue.pdf#2":
            with pytest.raises(
                ImportRefused, match="no text layer on this page"
            ):
                page.content()
        else:
            assert page.content().text in (REPORT, SECOND)
    assert [page.name for page in pages] == [
        "issue.pdf#1",
        "issue.pdf#2",
        "issue.pdf#3",
    ]
    assert len({page.digest for page in pages}) == 1
    assert {page.count for page in pages} == {3}


def test_type_that_no_font_at_hand_can_draw_is_refused_instead_of_lost():
    with pytest.raises(
        ImportRefused,
        match="its font is neither in the file nor on this machine",
    ):
        contents(pdf([Words("\ue000", 50, 700)]))


def test_pages_without_labels_are_numbered_unless_one_prints_its_label():
    plain = [column(REPORT, 50, 660), column(SECOND, 50, 660)]
    assert [
        page.content().completed(Identity()).page
        for page in opened(pdf(*plain))
    ] == [
        "1",
        "2",
    ]
    headed = [
        Words("滨江日报 2019年3月15日 星期五 第A3版", 50, 760),
        *column(THIRD, 50, 660),
    ]
    assert [
        page.content().completed(Identity()).page
        for page in opened(pdf(*plain, headed))
    ] == [
        None,
        None,
        None,
    ]
    assert [
        page.content().completed(Identity()).page
        for page in opened(pdf(plain[0]))
    ] == [None]


def test_a_turned_page_reads_as_it_lies():
    turned = pdf(
        [Words("育秧现场会", 50, 740, 28), *column(REPORT, 50, 700)],
        more=b"/Rotate 90",
    )
    assert lines(turned) == ["育秧现场会", REPORT]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no readable PDF file"),
        (b"%PDF-1.7", "no readable PDF file"),
        (pdf(column(REPORT, 50, 660))[:300], "no readable PDF file"),
        (pdf(), "no readable PDF file"),
    ],
)
def test_what_is_no_pdf_is_refused(data, reason):
    with pytest.raises(ImportRefused, match=reason):
        list(opened(data))


def test_a_locked_file_says_that_it_needs_a_password():
    with pytest.raises(ImportRefused, match="encrypted: it needs a password"):
        list(opened(pdf(column(REPORT, 50, 660), trailer=LOCK)))


def test_limits_are_kept(settings):
    data = pdf(column(REPORT, 50, 660), column(SECOND, 50, 660))
    settings.MAX_FILE_PAGES = 1
    with pytest.raises(ImportRefused, match="2 pages, more than 1"):
        list(opened(data))
    settings.MAX_FILE_PAGES = 2
    settings.MAX_PAGE_BYTES = 40
    with pytest.raises(ImportRefused, match="more than 40 characters"):
        contents(data)
    settings.MAX_FILE_BYTES = 1000
    with pytest.raises(ImportRefused, match="more than 1000 bytes"):
        list(opened(data))


def test_a_character_outside_the_basic_plane_is_one_character():
    assert lines(pdf([Words("石\U00020bb7村", 50, 700)])) == ["石\U00020bb7村"]


def test_a_glyph_whose_character_the_file_does_not_tell_is_a_visible_gap():
    assert lines(pdf([Words("石\0村里", 50, 700)])) == ["石\ufffd村里"]


def test_a_photo_that_is_no_jpeg_becomes_one():
    output = io.BytesIO()
    Image.new("RGB", (80, 60), "teal").save(output, "PNG")
    [content] = contents(
        pdf(
            [
                Photo(output.getvalue(), 230, 600, 150, 100),
                *column(REPORT, 50, 660),
            ]
        )
    )
    with Image.open(io.BytesIO(content.pictures[0].data)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (80, 60))
        assert all(
            abs(is_ - was) < 4
            for is_, was in zip(
                picture.getpixel((40, 30)), (0, 128, 128), strict=True
            )
        )


@pytest.mark.parametrize(
    "size", [(0, 0), (1, 1), (1, 100_000), (100_000, 1), (14_400, 14_400)]
)
def test_pages_of_any_shape_have_a_picture(size):
    [content] = contents(pdf(column(REPORT, 9, 9), size=size))
    with Image.open(io.BytesIO(content.picture)) as picture:
        assert max(picture.size) <= 10_000


def test_a_page_of_scattered_words_is_refused_before_it_takes_long():
    scattered = [
        Words("字典", 10 + n % 60 * 40, 10 + n // 60 * 40) for n in range(1200)
    ]
    with pytest.raises(
        ImportRefused, match="more than 600 pieces of text on one page"
    ):
        contents(pdf(scattered, size=(2500, 900)))
