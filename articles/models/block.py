"""Blocks: the runs of words of a page, each with an identity that stays; where its lines stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models.article import Article
from articles.models.paper import Page
from articles.models.photo import Photo
from records.choices import Choices


def kinds_of_block() -> Choices:
    return Block.Kind.choices


class BlockQuerySet(models.QuerySet["Block"]):
    def standing(self) -> Self:
        """Leave those that were taken out."""
        return self.filter(removed=False)

    def in_order(self) -> Self:
        """Put those of one article in the order of its text."""
        return self.order_by("place", "pk")


class Block(models.Model):
    """One run of words: ``text`` as corrected, ``read`` as the machine read it from ``spans``.

    ``spans`` is ``[[page, start, end], …]``: a page's key, and half-open offsets into its text as
    delivered; none for words that a person added. ``place`` puts the blocks of one article in
    order and leaves room between them. Furniture may be of no article. A block that was taken out
    stays, ``removed``; ``held`` are the marks that are put back with its words:
    ``[[kind, key, start, end], …]``, counted in its text."""

    class Kind(models.TextChoices):
        KICKER = "kicker", _("kicker")
        HEADLINE = "headline", _("headline")
        SUBTITLE = "subtitle", _("subtitle")
        BYLINE = "byline", _("byline")
        DATELINE = "dateline", _("dateline")
        CROSSHEAD = "crosshead", _("crosshead")
        PARAGRAPH = "paragraph", _("paragraph")
        CAPTION = "caption", _("caption")
        CREDIT = "credit", _("credit")
        JUMP_LINE = "jump_line", _("jump line")
        FURNITURE = "furniture", _("page furniture")
        GAP = "gap", _("gap")

    page = models.ForeignKey(
        Page, models.CASCADE, related_name="blocks", verbose_name=_("page")
    )
    article = models.ForeignKey(
        Article,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="blocks",
        verbose_name=_("article"),
    )
    photo = models.ForeignKey(
        Photo,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="blocks",
        verbose_name=_("photo"),
    )
    place = models.PositiveBigIntegerField(_("place"), editable=False)
    kind = models.CharField(_("kind"), max_length=10, choices=kinds_of_block)
    read_kind = models.CharField(
        _("kind as read"),
        max_length=10,
        choices=kinds_of_block,
        blank=True,
        editable=False,
    )
    text = models.TextField(_("text"), blank=True)
    read = models.TextField(_("text as read"), blank=True, editable=False)
    spans = models.JSONField(default=list, editable=False)
    removed = models.BooleanField(_("taken out"), default=False)
    held = models.JSONField(default=list, editable=False)

    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("block")
        verbose_name_plural = _("blocks")
        ordering = ["article", "place", "pk"]

    def __str__(self) -> str:
        if self.text:
            return self.text[:40]
        return str(self.get_kind_display())

    @property
    def part(self) -> str:
        """The text of its article that it is a piece of: a part, or '' for none."""
        if self.removed:
            return ""
        if self.kind == self.Kind.CAPTION:
            return "caption" if self.photo_id else ""
        return PART_OF_KIND.get(self.kind, "")

    def delivered(self) -> Iterator[tuple[int, int]]:
        """Yield where its words stand in the text of its page."""
        own = self.page_id
        for page, start, end in self.spans:
            if page == own:
                yield start, end


class PageGeometry(models.Model):
    """Where the lines of a page stand on it, as its file tells.

    ``lines`` is ``[[start, end, left, top, right, bottom], …]`` in the order of the text: offsets
    into the page's text, and edges in ten-thousandths of the page's width and height. The row is
    one of its own so that no list of pages loads it."""

    page = models.OneToOneField(
        Page, models.CASCADE, related_name="geometry", verbose_name=_("page")
    )
    lines = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = _("geometry of a page")
        verbose_name_plural = _("geometry of pages")

    def __str__(self) -> str:
        return str(self.page)


PART_OF_KIND: dict[Any, str] = {
    Block.Kind.KICKER: "kicker",
    Block.Kind.HEADLINE: "headline",
    Block.Kind.SUBTITLE: "subtitle",
    Block.Kind.CROSSHEAD: "body",
    Block.Kind.PARAGRAPH: "body",
    Block.Kind.GAP: "body",
}
