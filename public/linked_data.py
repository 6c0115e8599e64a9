"""An article in schema.org's terms (NewsArticle), for search engines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from articles.models import Publication
from articles.models.public_photo import photos_in
from articles.renditions import rendition
from articles.typesetting import PrintedName

Address = Callable[[str], str]


def news_article(
    article: Publication,
    people: list[PrintedName],
    absolute: Address,
    *,
    is_corrected: bool,
) -> dict[str, Any]:
    """Return the JSON-LD of an article that names these people; ``absolute`` makes a path a full
    address, ``is_corrected`` tells whether readers may see what was. Empty properties are left out.
    """
    described = DescribedArticle(article, absolute)
    stated = {
        **described.authorship(),
        **described.publication(),
        "image": list(described.images()),
        "mentions": [described.person(person) for person in people],
        "correction": described.changes_address() if is_corrected else "",
        "inLanguage": "zh-Hans",
        "url": absolute(article.get_absolute_url()),
    }
    known = {key: value for key, value in stated.items() if value}
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | known


@dataclass(frozen=True, slots=True)
class DescribedArticle:
    """An article and the way from a path to a full address."""

    article: Publication
    absolute: Address

    def authorship(self) -> dict[str, Any]:
        """Return the headlines and who wrote what stands under them."""
        article = self.article
        authors = [
            {"@type": "Person", "name": byline["name"]}
            for byline in article.bylines
        ]
        return {
            "headline": article.title,
            "alternativeHeadline": _line([article.kicker, article.subtitle]),
            "author": authors,
        }

    def publication(self) -> dict[str, Any]:
        """Return where and when the article was printed, and what it is part of."""
        article = self.article
        page = article.page
        issue = page.issue
        printed = article.content["dateline"]
        dateline = [printed["source"], printed["place"]]
        return {
            "datePublished": issue.date.isoformat(),
            "dateModified": article.at.isoformat(),
            "dateline": _line(dateline),
            "printPage": page.label,
            "printSection": page.section,
            "isPartOf": self.issue(),
            "publisher": {
                "@type": "NewsMediaOrganization",
                "name": issue.newspaper.name,
            },
        }

    def issue(self) -> dict[str, Any]:
        """Return the issue and the newspaper that it is part of."""
        issue = self.article.page.issue
        newspaper = issue.newspaper
        return {
            "@type": "PublicationIssue",
            "datePublished": issue.date.isoformat(),
            "url": self.absolute(issue.get_absolute_url()),
            "isPartOf": {
                "@type": "Newspaper",
                "name": newspaper.name,
                "url": self.absolute(newspaper.get_absolute_url()),
            },
        }

    def images(self) -> Iterator[str]:
        """Yield the addresses of the photos that can be shown."""
        for photo in photos_in(self.article):
            picture = rendition(photo.image, "full")
            if picture:
                yield self.absolute(picture.url)

    def person(self, person: PrintedName) -> dict[str, str]:
        """Return a person whom the article names."""
        return {
            "@type": "Person",
            "name": person.name,
            "url": self.absolute(person.get_absolute_url()),
        }

    def changes_address(self) -> str:
        """Return where readers see what was corrected."""
        address = self.article.get_absolute_url()
        return self.absolute(f"{address}?text=changes")


def _line(words: Iterable[str]) -> str:
    return " ".join(filter(None, words))
