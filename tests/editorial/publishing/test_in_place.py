"""Articles whose place in print was put right: published again there, reached from before."""

import datetime as dt

import pytest

from articles.models import Publication
from editorial.change_log import logged
from editorial.publishing.metadata import publish_in_place
from tests.builders import make_article, make_newspaper, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article(published=True)


def put_right(article, *, field, value):
    """Change the page or the issue of an article, and publish the article there."""
    record = article.page if field == "label" else article.page.issue
    setattr(record, field, value)
    with logged():
        record.save()
        publish_in_place([article.pk], make_user(username=field))


CHANGES = {
    "label": lambda: "B7",
    "date": lambda: dt.date(2021, 9, 29),
    "newspaper": lambda: make_newspaper(name="江南晚报"),
}


@pytest.mark.parametrize("field", CHANGES)
def test_former_addresses_lead_on_and_each_version_has_one(
    article, client, field
):
    former = article.publications.get().get_absolute_url()
    put_right(article, field=field, value=CHANGES[field]())
    current = Publication.objects.current().get()
    assert (current.number, current.reason) == (2, "metadata")
    assert current.label == article.page.label
    assert client.get(former).headers["Location"] == current.get_absolute_url()
    for version in Publication.objects.with_page():
        assert client.get(version.get_version_url()).status_code == 200


def test_what_stands_in_its_place_is_not_published_again(article):
    publish_in_place([article.pk], make_user())
    assert Publication.objects.count() == 1


@pytest.mark.parametrize("field", CHANGES)
def test_former_pages_and_issues_lead_on(article, client, field):
    page = article.page
    former = page.get_absolute_url()
    issue = page.issue.get_absolute_url()
    put_right(article, field=field, value=CHANGES[field]())
    now = {former: page.get_absolute_url()}
    if field != "label":
        now[issue] = page.issue.get_absolute_url()
    for address, stands in now.items():
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Location"]) == (301, stands)
        assert client.get(stands).status_code == 200
