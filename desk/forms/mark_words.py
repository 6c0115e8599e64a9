"""Forms with which editors mark words of an article: they type the words, the offsets are found."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Evidence, Mention, Photo
from articles.models.selector import Part
from desk.forms.inline_rows import RowForm, RowFormSet
from records.plaintext import PlainLineField


class WordPlaces:
    """The texts of one article that words can stand in, and the places that are marked already."""

    def __init__(
        self, article: Article, marked: list[Mention | Evidence]
    ) -> None:
        self.article = article
        self.taken: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for selector in marked:
            self.taken[where(selector)].add((selector.start, selector.end))

    @cached_property
    def photos(self) -> dict[str, Photo]:
        return {
            f"{Part.CAPTION}:{photo.pk}": photo
            for photo in self.article.photos.all()
        }

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        parts = [choice for choice in Part.choices if choice[0] != Part.CAPTION]
        return [
            (Part.BODY.value, Part.BODY.label),
            *(choice for choice in parts if choice[0] != Part.BODY),
        ] + [
            (key, f"{Part.CAPTION.label} {photo.position}: {photo}")
            for key, photo in self.photos.items()
        ]

    def mark(self, selector: Mention | Evidence, key: str, words: str) -> None:
        """Anchor the selector at the words' free place nearest to where it was; raise
        ``ValidationError`` for none.
        """
        self.taken[where(selector)].discard((selector.start, selector.end))
        selector.article = self.article
        selector.photo = self.photos.get(key)
        selector.part = Part.CAPTION if selector.photo else key
        found = list(occurrences(selector.text, words))
        free = [place for place in found if place not in self.taken[key]]
        if not free:
            if found:
                message = _("These words are marked already.")
            else:
                message = _("These words do not stand there.")
            raise ValidationError({"exact": message})
        place = min(free, key=lambda span: abs(span[0] - (selector.start or 0)))
        self.taken[key].add(place)
        selector.anchor(*place)


def where(selector: Mention | Evidence) -> str:
    """Name the text a selector points into: its part, and for a caption the photo."""
    return (
        f"{Part.CAPTION}:{selector.photo_id}"
        if selector.photo_id
        else selector.part
    )


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Return every place of the words in the text as half-open offsets."""
    size = len(words)
    return [
        (start, start + size)
        for start in range(len(text) - size + 1)
        if size and text.startswith(words, start)
    ]


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
        self.fields["where"].choices = places.choices
        if self.instance.pk:
            self.initial["where"] = where(self.instance)
        self.fields["confirmed"].disabled = not self.instance.check_again

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and {"where", "exact", "confirmed"} & set(
            self.changed_data
        ):
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
        if not cleaned.get("name") or {"exact", "name"} & set(
            self.changed_data
        ) == {"exact"}:
            cleaned["name"] = "".join(cleaned.get("exact", "").split())
        return cleaned


class EvidenceForm(MarkingForm):
    class Meta:
        model = Evidence
        fields = ["where", "exact"]


class MarkingFormSet(RowFormSet):
    """The words marked in one article; the article and its photos are fetched once for all rows."""

    @cached_property
    def places(self) -> WordPlaces:
        selectors = list(self.stored.values())
        for selector in selectors:
            selector.article = self.instance
        return WordPlaces(self.instance, selectors)

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "places": self.places}
