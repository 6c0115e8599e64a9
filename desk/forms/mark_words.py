"""Forms with which editors mark words of an article: they type the words, the offsets are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Evidence, Mention, Photo
from articles.models.selector import Part, TextRange
from desk.forms.inline_rows import RowForm, RowFormSet
from records.plaintext import PlainLineField

# More rows than these of six fields each, in two lists, come near what Django takes in one form.
MOST_ROWS = 60
# The fields of a row that say where its words stand: changed, they are looked up.
LOOKED_UP = {"where", "exact", "confirmed"}
NO_HEADINGS = (Part.BODY, Part.CAPTION)
NAME_AND_WORDS = {"exact", "name"}


class WordPlaces:
    """The texts of one article that words can stand in, and the places that are marked already."""

    def __init__(
        self, article: Article, marked: Iterable[Mention | Evidence]
    ) -> None:
        self.article = article
        self.taken: dict[str, set[TextRange]] = defaultdict(set)
        for selector in marked:
            taken = self.taken[where(selector)]
            taken.add(_place(selector))

    @cached_property
    def photos(self) -> dict[str, Photo]:
        photos = self.article.photos.all()
        return {_caption_of(photo.pk): photo for photo in photos}

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """The texts by key and name: the body first, the captions last."""
        headings = [part for part in Part if part not in NO_HEADINGS]
        parts = [_choice(part) for part in (Part.BODY, *headings)]
        return parts + self._captions()

    def _captions(self) -> list[tuple[str, str]]:
        """Return the captions by key and name: where the photo stands, and its first words."""
        captions = []
        for key, photo in self.photos.items():
            place = f"{Part.CAPTION.label} {photo.position}"
            captions.append((key, f"{place}: {photo}"))
        return captions

    def mark(self, selector: Mention | Evidence, key: str, words: str) -> None:
        """Anchor the selector at the words' free place nearest to where it was; raise
        ``ValidationError`` for none.
        """
        self._free(selector)
        self._move(selector, key)
        free = self._free_places(
            selector.text,
            key,
            words,
        )
        former = selector.start or 0
        place = _nearest(free, former)
        self.taken[key].add(place)
        selector.anchor(*place)

    def _free(self, selector: Mention | Evidence) -> None:
        """Let others take the place where a selector was."""
        taken = self.taken[where(selector)]
        taken.discard(_place(selector))

    def _move(self, selector: Mention | Evidence, key: str) -> None:
        """Point a selector into the text of this key."""
        photo = self.photos.get(key)
        selector.article = self.article
        selector.photo = photo
        selector.part = Part.CAPTION if photo else key

    def _free_places(self, text: str, key: str, words: str) -> list[TextRange]:
        """Return where the words stand and are not marked; raise ``ValidationError`` for none."""
        taken = self.taken[key]
        found = places_of(words, text)
        if not found:
            message = _("These words do not stand there.")
            raise ValidationError({"exact": message})
        free = [place for place in found if place not in taken]
        if not free:
            message = _("These words are marked already.")
            raise ValidationError({"exact": message})
        return free


def where(selector: Mention | Evidence) -> str:
    """Name the text a selector points into: its part, and for a caption the photo."""
    if selector.photo_id:
        return _caption_of(selector.photo_id)
    return selector.part


def _caption_of(photo: int) -> str:
    return f"{Part.CAPTION}:{photo}"


def _choice(part: Part) -> tuple[str, str]:
    label = str(part.label)
    return part.value, label


def _place(selector: Mention | Evidence) -> TextRange:
    return selector.start, selector.end


def places_of(words: str, text: str) -> list[TextRange]:
    """Return every place of the words in the text as half-open offsets."""
    places: list[TextRange] = []
    if not words:
        return places
    start = text.find(words)
    while start != -1:
        end = start + len(words)
        places.append((start, end))
        # The next one may begin inside this one.
        start = text.find(words, start + 1)
    return places


def _nearest(places: list[TextRange], offset: int) -> TextRange:
    """Return the place that begins nearest to an offset, of two the first."""

    def distance(place: TextRange) -> int:
        start = place[0]
        return abs(start - offset)

    return min(places, key=distance)


class MarkingForm(RowForm):
    """Words, and where they stand. Words that are new, retyped or confirmed are looked up in the
    text as stored.
    """

    where = forms.ChoiceField(label=_("part"))
    exact = forms.CharField(
        label=_("words"),
        strip=False,
        help_text=_("Exactly as they stand in the article."),
    )
    confirmed = forms.BooleanField(
        label=_("looked at"),
        required=False,
        help_text=_("The words stand as typed here and still say the same."),
    )

    def __init__(self, *args: Any, places: WordPlaces, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places
        text: Any = self.fields["where"]
        text.choices = places.choices
        selector = self.instance
        if selector.pk:
            self.initial["where"] = where(selector)
        confirmed = self.fields["confirmed"]
        confirmed.disabled = not selector.check_again

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        changed = LOOKED_UP.intersection(self.changed_data)
        if changed and not self.errors:
            selector = self.instance
            self.places.mark(
                selector,
                key=cleaned["where"],
                words=cleaned["exact"],
            )
            selector.check_again = False
        return cleaned

    def _post_clean(self) -> None:
        """Leave the record as stored while there are errors: it would only repeat them."""
        if not self.errors:
            super()._post_clean()


class MentionForm(MarkingForm):
    name = PlainLineField(
        label=_("name"),
        max_length=60,
        required=False,
        help_text=_("Left empty: the words."),
    )

    class Meta:
        model = Mention
        fields = ["where", "exact", "name", "person"]

    def clean(self) -> dict[str, Any]:
        """Let the name follow the words while nobody has typed another."""
        cleaned = super().clean()
        name = cleaned.get("name")
        retyped = NAME_AND_WORDS.intersection(self.changed_data)
        if not name or retyped == {"exact"}:
            words = cleaned.get("exact", "")
            cleaned["name"] = "".join(words.split())
        return cleaned


class EvidenceForm(MarkingForm):
    class Meta:
        model = Evidence
        fields = ["where", "exact"]


class MarkingFormSet(RowFormSet):
    """The words marked in one article; the article and its photos are fetched once for all rows.

    Of a long list, such as the names of a congress, only those are rows that have to be looked at
    again: the browser could not send them all. The others are changed at the page's workbench."""

    def get_queryset(  # type: ignore[override]
        self,
    ) -> Sequence[models.Model | None]:
        rows = super().get_queryset()
        if self.is_bound or not self.is_long:
            return rows
        marks: Iterable[Any] = self.stored.values()
        waiting = [mark for mark in marks if mark.check_again]
        return waiting[:MOST_ROWS]

    @property
    def is_long(self) -> bool:
        return len(self.stored) > MOST_ROWS

    @property
    def unseen(self) -> list[models.Model]:
        """Of a long list most rows are never shown, so that none can be said to be new."""
        return [] if self.is_long else super().unseen

    @cached_property
    def places(self) -> WordPlaces:
        article = self.instance
        selectors: Iterable[Any] = self.stored.values()
        for selector in selectors:
            selector.article = article
        return WordPlaces(article, selectors)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        given = super().get_form_kwargs(index)
        return {
            **given,
            "places": self.places,
        }
