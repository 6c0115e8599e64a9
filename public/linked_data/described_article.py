"""An article in schema.org's terms (NewsArticle)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.models import Publication
from articles.models.public_photo import photos_in
from articles.typesetting import PrintedName
from editorial.publishing.announcing import is_announced
from events.photo_credits import credited_by
from public.downloads.rights import agency_of, text_rights
from public.linked_data.described_photo import image_node
from public.linked_data.described_print import issue_node
from public.linked_data.graph import Absolute, Node, node, person_node

LANGUAGE = "zh-Hans"


def news_article(
    article: Publication,
    people: list[PrintedName],
    absolute: Absolute,
    notes: Iterable[Publication] = (),
) -> Node:
    """Return an article that names these people; ``absolute`` makes a path a full address, and
    ``notes`` are its publications with a note on what they corrected.
    """
    described = DescribedArticle(article, absolute, tuple(notes))
    properties = (
        described.authorship()
        | described.origin()
        | described.versions()
        | {
            "image": list(described.images()),
            "mentions": [described.person(person) for person in people],
            "inLanguage": LANGUAGE,
            "url": absolute(article.get_absolute_url()),
        }
    )
    return node("NewsArticle", **properties)


def listed_article(article: Publication, absolute: Absolute) -> Node:
    """Return an article as a list names it."""
    return node(
        "NewsArticle",
        headline=article.title,
        datePublished=article.day.isoformat(),
        url=absolute(article.get_absolute_url()),
    )


@dataclass(frozen=True, slots=True)
class DescribedArticle:
    """An article and the way from a path to a full address."""

    article: Publication
    absolute: Absolute
    notes: tuple[Publication, ...] = ()

    def authorship(self) -> Node:
        """Return the headlines, who wrote what stands under them, and whose it is."""
        article = self.article
        authors = [
            node("Person", name=byline["name"]) for byline in article.bylines
        ]
        agency = agency_of(article.content["dateline"]["source"])
        return {
            "headline": article.title,
            "alternativeHeadline": _line([article.kicker, article.subtitle]),
            "author": authors,
            "keywords": article.keywords,
            "sourceOrganization": node("Organization", name=agency)
            if agency
            else None,
            "copyrightNotice": text_rights(
                article.page.issue.newspaper, agency
            ),
        }

    def origin(self) -> Node:
        """Return where and when the article was printed, and what it is part of."""
        page = self.article.page
        issue = page.issue
        printed = self.article.content["dateline"]
        publisher = node("NewsMediaOrganization", name=issue.newspaper.name)
        return {
            "datePublished": issue.date.isoformat(),
            "dateline": _line([printed["source"], printed["place"]]),
            "printEdition": issue.edition_name,
            "printPage": page.label,
            "printSection": page.section,
            "isPartOf": issue_node(issue, self.absolute),
            "publisher": publisher,
        }

    def versions(self) -> Node:
        """Return when the current version was signed, whether the next one is under way, where
        readers see what was corrected, and the notes on it.
        """
        article = self.article
        return {
            "creativeWorkStatus": self.status(),
            "dateModified": article.at.isoformat(),
            "version": article.number,
            "correction": [*self.changes(), *self.comments()],
        }

    def status(self) -> str:
        """Return that a correction is under way where readers are told so, else nothing."""
        if is_announced(self.article):
            return _("A correction of this article is under way.")
        return ""

    def changes(self) -> Iterator[str]:
        """Yield where readers see what was corrected."""
        article = self.article
        if article.is_corrected:
            yield self.absolute(f"{article.get_absolute_url()}?text=changes")

    def comments(self) -> Iterator[Node]:
        """Yield the notes on corrections, the newest first."""
        for publication in self.notes:
            yield node(
                "CorrectionComment",
                text=publication.correction_note,
                datePublished=publication.at.isoformat(),
                url=self.absolute(publication.get_version_url()),
            )

    def images(self) -> Iterator[Node]:
        """Yield the photos that can be shown."""
        credited = credited_by(self.article)
        for photo in photos_in(self.article):
            image = image_node(photo, self.absolute, credited)
            if image:
                yield image

    def person(self, person: PrintedName) -> Node:
        """Return a person whom the article names."""
        return person_node(person.person, person.name, self.absolute)


def _line(words: Iterable[str]) -> str:
    return " ".join(filter(None, words))
