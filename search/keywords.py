"""Keywords by jieba's dictionary and word weights; articles related by them. They never decide what
is found.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, reduce
from importlib.resources import files
from operator import add, or_

import rjieba
from django.db.models import Case, Q, When

from articles.models import Article
from search.engine import engine_of
from search.folding import fold
from search.models import Entry

MOST_KEYWORDS = 8
KEYWORDS_COMPARED = 5
LEAST_SHARED = 2
# jieba's tags: nouns and names of every kind, verbs used as nouns, abbreviations.
TELLING = ("n", "vn", "j")


def segments(text: str) -> list[str]:
    """Return the text cut into jieba's dictionary words, without guessing words that it does not
    hold.
    """
    return rjieba.cut(text, False)


def keywords_of(text: str, top: int = MOST_KEYWORDS) -> list[str]:
    """Return up to ``top`` words that tell this text from others, the most telling first: TF-IDF
    over nouns.

    The archive's people are linked by mentions, not guessed here, so only words of the dictionary
    count."""
    weights = _weights()
    scores = {
        word: count * weights[word]
        for (word, tag), count in Counter(rjieba.tag(text, False)).items()
        if len(word) > 1 and tag.startswith(TELLING) and word in weights
    }
    return sorted(scores, key=lambda word: (-scores[word], word))[:top]


def related(article: Article, most: int = 5) -> list[Article]:
    """Return the published articles that hold most of this one's keywords, at least two, the newest
    of equals first.
    """
    words = [fold(word) for word in article.keywords[:KEYWORDS_COMPARED]]
    if len(words) < LEAST_SHARED:
        return []
    shared = [Case(When(_contains(word), then=1), default=0) for word in words]
    entries = Entry.objects.filter(reduce(or_, map(_contains, words))).annotate(
        shared=reduce(add, shared)
    )
    others = entries.filter(shared__gte=LEAST_SHARED).exclude(
        pk__in=_halves(article)
    )
    pks = list(
        others.order_by("-shared", "-date", "-pk").values_list("pk", flat=True)[
            :most
        ]
    )
    articles = Article.objects.published().listed().in_bulk(pks)
    return [articles[pk] for pk in pks if pk in articles]


def _contains(word: str) -> Q:
    return engine_of(Entry.objects.db).containing([word])


def _halves(article: Article) -> list[int]:
    """Return the article and what is printed of it on other pages."""
    beginnings = Article.objects.filter(continuation=article.pk).values_list(
        "pk", flat=True
    )
    return [article.pk, *filter(None, [article.continuation_id]), *beginnings]


@cache
def _weights() -> dict[str, float]:
    """Read jieba's inverse document frequencies; importing jieba itself would load its dictionary a
    second time.
    """
    lines = (
        files("jieba")
        .joinpath("analyse/idf.txt")
        .read_text(encoding="utf-8")
        .splitlines()
    )
    return {
        word: float(weight)
        for word, weight in (line.split(" ") for line in lines)
    }
