"""The running words of an article in which people are looked for.

Headings, paragraphs and captions; bylines and credits are left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.results import Paragraph, ReadArticle, Span


def passages(text: str, article: ReadArticle) -> Iterator[Paragraph]:
    """Yield headings, paragraphs and captions, each with its page spans.

    Bylines and credits are left out.
    """
    for rank in ("kicker", "headline", "subtitle"):
        for line in article.heading_sources.get(rank, ()):
            yield _slice(text, line)
    yield from article.paragraphs
    for photo in article.photos:
        yield _slice(text, photo.caption_span)


def _slice(text: str, span: Span) -> Paragraph:
    start, end = span
    return Paragraph(text[start:end], (span,))
