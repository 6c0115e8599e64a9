"""Mention and Evidence: exact words of an article (W3C TextQuoteSelector and
TextPositionSelector).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.article_queries import unread
from articles.models.photo import Photo
from articles.quotation import CONTEXT_LENGTH, quoted
from people.models import Membership, Person
from records.choices import Choices

# Where words stand in a text: half-open, in Python characters.
TextRange = tuple[int, int]
# No photo is one and the same place: SQLite would count each null as a value of its own.
SAME_PHOTO = Coalesce("photo", 0)


class Part(models.TextChoices):
    """The text of an article that a selector points into, as corrected."""

    KICKER = "kicker", _("kicker")
    HEADLINE = "headline", _("headline")
    SUBTITLE = "subtitle", _("subtitle")
    BODY = "body", _("body")
    CAPTION = "caption", _("caption")


def parts_of_an_article() -> Choices:
    return Part.choices


class SelectorQuerySet(models.QuerySet):
    def standing(self) -> Self:
        """Keep those whose words have not been edited away."""
        return self.filter(check_again=False)

    def with_article(self) -> Self:
        """Fetch the article's address along, not its texts."""
        return self.select_related(
            "article__page__issue__newspaper", "article__beginning"
        ).defer(*unread("article"))

    def in_order(self) -> Self:
        return self.order_by("article", "part", "photo", "start")

    def newest_first(self) -> Self:
        """Put by article, the newest issue first, then in the order of the text."""
        return self.order_by(
            "-article__day",
            "article__edition",
            "article__sort_label",
            "article__position",
            "article",
            "part",
            "photo",
            "start",
        )


class Selector(models.Model):
    """Words of one part of an article: ``start``/``end`` are half-open Python offsets into that
    part as corrected.
    """

    article = models.ForeignKey(
        Article, models.CASCADE, verbose_name=_("article")
    )
    part = models.CharField(
        _("part"), max_length=10, choices=parts_of_an_article, default=Part.BODY
    )
    photo = models.ForeignKey(
        Photo, models.CASCADE, null=True, blank=True, verbose_name=_("photo")
    )
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    exact = models.TextField(
        _("words"), help_text=_("Exactly as they stand in the article.")
    )
    prefix = models.CharField(
        _("words before"), max_length=CONTEXT_LENGTH, blank=True
    )
    suffix = models.CharField(
        _("words after"), max_length=CONTEXT_LENGTH, blank=True
    )
    check_again = models.BooleanField(
        _("check again"),
        default=False,
        help_text=_(
            "The words were edited away; what they state is hidden until somebody has looked."
        ),
    )

    # What the address of the words calls them.
    parameter: ClassVar[str]

    objects = SelectorQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.exact[:40]

    def get_absolute_url(self) -> str:
        return f"{self.article.get_absolute_url()}?{self.parameter}={self.pk}#words"

    @property
    def before(self) -> str:
        """The words before, with an ellipsis unless the text begins with them."""
        return (
            f"…{self.prefix}" if self.start > len(self.prefix) else self.prefix
        )

    @property
    def after(self) -> str:
        """The words after, with an ellipsis unless the text ends before there are as many as are
        kept.
        """
        return (
            f"{self.suffix}…"
            if len(self.suffix) == CONTEXT_LENGTH
            else self.suffix
        )

    def clean(self) -> None:
        """Refuse words that do not stand where the offsets say, unless they are marked to be
        checked again.
        """
        if (self.part == Part.CAPTION) != (self.photo_id is not None):
            raise ValidationError(
                {
                    "photo": _(
                        "A caption belongs to a photo, and only a caption does."
                    )
                }
            )
        if (
            not self.check_again
            and self.text[self.start : self.end] != self.exact
        ):
            raise ValidationError(
                {
                    "exact": _(
                        "These words do not stand at this place of the article."
                    )
                }
            )

    @property
    def text(self) -> str:
        """The text the offsets count in."""
        if self.part == Part.CAPTION:
            return self.photo.caption if self.photo else ""
        return getattr(self.article, self.part)

    def places_in(self, text: str) -> Iterator[TextRange]:
        """Yield where these words stand in a text, between the words of their line that stood
        around them.
        """
        before = _end_of_line(self.prefix)
        after = _end_of_line(self.suffix[::-1])[::-1]
        sought = before + self.exact + after
        # With a line break at both ends, the first line and the last are like all others.
        lines = f"\n{text}\n"
        found = lines.find(sought)
        while found >= 0:
            start = found + len(before) - 1
            yield start, start + len(self.exact)
            found = lines.find(sought, found + 1)

    def anchor(self, start: int, end: int) -> None:
        """Point at ``text[start:end]`` and keep those words with 32 characters of context on each
        side.
        """
        text = self.text
        self.start = start
        self.end = end
        for name, words in quoted(text, start, end).items():
            setattr(self, name, words)


def _end_of_line(context: str) -> str:
    """Return the context from its last line break on; the text begins with one that is too
    short.
    """
    if len(context) < CONTEXT_LENGTH:
        context = f"\n{context}"
    return context[max(context.rfind("\n"), 0) :]


class Mention(Selector):
    """These words of this article are this person; without a person, the name could be more than
    one.
    """

    parameter = "mention"

    name = models.CharField(
        _("name"),
        max_length=60,
        help_text=_("Without the space that pads a name in print."),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mentions",
        verbose_name=_("person"),
    )

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        default_related_name = "mentions"
        ordering = ["article", "part", "start"]
        constraints = [
            models.UniqueConstraint(
                "article",
                "part",
                SAME_PHOTO,
                "start",
                "end",
                name="mention_once",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="mention_span_in_order"
            ),
        ]


class Evidence(Selector):
    """The exact words that state a fact: a membership, an event, a participation."""

    parameter = "evidence"

    memberships = models.ManyToManyField(
        Membership,
        blank=True,
        related_name="evidence",
        verbose_name=_("memberships stated"),
    )

    class Meta:
        verbose_name = _("evidence")
        verbose_name_plural = _("evidence")
        default_related_name = "evidence"
        ordering = ["article", "part", "start"]
        constraints = [
            models.UniqueConstraint(
                "article",
                "part",
                SAME_PHOTO,
                "start",
                "end",
                name="evidence_once",
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="evidence_span_in_order"
            ),
        ]
