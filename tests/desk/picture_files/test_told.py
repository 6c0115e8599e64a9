"""A picture attached to its photo, and what its file says offered field by field."""

import io
import re

import pytest
from PIL import Image

from articles.models import Photo
from editorial.models import Step
from tests.builders import make_mention
from tests.desk.members import member, text_of
from tests.desk.typed import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def screen(*photos):
    asked = "&".join(f"photo={photo.pk}" for photo in photos)
    return f"/admin/desk/files/?{asked}"


def attach(editor, photo, file, **more):
    return editor.post(
        f"/admin/desk/file/{photo.pk}/attach/", {"picture": file} | more
    )


def ticks(shown):
    """Return what can be ticked, and whether it is already."""
    found = re.findall(r'name="take" value="([^"]+)"( checked)?', shown)
    return {key: bool(checked) for key, checked in found}


def seen(shown):
    return re.search(r'name="seen" value="(\w+)"', shown)[1]


def test_who_attaches_a_picture_looks_through_what_it_says(editor, photo, sent):
    bench = f"/admin/desk/page/{photo.article.page_id}/"
    file = sent(credit_line="滨江日报社", caption="别的话。")
    answer = attach(editor, photo, file, next=bench)
    assert answer.status_code == 303
    assert answer["Location"].startswith(screen(photo))
    shown = text_of(editor.get(answer["Location"]))
    assert ticks(shown) == {"credit_line": True, "caption": False}
    assert "林向晚在田间查看秧苗。" in shown
    assert f'href="{bench}"' in shown
    assert Photo.objects.get(pk=photo.pk).credit_line == ""


def test_a_picture_that_says_nothing_leads_on(editor, photo, sent):
    bench = f"/admin/desk/page/{photo.article.page_id}/"
    assert attach(editor, photo, sent())["Location"] == bench
    assert "The file says nothing" in text_of(editor.get(screen(photo)))


def test_ticked_is_taken_and_the_screen_shown_again(editor, photo, sent):
    attach(editor, photo, sent(credit_line="滨江日报社", creators="石磊"))
    shown = text_of(editor.get(screen(photo)))
    sends = {"seen": seen(shown), "take": ["creators"], "here": screen(photo)}
    answer = editor.post(f"/admin/desk/file/{photo.pk}/take/", sends)
    assert answer["Location"] == screen(photo)
    shown = text_of(editor.get(screen(photo)))
    assert "What you ticked is taken." in shown
    assert ticks(shown) == {"credit_line": True}
    taken = Photo.objects.get(pk=photo.pk)
    assert (taken.creators, taken.credit_line) == ("石磊", "")
    assert Step.objects.newest_first()[0].by == editor.user
    again = editor.post(f"/admin/desk/file/{photo.pk}/take/", sends)
    assert again["Location"] == screen(photo)
    assert "look again" in text_of(editor.get(screen(photo)))


def test_another_picture_takes_the_place_of_the_one_seen(editor, photo, sent):
    attach(editor, photo, sent())
    first = Photo.objects.get(pk=photo.pk).image.name
    attach(editor, photo, sent("b.jpg", creators="石磊"))
    assert Photo.objects.get(pk=photo.pk).image.name == first
    attach(editor, photo, sent("b.jpg", creators="石磊"), instead=first)
    assert Photo.objects.get(pk=photo.pk).image.name != first


@pytest.mark.parametrize("address", ["https://example.org/", "//example.org/"])
def test_nobody_is_led_to_another_site(editor, photo, sent, address):
    answer = attach(editor, photo, sent(), next=address, here=address)
    assert answer["Location"].startswith("/admin/desk/page/")
    answer = editor.get(f"{screen(photo)}&next={address}")
    assert f'href="{address}"' not in text_of(answer)


def test_no_photo_is_no_screen(editor, photo):
    for asked in ("", "photo=0", "photo=none", f"photo={photo.pk + 9}"):
        assert editor.get(f"/admin/desk/files/?{asked}").status_code == 404
    assert editor.post("/admin/desk/file/0/attach/").status_code == 404


def test_who_may_only_look_is_offered_nothing(photo, editor, sent):
    attach(editor, photo, sent(creators="石磊"))
    keeper = member("a-keeper", "管理员")
    shown = text_of(keeper.get(screen(photo)))
    assert "石磊" in shown
    assert not ticks(shown)
    assert "/attach/" not in shown
    assert attach(keeper, photo, sent()).status_code == 403
    take = keeper.post(f"/admin/desk/file/{photo.pk}/take/", {})
    assert take.status_code == 403


def test_the_admin_leads_to_what_a_picture_says(editor, photo, sent):
    address = f"/admin/articles/article/{photo.article_id}/change/"
    data = typed(editor.get(address)) | {
        "photos-0-image": sent(creators="石磊"),
        "_continue": "1",
    }
    answer = editor.post(address, data, follow=True)
    assert "says more than the record has" in text_of(answer)
    assert f"/admin/desk/files/?photo={photo.pk}&amp;next=" in text_of(answer)
    page = f"/admin/articles/photo/{photo.pk}/change/"
    assert screen(photo) in text_of(editor.get(page))


def test_the_copy_to_take_away_says_what_the_record_says(editor, photo, sent):
    attach(editor, photo, sent(kind="PNG", caption="别的话。"))
    make_mention(
        article=photo.article, name="林向晚", part="caption", photo=photo
    )
    answer = editor.get(f"/admin/desk/file/{photo.pk}/copy/")
    assert answer["Content-Type"] == "image/png"
    assert f"photo-{photo.pk}.png" in answer["Content-Disposition"]
    with Image.open(io.BytesIO(answer.content)) as copy:
        said = copy.getxmp()["xmpmeta"]["RDF"]["Description"]
    assert said["description"]["Alt"]["li"]["text"] == photo.caption
    assert said["PersonInImage"]["Bag"]["li"] == "林向晚"


def test_without_a_picture_there_is_no_copy(editor, photo):
    address = f"/admin/desk/file/{photo.pk}/copy/"
    assert editor.get(address).status_code == 404


def test_a_caption_of_the_workbench_takes_a_file(editor, photo, sent):
    bench = f"/admin/desk/page/{photo.article.page_id}/"
    shown = text_of(editor.get(bench))
    assert f"/admin/desk/file/{photo.pk}/attach/" in shown
    attach(editor, photo, sent())
    shown = text_of(editor.get(bench))
    assert f"/admin/desk/file/{photo.pk}/attach/" not in shown
    assert screen(photo) in shown


def test_the_screen_asks_no_more_for_more_photos(
    editor, photos, sent, django_assert_max_num_queries
):
    for photo in photos:
        attach(editor, photo, sent(creators="石磊"))
    with django_assert_max_num_queries(9):
        editor.get(screen(*photos))
