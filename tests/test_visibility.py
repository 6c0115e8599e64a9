"""One gate: every public route of the URLconf, asked for every record, shows no word that is not
published.

The routes are discovered, so a new one is walked without being named here; a parameter this walk
cannot fill fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from urllib.parse import quote

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db.models import Q
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils import timezone
from PIL import Image

from articles.models import (
    Article,
    Byline,
    Page,
    Photo,
    article_queries,
    photo,
    selector,
)
from articles.renditions import WIDTHS
from editorial.change_log import RECORDS
from editorial.models import Correction, Review
from events.models import AgendaItem, Delegation, Event, Vote
from importing.models import ImportRun
from people.models import Membership, Organization, OtherName, Post
from public.sitemaps import SITEMAPS
from search.index import refresh
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_finding,
    make_issue,
    make_mention,
    make_newspaper,
    make_page,
    make_participation,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.told import tell_of_everything

pytestmark = pytest.mark.django_db

HIDDEN = "未刊"  # stands in every text that nobody may see, and in no other
HIDDEN_NUMBER = 98765
# Words to search for: they stand in hidden texts only, and beside the mark above.
HIDDEN_QUERY = "青霜紫电"
OURS = ("articles", "events", "people")


@pytest.fixture
def archive(settings, tmp_path) -> None:
    """A published article with all it can carry, and as much beside it that is not public."""
    settings.MEDIA_ROOT = tmp_path
    public = publish_one()
    statuses = [
        status
        for status in Article.Status
        if status != Article.Status.PUBLISHED
    ]
    hidden = [hide_one(public, status) for status in statuses]
    hide_elsewhere(public, hidden)
    publish_page_with_its_picture(public.page)
    refresh(Article.objects.values_list("pk", flat=True))
    tell_of_everything()


def publish_one() -> Article:
    page = make_page(
        text=f"{HIDDEN}的版面原文", section="要闻", source_name=f"{HIDDEN}.txt"
    )
    article = make_article(
        page=page,
        headline="春耕开始",
        body="柏松主持大会，八百人到会。",
        published=True,
    )
    saved(Byline(article=article, name="林晚", role="reporter"))
    make_photo(article=article, caption="春耕现场。").image.save(
        "public.png", picture()
    )
    person = make_person(name="柏松", note=f"{HIDDEN}的备注")
    make_mention(article=article, name="柏松", person=person)
    words = make_evidence(article=article, words="柏松主持大会")
    congress = make_event(title="第七次大会", kind="congress", evidence=words)
    session = make_event(title="开幕", parent=congress, evidence=words)
    make_participation(event=session, person=person, evidence=words)
    post = saved(
        Post(label="主任", organization=saved(Organization(name="春耕办公室")))
    )
    words.memberships.add(saved(Membership(person=person, post=post)))
    return article


def publish_page_with_its_picture(page: Page) -> None:
    """Make a page that readers see whole, as the one with hidden articles on it never is."""
    whole = make_page(issue=page.issue, label="A2")
    make_article(page=whole, published=True)
    for each in (page, whole):
        each.picture.save("page.png", picture())


def picture() -> ContentFile:
    data = BytesIO()
    Image.new("RGB", (30, 20)).save(data, "PNG")
    return ContentFile(data.getvalue())


def hide_one(public: Article, status: str) -> Article:
    """Make an article of this status whose every text is hidden, and facts that only it states."""
    texts = {
        name: f"{HIDDEN}{name}"
        for name in (
            "kicker",
            "headline",
            "subtitle",
            "dateline_source",
            "dateline_place",
        )
    }
    body = f"{HIDDEN}人主持。{HIDDEN_QUERY}{HIDDEN}。八百人到会。"
    read = {f"read_{name}": f"{HIDDEN}原样" for name in Article.TEXT_FIELDS}
    fields = {
        **texts,
        **read,
        "withdrawal_note": "已撤回。",
        "published_at": timezone.now(),
        "keywords": [HIDDEN, "八百"],
    }
    article = make_article(page=public.page, body=body, status=status, **fields)
    saved(Byline(article=article, name=f"{HIDDEN}记者", role="reporter"))
    photo = make_photo(
        article=article,
        caption=f"{HIDDEN}照片",
        creators=f"{HIDDEN}摄影",
        credit_line=HIDDEN,
    )
    photo.image.save("hidden.png", picture())
    person = make_person(name=f"{HIDDEN}人")
    saved(OtherName(person=person, name=f"{HIDDEN}别名"))
    make_mention(article=article, name=f"{HIDDEN}人", person=person)
    make_mention(
        article=article, name=HIDDEN, person=person, part="caption", photo=photo
    )
    words = make_evidence(article=article, words=f"{HIDDEN}人主持")
    organization = saved(Organization(name=f"{HIDDEN}机构{status}"))
    post = saved(Post(label=f"{HIDDEN}职务", organization=organization))
    bearer = public.mentions.get().person
    words.memberships.add(saved(Membership(person=bearer, post=post)))
    session = Event.objects.get(title="开幕")
    make_event(
        title=f"{HIDDEN}会",
        place=f"{HIDDEN}地",
        parent=session.parent,
        evidence=words,
    )
    make_participation(
        event=session,
        person=bearer,
        evidence=words,
        role=f"{HIDDEN}角色{status}",
    )
    saved(
        Delegation(
            event=session,
            number=article.position,
            origin=f"{HIDDEN}代表团",
            evidence=words,
        )
    )
    saved(
        AgendaItem(
            event=session,
            rank=article.position,
            text=f"{HIDDEN}议程",
            evidence=words,
        )
    )
    saved(
        Vote(
            event=session,
            subject=f"{HIDDEN}决议{status}",
            in_favour=HIDDEN_NUMBER,
            evidence=words,
        )
    )
    Event.objects.update(
        attendance_expected=HIDDEN_NUMBER, attendance_evidence=words
    )
    return article


def hide_elsewhere(public: Article, hidden: list[Article]) -> None:
    """Hide a whole paper, a half of a published article, words edited away, and the editors' own
    work.
    """
    issue = make_issue(
        newspaper=make_newspaper(name=f"{HIDDEN}日报", slug="hidden"),
        date=dt.date(2021, 9, 29),
    )
    rest = make_article(
        page=make_page(issue=issue, label="B7", section=f"{HIDDEN}版"),
        headline=HIDDEN,
        body=HIDDEN,
    )
    Article.objects.filter(pk=public.pk).update(continuation=rest)
    gone = make_mention(
        article=public,
        name="大会",
        person=make_person(name=f"{HIDDEN}者"),
        check_again=True,
    )
    gone.exact = HIDDEN
    gone.save()
    editor, now = make_user(username=HIDDEN), timezone.now()
    make_finding(page=public.page, article=public, message=f"{HIDDEN}疑问")
    saved(
        Correction(
            article=public,
            part="body",
            start=0,
            old=HIDDEN,
            new=HIDDEN,
            reason=HIDDEN,
            version=1,
            by=editor,
        )
    )
    signer = make_user(username=f"{HIDDEN}审")
    saved(
        Review(
            article=hidden[0],
            step="first",
            decision="approved",
            opinion=f"{HIDDEN}意见",
            version=1,
            by=signer,
        )
    )
    run = ImportRun(
        source_name=f"{HIDDEN}.txt",
        outcome="created",
        message=HIDDEN,
        started_at=now,
        finished_at=now,
    )
    saved(run)
    assert not Photo.objects.published().filter(article__in=hidden).exists()


# The walk


def routes(
    resolver: URLResolver, prefix: str = ""
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every route below a resolver, namespaces included: its address with %(name)s, and the
    names.
    """
    for key in resolver.reverse_dict:
        for possibilities, *_ in resolver.reverse_dict.getlist(key):
            for address, names in possibilities:
                yield prefix + address, tuple(names)
    for lead, inner in resolver.namespace_dict.values():
        yield from routes(inner, prefix + lead)


def values() -> dict[str, list[object]]:
    """Return what each parameter may be: the keys and addresses of all records, hidden ones too."""
    models = [
        model
        for label in OURS
        for model in apps.get_app_config(label).get_models()
    ]
    records = [
        model for model in models if not hasattr(model, "history_object")
    ]
    keys = {
        key
        for model in records
        for key in model.objects.values_list("pk", flat=True)
    }
    articles = list(Article.objects.select_related("page__issue__newspaper"))
    one = ["1"]
    return {
        "pk": sorted(keys),
        "slug": sorted({article.page.issue.newspaper.slug for article in articles}),
        "date": sorted({article.page.issue.date.isoformat() for article in articles}),
        "label": sorted({article.page.label for article in articles}),
        "position": sorted({article.position for article in articles}),
        "section": sorted(SITEMAPS),
        "size": sorted(WIDTHS),
        "app_label": list(OURS),
        # The admin's: all lead to the login.
        "object_id": one, "id": one, "_0": one, "_1": one, "content_type_id": one, "url": ["x"],
        # Files and the API's own "nothing here".
        "path": picture_files() or ["x"], "rest": ["x"],
    }  # fmt: skip


def picture_files() -> list[str]:
    """Return the names of all pictures of photos."""
    photos = Photo.objects.exclude(image="")
    return sorted(photos.values_list("image", flat=True))


def questions() -> list[str]:
    """Return the query strings to try on every route: no question, and those that ask for what is
    hidden.
    """
    hidden = Article.objects.exclude(status=Article.Status.PUBLISHED).first()
    return [
        "",
        "text=printed",
        "text=changes",
        "initial=W",
        f"q={quote(HIDDEN_QUERY)}",
        f"q={quote('八百人')}",
        f"q={quote('柏松')}&order=date",
        *(f"evidence={words.pk}" for words in hidden.evidence.all()),
        *(f"mention={words.pk}" for words in hidden.mentions.all()),
        *(f"person={words.person_id}" for words in hidden.mentions.all()),
        f"article={hidden.pk}",
        "status=imported",
        "search=%E6%9C%AA",
    ]


def responses(
    client: Client, asked: list[str]
) -> Iterator[tuple[str, str, int, str]]:
    """Ask every route for every record, each with these query strings; yield the route, the
    address, the status and the text.
    """
    known = values()
    for route, names in sorted(set(routes(get_resolver()))):
        missing = set(names) - set(known)
        assert not missing, f"teach this walk what {missing} may be in {route}"
        for chosen in product(*(known[name] for name in names)):
            address = "/" + route % dict(zip(names, chosen, strict=True))
            for question in asked:
                response = client.get(f"{address}?{question}")
                content = (
                    b"".join(response.streaming_content)
                    if response.streaming
                    else response.content
                )
                yield (
                    route,
                    f"{address}?{question}",
                    response.status_code,
                    content.decode(errors="replace"),
                )
                if response.status_code in (301, 302, 404):
                    break
            if response.status_code == 302 and "/login/" in response.url:
                break


def shows_hidden(text: str) -> bool:
    forms = (
        HIDDEN,
        HIDDEN.encode("unicode_escape").decode(),
        quote(HIDDEN),
        str(HIDDEN_NUMBER),
    )
    return any(form in text for form in forms)


def test_no_public_route_shows_an_unpublished_word(archive, client):
    walked: dict[str, set[int]] = {}
    leaks = []
    for route, address, status, text in responses(client, questions()):
        walked.setdefault(route, set()).add(status)
        assert status < 500, address
        if shows_hidden(text):
            leaks.append(address)
    assert leaks == []
    # A walk that only ever met "not found" would prove nothing.
    unseen = {
        route for route, statuses in walked.items() if not statuses & {200, 302}
    }
    assert unseen <= {"api/%(rest)s", "media/%(path)s"}


def test_the_log_of_changes_names_no_record_that_is_not_public(archive, client):
    hidden = {
        (kind, record.pk)
        for kind, model in RECORDS.items()
        for record in model.objects.all()
        if record not in model.objects.published()
    }
    lines = client.get("/api/v1/changes/?limit=1000").json()["results"]
    told = {(line["kind"], line["id"]) for line in lines}
    assert {kind for kind, _key in told} == set(RECORDS)
    assert {kind for kind, _key in hidden} == set(RECORDS)
    assert told.isdisjoint(hidden)


def test_no_picture_is_sent_of_what_is_not_published(archive, client):
    sent = {
        address: status
        for route, address, status, _ in responses(client, [""])
        if route.endswith("%(size)s.webp")
    }
    public = [photo.get_absolute_url() for photo in Photo.objects.published()]
    public += [
        page.get_absolute_url() for page in Page.objects.filter(label="A2")
    ]
    assert {
        address.rpartition("/")[0] + "/"
        for address, status in sent.items()
        if status == 200
    } == set(public)


def of_every(path: str = "") -> Q:
    """Let every article pass, as a gate left open would."""
    return Q((f"{path}pk__isnull", False))


def test_the_walk_notices_a_gate_left_open(archive, client, monkeypatch):
    # Views whose queryset is built once, when they are imported, keep the gate they were built
    # with.
    for module in (article_queries, photo, selector):
        monkeypatch.setattr(module, "of_published", of_every)
    leaking = {
        route
        for route, _, _, text in responses(client, [""])
        if shows_hidden(text)
    }
    pages = {
        "",
        "events/%(pk)s/",
        "feed/",
        "newspapers/%(slug)s/%(date)s/",
        "newspapers/%(slug)s/%(date)s/%(label)s/",
        "newspapers/%(slug)s/%(date)s/%(label)s/%(position)s/",
        "people/",
        "people/%(pk)s/",
        "photos/",
        "photos/%(pk)s/",
        "timeline/%(pk)s/",
    }
    assert pages <= leaking
