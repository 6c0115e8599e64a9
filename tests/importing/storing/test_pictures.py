"""Delivered pictures become the photos of their captions, once, and a person's choice stands."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from docx import Document
from PIL import Image

from articles.models import Page, Photo
from editorial.deciding import defer
from editorial.models import Finding
from importing.delivery.files import Content, Picture
from importing.delivery.files.content import Near
from importing.models import ImportRun
from importing.one_page import load_page
from importing.refusal import ImportRefused
from importing.storing.picture_places import place_pictures
from reader import PageContext, read_page
from tests.by_hand import changed_by_hand
from tests.importing.delivery.files.test_images import iptc
from tests.importing.printed import Photo as Printed
from tests.importing.printed import Words, column, jpeg, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

NAME = "滨江日报_2019-03-15_A1.pdf"
BODY = "本报讯(记者 韩冰) 三月十四日，全市早稻育秧现场会在南湖县召开，各县区的代表下田察看了连栋大棚里的秧苗。"
MORE = "农技员每天到田头查看苗情，发现问题当场解决，让大家种得放心，收得称心，日子一年更比一年好过。"
TWO = f"{BODY}\n\n代表们走进大棚。石磊 摄\n\n代表们走上田埂。石磊 摄\n\n{MORE}"
CAPTION = "代表们在大棚里察看秧苗。本报记者 石磊 摄"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def page_with(
    *photos: Printed, caption: str = CAPTION, words: str = BODY
) -> bytes:
    texts = [
        Words("全市早稻育秧现场会召开", 50, 740, 28),
        *column(words, 50, 700),
    ]
    return pdf(
        [*texts, *photos, Words(caption, 230, 588, 8), *column(MORE, 230, 560)]
    )


def beside(data: bytes) -> Printed:
    return Printed(data, 230, 600, 150, 100)


def deliver(data: bytes, kind: str = "pdf", **options: object) -> ImportRun:
    return load_page(data, source_name=NAME.replace("pdf", kind), **options)


def stored(photo: Photo) -> bytes:
    with photo.image.open() as file:
        return file.read()


def test_a_photo_goes_to_the_caption_under_it():
    data = jpeg(colour="red")
    run = deliver(page_with(beside(data)))
    photo = Photo.objects.get()
    assert (photo.caption, photo.creator_names) == (
        "代表们在大棚里察看秧苗。",
        ["石磊"],
    )
    assert stored(photo) == data
    assert run.counts["pictures"] == 1
    assert not Finding.objects.filter(rule="missing_image").exists()


def test_the_page_keeps_its_own_picture_and_the_text_it_was_read_from():
    data = page_with()
    page = deliver(data).page
    with (
        page.picture.open() as file,
        Image.open(io.BytesIO(file.read())) as picture,
    ):
        assert picture.size == (1920, 2560)
    assert page.picture.name.startswith("pages/")
    assert page.text.startswith("全市早稻育秧现场会召开\n\n本报讯")
    assert Finding.objects.get(rule="missing_image").page == page


def test_a_picture_that_comes_later_settles_that_it_was_missing(editor):
    deliver(page_with())
    defer(Finding.objects.get(rule="missing_image"), editor, "等图。")
    deliver(page_with(beside(jpeg())))
    assert Photo.objects.get().image
    assert not Finding.objects.filter(rule="missing_image").exists()


def test_the_same_page_again_keeps_one_photo_and_one_file(tmp_path):
    data = page_with(beside(jpeg()))
    deliver(data)
    before = list(Photo.objects.values())
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    run = deliver(data, again=True)
    assert run.outcome == "updated"
    assert list(Photo.objects.values()) == before
    assert (
        sorted(path for path in tmp_path.rglob("*") if path.is_file()) == files
    )


def test_a_better_picture_replaces_the_one_a_load_brought():
    deliver(page_with(beside(jpeg(colour="red"))))
    deliver(page_with(beside(jpeg(160, 120, colour="red"))))
    assert stored(Photo.objects.get()) == jpeg(160, 120, colour="red")


def test_the_picture_a_person_chose_stands_and_the_other_is_reported():
    deliver(page_with(beside(jpeg(colour="red"))))
    photo = Photo.objects.get()
    name = photo.image.storage.save(
        "chosen.jpg", ContentFile(jpeg(colour="blue"))
    )
    changed_by_hand(photo, image=name)
    deliver(page_with(beside(jpeg(colour="green"))))
    assert stored(Photo.objects.get()) == jpeg(colour="blue")
    assert "picture: " in Finding.objects.get(rule="other_reading").message


def test_a_text_without_pictures_takes_none_away():
    deliver(page_with(beside(jpeg())))
    page = Page.objects.get()
    load_page(
        (page.text + "\n").encode(), source_name=NAME.replace(".pdf", ".txt")
    )
    assert stored(Photo.objects.get()) == jpeg()
    assert Page.objects.get().picture.name == page.picture.name


def test_a_picture_without_a_caption_belongs_to_its_article_once():
    data = page_with(
        beside(jpeg(colour="red")),
        Printed(jpeg(colour="blue"), 410, 400, 150, 100),
    )
    page = pdf(
        [
            Words("老街修缮完工", 50, 740, 28),
            *column(BODY, 50, 700),
            beside(jpeg()),
            *column(MORE, 230, 580),
        ]
    )
    deliver(page)
    photo = Photo.objects.get()
    assert (photo.caption, photo.position, photo.start) == ("", 1, None)
    assert stored(photo) == jpeg()
    deliver(page, again=True)
    assert Photo.objects.count() == 1
    assert not Finding.objects.filter(rule="not_read_again").exists()
    deliver(data, again=True)
    assert Photo.objects.filter(caption="").count() == 2


def test_what_the_file_says_of_its_photographer_fills_what_the_page_does_not_say():
    data = iptc(
        (80, "何田".encode()),
        (115, ("社" * 200).encode()),
        (116, "保留权利".encode()),
    )
    deliver(page_with(beside(data)))
    photo = Photo.objects.get()
    assert photo.creators == "石磊"
    assert (len(photo.source), photo.copyright_notice) == (120, "保留权利")
    photo.full_clean()


def test_a_picture_that_cannot_be_kept_is_a_finding():
    deliver(page_with(beside(jpeg()[:-20])))
    assert not Photo.objects.get().image
    finding = Finding.objects.get(rule="picture_not_kept")
    assert (finding.origin, finding.severity) == ("transcription", 3)
    assert "no readable JPEG, PNG or WebP picture" in finding.message


def test_a_match_by_order_alone_is_left_to_an_editor():
    document, output = Document(), io.BytesIO()
    for words in ("全市早稻育秧现场会召开", *TWO.split("\n\n")):
        document.add_paragraph(words)
    for colour in ("red", "blue"):
        document.add_picture(io.BytesIO(jpeg(colour=colour)))
    document.save(output)
    deliver(output.getvalue(), kind="docx")
    assert [stored(photo) for photo in Photo.objects.order_by("position")] == [
        jpeg(colour="red"),
        jpeg(colour="blue"),
    ]
    found = Finding.objects.filter(rule="picture_by_order")
    assert [finding.exact for finding in found.order_by("page_start")] == [
        "代表们走进大棚。",
        "代表们走上田埂。",
    ]


def test_one_load_is_one_page():
    with pytest.raises(ImportRefused, match="2 pages in one file"):
        deliver(pdf(column(BODY, 50, 700), column(MORE, 50, 700)))
    assert ImportRun.objects.get().outcome == "refused"


def test_a_refused_page_leaves_no_photo(monkeypatch):
    with pytest.raises(ImportRefused):
        load_page(page_with(beside(jpeg())), source_name=NAME, page="B1")
    assert not Photo.objects.exists()
    assert not default_storage.exists("photos")


# Which picture belongs to which caption


def placed(*pictures: Picture, text: str = TWO):
    return place_pictures(
        read_page(text, PageContext()), Content(text, pictures=pictures)
    )


def near(words: str, distance: float = 0, text: str = TWO) -> Near:
    start = text.index(words)
    return Near(distance, start, start + len(words))


def test_the_closest_pairs_are_formed_first():
    first = Picture(
        jpeg(colour="red"),
        "1",
        (near("代表们走进大棚", 5), near("代表们走上田埂", 9)),
    )
    second = Picture(jpeg(colour="blue"), "2", (near("代表们走进大棚", 1),))
    found = placed(first, second)
    assert {caption: image.data for caption, image in found.photos.items()} == {
        (0, 0): second.data,
        (0, 1): first.data,
    }
    assert (found.by_order, found.uncaptioned) == ([], [])


def test_as_many_pictures_as_captions_are_matched_by_order_and_say_so():
    found = placed(
        Picture(jpeg(colour="red"), "1"), Picture(jpeg(colour="blue"), "2")
    )
    assert [
        image.data
        for _caption, image in sorted(
            found.photos.items(), key=lambda each: each[0]
        )
    ] == [
        jpeg(colour="red"),
        jpeg(colour="blue"),
    ]
    assert found.by_order == [(0, 0), (0, 1)]


def test_more_pictures_than_captions_are_not_guessed():
    found = placed(
        *(
            Picture(jpeg(colour=colour), colour)
            for colour in ("red", "blue", "green")
        )
    )
    assert found.photos == {}
    assert [article for article, _image in found.uncaptioned] == [0, 0, 0]


def test_a_picture_beside_no_article_is_reported():
    text = f"老街修缮完工\n\n{BODY}\n\n\n\n公交线路调整\n\n本报讯(记者 韩冰) {MORE}"
    found = placed(Picture(jpeg(), "1.jpg"), text=text)
    assert found.lost == ["1.jpg: it stands beside no article"]
