"""An issue loaded under a wrong date is put right, and search follows."""

import datetime as dt

import pytest

from search.index import refresh
from search.models import Entry
from tests.builders import make_article, make_issue, make_page, make_user
from tests.desk.members import confirm_all
from tests.desk.typed import Form

pytestmark = pytest.mark.django_db


def test_search_follows_an_issue_to_its_right_date(client):
    issue = make_issue(date=dt.date(2021, 9, 28))
    article = make_article(page=make_page(issue=issue), published=True)
    refresh([article.pk])
    client.force_login(make_user(superuser=True))
    address = f"/admin/articles/issue/{issue.pk}/change/"
    typed = Form(client.get(address).content.decode(), "issue_form").fields
    response = client.post(address, typed | {"date": "2021-09-29"})
    assert response.status_code == 302
    confirm_all()
    assert Entry.objects.get(article=article).date == dt.date(2021, 9, 29)
