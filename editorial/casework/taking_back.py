"""Taking back what was decided of a finding, with the words that the decision changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article
from editorial.casework.held_places import HeldPlaces, keeps_places
from editorial.correcting import correct
from editorial.deciding import PERMISSION
from editorial.models import Correction, Finding


@dataclass(frozen=True, slots=True)
class NewWords:
    """Where words that a correction put in stand: half-open offsets into the text as it is now."""

    start: int
    end: int

    def after(self, made: Sequence[Correction]) -> NewWords | None:
        """Return the place after corrections of one version, None if one touched the words."""
        shift = 0
        for each in made:
            end = each.start + len(each.old)
            if end <= self.start:
                shift += len(each.new) - len(each.old)
            elif each.start < self.end or each.start == self.start:
                return None
        return NewWords(self.start + shift, self.end + shift)


def take_back(finding: Finding, by: User) -> None:
    """Open a finding again, and put back the words that accepting it changed.

    Raise ``PermissionDenied``, or ``ValidationError`` when these words were changed again since.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with transaction.atomic():
        made = _made_by_deciding(finding)
        held = HeldPlaces({each.article_id for each in made})
        _open_again(finding)
        places = _give_back(made, by)
        if keeps_places(made):
            held.put_back()
        if finding.replacement is not None and len(places) == 1:
            _point_at(finding, places[0])
    finding.refresh_from_db()


def _made_by_deciding(finding: Finding) -> list[Correction]:
    """Return what the decision that stands changed: earlier ones were taken back already."""
    decided = finding.decided_at
    if decided is None:
        return []
    made = finding.corrections.filter(at__gte=decided)
    return list(made.order_by("article", "part", "photo", "version", "start"))


def _open_again(finding: Finding) -> None:
    finding.status = Finding.Status.OPEN
    finding.decided_by = None
    finding.decided_at = None
    finding.reason = ""
    changed = ["status", "decided_by", "decided_at", "reason"]
    finding.save(update_fields=changed)


def _point_at(finding: Finding, place: NewWords) -> None:
    """Let a finding point at the words it offered to change, which are back at this place."""
    finding.refresh_from_db()
    article = finding.article
    if article is None:
        return
    text = finding.text_in(article)
    begins = max(0, place.start - len(finding.exact))
    start = text.find(finding.exact, begins)
    is_there = start >= 0
    if is_there:
        length = len(finding.exact)
        finding.start = start
        finding.end = start + length
        finding.save(update_fields=["start", "end"])


def _give_back(made: list[Correction], by: User) -> list[NewWords]:
    """Put the old words where the new ones of corrections stand; return where that is."""
    places: list[NewWords] = []
    for article, of_article in groupby(made, key=attrgetter("article_id")):
        current = Article.objects.locked(article)
        places += _give_back_to(current, list(of_article), by)
    return places


def _give_back_to(
    article: Article, made: list[Correction], by: User
) -> list[NewWords]:
    texts: dict[str, str] = {}
    captions: dict[int, str] = {}
    places: list[NewWords] = []
    for (part, photo), group in groupby(made, key=attrgetter("part", "photo")):
        corrections = list(group)
        text = photo.caption if photo else getattr(article, part)
        found = _places_now(corrections)
        new = _put_back(text, corrections, found)
        places += found
        if photo:
            captions[photo.pk] = new
        else:
            texts[part] = new
    correct(
        article,
        texts=texts,
        captions=captions,
        by=by,
        version=article.version,
        reason=_("Taken back"),
    )
    return places


def _places_now(made: list[Correction]) -> list[NewWords]:
    """Return where the words that corrections of one version of one text put in stand now; raise
    ``ValidationError`` when later corrections touched them.
    """
    later = _later(made[0])
    places: list[NewWords] = []
    shift = 0
    for each in sorted(made, key=attrgetter("start")):
        start = each.start + shift
        end = start + len(each.new)
        place: NewWords | None = NewWords(start, end)
        for changes in later:
            place = place and place.after(changes)
        if place is None:
            raise _changed_again()
        places.append(place)
        grown = len(each.new) - len(each.old)
        shift += grown
    return places


def _later(correction: Correction) -> list[list[Correction]]:
    """Return what was corrected in the same text afterwards, by version."""
    same_text = Correction.objects.filter(
        article=correction.article_id,
        part=correction.part,
        photo=correction.photo_id,
        version__gt=correction.version,
    )
    found = same_text.order_by("version", "start")
    return [
        list(group) for _version, group in groupby(found, attrgetter("version"))
    ]


def _changed_again() -> ValidationError:
    return ValidationError(
        _("These words were changed again since; correct them by hand.")
    )


def _put_back(text: str, made: list[Correction], places: list[NewWords]) -> str:
    """Return the text with the old words in the places of the new ones."""
    pairs = sorted(
        zip(places, made, strict=True), key=lambda pair: -pair[0].start
    )
    for place, correction in pairs:
        if text[place.start : place.end] != correction.new:
            raise _changed_again()
        text = text[: place.start] + correction.old + text[place.end :]
    return text
