"""An extra of a day beside the ordinary issue: its addresses, and where its name is told."""

import datetime as dt
import json

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from articles.models import Issue, Publication
from editorial.change_log import logged
from editorial.publishing.metadata import publish_in_place
from tests.builders import make_article, make_issue, make_page, make_user

pytestmark = pytest.mark.django_db
ORDINARY = "/newspapers/binjiangribao/2021-09-28/"
EXTRA = "/newspapers/binjiangribao/2021-09-28-extra/"


def printed_in(issue, headline):
    """Publish an article on the first page of an issue; both issues call it A1."""
    page = make_page(issue=issue, label="A1", text=headline)
    return make_article(page=page, headline=headline, published=True)


@pytest.fixture
def ordinary():
    return printed_in(make_issue(), "春耕开始")


@pytest.fixture
def extra(ordinary):
    issue = make_issue(edition_name="号外")
    return printed_in(issue, "我市夺冠")


def shown(client, address):
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode().replace("<wbr>", "")


def test_addresses_have_the_edition_only_where_it_is_not_the_ordinary_one(
    ordinary, extra
):
    assert ordinary.get_absolute_url() == f"{ORDINARY}A1/1/"
    assert extra.get_absolute_url() == f"{EXTRA}A1/1/"
    assert extra.page.get_absolute_url() == f"{EXTRA}A1/"
    assert extra.page.issue.get_absolute_url() == EXTRA
    publication = extra.publications.get()
    assert publication.get_version_url() == f"{EXTRA}A1/1/v1/"


@pytest.mark.parametrize("place", ["", "A1/", "A1/1/", "A1/1/v1/"])
def test_each_address_shows_its_own_issue(client, ordinary, extra, place):
    told = of_itself(shown(client, f"{ORDINARY}{place}"))
    assert "春耕开始" in told
    assert "我市夺冠" not in told
    told = of_itself(shown(client, f"{EXTRA}{place}"))
    assert "我市夺冠" in told
    assert "号外" in told
    assert "春耕开始" not in told


def of_itself(page):
    """Return what a page says of itself: other stories of the day stand below, in small heads."""
    is_of_article = 'class="headline' in page or "<article" in page
    return page.partition("<h3")[0] if is_of_article else page


@pytest.mark.parametrize("file", ["", "/A1", "/A1/1"])
@pytest.mark.parametrize("ending", ["txt", "json"])
def test_files_beside_the_pages_are_those_of_the_issue(
    client, ordinary, extra, file, ending
):
    told = shown(client, f"{EXTRA[:-1]}{file}.{ending}")
    assert "我市夺冠" in told
    assert "春耕开始" not in told


def test_an_unknown_edition_is_no_address(client, ordinary):
    assert client.get(EXTRA).status_code == 404


def test_issues_of_one_day_lead_to_each_other(client, ordinary, extra):
    assert f'href="{EXTRA}"' in shown(client, ORDINARY)
    assert f'href="{ORDINARY}"' in shown(client, EXTRA)


def test_neighbours_are_the_ordinary_issues_of_other_days(
    client, ordinary, extra
):
    day_after = make_issue(date=dt.date(2021, 9, 29))
    printed_in(day_after, "次日要闻")
    told = shown(client, day_after.get_absolute_url())
    assert f'<a rel="prev" href="{ORDINARY}">' in told


def test_the_calendar_leads_to_an_extra_where_nothing_else_is_printed(
    client, extra
):
    ordinary = Publication.objects.current().in_edition("")
    ordinary.update(is_current=False)
    told = shown(client, "/newspapers/binjiangribao/")
    assert f'href="{EXTRA}"' in told


def test_the_calendar_counts_what_all_issues_of_a_day_hold(
    client, ordinary, extra
):
    told = shown(client, "/en/newspapers/binjiangribao/")
    assert f'href="/en{ORDINARY}"' in told
    assert "2 articles" in told


def test_the_ordinary_issue_of_a_day_stands_first(ordinary, extra):
    newest = Publication.objects.current().newest_first()
    found = [each.article_id for each in newest]
    assert found == [ordinary.pk, extra.pk]


def test_references_name_the_edition(client, extra):
    told = shown(client, f"{EXTRA}A1/1/")
    assert "滨江日报（号外），2021-09-28（A1）" in told
    assert "滨江日报(号外), 2021-09-28(A1)" in told
    (item,) = json.loads(shown(client, f"{EXTRA}A1/1/cite.json"))
    assert item["edition"] == "号外"
    assert item["id"] == "binjiangribao-20210928extra-A1-1"


def test_linked_data_and_feed_name_the_edition(client, extra):
    assert '"printEdition": "号外"' in shown(client, f"{EXTRA}A1/1.json")
    assert "28 Sep 2021 号外" in shown(client, "/en/feed/")


def test_the_sitemap_has_both_issues(client, ordinary, extra):
    told = shown(client, "/sitemap-issues.xml")
    assert ORDINARY in told
    assert EXTRA in told


def test_an_issue_that_was_an_extra_leads_on(client, ordinary, extra):
    issue = extra.page.issue
    issue.edition_name = "下午版"
    issue.edition = ""
    with logged():
        issue.save()
        publish_in_place([extra.pk], make_user())
    now = "/newspapers/binjiangribao/2021-09-28-afternoon/"
    for place in ("", "A1/", "A1/1/"):
        answer = client.get(f"{EXTRA}{place}")
        assert answer.headers["Location"] == f"{now}{place}"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", {"", "extra"}),
        ("?edition=extra", {"extra"}),
        ("?edition=ordinary", {""}),
        ("?edition=evening", set()),
    ],
)
@pytest.mark.parametrize("records", ["articles", "issues", "pages"])
def test_the_api_filters_by_edition(
    client, ordinary, extra, records, asked, expected
):
    told = client.get(f"/api/v1/{records}/{asked}").json()
    assert {each["edition"] for each in told["results"]} == expected


def test_an_edition_needs_its_printed_name():
    refused = pytest.raises(ValidationError, match="needs the name")
    with translation.override("en"), refused:
        make_issue(edition="extra")


def test_an_edition_has_a_word_of_its_own_or_one_by_its_sound():
    issue = make_issue(edition_name="庆典特刊")
    assert issue.edition == "qingdiantekan"
    assert str(issue) == "滨江日报 2021-09-28 庆典特刊"
    assert Issue.objects.called("庆典特刊").get() == issue
