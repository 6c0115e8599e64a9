"""Read one page: layout first, then people, then times, events and findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.data import default_expressions, default_look_alikes
from reader.events import find_congresses, find_events
from reader.findings import check
from reader.layout import Layout, lay_out
from reader.names import find_people, find_posts
from reader.passages import LaidOut, lay_out_passages
from reader.results import (
    PageContext,
    ReadArticle,
    ReadCongress,
    ReadPage,
    in_printed_order,
)


def read_page(text: str, context: PageContext) -> ReadPage:
    """Return everything read in the text of one page, with offsets into ``text``.

    Raises ``PageError`` when the page holds no text or its head contradicts ``context``.
    """
    layout = lay_out(text, context)
    known = _known(context, layout)
    articles, laid_out = _with_people(text, layout.articles, known)
    posts = find_posts(text, articles, known, laid_out)
    congresses = find_congresses(text, articles, known, laid_out)
    articles = _with_events(text, laid_out, known, congresses)
    found = check(text, articles, known, posts, laid_out)
    return ReadPage(
        text=text,
        newspaper=known.newspaper,
        date=known.date,
        page=known.page,
        edition=known.edition,
        coverage=layout.coverage,
        blocks=layout.blocks,
        articles=tuple(articles),
        posts=tuple(posts),
        congresses=tuple(congresses),
        findings=tuple(in_printed_order([*layout.findings, *found])),
    )


def _known(context: PageContext, layout: Layout) -> PageContext:
    """Return what is known once the head is read, with the shipped tables as default."""
    return replace(
        context,
        newspaper=layout.newspaper,
        date=layout.date,
        page=layout.page,
        edition=layout.edition,
        fixed_expressions=context.fixed_expressions or default_expressions(),
        look_alikes=context.look_alikes or default_look_alikes(),
    )


def _with_people(
    text: str, articles: Sequence[ReadArticle], known: PageContext
) -> tuple[list[ReadArticle], list[LaidOut]]:
    """Return the articles with their mentions, and laid out, once, for all that is read in them."""
    bare = [lay_out_passages(text, article, known.date) for article in articles]
    people = find_people(text, articles, known, bare)
    found: list[ReadArticle] = []
    laid_out: list[LaidOut] = []
    for article, passages, mentions in zip(articles, bare, people, strict=True):
        named = replace(article, mentions=mentions)
        found.append(named)
        laid_out.append(passages.named(named))
    return found, laid_out


def _with_events(
    text: str,
    laid_out: Sequence[LaidOut],
    known: PageContext,
    congresses: Sequence[ReadCongress],
) -> list[ReadArticle]:
    found: list[ReadArticle] = []
    for told in laid_out:
        events = find_events(text, told.article, known, congresses, told)
        found.append(replace(told.article, events=tuple(events)))
    return found
