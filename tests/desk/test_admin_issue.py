"""An issue loaded under a wrong date is put right, and search follows."""

import datetime as dt

import pytest

from articles.models import Article
from events.models import FieldEvidence
from search.index import refresh
from search.models import Entry
from tests.builders import make_article, make_issue, make_page, make_user
from tests.desk.members import confirm_all
from tests.desk.typed import Form
from tests.importing.delivered import deliver

pytestmark = pytest.mark.django_db


def give(client, issue, date):
    address = f"/admin/articles/issue/{issue.pk}/change/"
    typed = Form(client.get(address).content.decode(), "issue_form").fields
    response = client.post(address, typed | {"date": date})
    assert response.status_code == 302


def test_search_follows_an_issue_to_its_right_date(client):
    issue = make_issue(date=dt.date(2021, 9, 28))
    article = make_article(page=make_page(issue=issue), published=True)
    refresh([article.pk])
    client.force_login(make_user(superuser=True))
    give(client, issue, "2021-09-29")
    confirm_all()
    assert Entry.objects.get(article=article).date == dt.date(2021, 9, 29)


def test_dates_counted_from_the_wrong_date_are_looked_at_again(client):
    page = deliver(
        "云溪市第七次党代会开幕\n\n本报讯 昨日上午,云溪市第七次党代会在会堂开幕。\n\n"
        "春耕工作会议召开\n\n2019年3月12日上午,春耕工作会议在市政府召开。\n"
    ).page
    client.force_login(make_user(superuser=True))
    client.cookies["django_language"] = "en"
    give(client, page.issue, "2019-03-16")
    marked = FieldEvidence.objects.to_check()
    assert {day.value for day in marked} == {"2019-03-14"}
    article = Article.objects.get(headline__contains="党代会")
    address = f"/admin/articles/article/{article.pk}/"
    answer = client.get(f"{address}change/").content.decode()
    assert "It was read in the issue of 2019-03-15" in answer
    assert "2019-03-16" in answer
    for day in list(marked):
        client.post(f"{address}confirm_day/", {"day": day.pk})
    assert not marked.all().exists()
    answer = client.get(f"{address}change/").content.decode()
    assert "It was read in the issue of" not in answer


def test_reading_again_leaves_a_mark_until_somebody_has_looked(client):
    text = "大会开幕\n\n本报讯 昨日上午,春耕工作会议在市政府召开。\n"
    page = deliver(text).page
    client.force_login(make_user(superuser=True))
    give(client, page.issue, "2019-03-16")
    deliver(text, date="2019-03-16", again=True)
    (day,) = FieldEvidence.objects.to_check()
    assert (day.value, day.counted_from) == (
        "2019-03-14",
        dt.date(2019, 3, 15),
    )
