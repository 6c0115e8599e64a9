"""A page at the workbench, its article, and an editor."""

import pytest

from tests.builders import (
    make_article,
    make_block,
    make_page,
)
from tests.desk.bench.doubted import BODY, CUT
from tests.desk.members import member


@pytest.fixture
def page():
    return make_page(text=CUT)


@pytest.fixture
def article(page):
    article = make_article(page=page, body=BODY, headline="会议召开")
    make_block(page=page, article=article, span=(0, 9))
    return article


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


@pytest.fixture
def bench(page):
    return f"/admin/desk/page/{page.pk}/"
