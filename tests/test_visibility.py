"""One gate: every public route of the URLconf, asked for every record, shows no word that is not
published.

The routes are discovered, so a new one is walked without being named here; a parameter this walk
cannot fill fails."""

from __future__ import annotations

import pytest

from articles.models import Article, Page, Publication, PublicPhoto
from editorial.public_records import RECORDS, seen_by_readers
from events.models import PublicEvent
from people.models import PublicPerson
from search.index import refresh
from tests.builders import show_as_it_stands
from tests.public_walk import (
    WatchedClient,
    all_routes,
    questions,
    responses,
    shows_hidden,
)
from tests.published import publish_one, publish_page_with_its_picture
from tests.told import tell_of_everything
from tests.unpublished import (
    change_at_the_desk,
    hide_elsewhere,
    hide_one,
    withdraw_what_was_hidden,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(settings, tmp_path) -> None:
    """A published article with all it can carry, and as much beside it that is not public."""
    settings.MEDIA_ROOT = tmp_path
    settings.OFFER_ORIGINALS = True
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


# The walk


def test_no_public_route_shows_or_asks_what_is_unpublished(archive):
    client = WatchedClient()
    walked: dict[str, set[int]] = {}
    leaks = []
    working = set()
    for route, address, status, text in responses(client, questions()):
        walked.setdefault(route, set()).add(status)
        assert status < 500, address
        if shows_hidden(text):
            leaks.append(address)
        if not route.startswith("admin/"):
            working |= {(route, table) for table in client.touched}
    assert leaks == []
    # Readers and programs are served from what is published, and from no table of the desk.
    assert working == set()
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
        text = response.content.decode().replace("<wbr>", "")
        for each in words:
            assert each in text, (address, each)


def test_what_is_withdrawn_says_so_with_its_note(archive, client):
    withdrawn = Publication.objects.exclude(withdrawn_at=None)
    assert {each.reach for each in withdrawn} == set(Publication.Reach.values)
    for publication in withdrawn:
        response = client.get(publication.get_absolute_url())
        assert response.status_code == 410
        assert "已撤回。" in response.content.decode()


def test_no_picture_is_sent_of_what_is_not_published(archive, client):
    pictures = {
        route
        for route in all_routes()
        if route[0].endswith(("%(size)s.webp", "%(size)s.avif"))
    }
    sent = {
        address: status
        for _, address, status, _ in responses(client, [""], pictures)
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
    pages = {
        "",
        "events/%(pk)s/",
        "feed/",
        "newspapers/%(slug)s/%(date)s%(edition)s/",
        "newspapers/%(slug)s/%(date)s%(edition)s/%(label)s/",
        "newspapers/%(slug)s/%(date)s%(edition)s/%(label)s/%(address_number)s/",
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
    walked = {route for route in all_routes() if route[0] in pages}
    leaking = {
        route
        for route, _, _, text in responses(client, [""], walked)
        if shows_hidden(text)
    }
    assert leaking == pages
