"""Forms with which editors mark words of an article: they type the words, the offsets are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Evidence, Mention, Photo
from articles.models.selector import Part
from desk.forms.inline_rows import RowForm, RowFormSet
from records.plaintext import PlainLineField

# Half-open offsets in a text.
Place = tuple[int, int]
# The fields of a row that say where its words stand: changed, they are looked up.
LOOKED_UP = {"where", "exact", "confirmed"}
NAME_AND_WORDS = {"exact", "name"}


class WordPlaces:
    """The texts of one article that words can stand in, and the places that are marked already."""

    def __init__(
        self, article: Article, marked: Iterable[Mention | Evidence]
    ) -> None:
        self.article = article
        self.taken: dict[str, set[Place]] = defaultdict(set)
        for selector in marked:
            self.taken[where(selector)].add((selector.start, selector.end))

    @cached_property
    def photos(self) -> dict[str, Photo]:
        photos = self.article.photos.all()
        return {_caption_of(photo.pk): photo for photo in photos}

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """The texts by key and name: the body first, the captions last."""
        apart = (Part.BODY, Part.CAPTION)
        headings = [part for part in Part if part not in apart]
        parts = [
            (part.value, str(part.label)) for part in (Part.BODY, *headings)
        ]
        captions = [
            (key, f"{Part.CAPTION.label} {photo.position}: {photo}")
            for key, photo in self.photos.items()
        ]
        return parts + captions

    def mark(self, selector: Mention | Evidence, key: str, words: str) -> None:
        """Anchor the selector at the words' free place nearest to where it was; raise
        ``ValidationError`` for none.
        """
        self.taken[where(selector)].discard((selector.start, selector.end))
        selector.article = self.article
        selector.photo = self.photos.get(key)
        selector.part = Part.CAPTION if selector.photo else key
        free = self._free_places(selector.text, key, words)
        place = _nearest(free, selector.start or 0)
        self.taken[key].add(place)
        selector.anchor(*place)

    def _free_places(self, text: str, key: str, words: str) -> list[Place]:
        """Return where the words stand and are not marked; raise ``ValidationError`` for none."""
        found = places_of(words, text)
        if not found:
            message = _("These words do not stand there.")
            raise ValidationError({"exact": message})
        free = [place for place in found if place not in self.taken[key]]
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


def places_of(words: str, text: str) -> list[Place]:
    """Return every place of the words in the text as half-open offsets."""
    if not words:
        return []
    size = len(words)
    starts = range(len(text) - size + 1)
    found = (start for start in starts if text.startswith(words, start))
    return [(start, start + size) for start in found]


def _nearest(places: list[Place], offset: int) -> Place:
    """Return the place that begins nearest to an offset, of two the first."""
    return min(places, key=lambda place: abs(place[0] - offset))


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
        where_they_stand: Any = self.fields["where"]
        where_they_stand.choices = places.choices
        if self.instance.pk:
            self.initial["where"] = where(self.instance)
        self.fields["confirmed"].disabled = not self.instance.check_again

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        is_marked_anew = not LOOKED_UP.isdisjoint(self.changed_data)
        if is_marked_anew and not self.errors:
            self.places.mark(self.instance, cleaned["where"], cleaned["exact"])
            self.instance.check_again = False
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
        retyped = NAME_AND_WORDS & set(self.changed_data)
        if not cleaned.get("name") or retyped == {"exact"}:
            words = cleaned.get("exact", "")
            cleaned["name"] = "".join(words.split())
        return cleaned


class EvidenceForm(MarkingForm):
    class Meta:
        model = Evidence
        fields = ["where", "exact"]


class MarkingFormSet(RowFormSet):
    """The words marked in one article; the article and its photos are fetched once for all rows."""

    @cached_property
    def places(self) -> WordPlaces:
        selectors: Iterable[Any] = self.stored.values()
        for selector in selectors:
            selector.article = self.instance
        return WordPlaces(self.instance, selectors)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "places": self.places}
