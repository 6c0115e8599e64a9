"""An article that readers see, with all that it can carry, and its page with its picture."""

from __future__ import annotations

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from articles.models import Article, Byline, Evidence, Page
from editorial.publishing.signed.event_fields import text_of
from events.models import Candidacy, Election, Event, EventField, FieldEvidence
from people.models import Membership, Organization, Post
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_page,
    make_participation,
    make_person,
    make_photo,
    published_once,
    saved,
)
from tests.public_walk import HIDDEN


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
