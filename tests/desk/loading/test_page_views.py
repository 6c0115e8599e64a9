"""Taking a load back and moving a page, from their screens."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.models import Page
from importing.models import ImportRun, originals
from tests.builders import make_newspaper, make_user
from tests.desk.members import member, text_of
from tests.desk.saved_forms import as_in_english
from tests.importing.delivered import FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"


@pytest.fixture
def run() -> ImportRun:
    return deliver(FRONT)


@pytest.fixture
def desk():
    return member("an-editor", "Editors")


def test_what_goes_is_shown_then_taken_back(desk, run):
    address = reverse("desk-take-back", args=[run.pk])
    listed = reverse("admin:importing_importrun_change", args=[run.pk])
    assert address in text_of(desk.get(listed))
    shown = text_of(desk.get(address))
    assert "中国共产党滨江市第九次代表大会开幕" in shown
    assert "沈立秋" in shown
    refused = text_of(desk.post(address, {"reason": ""}))
    assert "This field is required" in refused
    answer = desk.post(address, {"reason": "错版"}, follow=True)
    assert "The load is taken back" in text_of(answer)
    assert not Page.objects.exists()
    assert "Only the load that made a page" in text_of(desk.get(address))
    again = desk.post(address, {"reason": "错版"})
    assert "Only the load that made a page" in text_of(again)


def test_a_page_is_moved_from_its_screen(desk, run):
    paper = make_newspaper(name="江城日报")
    address = reverse("desk-move-page", args=[run.page_id])
    page = reverse("admin:articles_page_change", args=[run.page_id])
    assert address in text_of(desk.get(page))
    shown = text_of(desk.get(address))
    assert 'value="2019-03-15"' in shown
    form = {
        "newspaper": paper.pk,
        "date": "2019-03-16",
        "label": "A1",
        "reason": "送错",
    }
    answer = desk.post(address, form, follow=True)
    assert "江城日报 2019-03-16 A1" in text_of(answer)
    taken = desk.post(address, form)
    assert "stands there already" in text_of(taken)


def test_the_delivered_file_is_sent_as_it_came(desk, run):
    file = run.page.originals.get()
    address = reverse("desk-delivered", args=[file.pk])
    page = reverse("admin:articles_page_change", args=[run.page_id])
    assert address in text_of(desk.get(page))
    answer = desk.get(address)
    assert b"".join(answer.streaming_content) == FRONT.encode()
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment;")
    originals().delete(file.kept_at)
    assert desk.get(address).status_code == 404
    make_user(username="staff", is_staff=True)
    other = as_in_english(Client(), "staff")
    assert other.get(address).status_code == 403


def test_who_may_not_sees_neither(run):
    reader = member("a-reviewer", "Reviewers")
    for name, key in (("take-back", run.pk), ("move-page", run.page_id)):
        address = reverse(f"desk-{name}", args=[key])
        assert reader.get(address).status_code == 403
        assert reader.post(address, {"reason": "x"}).status_code == 403
