"""An article in schema.org's terms (NewsArticle), for search engines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from articles.models import Article
from articles.renditions import rendition
from people.models import Person

Address = Callable[[str], str]


def news_article(
    article: Article, people: list[Person], absolute: Address
) -> dict[str, Any]:
    """Return the JSON-LD of an article that names these people; ``absolute`` makes a path a full
    address. Empty properties are left out.
    """
    page = article.page
    issue = article.page.issue
    newspaper = {
        "@type": "Newspaper",
        "name": issue.newspaper.name,
        "url": absolute(issue.newspaper.get_absolute_url()),
    }
    pictures = (
        rendition(photo.image, "full") for photo in article.photos.all()
    )
    dateline = (article.dateline_source, article.dateline_place)
    stated = {
        "headline": article.title,
        "alternativeHeadline": " ".join(
            filter(None, (article.kicker, article.subtitle))
        ),
        "author": [
            {"@type": "Person", "name": byline.name}
            for byline in article.bylines.all()
        ],
        "datePublished": issue.date.isoformat(),
        "dateModified": article.modified_at.isoformat(),
        "dateline": " ".join(filter(None, dateline)),
        "printPage": page.label,
        "printSection": page.section,
        "isPartOf": {
            "@type": "PublicationIssue",
            "datePublished": issue.date.isoformat(),
            "url": absolute(issue.get_absolute_url()),
            "isPartOf": newspaper,
        },
        "publisher": {
            "@type": "NewsMediaOrganization",
            "name": issue.newspaper.name,
        },
        "image": [absolute(picture.url) for picture in pictures if picture],
        "mentions": [_person(person, absolute) for person in people],
        "correction": absolute(f"{article.get_absolute_url()}?text=changes")
        if article.is_corrected
        else "",
        "inLanguage": "zh-Hans",
        "url": absolute(article.get_absolute_url()),
    }
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | {
        key: value for key, value in stated.items() if value
    }


def _person(person: Person, absolute: Address) -> dict[str, str]:
    return {
        "@type": "Person",
        "name": person.name,
        "url": absolute(person.get_absolute_url()),
    }
