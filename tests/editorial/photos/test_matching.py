"""Sent pictures and the captions they seem to belong to."""

import pytest

from editorial.photos.matching import propose_captions
from tests.builders import make_article, make_page, make_photo

pytestmark = pytest.mark.django_db

SOWING = "9月27日，林向晚在田间查看秧苗长势。"
OPENING = "大会开幕式现场。"
VOTING = "代表投票。"


@pytest.fixture
def photos():
    page = make_page(label="A1")
    other = make_page(label="C2")
    made = []
    for where, captions in ((page, (SOWING, OPENING)), (other, (VOTING,))):
        article = make_article(page=where)
        made += [make_photo(article=article, caption=each) for each in captions]
    return made


def proposed(photos, **stated):
    """Return the captions by file; a file says its caption, or other fields."""
    by_key = {photo.pk: photo.caption for photo in photos}
    sent = {
        name.replace("__", "."): told
        if isinstance(told, dict)
        else {"caption": told}
        for name, told in stated.items()
    }
    found = propose_captions(sent, photos)
    return {name: by_key[each.photo] for name, each in found.items()}


@pytest.mark.parametrize(
    ("name", "told", "caption"),
    [
        ("IMG_0012.JPG", "林向晚在田间查看秧苗长势", SOWING),
        ("IMG_0012.JPG", "新华社照片，大会开幕式现场。石磊摄", OPENING),
        ("林向晚.jpg", "", SOWING),
        ("大会开幕式-图片1.jpg", "", OPENING),
        ("图2.jpg", "", OPENING),
        ("C2-1.png", "", VOTING),
        ("滨江日报_A1_02.jpg", "", OPENING),
        ("photo 02.jpg", "", OPENING),
    ],
)
def test_a_file_is_matched_by_what_it_says(photos, name, told, caption):
    assert proposed(photos, **{name: told}) == {name: caption}


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("IMG_0012.JPG", ""),
        ("DSC_4711.JPG", "OLYMPUS DIGITAL CAMERA"),
        ("图片.jpg", ""),
        ("图1.jpg", ""),
        ("图12.jpg", ""),
        ("A11-2.jpg", ""),
        ("会.jpg", "田间"),
    ],
)
def test_what_says_nothing_plain_is_matched_to_nothing(photos, name, told):
    assert proposed(photos, **{name: told}) == {}


def test_a_caption_gets_one_picture_the_one_that_says_more(photos):
    assert proposed(
        photos, **{"a__jpg": "林向晚在田间查看秧苗长势", "林向晚.jpg": ""}
    ) == {"a.jpg": SOWING}


def test_a_caption_with_a_picture_gets_no_other(photos):
    photos[0].image = "photos/a.jpg"
    assert proposed(photos, **{"林向晚.jpg": ""}) == {}
    assert proposed(photos, **{"图2.jpg": ""}) == {"图2.jpg": OPENING}


def test_the_photographer_tells_where_only_one_caption_names_him(photos):
    photos[1].creators = "石磊"
    says = {"creators": "石磊"}
    assert proposed(photos, a__jpg=says) == {"a.jpg": OPENING}
    photos[2].creators = "石磊"
    assert proposed(photos, a__jpg=says) == {}


def test_why_is_said(photos):
    found = propose_captions({"林向晚.jpg": {}}, photos)
    assert str(found["林向晚.jpg"].why) in {"its file name", "文件名"}
