"""An article, its page in the admin, somebody who edits it, and a finding in it."""

import pytest
from django.urls import reverse

from tests.builders import make_article, make_finding
from tests.desk.article_form.article_pages import BODY
from tests.desk.members import member


@pytest.fixture
def article():
    return make_article(body=BODY, headline="会议召开")


@pytest.fixture
def page(article):
    return reverse("admin:articles_article_change", args=[article.pk])


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


@pytest.fixture
def finding(article):
    place = {"part": "body", "start": 3, "end": 6, "exact": "林向皖"}
    return make_finding(
        page=article.page,
        article=article,
        message="姓名疑误。",
        replacement="林向晚",
        **place,
    )
