"""The rows that readers' lists read equal the publications they are made from: proved, or made
anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import transaction
from django.db.models import AutoField, Model
from django.utils.translation import gettext as _

from articles.models import PhotoCreator, Publication, PublicPhoto
from articles.models.public_photo import creators_of, photos_in
from editorial.publishing.public_rows import (
    event_row,
    refresh_rows,
    stated_of_events,
)
from editorial.publishing.rows.person_rows import (
    names_borne,
    posts_held,
    rows_of_people,
)
from editorial.publishing.rows.photo_rows import store_photos
from editorial.publishing.signed.canonical import FORM, content_digest
from editorial.publishing.statements import Touched, statements_of
from editorial.turns import Turn, await_turn
from events.address_words import bear_words
from events.models import PublicEvent, Statement
from events.models.statement import About
from people.models import PublicPerson, PublicPost
from search.index import rebuild as rebuild_index

LOT = 200


def unlike_publications() -> Iterator[str]:
    """Yield a line for each publication whose digest is not that of its content, and for each row
    that is not what the publications make of it.
    """
    for publication in Publication.objects.order_by("pk").iterator(LOT):
        yield from _wrong_digest(publication)
        if publication.is_current:
            yield from _wrong_rows(publication)
    yield from _wrong_events()
    yield from _wrong_people()


def rebuild_rows() -> int:
    """Make all rows anew from the current publications, in one transaction; return how many
    publications there are.
    """
    count = 0
    with transaction.atomic():
        await_turn(Turn.PUBLIC_ROWS)
        for model in (Statement, PublicPhoto, PublicEvent, PublicPerson):
            model.objects.all().delete()
        current = Publication.objects.current().order_by("pk")
        for publication in current.iterator(LOT):
            statements = statements_of(publication)
            Statement.objects.bulk_create(statements)
            store_photos(publication)
            refresh_rows(Touched.by(statements))
            count += 1
        rebuild_index()
    return count


def _wrong_digest(publication: Publication) -> Iterator[str]:
    if publication.form != FORM:
        return
    if content_digest(publication.content) != publication.sha256:
        yield _line(publication, _("the digest is not that of the content"))


def _wrong_rows(publication: Publication) -> Iterator[str]:
    """Yield what a publication's statements and photos have otherwise than its content."""
    stored = publication.statements.order_by("pk")
    if _values(stored) != _values(statements_of(publication)):
        yield _line(publication, _("its statements are others"))
    photos = list(publication.photos.order_by("place"))
    taken = PhotoCreator.objects.filter(photo__in=photos)
    made = _values(creators_of(photos))
    is_other = _values(taken.order_by("place", "pk")) != made
    if is_other or _values(photos) != _values(_photos_seen_in(publication)):
        yield _line(publication, _("its photos are others"))


def _photos_seen_in(publication: Publication) -> list[PublicPhoto]:
    """Return the photos of a publication, but for those moved to an article published since."""
    photos = list(photos_in(publication))
    keys = [photo.pk for photo in photos]
    moved = PublicPhoto.objects.filter(pk__in=keys).exclude(
        publication=publication
    )
    elsewhere = set(moved.values_list("pk", flat=True))
    return [photo for photo in photos if photo.pk not in elsewhere]


def _wrong_events() -> Iterator[str]:
    told = Statement.objects.telling()
    keys = set(told.values_list("subject", flat=True).distinct())
    stated = stated_of_events(keys)
    rows = PublicEvent.objects.in_bulk()
    for key in sorted(keys | rows.keys()):
        made = [event_row(key, stated[key])] if key in keys else []
        for event in made:
            event.congress = _congress_of(event, rows)
        bear_words(made)
        if _values(made) != _values([rows[key]] if key in rows else []):
            yield _("event %(key)d: its row is another") % {"key": key}


def _congress_of(
    event: PublicEvent, rows: Mapping[int, PublicEvent]
) -> int | None:
    """Return the key of the congress that an event is part of, or a part of a part."""
    whole = rows.get(event.parent or 0)
    if whole is not None and whole.kind != PublicEvent.Kind.CONGRESS:
        whole = rows.get(whole.parent or 0)
    if whole is not None and whole.kind == PublicEvent.Kind.CONGRESS:
        return whole.pk
    return None


def _wrong_people() -> Iterator[str]:
    named = Statement.objects.filter(
        about=About.PERSON, field__in=Statement.NAMING
    )
    keys = set(named.values_list("subject", flat=True).distinct())
    made = {row.pk: _value(row) for row in rows_of_people(keys)}
    stored = {row.pk: _value(row) for row in PublicPerson.objects.all()}
    for key in sorted(made.keys() | stored.keys()):
        if made.get(key) != stored.get(key):
            yield _("person %(key)d: the row is another") % {"key": key}
    yield from _wrong_names()
    yield from _wrong_posts(keys)


def _wrong_names() -> Iterator[str]:
    people = PublicPerson.objects.order_by("pk").prefetch_related("names")
    for person in people:
        made = {each.name for each in names_borne(person)}
        if made != {each.name for each in person.names.all()}:
            yield _("person %(key)d: the names are others") % {"key": person.pk}


def _wrong_posts(keys: Iterable[int]) -> Iterator[str]:
    stored = PublicPost.objects.order_by("person", "post")
    if _values(stored) != _values(posts_held(keys)):
        yield _("the posts of people are others than stated")


def _values(rows: Iterable[Model]) -> list[dict[str, Any]]:
    """Return what rows hold, but for keys that the database gives."""
    return [_value(row) for row in rows]


def _value(row: Model) -> dict[str, Any]:
    values = {}
    for field in row._meta.concrete_fields:
        if not isinstance(field, AutoField):
            values[field.name] = field.value_to_string(row)
    return values


def _line(publication: Publication, what: str) -> str:
    which = {
        "article": publication.article_id,
        "number": publication.number,
        "what": what,
    }
    return _("article %(article)d, publication %(number)d: %(what)s") % which
