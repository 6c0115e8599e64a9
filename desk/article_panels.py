"""What stands beside an article's text at the desk: its reviews, what the machine doubts, what was
corrected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from articles.models import Article, Photo
from articles.models.selector import Part
from editorial import deciding, publishing
from editorial.models import Correction, Finding, Review
from editorial.reviewing import may_sign, obstacle

CONTEXT_LENGTH = 24
# A finding about a whole page names all its words; as many as this are enough to know them by.
MOST_WORDS = 160


@dataclass(frozen=True, slots=True)
class FindingInContext:
    """A finding with its words and what stands around them."""

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

    @property
    def is_corrected(self) -> bool:
        return self.read != self.corrected


def beside(article: Article, user: User) -> dict[str, Any]:
    """Return what the article's page shows beside the text, and what this person may do there."""
    findings = open_findings(article)
    return {
        "article": article,
        "doubts": [in_context(finding, article) for finding in findings],
        "corrections": _corrections(article),
        "versions": versions(article),
        "to_check": _places_to_check(article),
        **_reviewing(article, user),
        **_permitted(article, user),
    }


def _corrections(article: Article) -> QuerySet[Correction]:
    made = article.corrections.select_related("by", "finding", "photo")
    return made.order_by("-version", "part", "start")


def _places_to_check(article: Article) -> int:
    """Count the marked words that were edited away."""
    marked = (article.mentions, article.evidence)
    return sum(words.filter(check_again=True).count() for words in marked)


def _reviewing(article: Article, user: User) -> dict[str, Any]:
    """Return the reviews so far, the step this person may sign, and what stands in its way."""
    reviews = article.reviews.select_related("by").order_by("-at", "-pk")
    step = may_sign(article, user)
    return {
        "reviews": reviews,
        "step": Review.Step(step) if step else None,
        "obstacle": obstacle(article, step, user) if step else "",
    }


def _permitted(article: Article, user: User) -> dict[str, bool]:
    """Tell which decisions on the article this person may take now."""
    may_change = user.has_perm("articles.change_article")
    may_publish = user.has_perm(publishing.PERMISSION)
    is_signed = article.status == Article.Status.FINAL_REVIEWED
    return {
        "may_decide": may_change and user.has_perm(deciding.PERMISSION),
        "may_publish": may_publish and is_signed,
        "may_withdraw": may_publish and article.is_published,
    }


def open_findings(article: Article) -> list[Finding]:
    """Return what nobody has decided about the article, and about its page where no article is
    named.
    """
    about = Q(article=article) | Q(article=None, page=article.page_id)
    found = Finding.objects.open().filter(about)
    return list(found.select_related("photo").worst_first())


def in_context(finding: Finding, article: Article) -> FindingInContext:
    """Put a finding's words in context: in the article as it stands now, else on the page as
    delivered.
    """
    if finding.start is None or finding.end is None:
        text = article.page.text
        start = finding.page_start
        end = finding.page_end
    else:
        text = _text_of(finding, article)
        start = finding.start
        end = finding.end
    before = text[max(0, start - CONTEXT_LENGTH) : start]
    words = shortened(text[start:end])
    after = text[end : end + CONTEXT_LENGTH]
    return FindingInContext(finding, before, words, after)


def _text_of(finding: Finding, article: Article) -> str:
    """Return the text of the article in which a finding's words stand."""
    if finding.photo:
        return finding.photo.caption
    return getattr(article, finding.part)


def shortened(words: str, most: int = MOST_WORDS) -> str:
    """Return the words with the middle left out when they are more than ``most`` characters."""
    if len(words) <= most:
        return words
    half = most // 2
    return f"{words[:half]} […] {words[-half:]}"


def versions(article: Article) -> list[Version]:
    """Return the parts whose text is not as it was read."""
    texts = [_version_of(article, name) for name in Article.TEXT_FIELDS]
    captions = [_version_of_caption(photo) for photo in article.photos.all()]
    return [version for version in texts + captions if version.is_corrected]


def _version_of(article: Article, name: str) -> Version:
    read = getattr(article, f"read_{name}")
    corrected = getattr(article, name)
    return Version(str(Part(name).label), read, corrected)


def _version_of_caption(photo: Photo) -> Version:
    label = f"{Part.CAPTION.label} {photo.position}"
    return Version(label, photo.read_caption, photo.caption)
