"""Builders for the tests of names and posts."""

from __future__ import annotations

from dataclasses import replace

from reader.names import find_people, find_posts
from reader.results import (
    PageContext,
    Paragraph,
    ReadArticle,
    ReadByline,
    ReadPhoto,
    ReadPost,
    Role,
)


def article(
    text: str,
    *,
    headline: str = "",
    captions: tuple[str, ...] = (),
    byline: tuple[str, ...] = (),
    start: int = 0,
) -> ReadArticle:
    """Build an article of the lines of ``text`` from ``start`` on: a headline, captions, all others
    paragraphs.
    """
    paragraphs, photos, headings = [], [], {}
    for line in text[start:].split("\n"):
        span = (start, start + len(line))
        if line and line == headline:
            headings["headline"] = (span,)
        elif line in captions:
            photos.append(ReadPhoto(line, (), "", span, span))
        elif line:
            paragraphs.append(Paragraph(line, (span,)))
        start = span[1] + 1
    return ReadArticle(
        span=(0, len(text)),
        headline=headline,
        byline=tuple(
            ReadByline(name, Role.REPORTER, (0, 0)) for name in byline
        ),
        paragraphs=tuple(paragraphs),
        photos=tuple(photos),
        heading_sources=headings,
    )


def names_in(
    text: str, *, context: PageContext | None = None, **parts: object
) -> list[str]:
    """Return the names found in a page of one article, in page order."""
    (mentions,) = find_people(
        text, [article(text, **parts)], context or PageContext()
    )
    for mention in mentions:
        assert "".join(text[slice(*mention.span)].split()) == mention.name
    return [mention.name for mention in mentions]


def posts_in(text: str) -> list[ReadPost]:
    """Return the posts found in a page of one article."""
    whole = article(text)
    (mentions,) = find_people(text, [whole], PageContext())
    return find_posts(text, [replace(whole, mentions=mentions)], PageContext())
