"""Who took the photos of an article, each with the words of the credit that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Article, Photographer
from editorial.publishing.signed.signed_fact import SignedFact, fact
from events.models import Statement
from events.models.statement import CREDIT, About


@dataclass(frozen=True, slots=True)
class CreditedWords:
    """A name where it stands among the names of a credit, as evidence stands in a text."""

    pk: int
    photo_id: int
    start: int
    end: int
    part: str = CREDIT


def photographers_of(article: Article) -> Iterator[SignedFact]:
    """Yield who took the photos, as far as the credits hold their names."""
    said = Photographer.objects.of_article(article.pk)
    for photographer in said:
        if not photographer.stands or photographer.person_id is None:
            continue
        yield fact(
            (About.PERSON.value, photographer.person_id),
            Statement.PHOTOGRAPHER,
            {"name": photographer.name},
            _words(photographer),
        )


def _words(photographer: Photographer) -> CreditedWords:
    names = photographer.photo.creator_names
    before = names[: names.index(photographer.name)]
    start = sum(len(name) + 1 for name in before)
    end = start + len(photographer.name)
    return CreditedWords(photographer.pk, photographer.photo_id, start, end)
