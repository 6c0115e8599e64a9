"""Pictures as delivered are for editors; readers get renditions of what is published."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from tests.builders import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def picture():
    return default_storage.save(
        "photos/2021/09/hall.png", ContentFile(b"as delivered")
    )


def test_a_reader_is_sent_to_the_login(client, picture):
    response = client.get(f"/media/{picture}")
    assert response.status_code == 302
    assert response.url.startswith("/admin/login/")


def test_an_editor_gets_the_file(client, picture):
    client.force_login(make_user(is_staff=True))
    response = client.get(f"/media/{picture}")
    assert b"".join(response.streaming_content) == b"as delivered"
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
def test_nothing_else_is_sent(client, picture, path, status):
    client.force_login(make_user(is_staff=True))
    assert client.get(f"/media/{path}").status_code == status
