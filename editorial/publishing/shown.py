"""What readers see of an article: its current publication, and the rows made from it."""

from __future__ import annotations

from collections.abc import Iterator

from articles.models import Article, Publication
from editorial.change_log import note_changes, note_merged
from editorial.models import RecordKind
from editorial.public_records import RecordKey
from editorial.publishing.public_rows import refresh_rows
from editorial.publishing.publication_rows import shown_title
from editorial.publishing.rows.photo_rows import store_photos
from editorial.publishing.statements import Touched, statements_of
from editorial.turns import Turn, await_turn
from events.models import Statement
from people.models import Organization
from search.index import refresh


def show(publication: Publication) -> None:
    """Store a new publication and let it take the place of the one before, in every row that lists
    read.

    The article must be locked, and the transaction one of ``logged()``."""
    await_turn(Turn.PUBLIC_ROWS)
    article = publication.article_id
    before = Publication.objects.current().filter(article=article).first()
    touched = _take_off(before)
    publication.save()
    statements = statements_of(publication)
    Statement.objects.bulk_create(statements)
    store_photos(publication)
    touched |= Touched.by(statements)
    refresh_rows(touched)
    retitle_continuation(publication)
    refresh([article])
    own = (RecordKind.ARTICLE, article)
    note_changes([own], publication.sha256)
    note_changes(_beside(publication, touched))
    if before is not None:
        note_changes(_beside(before, touched))
        retitle_continuation(before)


def hide(publication: Publication) -> None:
    """Take a current publication, changed and unsaved as a withdrawal has it, from readers.

    The article must be locked, and the transaction one of ``logged()``."""
    await_turn(Turn.PUBLIC_ROWS)
    touched = _take_off(publication)
    refresh_rows(touched)
    retitle_continuation(publication)
    article = publication.article_id
    refresh([article])
    note_changes([(RecordKind.ARTICLE, article)])
    note_changes(_beside(publication, touched))


def lead_joined_on(article: Article) -> None:
    """Take from readers what was public of the articles that were joined to one just shown: their
    words stand there now, and their addresses lead there.
    """
    for joined in Article.every.filter(joined_to=article):
        for publication in Publication.objects.current().filter(article=joined):
            publication.is_current = False
            hide(publication)
            note_merged(RecordKind.ARTICLE, joined.pk, article.pk)
        lead_joined_on(joined)


def _beside(publication: Publication, touched: Touched) -> Iterator[RecordKey]:
    """Yield the records that a publication shows something of, or that show something of it."""
    for photo in publication.content["photos"]:
        yield RecordKind.PHOTO, photo["photo"]
    for person in touched.people:
        yield RecordKind.PERSON, person
    for event in touched.events:
        yield RecordKind.EVENT, event
    yield RecordKind.PAGE, publication.page_id
    yield RecordKind.ISSUE, publication.page.issue_id
    yield RecordKind.NEWSPAPER, publication.newspaper_id
    for organization in _organizations(publication):
        yield RecordKind.ORGANIZATION, organization


def _organizations(publication: Publication) -> Iterator[int]:
    """Yield the publisher, and the bodies whose posts are stated."""
    publisher = publication.newspaper.organization_id
    if publisher is not None:
        yield publisher
    facts = publication.content["facts"]
    posts = {
        fact["object"]
        for fact in facts
        if fact["field"] == Statement.MEMBERSHIP
    }
    if posts:
        bodies = Organization.objects.filter(posts__in=posts)
        yield from bodies.values_list("pk", flat=True).distinct()


def _take_off(publication: Publication | None) -> Touched:
    """Let a publication be current no more, and delete its rows; return what they stated."""
    if publication is None:
        return Touched(frozenset(), frozenset())
    publication.is_current = False
    publication.save(
        update_fields=["is_current", "withdrawn_at", "withdrawal_note", "reach"]
    )
    stated = publication.statements.all()
    touched = Touched.by(stated)
    stated.delete()
    publication.photos.all().delete()
    return touched


def retitle_continuation(beginning: Publication) -> None:
    """Let the other half of an article bear the title that it has with this one public or not."""
    rest = beginning.content["continuation"]
    if rest is None:
        return
    untitled = Publication.objects.filter(article=rest, headline="")
    for publication in untitled:
        publication.title = shown_title(publication)
        publication.save(update_fields=["title"])
    note_changes([(RecordKind.ARTICLE, rest)])
