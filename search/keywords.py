"""Keywords by jieba's dictionary and word weights; articles related by them. They never decide what
is found.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import rjieba

from articles.models import Publication
from search.folding import LINE_BREAK

MOST_KEYWORDS = 8
KEYWORDS_COMPARED = 5
LEAST_SHARED = 2
# Whole archives compared would cost more with each page loaded.
DAYS_COMPARED = dt.timedelta(days=7)
ARTICLES_COMPARED = 400
# jieba's tags: nouns and names of every kind, verbs used as nouns, abbreviations.
TELLING = ("n", "vn", "j")


def segments(text: str) -> list[str]:
    """Return the text cut into jieba's dictionary words, without guessing words that it does not
    hold.
    """
    return rjieba.cut(text, False)


def keywords_of(
    text: str, top: int = MOST_KEYWORDS, names: Iterable[str] = ()
) -> list[str]:
    """Return up to ``top`` words that tell this text from others, the most telling first: TF-IDF
    over nouns.

    The archive's people are linked by mentions, not guessed here, so only words of the dictionary
    count, and none that is read in one of the ``names`` of these people."""
    scores = _scores(_without(names, text))
    best_first = sorted(scores, key=lambda word: (-scores[word], word))
    return best_first[:top]


def _without(names: Iterable[str], text: str) -> str:
    """Return the text without these names; what stood beside one makes no word with what follows
    it.
    """
    longest_first = sorted(set(names), key=len, reverse=True)
    for name in longest_first:
        text = text.replace(name, LINE_BREAK)
    return text


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
    """Return the keys of the articles printed about the same time that share most of this one's
    keywords, at least two, the newest of equals first.
    """
    words = set(publication.keywords[:KEYWORDS_COMPARED])
    ranked = []
    for article, day, keywords in _printed_near(publication):
        shared = len(words.intersection(keywords))
        if shared >= LEAST_SHARED:
            ranked.append((shared, day, article))
    ranked.sort(reverse=True)
    return [article for _, _, article in ranked[:most]]


def _printed_near(
    publication: Publication,
) -> Iterable[tuple[int, dt.date, list[str]]]:
    """Yield key, day and keywords of the other articles of these days, the newest first."""
    if len(publication.keywords) < LEAST_SHARED:
        return []
    first = publication.day - DAYS_COMPARED
    last = publication.day + DAYS_COMPARED
    current = Publication.objects.current().filter(day__range=(first, last))
    others = current.exclude(article=publication.article_id)
    rows = others.order_by("-day", "-article_id")
    return rows.values_list("article", "day", "keywords")[:ARTICLES_COMPARED]


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
