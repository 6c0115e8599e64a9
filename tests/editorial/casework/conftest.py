"""A page with a cut paragraph, its article, and the finding."""

import pytest

from tests.builders import (
    make_article,
    make_page,
)
from tests.editorial.casework.doubted_page import BODY, CUT, on


@pytest.fixture
def page():
    return make_page(text=CUT)


@pytest.fixture
def article(page):
    return make_article(page=page, body=BODY)


@pytest.fixture
def cut(article):
    """A paragraph that a caption in the column parts, and the caption."""
    parted = on(article, "cut_paragraph", 9, 22)
    on(article, "caption_in_column", 11, 20)
    return parted
