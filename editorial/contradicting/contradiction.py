"""What a rule finds, and which words it may look at."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from articles.models import Article, Evidence
from articles.models.states import of_published


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two facts that cannot both be right; ``words`` are those of the article that state the one,
    the message names both.
    """

    rule: str
    words: Evidence
    message: str


def stated_by(article: Article, path: str = "evidence__") -> Q:
    """Return the condition that words at ``path``, a prefix of lookups, are the article's and have
    not been edited away.
    """
    own = {f"{path}article": article, f"{path}check_again": False}
    return Q(**own)


def in_reach(article: Article, path: str = "evidence__") -> Q:
    """Return the condition that words at ``path`` are such as the article is compared with: its
    own, and those that readers see.
    """
    public = of_published(f"{path}article__")
    public &= Q((f"{path}check_again", False))
    return stated_by(article, path) | public


def own_words(article: Article, **stated: object) -> Evidence | None:
    """Return the first words of the article that state this, None where they were edited away."""
    words = Evidence.objects.filter(stated_by(article, path=""))
    return words.filter(**stated).in_order().first()
