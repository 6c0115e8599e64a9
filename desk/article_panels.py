"""What stands beside an article's text at the desk: its reviews, what the machine doubts, what was
corrected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q

from articles.models import Article, Photo
from articles.models.selector import Part
from editorial import deciding, publishing
from editorial.models import Finding, Review
from editorial.reviewing import may_sign, obstacle

CONTEXT_LENGTH = 24
# A finding about a whole page names all its words; as many as this are enough to know them by.
MOST_WORDS = 160


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding with its words in context: in the article as it stands now, else on the page as
    delivered.
    """

    finding: Finding
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Version:
    """One part of the article as read and as corrected."""

    part: str
    read: str
    corrected: str


def beside(article: Article, user: User) -> dict[str, Any]:
    """Return what the article's page shows beside the text, and what this person may do there."""
    photos = list(article.photos.all())
    step = may_sign(article, user)
    may_publish = user.has_perm(publishing.PERMISSION)
    return {
        "article": article,
        "doubts": [
            doubt_of(finding, article) for finding in open_findings(article)
        ],
        "may_decide": user.has_perm(deciding.PERMISSION)
        and user.has_perm("articles.change_article"),
        "corrections": article.corrections.select_related(
            "by", "finding", "photo"
        ).order_by("-version", "part", "start"),
        "versions": versions(article, photos),
        "reviews": article.reviews.select_related("by").order_by("-at", "-pk"),
        "step": Review.Step(step) if step else None,
        "obstacle": obstacle(article, step, user) if step else "",
        "may_publish": may_publish
        and article.status == Article.Status.FINAL_REVIEWED,
        "may_withdraw": may_publish and article.is_published,
        "to_check": sum(
            words.filter(check_again=True).count()
            for words in (article.mentions, article.evidence)
        ),
    }


def open_findings(article: Article) -> list[Finding]:
    """Return what nobody has decided about the article, and about its page where no article is
    named.
    """
    about = Q(article=article) | Q(article=None, page=article.page_id)
    return list(
        Finding.objects.open()
        .filter(about)
        .select_related("photo")
        .worst_first()
    )


def doubt_of(finding: Finding, article: Article) -> Doubt:
    """Put a finding's words in context."""
    text = article.page.text
    start = finding.page_start
    end = finding.page_end
    if finding.start is not None:
        if finding.photo:
            text = finding.photo.caption
        else:
            text = getattr(article, finding.part)
        start = finding.start
        end = finding.end
    before = text[max(0, start - CONTEXT_LENGTH) : start]
    after = text[end : end + CONTEXT_LENGTH]
    return Doubt(finding, before, shortened(text[start:end]), after)


def shortened(words: str, most: int = MOST_WORDS) -> str:
    """Return the words with the middle left out when they are more than ``most`` characters."""
    half = most // 2
    return (
        words if len(words) <= most else f"{words[:half]} […] {words[-half:]}"
    )


def versions(article: Article, photos: list[Photo]) -> list[Version]:
    """Return the parts whose text is not as it was read."""
    parts = [
        Version(
            Part(name).label,
            getattr(article, f"read_{name}"),
            getattr(article, name),
        )
        for name in Article.TEXT_FIELDS
    ]
    captions = [
        Version(f"{Part.CAPTION.label} {p.position}", p.read_caption, p.caption)
        for p in photos
    ]
    return [
        version
        for version in parts + captions
        if version.read != version.corrected
    ]
