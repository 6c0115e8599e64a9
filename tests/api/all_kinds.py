"""A record of every kind, and how programs ask for them."""

from __future__ import annotations

import datetime as dt

from articles.models import Article
from people.models import Organization, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_participation,
    make_person,
    make_photo,
    published_once,
    show_as_it_stands,
)

# Queries of a record; a list takes two, its keys and its rows, and so does search.
RECORDS = {
    "newspapers": 1,
    "issues": 2,
    "pages": 2,
    "articles": 5,
    "photos": 2,
    "people": 6,
    "organizations": 2,
    "events": 4,
}


LISTS = [*RECORDS, "search"]


@published_once()
def make_records(number: int) -> list[Article]:
    """Make a published article with everything the API shows, in a newspaper and on a page of its
    own.
    """
    publisher = Organization.objects.create(name=f"第{number}报社")
    newspaper = make_newspaper(name=f"第{number}日报", organization=publisher)
    page = make_page(
        issue=make_issue(newspaper=newspaper, date=dt.date(2021, 9, number + 1))
    )
    person = make_person(name=f"柏松{number}")
    article = make_article(
        page=page,
        headline=f"春耕{number}",
        body=f"昨日上午柏松{number}书记主持。",
    )
    make_photo(article=article)
    make_mention(article=article, name=person.name, person=person)
    post = Post.objects.create(label="书记", organization=publisher)
    evidence = make_evidence(article=article, words="书记")
    evidence.memberships.add(person.memberships.create(post=post))
    event = make_event(
        title=f"会议{number}",
        evidence=make_evidence(article=article, words="昨日上午"),
    )
    make_participation(event=event, person=person, evidence=evidence)
    # Published once, with all that it states.
    article.status = Article.Status.PUBLISHED
    article.save()
    show_as_it_stands(article)
    hidden = make_article(
        page=page, headline=f"密稿{number}", body=f"密谈柏密{number}"
    )
    make_photo(article=hidden, caption="密图")
    make_mention(
        article=hidden,
        name=f"柏密{number}",
        person=make_person(name=f"柏密{number}"),
    )
    make_event(
        title=f"密会{number}",
        evidence=make_evidence(article=hidden, words="密谈"),
    )
    return [article, hidden]


def address(name: str) -> str:
    return f"/api/v1/{name}/" + ("?q=春耕&" if name == "search" else "?")


def get(client, path: str, status: int = 200) -> dict:
    response = client.get(path)
    assert response.status_code == status, response.content.decode()
    assert response.headers["Content-Type"] == "application/json"
    return response.json()
