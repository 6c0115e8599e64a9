"""Marking words of an article as evidence, where a fact is edited that they state."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db.models import F

from articles.models import Article, Evidence
from articles.models.selector import Part
from editorial.steps.taking import taking_step

PERMISSION = "articles.add_evidence"


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """Words of an article: half-open offsets in one of its texts; ``photo`` is the key of the
    photo whose caption that is.
    """

    article: Article
    part: Part
    photo: int | None
    start: int
    end: int


def mark_evidence(place: MarkedPlace, by: User) -> Evidence:
    """Return the evidence at this place, made where there is none; pages of the article that are
    open elsewhere notice it.
    """
    evidence = Evidence(
        article=place.article,
        part=place.part,
        photo_id=place.photo,
    )
    standing = Evidence.objects.standing().filter(
        article=place.article,
        part=place.part,
        photo=place.photo,
        start=place.start,
        end=place.end,
    )
    marked = standing.first()
    if marked is not None:
        return marked
    evidence.anchor(place.start, place.end)
    with taking_step("", by) as step:
        evidence.save()
        step.watch_made_alone(evidence)
        article = Article.objects.filter(pk=place.article.pk)
        article.update(version=F("version") + 1)
    return evidence
