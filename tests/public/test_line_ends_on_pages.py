"""Where a line may end is said in headings alone: in no title, attribute, feed or file."""

import re

import pytest

from search.index import refresh
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_photo,
)

pytestmark = pytest.mark.django_db

TITLE = "代表团继续审议工作报告"


def test_breaks_stand_in_headings_and_in_the_names_of_events_alone(client):
    article = make_article(
        headline=TITLE,
        subtitle=TITLE,
        body=f"{TITLE}，柏松主持。",
        published=True,
    )
    make_photo(article=article, caption=TITLE, alt_text=TITLE)
    words = make_evidence(article=article, words=TITLE)
    event = make_event(title=TITLE, evidence=words)
    person = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=person)
    make_participation(event=event, person=person, evidence=words)
    refresh([article.pk])
    path = article.get_absolute_url()
    pages = [path, f"/events/{event.pk}/", person.get_absolute_url(), "/"]
    for page in (*pages, f"{path}?q=审议", "/search/?q=审议"):
        html = client.get(page).content.decode()
        assert "代表团<wbr>继续<wbr>" in html, page
        head, body = html.split("</head>")
        assert "wbr" not in head, page
        assert not re.search(r'="[^"]*wbr', body), page
    listed = client.get(path).content.decode().split('id="stated"')[1]
    assert "代表团<wbr>继续" in listed.split("</section>")[0]
    bare = path.removesuffix("/")
    files = (
        "/feed/",
        f"{bare}.txt",
        f"{bare}.json",
        f"{path}cite.bib",
        f"/events/{event.pk}.txt",
        f"/api/v1/articles/{article.pk}/",
        f"/api/v1/events/{event.pk}/",
    )
    for file in files:
        answer = client.get(file)
        assert answer.status_code == 200, file
        assert "代表团继续" in answer.content.decode(), file
        assert "wbr" not in answer.content.decode(), file
