"""An address with nothing at it suggests what it may have meant."""

import datetime as dt
import re

import pytest
from django.test import Client

from events.models import PublicEvent
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_person,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive():
    issue = make_issue(date=dt.date(2021, 9, 28))
    article = make_article(
        page=make_page(issue=issue), body="柏松到会。", published=True
    )
    person = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=person)
    words = make_evidence(article=article, words="柏松到会")
    make_event(title="第七次大会", kind="congress", evidence=words)
    show_as_it_stands(article)
    make_article(
        page=make_page(issue=make_issue(date=dt.date(2021, 9, 29))),
        headline="未刊",
    )
    return person


def suggested(address: str) -> list[str]:
    response = Client().get(address)
    assert response.status_code == 404
    html = response.content.decode()
    if 'id="perhaps"' not in html:
        return []
    shown = html.split('id="perhaps"')[1].split("</section>")[0]
    return re.findall(r'href="([^"]+)"', shown)


def test_a_day_leads_to_its_issue_or_to_the_last_one_before(archive):
    issue = "/newspapers/binjiangribao/2021-09-28/"
    for address in (
        "/2021-09-28/",
        "/newspapers/binjiangribao/2021-09-30/",
        "/newspapers/binjiangribao/2021-09-28/Z9/",
    ):
        assert issue in suggested(address)
    assert suggested("/2020-01-01/") == []
    assert suggested("/2021-13-45/") == []
    assert issue.join(["/en", ""]) in suggested("/en/2021-09-28/")


def test_a_word_leads_to_what_is_called_nearly_so(archive):
    assert suggested("/newspapers/binjiangribap/") == [
        "/newspapers/binjiangribao/"
    ]
    congress = PublicEvent.objects.congresses().get()
    assert suggested(f"/congresses/{congress.word}x/") == [
        congress.get_absolute_url()
    ]
    assert suggested("/newspapers/quite-another/") == []


def test_a_name_leads_to_the_person_and_other_words_to_the_search(archive):
    found = suggested("/people/柏松/")
    assert found[0] == archive.get_absolute_url()
    assert found[1].startswith("/search/?q=")
    assert suggested("/wp-login/") == []
