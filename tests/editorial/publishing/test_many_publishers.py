"""Several people publish and withdraw at once: the rows that readers' lists read equal the
publications in the end, whoever came between.
"""

import random
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest
from django.db import connection

from articles.models import Article, Publication
from editorial.change_log import logged
from editorial.publishing import publication_rows, shown
from editorial.publishing.checking import unlike_publications
from editorial.publishing.signed.article_content import content_of
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_page,
    make_participation,
    make_person,
)

PUBLISHERS = 4
ACTS = 12
BODY = "大会开幕。林向晚主持大会，周逸安讲话。"

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        connection.vendor != "postgresql",
        reason="two writers at once need PostgreSQL",
    ),
]


@pytest.fixture
def articles() -> list[int]:
    """Return the keys of articles that tell the same two events and name the same two people."""
    event = make_event(title="开幕大会")
    part = make_event(title="大会发言", parent=event)
    people = [make_person(name=name) for name in ("林向晚", "周逸安")]
    return [_article_about(event, part, people, f"{n}号") for n in range(2)]


def _article_about(event, part, people, role) -> int:
    article = make_article(page=make_page(label=f"A{role[0]}"), body=BODY)
    opened = make_evidence(article=article, words="大会开幕")
    spoke = make_evidence(article=article, words="讲话")
    event.evidence.add(opened)
    part.evidence.add(spoke)
    for person in people:
        make_mention(article=article, name=person.name, person=person)
        make_participation(event=part, person=person, evidence=spoke, role=role)
    return article.pk


@contextmanager
def at_work(key: int) -> Iterator[tuple[Article, Publication | None]]:
    """Hold an article as the verbs of publishing do."""
    with logged():
        article = Article.objects.locked(key)
        yield article, article.publications.current().first()


def show_or_hide(key: int) -> None:
    """Publish what is not public, take from readers what is."""
    with at_work(key) as (article, current):
        if current is None:
            content = content_of(article)
            shown.show(publication_rows.new_publication(article, content, None))
        else:
            current.is_current = False
            shown.hide(current)


def show_again(key: int) -> None:
    """Publish an article anew."""
    with at_work(key) as (article, _current):
        content = content_of(article)
        shown.show(publication_rows.new_publication(article, content, None))


def act(seed: int, articles: list[int]) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    verbs: list[Callable[[int], None]] = [show_or_hide, show_again]
    try:
        for _ in range(ACTS):
            chance.choice(verbs)(chance.choice(articles))
    finally:
        connection.close()


@pytest.mark.parametrize("seed", [2, 4])
def test_the_rows_are_what_the_publications_say(articles, seed):
    with ThreadPoolExecutor(PUBLISHERS) as pool:
        seeds = [seed * 100 + number for number in range(PUBLISHERS)]
        list(pool.map(lambda each: act(each, articles), seeds))
    assert list(unlike_publications()) == []
    for key in articles:
        published = Publication.objects.filter(article=key)
        numbers = sorted(published.values_list("number", flat=True))
        assert numbers == list(range(1, len(numbers) + 1))
        assert published.current().count() <= 1
