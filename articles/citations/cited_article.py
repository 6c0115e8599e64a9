"""What a reference to an article is made of."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from django.utils import timezone

from articles.models import Publication
from records.plaintext import plain_line

# What a key of a reference is not made of.
UNKEYED = re.compile("[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class CitedArticle:
    """An article as a reference names it: lines of plain text, the full address, and the day on
    which somebody saw it there.
    """

    key: str
    authors: tuple[str, ...]
    title: str
    newspaper: str
    edition: str
    day: dt.date
    page: str
    section: str
    issue_number: int | None
    issn: str
    cn_number: str
    address: str
    seen_on: dt.date


def cited(publication: Publication, address: str) -> CitedArticle:
    """Return what a reference names of a publication, which stands at this full address and is seen
    there today.
    """
    page = publication.page
    issue = page.issue
    newspaper = issue.newspaper
    names = [plain_line(byline["name"]) for byline in publication.bylines]
    return CitedArticle(
        key=_key_of(publication),
        authors=tuple(names),
        title=plain_line(publication.title),
        newspaper=plain_line(newspaper.name),
        edition=plain_line(issue.edition_name),
        day=issue.date,
        page=page.label,
        section=plain_line(page.section),
        issue_number=issue.number,
        issn=newspaper.issn,
        cn_number=newspaper.cn_number,
        address=address,
        seen_on=timezone.localdate(),
    )


def _key_of(publication: Publication) -> str:
    """Return what no other article of the archive is called, as BibTeX takes it."""
    page = publication.page
    issue = page.issue
    day = f"{issue.date:%Y%m%d}{issue.edition}"
    place = [issue.newspaper.slug, day, page.label]
    named = [*place, str(publication.address_number)]
    return "-".join(UNKEYED.sub("", part) for part in named)
