"""A process that publishes two articles of one event in turn until it is killed."""

from __future__ import annotations

from itertools import cycle

from articles.models import Article
from editorial.change_log import logged
from editorial.publishing.publication_rows import new_publication
from editorial.publishing.shown import show
from editorial.publishing.signed.article_content import content_of
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_person,
    make_photo,
)

BODY = "大会开幕。林向晚主持大会。"


def publish_on() -> None:
    event = make_event()
    articles = [make_article(body=BODY) for _ in range(2)]
    for article in articles:
        event.evidence.add(make_evidence(article=article, words="大会开幕"))
        make_mention(article=article, name="林向晚", person=make_person())
        make_photo(article=article)
    for article in cycle(articles):
        publish(article.pk)


def publish(key: int) -> None:
    """Publish an article as it stands, signed or not."""
    with logged():
        article = Article.objects.locked(key)
        show(new_publication(article, content_of(article), None))
