"""Pictures attached to an article."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models import Photo
from tests.builders import make_finding, make_photo
from tests.desk.typed import typed
from tests.importing.printed import jpeg

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_who_attaches_a_picture_settles_that_it_was_missing(
    article, page, editor
):
    make_photo(article=article, start=20, end=30)
    missing = [
        make_finding(
            page=article.page,
            article=article,
            rule="missing_image",
            page_start=end - 1,
            page_end=end,
            **fields,
        )
        for end, fields in ((20, {}), (40, {}))
    ]
    data = typed(editor.get(page)) | {
        "photos-0-image": SimpleUploadedFile("a.jpg", jpeg())
    }
    assert editor.post(page, data).status_code == 302
    for finding in missing:
        finding.refresh_from_db()
    assert [(finding.status, finding.decided_by) for finding in missing] == [
        ("accepted", editor.user),
        ("open", None),
    ]


def picture(kind: str, *size: int) -> bytes:
    output = io.BytesIO()
    Image.new("1", size).save(output, kind)
    return output.getvalue()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (picture("GIF", 8, 6), "no readable JPEG, PNG or WebP picture"),
        (picture("TIFF", 8, 6), "no readable JPEG, PNG or WebP picture"),
        (picture("BMP", 8, 6), "no readable JPEG, PNG or WebP picture"),
        (picture("PNG", 9000, 9000), "more than 40000000 pixels"),
    ],
)
def test_a_picture_that_readers_could_not_see_is_refused(
    article, page, editor, data, complaint
):
    make_photo(article=article)
    typed_in = typed(editor.get(page), headline="会议闭幕") | {
        "photos-0-image": SimpleUploadedFile("a.png", data)
    }
    assert complaint in editor.post(page, typed_in).content.decode()
    assert not Photo.objects.get().image
