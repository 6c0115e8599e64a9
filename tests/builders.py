"""Builders of records for tests: keyword-only, each ``full_clean()``s before it saves."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.contrib.auth.models import User
from django.db.models import Model

from articles.models import (
    Article,
    Block,
    Evidence,
    Issue,
    Mention,
    Newspaper,
    Page,
    Photo,
)
from editorial.change_log import logged
from editorial.models import Finding
from editorial.publishing.publication_rows import new_publication
from editorial.publishing.shown import show
from editorial.publishing.signed.article_content import content_of
from events.models import Event, Participation
from people.models import Person

Record = TypeVar("Record", bound=Model)
DATE = dt.date(2021, 9, 28)


def saved(record: Record) -> Record:
    """Check a record by its own rules, then save it."""
    record.full_clean()
    record.save()
    return record


def make_user(
    *, username: str = "editor", superuser: bool = False, **fields: object
) -> User:
    make = (
        User.objects.create_superuser if superuser else User.objects.create_user
    )
    return make(username=username, password="a-long-pass-phrase", **fields)


def make_newspaper(*, name: str = "滨江日报", **fields: object) -> Newspaper:
    return saved(Newspaper(name=name, **fields))


def make_issue(
    *,
    newspaper: Newspaper | None = None,
    date: dt.date = DATE,
    **fields: object,
) -> Issue:
    newspaper = newspaper or Newspaper.objects.first() or make_newspaper()
    return saved(Issue(newspaper=newspaper, date=date, **fields))


def make_page(
    *,
    issue: Issue | None = None,
    label: str = "A1",
    text: str = "正文。",
    **fields: object,
) -> Page:
    issue = issue or Issue.objects.first() or make_issue()
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    fields = {"coverage": 1.0, "source_name": f"{label}.txt", **fields}
    return saved(
        Page(issue=issue, label=label, text=text, sha256=sha256, **fields)
    )


def make_article(
    *,
    page: Page | None = None,
    headline: str = "全市春耕备耕有序推进",
    body: str = "各地抓住晴好天气翻耕整地。\n农技人员下田指导。",
    published: bool = False,
    **fields: object,
) -> Article:
    page = page or Page.objects.first() or make_page()
    fields = {
        "position": page.articles.count() + 1,
        "start": 0,
        "end": 1,
        **fields,
    }
    if published:
        fields |= {"status": Article.Status.PUBLISHED}
    fields = {"read_headline": headline, "read_body": body, **fields}
    article = saved(Article(page=page, headline=headline, body=body, **fields))
    show_as_it_stands(article)
    return article


# Articles that builders publish when they are all built, by key; None: each at once.
_waiting: dict[int, Article] | None = None


def show_as_it_stands(*articles: Article) -> None:
    """Let readers see published articles as they stand now, as if they had been signed so.

    The builders below call it; who changes a record otherwise does so too."""
    for article in articles:
        if article.status != Article.Status.PUBLISHED:
            continue
        if _waiting is None:
            _show_as_it_stands(article)
        else:
            _waiting[article.pk] = article


@contextmanager
def published_once() -> Iterator[None]:
    """Let what builders make inside be published at the end, each article once: a publication costs
    more than all that stands in it.
    """
    global _waiting
    if _waiting is not None:
        yield
        return
    _waiting = {}
    try:
        yield
        waiting = list(_waiting.values())
    finally:
        _waiting = None
    show_as_it_stands(*waiting)


@logged()
def _show_as_it_stands(article: Article) -> None:
    article.publications.exclude(is_current=True).delete()
    publication = new_publication(article, content_of(article), None)
    earlier = article.publications.first()
    if earlier is None:
        show(publication)
        return
    publication.number = earlier.number + 1
    show(publication)
    earlier.delete()


def make_block(
    *,
    page: Page,
    span: tuple[int, int] | None = None,
    article: Article | None = None,
    kind: str = "paragraph",
    **fields: object,
) -> Block:
    """Make a block of the words that stand at this place of the page's text, behind the others."""
    words = page.text[slice(*span)] if span else ""
    spans = [[page.pk, *span]] if span else []
    fields = {"text": words, "read": words, "spans": spans, **fields}
    place = (page.blocks.count() + 1) * 1000
    return saved(
        Block(
            page=page,
            article=article,
            kind=kind,
            read_kind=kind,
            place=place,
            **fields,
        )
    )


def make_photo(
    *,
    article: Article,
    caption: str = "农技人员查看秧苗长势。",
    **fields: object,
) -> Photo:
    fields = {
        "read_caption": caption,
        "position": article.photos.count() + 1,
        **fields,
    }
    photo = saved(Photo(article=article, caption=caption, **fields))
    show_as_it_stands(article)
    return photo


def make_person(*, name: str = "林向晚", **fields: object) -> Person:
    return saved(Person(name=name, **fields))


def make_mention(
    *,
    article: Article,
    name: str,
    person: Person | None = None,
    part: str = "body",
    **fields: object,
) -> Mention:
    """Anchor a mention at the first place where the name stands in the part."""
    mention = Mention(
        article=article, name=name, person=person, part=part, **fields
    )
    start = mention.text.index(name)
    mention.anchor(start, start + len(name))
    saved(mention)
    show_as_it_stands(article)
    return mention


def make_evidence(
    *, article: Article, words: str, part: str = "body", **fields: object
) -> Evidence:
    """Anchor evidence at the first place where the words stand in the part."""
    evidence = Evidence(article=article, part=part, **fields)
    start = evidence.text.index(words)
    evidence.anchor(start, start + len(words))
    return saved(evidence)


def make_event(
    *,
    title: str = "开幕大会",
    edtf: str = "2021-09-27",
    evidence: Evidence | None = None,
    **fields: object,
) -> Event:
    event = Event(title=title, edtf=edtf, **fields)
    event.fill_dates()
    saved(event)
    if evidence is not None:
        event.evidence.add(evidence)
        show_as_it_stands(evidence.article)
    return event


def make_participation(
    *,
    event: Event,
    person: Person,
    evidence: Evidence,
    role: str = "主持人",
    **fields: object,
) -> Participation:
    participation = saved(
        Participation(
            event=event, person=person, role=role, evidence=evidence, **fields
        )
    )
    show_as_it_stands(evidence.article)
    return participation


def make_finding(
    *,
    page: Page,
    article: Article | None = None,
    rule: str = "cut_paragraph",
    **fields: object,
) -> Finding:
    fields = {"message": "请核对。", "page_start": 0, "page_end": 1, **fields}
    return saved(Finding(page=page, article=article, rule=rule, **fields))
