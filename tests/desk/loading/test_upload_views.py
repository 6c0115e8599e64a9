"""Loading from the browser: send, look, load, and what became of it."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Page
from importing.models import ImportRun, Upload
from importing.sent import load_upload as loading
from importing.sent import mend_upload as mending
from importing.sent.upload_files import folder_of
from operation.models import Job
from tests.builders import make_article, make_photo
from tests.desk.members import member, text_of
from tests.desk.photos.test_photo_screen import scene
from tests.importing.delivered import BACK, FRONT, NEWSPAPER, deliver
from tests.importing.storing.test_pictures import beside, page_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
SEND = reverse("desk-upload")
NAME = f"{NEWSPAPER}_2019-03-15_A1.txt"


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.UPLOADS_ROOT = tmp_path / "uploads"
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"


@pytest.fixture
def desk() -> Client:
    return member("an-editor", "Editors")


def send(desk: Client, **texts: str) -> str:
    """Send text files and return the address of the preview."""
    files = [
        SimpleUploadedFile(f"{name}.txt", text.encode())
        for name, text in texts.items()
    ]
    answer = desk.post(SEND, {"sent": files})
    assert answer.status_code == 302, text_of(answer)
    return answer.url


def send_front(desk: Client) -> str:
    return send(desk, **{NAME.removesuffix(".txt"): FRONT})


def test_what_was_read_is_shown_before_anything_is_stored(desk):
    shown = text_of(desk.get(send_front(desk)))
    assert "中国共产党滨江市第九次代表大会开幕" in shown
    assert "2 articles" in shown
    assert "New page" in shown
    assert "not known yet" in shown
    assert "Load 1 file" in shown
    assert not ImportRun.objects.exists()


def test_one_press_loads_it_and_the_same_address_tells_the_outcome(desk):
    preview = send_front(desk)
    answer = desk.post(f"{preview}load/", follow=True)
    page = Page.objects.get()
    shown = text_of(answer)
    assert answer.redirect_chain == [(preview, 302)]
    assert reverse("desk-page", args=[page.pk]) in shown
    assert "created 1" in shown
    again = text_of(desk.post(f"{preview}load/", follow=True))
    assert "hese files are loaded already" in again
    assert ImportRun.objects.count() == 1


def test_a_page_on_record_is_shown_with_what_would_change(desk):
    page = deliver(FRONT).page
    text = FRONT.replace("下田指导", "").replace("钟鸣", "") + "\n又一段话。"
    shown = text_of(desk.get(send(desk, **{NAME[:-4]: text})))
    assert reverse("desk-page", args=[page.pk]) in shown
    assert "0 gone, 1 new" in shown
    assert "New page" not in shown


def test_a_refusal_names_file_and_reason_and_the_page_can_be_said(desk):
    preview = send(desk, back=BACK)
    shown = text_of(desk.get(preview))
    assert "back.txt: neither file name nor page head tells" in shown
    assert "Load 1 file" not in shown
    said = {"newspaper": NEWSPAPER, "date": "2019-03-15", "page": "A2"}
    shown = text_of(desk.post(preview, said, follow=True))
    assert "今春第一批早稻完成育秧" in shown
    wrong = desk.post(preview, said | {"date": "2019-02-30"})
    assert "Enter a valid date." in text_of(wrong)
    assert Upload.objects.get().page == "A2"


def test_nothing_sent_is_said_beside_the_field(desk):
    assert "This field is required" in text_of(desk.post(SEND, {}))
    same = [
        SimpleUploadedFile("a.txt", b"1"),
        SimpleUploadedFile("a.txt", b"2"),
    ]
    shown = text_of(desk.post(SEND, {"sent": same}))
    assert "two files are called a.txt" in shown
    assert not Upload.objects.exists()


def test_files_are_thrown_away_or_have_gone(desk):
    preview = send(desk, a="无")
    folder_of(Upload.objects.get()).rename(folder_of(Upload()))
    shown = text_of(desk.get(preview))
    assert "the sent files are gone" in shown
    assert "Load 1 file" not in shown
    shown = text_of(desk.post(f"{preview}drop/", follow=True))
    assert "thrown away" in shown
    assert desk.get(preview).status_code == 404


def test_many_are_loaded_in_the_background_and_can_be_stopped(
    desk, monkeypatch
):
    monkeypatch.setattr(loading, "FEW_FILES", 0)
    preview = send_front(desk)
    assert "loaded in the background" in text_of(desk.get(preview))
    shown = text_of(desk.post(f"{preview}load/", follow=True))
    assert "Stop here" in shown
    assert "manage.py run_worker" in shown
    shown = text_of(desk.post(f"{preview}stop/", follow=True))
    assert "stopped" in shown
    assert "Stop here" not in shown
    assert Job.objects.get().asked_to_stop
    assert not Page.objects.exists()


def test_a_preview_costs_the_same_for_more_people(desk):
    counts = []
    for names in ("罗永平", "罗永平、戴文华、高长林、蔡溪"):
        text = FRONT.replace("沈立秋在会上", f"{names}等同志在会上")
        preview = send(desk, **{NAME[:-4]: text})
        with CaptureQueriesContext(connection) as queries:
            desk.get(preview)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 20


def test_who_may_not_load_sees_neither_screen_nor_card(desk):
    preview = send_front(desk)
    reader = member("a-reviewer", "Reviewers")
    for address in (SEND, preview):
        assert reader.get(address).status_code == 403
    for verb in ("load", "stop", "drop"):
        assert reader.post(f"{preview}{verb}/").status_code == 403
    today = reverse("admin:index")
    assert f'action="{SEND}"' not in text_of(reader.get(today))
    assert f'action="{SEND}"' in text_of(desk.get(today))
    assert Client().get(SEND).url.startswith("/admin/login/")


def mend(desk, preview, **files):
    """Send mended files, each for the name of the refused one, as the screen does."""
    data = {}
    for row, (name, (new, text)) in enumerate(files.items(), start=1):
        data[f"instead-{row}"] = f"{name}.txt"
        data[f"mended-{row}"] = SimpleUploadedFile(new, text.encode())
    return desk.post(f"{preview}mend/", data, follow=True)


def test_a_refused_file_is_mended_in_the_same_delivery(desk):
    preview = send(desk, **{NAME[:-4]: FRONT, "back": BACK})
    shown = text_of(desk.post(f"{preview}load/", follow=True))
    assert "refused 1" in shown
    assert 'name="instead-1" value="back.txt"' in shown
    again = text_of(mend(desk, preview, back=("back.txt", BACK)))
    assert "refused 1" in again
    mended = f"{NEWSPAPER}_2019-03-15_A2.txt"
    shown = text_of(mend(desk, preview, back=(mended, BACK)))
    assert "created 2" in shown
    assert "refused" not in shown
    assert "mended-1" not in shown
    assert Page.objects.count() == 2
    token = Upload.objects.get().token
    of_delivery = ImportRun.objects.filter(batch=token)
    assert of_delivery.count() == ImportRun.objects.count() == 4
    refused = of_delivery.filter(outcome="refused").order_by("pk")
    assert [run.counts["mended"] for run in refused] == ["back.txt", mended]


def test_a_file_is_mended_before_anything_is_loaded(desk):
    preview = send(desk, **{NAME[:-4]: FRONT, "back": BACK})
    assert 'name="mended-' in text_of(desk.get(preview))
    mended = f"{NEWSPAPER}_2019-03-15_A2.txt"
    shown = text_of(mend(desk, preview, back=(mended, BACK)))
    assert "Load 2 files" in shown
    assert 'name="mended-' not in shown
    assert not ImportRun.objects.exists()


def test_mending_is_refused_without_a_file_while_loading_and_for_too_many(
    desk, monkeypatch
):
    preview = send(desk, back=BACK)
    assert "hoose a mended file first" in text_of(mend(desk, preview))
    several = {
        str(number): (f"{number}.txt", BACK)
        for number in range(loading.FEW_FILES + 1)
    }
    refused = text_of(mend(desk, preview, **several))
    assert "t most 8 mended files" in refused
    monkeypatch.setattr(loading, "FEW_FILES", 0)
    desk.post(f"{preview}load/")
    busy = text_of(mend(desk, preview, back=("back.txt", BACK)))
    assert "being loaded; wait" in busy
    reader = member("a-reviewer", "Reviewers")
    assert reader.post(f"{preview}mend/").status_code == 403


def test_a_table_of_pages_serves_the_mended_file_too(desk):
    table = f"file,newspaper,date,page\nback.txt,{NEWSPAPER},2019-03-15,A2\n"
    files = [
        SimpleUploadedFile("pages.csv", table.encode()),
        SimpleUploadedFile("back.txt", b"\xff\xfe\xff"),
    ]
    preview = desk.post(SEND, {"sent": files}).url
    assert "refused 1" in text_of(desk.post(f"{preview}load/", follow=True))
    shown = text_of(mend(desk, preview, back=("back.txt", BACK)))
    assert "created 1" in shown
    assert "refused" not in shown


def test_a_mended_file_takes_no_other_files_place(desk):
    preview = send(desk, **{NAME[:-4]: FRONT, "back": BACK})
    told = text_of(mend(desk, preview, back=(NAME, BACK)))
    assert f"wo files are called {NAME}" in told
    folder = folder_of(Upload.objects.get())
    assert (folder / NAME).read_text() == FRONT
    assert (folder / "back.txt").read_text() == BACK


def test_a_full_disk_leaves_what_was_refused(desk, monkeypatch):
    preview = send(desk, back=BACK)

    def full(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(mending, "write_sent", full)
    told = text_of(mend(desk, preview, back=("other.txt", BACK)))
    assert "he disk is full" in told
    folder = folder_of(Upload.objects.get())
    assert [file.name for file in folder.iterdir()] == ["back.txt"]
    assert [each.name for each in folder.parent.iterdir()] == [folder.name]


def test_photos_that_look_like_a_picture_of_the_page_are_shown(desk):
    photo = make_photo(article=make_article(), caption="去年的秧苗。")
    photo.image.save("old.jpg", ContentFile(scene()))
    page = page_with(beside(scene(width=160)))
    file = SimpleUploadedFile(NAME.replace("txt", "pdf"), page)
    preview = desk.post(SEND, {"sent": file}).url
    shown = text_of(desk.get(preview))
    assert "去年的秧苗。" in shown
    assert reverse("desk-photo", args=[photo.pk]) in shown
    # A page read again is not held against itself.
    desk.post(f"{preview}load/")
    photo.delete()
    mended = page_with(beside(scene(width=160)), words="今年的秧苗长得好。")
    file = SimpleUploadedFile(NAME.replace("txt", "pdf"), mended)
    shown = text_of(desk.get(desk.post(SEND, {"sent": file}).url))
    assert "Photos on record" not in shown
