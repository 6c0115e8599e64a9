"""Statement: one fact as a published article states it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Publication, PublicPhoto
from articles.models.selector import Part, parts_of_an_article
from articles.quotation import CONTEXT_LENGTH
from events.models.public_event import PublicEvent
from people.models import PublicPerson
from records.choices import Choices

# The part that the words of a photo's credit are of: the names in it, one a line. Nothing else is
# marked there.
CREDIT = "credit"


class About(models.TextChoices):
    """What kind of record a statement is about."""

    EVENT = "event", _("event")
    PERSON = "person", _("person")


def abouts() -> Choices:
    return About.choices


class StatementQuerySet(models.QuerySet["Statement"]):
    def of_person(self, key: int) -> Self:
        return self.filter(about=About.PERSON, subject=key)

    def naming(self, key: int) -> Self:
        """Keep where a person is named."""
        return self.of_person(key).filter(field=Statement.MENTION)

    def photographing(self, key: int) -> Self:
        """Keep the credits of the photos that a person took."""
        return self.of_person(key).filter(field=Statement.PHOTOGRAPHER)

    def crediting(self, photos: Iterable[PublicPhoto]) -> Self:
        """Keep who took these photos, in the order of the credits."""
        shown = list(photos)
        credited = self.filter(
            publication__in={photo.publication_id for photo in shown},
            field=Statement.PHOTOGRAPHER,
            photo__in=[photo.pk for photo in shown],
        )
        return credited.order_by("place", "pk")

    def of_events(self, keys: Iterable[int] | models.QuerySet) -> Self:
        """Keep what is stated of these events."""
        return self.filter(about=About.EVENT, subject__in=keys)

    def appearances(self) -> Self:
        """Keep what says that somebody was there."""
        return self.filter(field__in=Statement.APPEARING)

    def naming_in_captions(self, key: int) -> Self:
        """Keep where captions name a person; only people are named, and without saying so the small
        index of captions is taken.
        """
        return self.filter(
            subject=key,
            field=Statement.MENTION,
            part=Part.CAPTION,
            photo__isnull=False,
        )

    def taking_part(self, key: int) -> Self:
        """Keep what says in which events a person took part."""
        return self.filter(field=Statement.PARTICIPATION, object=key)

    def appearing(self, key: int) -> Self:
        """Keep what says in which events a person took part or visited a delegation."""
        return self.appearances().filter(object=key)

    def of_public_events(self) -> Self:
        """Keep what is stated of events that a current publication tells of."""
        return self.of_events(PublicEvent.objects.values("key"))

    def telling(self) -> Self:
        """Keep the words that tell of events as a whole."""
        return self.filter(about=About.EVENT, field=Statement.TOLD)

    def memberships(self) -> Self:
        """Keep what says that somebody holds a post."""
        return self.filter(field=Statement.MEMBERSHIP)

    def with_article(self) -> Self:
        """Fetch the address of the article along, not its texts."""
        found = self.select_related("publication__page__issue__newspaper")
        return found.defer(
            "publication__content",
            "publication__page__text",
        )

    def newest_first(self) -> Self:
        """Put by article, the newest issue first, then in the order of the text."""
        return self.order_by("-day", "place", "pk")


class Statement(models.Model):
    """One fact of a current publication: a row made from its content, and made anew with it.

    ``article`` is the key of the publication's article. ``subject`` is the key of the event or
    person it is about, ``object`` that of a second record the fact names: the person of a
    participation, the post of a membership, the whole of a part. ``value`` holds what is stated of
    them. The words are those of a selector; ``mark`` is the lasting key of the mention or evidence
    at the desk. ``place`` puts the words of one day in order."""

    MENTION: ClassVar[str] = "mention"
    MEMBERSHIP: ClassVar[str] = "membership"
    TOLD: ClassVar[str] = "told"
    PARENT: ClassVar[str] = "parent"
    ATTENDANCE: ClassVar[str] = "attendance"
    PARTICIPATION: ClassVar[str] = "participation"
    DELEGATION: ClassVar[str] = "delegation"
    AGENDA: ClassVar[str] = "agenda"
    VOTE: ClassVar[str] = "vote"
    BODY: ClassVar[str] = "body"
    SHORT_TITLE: ClassVar[str] = "short_title"
    SPAN: ClassVar[str] = "span"
    RESOLUTION: ClassVar[str] = "resolution"
    VISIT: ClassVar[str] = "visit"
    ELECTION: ClassVar[str] = "election"
    CANDIDACY: ClassVar[str] = "candidacy"
    TENURE: ClassVar[str] = "tenure"
    SUMMARY: ClassVar[str] = "summary"
    PHOTOGRAPHER: ClassVar[str] = "photographer"

    # What names a person, in an article's words or in the credit of a photo.
    NAMING: ClassVar[tuple[str, ...]] = (MENTION, PHOTOGRAPHER)
    # What says that a person was there, by the key of the person as its object.
    APPEARING: ClassVar[tuple[str, ...]] = (PARTICIPATION, VISIT)

    publication = models.ForeignKey(
        Publication,
        models.CASCADE,
        related_name="statements",
        db_index=False,
        verbose_name=_("publication"),
    )
    article = models.PositiveBigIntegerField(_("article"))
    about = models.CharField(_("about"), max_length=10, choices=abouts)
    subject = models.PositiveBigIntegerField(_("subject"))
    field = models.CharField(_("field"), max_length=20)
    object = models.PositiveBigIntegerField(_("object"), null=True)
    value = models.JSONField(_("value"), default=dict)
    mark = models.PositiveBigIntegerField(_("mark"))
    part = models.CharField(
        _("part"), max_length=10, choices=parts_of_an_article
    )
    photo = models.PositiveBigIntegerField(_("photo"), null=True)
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    exact = models.TextField(_("words"))
    prefix = models.CharField(
        _("words before"), max_length=CONTEXT_LENGTH, blank=True
    )
    suffix = models.CharField(
        _("words after"), max_length=CONTEXT_LENGTH, blank=True
    )
    day = models.DateField(_("date"))
    place = models.CharField(max_length=80)

    # Who took part, put in by ``events.telling``; None while no publication names the person.
    person: PublicPerson | None = None

    objects = StatementQuerySet.as_manager()

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        indexes = [
            models.Index(
                fields=["publication", "field"], name="statement_by_publication"
            ),
            models.Index(
                "about",
                "subject",
                "field",
                F("day").desc(),
                "place",
                "id",
                name="statement_newest_first",
            ),
            models.Index(
                "about",
                "subject",
                "field",
                F("day").desc(),
                F("article").desc(),
                name="statement_by_article",
            ),
            models.Index(
                "field",
                "object",
                F("day").desc(),
                "place",
                "id",
                name="statement_by_object",
            ),
            models.Index(
                "subject",
                "field",
                F("day").desc(),
                "place",
                "id",
                condition=Q(photo__isnull=False),
                name="statement_of_a_caption",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.field}: {self.exact[:40]}"

    def get_absolute_url(self) -> str:
        """The words where they stand in the article; those of a credit stand with their photo."""
        address = self.publication.get_absolute_url()
        if self.part == CREDIT:
            return f"{address}#photo-{self.photo}"
        return f"{address}?{self.parameter}={self.mark}#words"

    @property
    def parameter(self) -> str:
        """What the address of the words calls them."""
        return "mention" if self.field == self.MENTION else "evidence"

    @property
    def before(self) -> str:
        """The words before, with an ellipsis unless the text begins with them."""
        is_cut = self.start > len(self.prefix)
        return f"…{self.prefix}" if is_cut else self.prefix

    @property
    def after(self) -> str:
        """The words after, with an ellipsis unless the text ends before there are as many as are
        kept.
        """
        is_cut = len(self.suffix) == CONTEXT_LENGTH
        return f"{self.suffix}…" if is_cut else self.suffix
