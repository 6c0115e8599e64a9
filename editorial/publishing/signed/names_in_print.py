"""How an article names the people of its facts."""

from __future__ import annotations

from articles.models import Mention
from editorial.publishing.signed.signed_fact import StandingWords


def printed_names(words: StandingWords) -> dict[int | None, str]:
    """Return how the article that these words are of names each person, at the first place."""
    articles = {evidence.article_id for evidence in words.values()}
    mentions = Mention.objects.standing().filter(article__in=articles)
    last_first = mentions.in_order().reverse()
    return {each.person_id: each.name for each in last_first}
