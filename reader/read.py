"""Read one page: layout first, then people, then times, events and findings."""

from __future__ import annotations

from dataclasses import replace

from reader.data import default_expressions, default_look_alikes
from reader.events import find_congresses, find_events
from reader.findings import check
from reader.layout import lay_out
from reader.names import find_people, find_posts
from reader.results import PageContext, ReadPage


def read_page(text: str, context: PageContext) -> ReadPage:
    """Return everything read in the text of one page; offsets in the result are offsets into
    ``text``.

    Raises ``PageError`` when the page holds no text or its head contradicts ``context``.
    """
    layout = lay_out(text, context)
    known = replace(
        context,
        newspaper=layout.newspaper,
        date=layout.date,
        page=layout.page,
        fixed_expressions=context.fixed_expressions or default_expressions(),
        look_alikes=context.look_alikes or default_look_alikes(),
    )
    people = find_people(text, layout.articles, known)
    articles = [
        replace(one, mentions=named)
        for one, named in zip(layout.articles, people, strict=True)
    ]
    congresses = find_congresses(text, articles, known)
    articles = [
        replace(one, events=tuple(find_events(text, one, known, congresses)))
        for one in articles
    ]
    posts = find_posts(text, articles, known)
    found = [*layout.findings, *check(text, articles, known, posts)]
    return ReadPage(
        text=text,
        newspaper=known.newspaper,
        date=known.date,
        page=known.page,
        coverage=layout.coverage,
        blocks=layout.blocks,
        articles=tuple(articles),
        posts=tuple(posts),
        congresses=tuple(congresses),
        findings=tuple(sorted(found, key=lambda one: (one.start, one.end, one.rule))),
    )
