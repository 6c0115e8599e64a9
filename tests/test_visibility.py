"""One gate: every public route of the URLconf, asked for every record, shows no word that is not
published.

The routes are discovered, so a new one is walked without being named here; a parameter this walk
cannot fill fails."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from io import BytesIO
from itertools import product
from urllib.parse import quote

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.urls import URLResolver, get_resolver
from django.utils import timezone
from PIL import Image

from articles.citations.citation_files import CITATION_FILES
from articles.models import (
    Article,
    Byline,
    Evidence,
    Page,
    Photo,
    Publication,
    PublicPhoto,
)
from articles.renditions import WIDTHS
from editorial.models import Correction, Review
from editorial.public_records import RECORDS, seen_by_readers
from editorial.publishing import withdraw
from editorial.publishing.signed.event_fields import text_of
from events.models import (
    AddressWord,
    AgendaItem,
    Candidacy,
    Delegation,
    Election,
    Event,
    EventField,
    FieldEvidence,
    MeetingBody,
    Participation,
    PublicEvent,
    Resolution,
    ShortTitle,
    TenureBound,
    Visit,
    Vote,
)
from importing.models import ImportRun
from people.models import (
    Membership,
    Organization,
    OtherName,
    Post,
    PublicPerson,
)
from public.downloads.annals.annals_views import FORMS
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
    published_once,
    saved,
    show_as_it_stands,
)
from tests.told import tell_of_everything

pytestmark = pytest.mark.django_db

HIDDEN = "未刊"  # stands in every text that nobody may see, and in no other
HIDDEN_NUMBER = 98765
HIDDEN_DAY = "2019-03-07"
HIDDEN_TIME = "03:33"
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
    # Signed again, with all that hidden words state of the same records.
    show_as_it_stands(public)
    withdraw_what_was_hidden(hidden)
    change_at_the_desk(public)
    refresh(Article.objects.values_list("pk", flat=True))
    tell_of_everything()


@published_once()
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
    session = make_event(
        title="开幕", kind="session", parent=congress, evidence=words
    )
    for field in ("title", "kind", "edtf"):
        state_field(session, field, words, text_of(session, EventField(field)))
    make_participation(event=session, person=person, evidence=words)
    election = saved(Election(event=session, office="主任", evidence=words))
    stood = Candidacy(
        election=election, person=person, outcome="elected", evidence=words
    )
    saved(stood)
    post = saved(
        Post(label="主任", organization=saved(Organization(name="春耕办公室")))
    )
    words.memberships.add(saved(Membership(person=person, post=post)))
    return article


def state_field(event: Event, field: str, words: Evidence, value: str) -> None:
    telling = FieldEvidence(
        event=event, field=field, evidence=words, value=value
    )
    saved(telling)


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
    session = public.evidence.get().events.get(parent__isnull=False)
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
    hide_facts(session, bearer, words, article.position)
    Event.objects.update(
        attendance_expected=HIDDEN_NUMBER, attendance_evidence=words
    )
    state_hidden_fields(session, words)
    other = f"{HIDDEN}又名{status}"
    saved(OtherName(person=bearer, name=other))
    return article


def state_hidden_fields(event: Event, words: Evidence) -> None:
    """Let hidden words state of an event what published words state too, and more."""
    told = {
        "title": f"{HIDDEN}开幕",
        "kind": "visit",
        "edtf": HIDDEN_DAY,
        "place": f"{HIDDEN}会场",
        "time": HIDDEN_TIME,
    }
    event.evidence.add(words)
    for field, value in told.items():
        state_field(event, field, words, value)
        setattr(event, field, value)
    event.time = dt.time.fromisoformat(HIDDEN_TIME)
    event.save()


def withdraw_what_was_hidden(articles: list[Article]) -> None:
    """Publish the articles that are withdrawn, and take one back from now on and one with all that
    was published and printed of it.
    """
    editor = make_user(username="publisher", superuser=True)
    [near] = [each for each in articles if each.status == "withdrawn"]
    far = make_article(
        page=near.page, headline=f"{HIDDEN}要闻", body=f"{HIDDEN}正文。"
    )
    for article in (near, far):
        article.status = Article.Status.PUBLISHED
        article.save()
        show_as_it_stands(article)
        withdraw(article, editor, "已撤回。", everything=article == far)


def change_at_the_desk(article: Article) -> None:
    """Change whatever a published article says and states, without a signature."""
    texts = dict.fromkeys(Article.TEXT_FIELDS, f"{HIDDEN}改")
    changed = Article.objects.filter(pk=article.pk)
    changed.update(status=Article.Status.IMPORTED, **texts)
    article.photos.update(caption=HIDDEN, creators=HIDDEN, credit_line=HIDDEN)
    article.bylines.update(name=HIDDEN)
    article.mentions.update(name=HIDDEN, exact=HIDDEN)
    article.evidence.update(exact=HIDDEN, prefix=HIDDEN)
    told = Event.objects.filter(evidence__article=article)
    told.update(title=HIDDEN, place=HIDDEN)
    stated = Participation.objects.filter(evidence__article=article)
    stated.update(role=HIDDEN)


def hide_facts(session: Event, person, words, number: int) -> None:
    """State facts of a public event and of a public person in hidden words only."""
    stated = {"event": session, "evidence": words}
    text = f"{HIDDEN}事项{number}"
    if not session.bodies.exists():
        saved(MeetingBody(body="other", name=text, **stated))
    saved(ShortTitle(text=text, **stated))
    saved(Resolution(rank=number, text=text, **stated))
    saved(Visit(person=person, number=HIDDEN_NUMBER + number, **stated))
    election = saved(Election(office=text, **stated))
    saved(
        Candidacy(
            election=election,
            person=person,
            outcome="elected",
            votes=HIDDEN_NUMBER,
            evidence=words,
        )
    )
    membership = words.memberships.get()
    membership.start_date = "2021-09"
    membership.save()
    saved(
        TenureBound(
            membership=membership,
            edge="begins",
            manner="election",
            **stated,
        )
    )


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
        "date": sorted(
            {article.page.issue.date.isoformat() for article in articles}
            | {event.earliest.isoformat() for event in PublicEvent.objects.all()}
        ),
        "word": sorted({each.word for each in AddressWord.objects.all()}),
        "label": sorted({article.page.label for article in articles}),
        "address_number": sorted(
            {article.address_number for article in articles}
        ),
        "section": sorted(SITEMAPS),
        "number": [1, 2],
        "article": sorted(article.pk for article in articles),
        "size": sorted(WIDTHS),
        "form": sorted(CITATION_FILES),
        "annals": sorted(FORMS),
        "app_label": list(OURS),
        # The admin's: all lead to the login.
        "page": one, "case": one, "user": one, "step": one, "issue": one,
        "version": one,
        "person": one, "pair": one, "token": ["0b0e4a2c-7d0f-4c35-9f8e-1f0a3c1d2e4f"],
        "run": one, "original": one, "ending": ["csv"], "block": one, "mention": one,
        "verb": ["act"],
        "object_id": one, "_0": one, "_1": one, "content_type_id": one, "url": ["x"],
        # The API's records.
        "id": sorted(keys),
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
    hidden = Article.objects.exclude(publications__is_current=True).first()
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
        "kind=visit&body=other",
        f"surname={HIDDEN[0]}",
        *(f"organization={key}" for key in organizations_hidden()),
        f"article={hidden.pk}",
        f"about=article-{hidden.pk}",
        "status=imported",
        "search=%E6%9C%AA",
    ]


def organizations_hidden() -> list[int]:
    hidden = Organization.objects.filter(name__startswith=HIDDEN)
    return list(hidden.values_list("pk", flat=True)[:1])


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
        HIDDEN_DAY,
        HIDDEN_TIME,
        "2019年3月7日",
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
        route
        for route, statuses in walked.items()
        if not statuses & {200, 301, 302}
    }
    assert unseen <= {"api/%(rest)s", "media/%(path)s"}


def test_the_log_of_changes_names_no_record_that_is_not_public(archive, client):
    stored = {
        (kind, record.pk)
        for kind, model in RECORDS.items()
        for record in model.objects.all()
    }
    hidden = stored - seen_by_readers(stored)
    lines = client.get("/api/v1/changes/?limit=1000").json()["results"]
    last = {(line["kind"], line["id"]): line["happened"] for line in lines}
    told = {
        record
        for record, happened in last.items()
        if happened in ("published", "changed")
    }
    assert {kind for kind, _key in told} == set(RECORDS)
    assert {kind for kind, _key in hidden} == set(RECORDS)
    assert told.isdisjoint(hidden)


def test_a_correction_in_progress_hides_nothing(archive, client):
    event = PublicEvent.objects.get(title="开幕")
    congress = PublicEvent.objects.congresses().get()
    [person] = PublicPerson.objects.all()
    article = Publication.objects.current().get(headline="春耕开始")
    shown = {
        article.get_absolute_url(): ["春耕开始", "柏松主持大会", "林晚"],
        event.get_absolute_url(): ["开幕", "柏松", "主持人"],
        congress.get_absolute_url(): ["第七次大会", "开幕", "柏松"],
        person.get_absolute_url(): ["柏松", "开幕", "主任"],
        "/search/?q=主持大会": ["春耕开始"],
        f"/api/v1/articles/{article.article_id}/": ["春耕开始", "主持大会"],
        f"/api/v1/events/{event.pk}/": ["开幕", "主持人"],
        f"/api/v1/people/{person.pk}/": ["柏松", "主任"],
    }
    for address, words in shown.items():
        response = client.get(address)
        assert response.status_code == 200, address
        for each in words:
            assert each in response.content.decode(), (address, each)


def test_what_is_withdrawn_says_so_with_its_note(archive, client):
    withdrawn = Publication.objects.exclude(withdrawn_at=None)
    assert {each.reach for each in withdrawn} == set(Publication.Reach.values)
    for publication in withdrawn:
        response = client.get(publication.get_absolute_url())
        assert response.status_code == 410
        assert "已撤回。" in response.content.decode()


# What only the desk reads: the tables of the records that it works on. The table of roles is none:
# it has a sign and a weight for a role that a publication prints, asked for by that role.
WORKING_TABLES = re.compile(
    r'"(articles_(article|photo|byline|mention|evidence\w*)'
    r"|events_(event(?!role)\w*|fieldevidence|participation|delegation|agendaitem|vote"
    r"|meetingbody|shorttitle|congressspan|resolution|visit|election|candidacy"
    r"|tenurebound)"
    r"|people_(person|othername|membership|rosterentry)"
    r'|editorial_(?!change)\w+|importing_\w+|\w+_historical\w+)"'
)
# Whether a page may be shown whole depends on how many articles it has, and on no word of them.
OF_A_WHOLE_PAGE = "is_wholly_public"


class WatchedClient(Client):
    """A client that notes which working tables a request asks."""

    def __init__(self) -> None:
        super().__init__()
        self.touched: set[str] = set()

    def get(self, *args, **kwargs):
        self.touched = set()
        with connection.execute_wrapper(self.note):
            return super().get(*args, **kwargs)

    def note(self, execute, sql, params, many, context):
        if OF_A_WHOLE_PAGE not in sql:
            self.touched |= {match[1] for match in WORKING_TABLES.finditer(sql)}
        return execute(sql, params, many, context)


def test_readers_and_programs_are_served_from_what_is_published(archive):
    client = WatchedClient()
    working = {
        (route, table)
        for route, *_ in responses(client, questions())
        for table in client.touched
    }
    of_readers = {
        (route, table)
        for route, table in working
        if not route.startswith("admin/")
    }
    assert of_readers == set()


def test_no_picture_is_sent_of_what_is_not_published(archive, client):
    sent = {
        address: status
        for route, address, status, _ in responses(client, [""])
        if route.endswith(("%(size)s.webp", "%(size)s.avif"))
    }
    public = [photo.get_absolute_url() for photo in PublicPhoto.objects.all()]
    public += [
        page.get_absolute_url() for page in Page.objects.filter(label="A2")
    ]
    assert {
        address.rpartition("/")[0] + "/"
        for address, status in sent.items()
        if status == 200
    } == set(public)


def test_the_walk_notices_a_gate_left_open(archive, client):
    """Let readers see what the desk has not signed: the walk meets it on every kind of page."""
    hidden = Article.objects.filter(status=Article.Status.IMPORTED)
    Article.objects.filter(pk__in=hidden).update(
        status=Article.Status.PUBLISHED
    )
    show_as_it_stands(*Article.objects.filter(status="published"))
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
        "newspapers/%(slug)s/%(date)s/%(label)s/%(address_number)s/",
        "people/",
        "people/%(pk)s/",
        "photos/",
        "photos/%(pk)s/",
        "congresses/",
        "congresses/%(word)s/",
        "congresses/%(word)s/%(date)s/",
        "congresses/%(word)s/election/",
        "congresses/%(word)s/who.csv",
    }
    assert pages <= leaking
