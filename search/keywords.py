"""Keywords by jieba's dictionary and word weights; articles related by them. They never decide what
is found.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache, reduce
from importlib.resources import files
from operator import add, or_

import rjieba
from django.db.models import Case, Q, QuerySet, When

from articles.models import Publication
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
    scores = _scores(text)
    best_first = sorted(scores, key=lambda word: (-scores[word], word))
    return best_first[:top]


def _scores(text: str) -> dict[str, float]:
    """Return the telling words of a text, each with its count times its weight."""
    weights = _weights()
    counts = Counter(rjieba.tag(text, False))
    scores = {}
    for (word, tag), count in counts.items():
        if word in weights and _is_telling(word, tag):
            scores[word] = count * weights[word]
    return scores


def _is_telling(word: str, tag: str) -> bool:
    return len(word) > 1 and tag.startswith(TELLING)


def related_keys(publication: Publication, most: int = 5) -> list[int]:
    """Return the keys of the other published articles that hold most of this one's keywords, at
    least two, the newest of equals first.
    """
    words = [fold(word) for word in publication.keywords[:KEYWORDS_COMPARED]]
    if len(words) < LEAST_SHARED:
        return []
    others = _sharing(words).exclude(pk=publication.article_id)
    best_first = others.order_by("-shared", "-date", "-pk")
    return list(best_first.values_list("pk", flat=True)[:most])


def _sharing(words: Sequence[str]) -> QuerySet:
    """Return the entries that hold enough of the folded words, with ``shared``: how many."""
    holds = [_contains(word) for word in words]
    shared = reduce(add, map(_one_if, holds))
    entries = Entry.objects.filter(reduce(or_, holds))
    counted = entries.annotate(shared=shared)
    return counted.filter(shared__gte=LEAST_SHARED)


def _one_if(condition: Q) -> Case:
    return Case(When(condition, then=1), default=0)


def _contains(word: str) -> Q:
    return engine_of(Entry.objects.db).containing([word])


@cache
def _weights() -> dict[str, float]:
    """Read jieba's inverse document frequencies; importing jieba itself would load its dictionary a
    second time.
    """
    table = files("jieba").joinpath("analyse/idf.txt")
    weights = {}
    text = table.read_text(encoding="utf-8")
    for line in text.splitlines():
        word, weight = line.split(" ")
        weights[word] = float(weight)
    return weights
