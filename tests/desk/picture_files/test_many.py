"""Many pictures at once: sent, matched to captions, confirmed by a person."""

import datetime as dt
import io
import re

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from articles.models import Photo
from editorial.models import Step
from editorial.steps.undoing import undo_whole
from importing.sent.upload_files import sweep_uploads
from tests.builders import make_article, make_page, make_photo
from tests.desk.members import member, text_of
from tests.desk.photos.test_photo_screen import scene

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def address(page):
    return f"/admin/desk/page/{page.pk}/pictures/"


@pytest.fixture
def pictures(sent):
    return [
        sent("林向晚.jpg", credit_line="滨江日报社"),
        sent("IMG_2.png", "PNG"),
    ]


def rows(shown):
    """Return the file of each row and the photo that is proposed for it."""
    found = re.findall(
        r'name="file-(\d+)" value="([^"]+)"(.*?)</tr>', shown, re.DOTALL
    )
    return {
        name: re.findall(r'value="(\d+)" selected', row)
        for _number, name, row in found
    }


def test_pictures_are_matched_and_nothing_is_attached(
    editor, photos, address, pictures
):
    answer = editor.post(address, {"sent": pictures})
    assert answer.status_code == 302
    shown = text_of(editor.get(answer["Location"]))
    assert rows(shown) == {"IMG_2.png": [], "林向晚.jpg": [str(photos[0].pk)]}
    assert "Proposed by its file name" in shown
    assert not Photo.objects.exclude(image="").exists()


def test_what_is_confirmed_is_attached_as_one_group(
    editor, photos, address, pictures
):
    match = editor.post(address, {"sent": pictures})["Location"]
    chosen = {
        "file-1": "IMG_2.png",
        "photo-1": photos[1].pk,
        "file-2": "林向晚.jpg",
        "photo-2": photos[0].pk,
    }
    answer = editor.post(match, chosen)
    both = f"photo={photos[1].pk}&photo={photos[0].pk}"
    assert answer["Location"].startswith(f"/admin/desk/files/?{both}&next=")
    shown = text_of(editor.get(answer["Location"]))
    assert "2 pictures attached." in shown
    assert "滨江日报社" in shown
    held = [Photo.objects.get(pk=photo.pk).image.name for photo in photos]
    assert [name.rpartition(".")[2] for name in held] == ["jpg", "png"]
    undo_whole(Step.objects.newest_first()[0], editor.user)
    assert not Photo.objects.exclude(image="").exists()


def test_what_is_left_out_waits(editor, photos, address, pictures):
    match = editor.post(address, {"sent": pictures})["Location"]
    nothing = editor.post(match, {"file-1": "IMG_2.png", "photo-1": ""})
    assert nothing["Location"] == match
    assert "Choose a caption" in text_of(editor.get(match))
    one = {"file-2": "林向晚.jpg", "photo-2": photos[0].pk}
    editor.post(match, one)
    assert list(rows(text_of(editor.get(match)))) == ["IMG_2.png"]
    assert f'<option value="{photos[0].pk}"' not in text_of(editor.get(match))
    assert editor.post(match, {"drop": "1"})["Location"] == address
    assert "No sent picture waits" in text_of(editor.get(match))


def test_of_two_pictures_for_one_caption_one_is_refused(
    editor, photos, address, pictures
):
    match = editor.post(address, {"sent": pictures})["Location"]
    twice = {
        "file-1": "IMG_2.png",
        "photo-1": photos[0].pk,
        "file-2": "林向晚.jpg",
        "photo-2": photos[0].pk,
    }
    answer = editor.post(match, twice)
    shown = text_of(editor.get(answer["Location"]))
    assert "林向晚.jpg: Somebody has given this photo another picture" in shown
    assert list(rows(text_of(editor.get(match)))) == ["林向晚.jpg"]


def test_a_photo_of_another_page_gets_nothing(
    editor, photos, address, pictures
):
    other = make_page(label="A2")
    elsewhere = make_photo(article=make_article(page=other))
    match = editor.post(address, {"sent": pictures})["Location"]
    for name, photo in (("IMG_2.png", elsewhere.pk), ("../a", photos[0].pk)):
        editor.post(match, {"file-1": name, "photo-1": photo})
    assert not Photo.objects.exclude(image="").exists()


def test_of_an_issue_all_captions_are_offered(editor, photos, page, pictures):
    other = make_page(label="A2")
    elsewhere = make_photo(article=make_article(page=other))
    issue = f"/admin/desk/issue/{page.issue_id}/pictures/"
    assert "3 / 3" in text_of(editor.get(issue))
    match = editor.post(issue, {"sent": pictures})["Location"]
    shown = text_of(editor.get(match))
    assert f'<option value="{elsewhere.pk}"' in shown
    chosen = {"file-1": "IMG_2.png", "photo-1": elsewhere.pk}
    editor.post(match, chosen)
    assert Photo.objects.get(pk=elsewhere.pk).image


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ([("a.jpg", b"none")], "a.jpg: no readable JPEG, PNG or WebP picture"),
        ([("a.jpg", None), ("a.jpg", None)], "two files are called a.jpg"),
        ([], "This field is required"),
    ],
)
def test_what_is_no_picture_is_refused_and_nothing_kept(
    editor, address, sent, settings, files, complaint
):
    sends = [
        SimpleUploadedFile(name, data) if data else sent(name)
        for name, data in files
    ]
    answer = editor.post(address, {"sent": sends})
    assert complaint in text_of(answer)
    kept = settings.UPLOADS_ROOT
    assert not kept.exists() or not list(kept.iterdir())


def test_each_is_shown_small(editor, address, pictures):
    match = editor.post(address, {"sent": pictures})["Location"]
    token = match.rstrip("/").rpartition("/")[2]
    shown = f"/admin/desk/sent/{token}/?file="
    answer = editor.get(f"{shown}IMG_2.png")
    with Image.open(io.BytesIO(answer.content)) as small:
        assert (small.format, small.size) == ("WEBP", (80, 60))
    for other in ("none.png", "", "../../etc/passwd"):
        assert editor.get(f"{shown}{other}").status_code == 404


def test_sent_pictures_are_gone_after_a_day(editor, address, pictures):
    match = editor.post(address, {"sent": pictures})["Location"]
    with time_machine.travel(timezone.now() + dt.timedelta(days=2)):
        sweep_uploads(timezone.now())
    assert "No sent picture waits" in text_of(editor.get(match))


def test_who_may_only_look_sends_nothing(address, pictures):
    keeper = member("a-keeper", "管理员")
    assert keeper.get(address).status_code == 403
    assert keeper.post(address, {"sent": pictures}).status_code == 403


def test_the_screens_ask_no_more_for_more_captions(
    editor, photos, address, pictures, django_assert_max_num_queries
):
    with django_assert_max_num_queries(6):
        editor.get(address)
    match = editor.post(address, {"sent": pictures})["Location"]
    with django_assert_max_num_queries(6):
        editor.get(match)


def test_no_more_are_taken_than_a_form_can_confirm(editor, address, sent):
    files = [sent(f"{number}.jpg") for number in range(401)]
    answer = editor.post(address, {"sent": files})
    assert "more than 400 pictures at once" in text_of(answer)


def test_photos_that_look_like_a_sent_picture_stand_beside_it(
    editor, photos, address, page
):
    other = make_photo(article=make_article(page=page), caption="旧照一幅。")
    other.image.save("old.jpg", ContentFile(scene()))
    files = [
        SimpleUploadedFile("a.png", scene(width=160, kind="PNG")),
        SimpleUploadedFile("b.png", scene("black", kind="PNG")),
    ]
    match = editor.post(address, {"sent": files})["Location"]
    like, unlike = text_of(editor.get(match)).split('value="b.png"')
    assert "旧照一幅。" in like
    assert reverse("desk-photo", args=[other.pk]) in like
    assert "旧照一幅。" not in unlike
