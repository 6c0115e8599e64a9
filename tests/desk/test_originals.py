"""Pictures as delivered are for editors; readers get renditions of what is published."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.builders import make_user
from tests.conftest import with_permissions

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    return default_storage.save(
        "photos/2021/09/hall.png", ContentFile(b"as delivered")
    )


@pytest.fixture
def editor(client):
    user = with_permissions(make_user(is_staff=True), "view_photo")
    client.force_login(user)
    return client


def test_a_reader_is_sent_to_the_login(client, picture):
    response = client.get(f"/media/{picture}")
    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


def test_an_editor_gets_the_file(editor, picture):
    response = editor.get(f"/media/{picture}")
    assert b"".join(response.streaming_content) == b"as delivered"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    response.close()


def test_staff_without_the_right_gets_nothing(client, picture):
    client.force_login(make_user(is_staff=True))
    assert client.get(f"/media/{picture}").status_code == 403


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "application/octet-stream"),
        (b"%PDF-1.7 of a kind", "application/octet-stream"),
    ],
)
def test_a_file_is_sent_as_what_it_is_not_as_it_is_called(editor, begins, kind):
    name = default_storage.save("photos/cover.pdf", ContentFile(begins))
    response = editor.get(f"/media/{name}")
    assert response["Content-Type"] == kind
    assert b"".join(response.streaming_content) == begins
    response.close()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("photos/none.png", 404),
        ("photos", 404),
        ("photos/2021/09/hall.png/x", 404),
        ("photos/" + "x" * 300, 404),
        ("photos/%00", 404),
        ("../zzcms.sqlite3", 400),
    ],
)
def test_nothing_else_is_sent(editor, picture, path, status):
    assert editor.get(f"/media/{path}").status_code == status
