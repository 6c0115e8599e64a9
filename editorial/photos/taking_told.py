"""Taking what the file of a picture says into the record of its photo, each thing that is ticked
and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from articles.models import Article, Mention, Photo
from articles.models.selector import Part
from editorial.correcting import correct, touch
from editorial.models import Step
from editorial.photos.told_fields import (
    CAPTION,
    ToldField,
    digest_of_told,
    told_fields,
    told_value,
)
from editorial.steps.taking import TakingStep, taking_step
from people.models import Person

PERMISSION = "articles.change_photo"
OF_WORDS = "articles.change_article"
OF_NAMES = "articles.change_mention"


def take_told(photo: Photo, keys: Iterable[str], seen: str, by: User) -> None:
    """Put what the file says in the place of what the record has, for these keys of
    ``ToldField``; a caption is corrected, the name of who is shown is marked in it. One step.

    ``seen`` is the digest of the offers as they were shown. Raise ``PermissionDenied``, or
    ``ValidationError`` when there are others now, none is ticked or one cannot be taken.
    """
    with taking_step(Step.Kind.PHOTO, by, article=photo.article) as step:
        article = Article.objects.locked(photo.article_id)
        photo.refresh_from_db()
        chosen = _chosen(photo, set(keys), seen)
        _refuse_without_right(chosen, by)
        step.watch_alone(photo)
        _take_caption(article, photo, chosen, by)
        _take_fields(photo, chosen)
        _mark_people(article, photo, chosen, step)
        touch(article, article.version)
    photo.refresh_from_db()


def _chosen(photo: Photo, keys: set[str], seen: str) -> list[ToldField]:
    offered = told_fields(photo)
    if seen != digest_of_told(offered):
        raise ValidationError(
            _("The photo or its file has changed since you looked; look again.")
        )
    chosen = [each for each in offered if each.key in keys]
    if not chosen:
        raise ValidationError(_("Tick what is to be taken."))
    _refuse_hindered(chosen)
    return chosen


def _refuse_hindered(chosen: Sequence[ToldField]) -> None:
    for each in chosen:
        if each.hindrance:
            raise ValidationError(f"{each.told}: {each.hindrance}")


def _refuse_without_right(chosen: Sequence[ToldField], by: User) -> None:
    needed = {PERMISSION}
    for each in chosen:
        if each.key == CAPTION:
            needed.add(OF_WORDS)
        elif each.is_person:
            needed.add(OF_NAMES)
    if not by.has_perms(needed):
        raise PermissionDenied


def _take_caption(
    article: Article, photo: Photo, chosen: Sequence[ToldField], by: User
) -> None:
    for each in chosen:
        if each.key == CAPTION:
            correct(
                article,
                texts={},
                captions={photo.pk: each.told},
                by=by,
                version=article.version,
            )
            photo.refresh_from_db()


def _take_fields(photo: Photo, chosen: Sequence[ToldField]) -> None:
    written = []
    for each in chosen:
        if each.is_person or each.key == CAPTION:
            continue
        setattr(photo, each.key, told_value(each.key, each.told))
        written.append(each.key)
    if written:
        photo.save(update_fields=written)


def _mark_people(
    article: Article,
    photo: Photo,
    chosen: Sequence[ToldField],
    step: TakingStep,
) -> None:
    """Mark each name at the first place in the caption where it stands free of other marks."""
    for each in chosen:
        if each.is_person:
            mark = _mark(article, photo, each.told)
            mark.save()
            step.watch_made(mark)


def _mark(article: Article, photo: Photo, name: str) -> Mention:
    mark = Mention(
        article=article,
        photo=photo,
        part=Part.CAPTION,
        name=name,
        person=_only_bearer(name),
    )
    start = _free_place(photo, name)
    mark.anchor(start, start + len(name))
    return mark


def _free_place(photo: Photo, name: str) -> int:
    standing = Mention.objects.standing().filter(photo=photo)
    taken = list(standing.values_list("start", "end"))
    start = photo.caption.find(name)
    while start >= 0:
        end = start + len(name)
        if not any(begin < end and start < stop for begin, stop in taken):
            return start
        start = photo.caption.find(name, end)
    message = _("%(name)s does not stand in the caption.")
    raise ValidationError(message % {"name": name})


def _only_bearer(name: str) -> Person | None:
    """Return the one person of a name, None where there is nobody or several."""
    people = list(Person.objects.named(name)[:2])
    if len(people) != 1:
        return None
    return people[0]
