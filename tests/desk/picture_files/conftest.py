"""A page with captions, and an editor; files go into folders of the test."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.articles.iptc.files import said
from tests.builders import make_article, make_page, make_photo
from tests.desk.members import member


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.UPLOADS_ROOT = tmp_path / "uploads"


@pytest.fixture
def editor(db):
    return member("an-editor", "Editors")


@pytest.fixture
def page(db):
    return make_page(label="A1")


@pytest.fixture
def photos(page):
    article = make_article(page=page)
    captions = ("林向晚在田间查看秧苗。", "大会开幕式现场。")
    return [make_photo(article=article, caption=each) for each in captions]


@pytest.fixture
def photo(photos):
    return photos[0]


@pytest.fixture
def sent():
    """Make a file as a browser sends it, which says these fields."""

    def make(name="a.jpg", kind="JPEG", **says):
        return SimpleUploadedFile(name, said(kind, **says))

    return make
