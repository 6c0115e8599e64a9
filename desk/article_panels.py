"""What stands beside an article's text at the desk: its reviews, what the machine doubts, what was
corrected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet

from articles.models import Article, Photo, Publication
from articles.models.selector import Part
from desk.facts_panel import stated_records
from desk.unsaved.page_drafts import draft_of
from editorial import publishing
from editorial.models import Correction, Finding, Review
from editorial.office.counted_days import days_to_check
from editorial.publishing.announcing import is_announced
from editorial.publishing.signed.article_content import content_of
from editorial.publishing.signed.canonical import content_digest
from editorial.reviewing import obstacle, step_to_sign

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
    content = content_of(article)
    return {
        "article": article,
        "digest": content_digest(content),
        "stated": stated_records(content),
        "publications": Publication.objects.of_article(article.pk).listed(),
        "doubts": [in_context(finding, article) for finding in findings],
        "corrections": _corrections(article),
        "versions": versions(article),
        "to_check": _places_to_check(article),
        "days_to_check": days_to_check(article),
        "undescribed": article.photos.undescribed().in_order(),
        **_reviewing(article, user),
        **_permitted(article, user),
        **_announcement(article, user),
        **_withdrawal(article, user),
    }


def _corrections(article: Article) -> QuerySet[Correction]:
    made = article.corrections.select_related(
        "by",
        "finding",
        "photo",
    )
    return made.order_by("-version", "part", "start")


def _places_to_check(article: Article) -> int:
    """Count the marked words that were edited away."""
    mentions = article.mentions.filter(check_again=True)
    evidence = article.evidence.filter(check_again=True)
    return mentions.count() + evidence.count()


def _reviewing(article: Article, user: User) -> dict[str, Any]:
    """Return the reviews so far, the step this person may sign, and what stands in its way."""
    reviews = article.reviews.select_related("by").order_by("-at", "-pk")
    step = step_to_sign(article, user)
    return {
        "reviews": reviews,
        "step": Review.Step(step) if step else None,
        "obstacle": obstacle(article, step, user) if step else "",
    }


def _permitted(article: Article, user: User) -> dict[str, bool]:
    """Tell which decisions on the article this person may take now."""
    may_publish = user.has_perm(publishing.PERMISSION)
    is_signed = article.status == Article.Status.FINAL_REVIEWED
    return {"may_publish": may_publish and is_signed}


def _announcement(article: Article, user: User) -> dict[str, Any]:
    """Tell whether this person may tell readers that a correction is under way, and whether they
    are told so.
    """
    published = article.publications.current()
    current = published.select_related("announced_correction").first()
    if current is None or not user.has_perm(publishing.PERMISSION):
        return {}
    return {"may_announce": True, "is_announced": is_announced(current)}


def _withdrawal(article: Article, user: User) -> dict[str, Any]:
    """Tell whether this person may withdraw the article, and return the note begun."""
    if not user.has_perm(publishing.PERMISSION):
        return {}
    if not _can_be_withdrawn(article):
        return {}
    address = f"withdraw/{article.pk}"
    return {
        "may_withdraw": True,
        "note_address": address,
        "note_draft": draft_of(user, address),
    }


def _can_be_withdrawn(article: Article) -> bool:
    """Tell whether readers see anything of an article: its current publication, or earlier ones at
    their addresses.
    """
    published = Publication.objects.of_article(article.pk)
    everything = Publication.Reach.EVERYTHING
    return published.exclude(reach=everything).exists()


def open_findings(article: Article) -> list[Finding]:
    """Return what nobody has decided about the article, and about its page where no article is
    named.
    """
    found = Finding.objects.open().about(article).select_related("photo")
    return list(found.worst_first())


def in_context(finding: Finding, article: Article | None) -> FindingInContext:
    """Put a finding's words in context: in the article as it stands now, else on the page as
    delivered.
    """
    text, start, end = _place_of(finding, article)
    first = max(0, start - CONTEXT_LENGTH)
    last = end + CONTEXT_LENGTH
    return FindingInContext(
        finding,
        before=text[first:start],
        words=shortened(text[start:end]),
        after=text[end:last],
    )


def seen_in_place(finding: Finding) -> FindingInContext:
    """Put a finding in context, be it about an article or about its page alone."""
    return in_context(finding, finding.article)


def _place_of(
    finding: Finding, article: Article | None
) -> tuple[str, int, int]:
    """Return the text a finding's words stand in, and their offsets."""
    start = finding.start
    end = finding.end
    if article is None or start is None or end is None:
        page = article.page if article else finding.page
        text = page.text
        return text, finding.page_start, finding.page_end
    return finding.text_in(article), start, end


def shortened(words: str, most: int = MOST_WORDS) -> str:
    """Return the words with the middle left out when they are more than ``most`` characters."""
    if len(words) <= most:
        return words
    half = most // 2
    beginning = words[:half]
    end = words[-half:]
    return f"{beginning} […] {end}"


def versions(article: Article) -> list[Version]:
    """Return the parts whose text is not as it was read."""
    photos = article.photos.all()
    found = [_version_of(article, name) for name in Article.TEXT_FIELDS]
    found += [_version_of_caption(photo) for photo in photos]
    return [version for version in found if version.is_corrected]


def _version_of(article: Article, name: str) -> Version:
    part = Part(name)
    return Version(
        part=str(part.label),
        read=getattr(article, f"read_{name}"),
        corrected=getattr(article, name),
    )


def _version_of_caption(photo: Photo) -> Version:
    return Version(
        part=f"{Part.CAPTION.label} {photo.position}",
        read=photo.read_caption,
        corrected=photo.caption,
    )
