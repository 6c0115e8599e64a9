"""The field in which the words of a fact are typed, and, where they stand in several places, the
choice of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.models import Article, Evidence
from articles.models.selector import Part
from articles.quotation import quoted
from desk.forms.mark_words import WordPlaces, places_of
from editorial.office.marking_evidence import MarkedPlace
from records.plaintext import plain_line

LONGEST_WORDS = 300
MOST_PLACES = 50
# What the name of the choice adds to that of the words.
AT = "-at"


@dataclass(frozen=True, slots=True)
class TypedWords:
    """Words as typed, and the place chosen for them, "" for none."""

    words: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class WordsPlace:
    """A place of words in an article, as it is offered: the text it is in, and what stands around
    it.
    """

    marked: MarkedPlace
    label: str
    before: str
    after: str

    @property
    def value(self) -> str:
        """What a form calls the place."""
        of = self.marked
        return f"{of.part}:{of.photo or ''}:{of.start}"


def places_in(article: Article, words: str) -> Iterator[WordsPlace]:
    """Yield where words stand in an article: its body, then its headings and captions."""
    texts = WordPlaces(article, [])
    for key, label in texts.choices:
        photo = texts.photos.get(key)
        key_of_photo = photo.pk if photo else None
        part = Part.CAPTION if photo else Part(key)
        text = photo.caption if photo else getattr(article, part)
        for start, end in places_of(words, text):
            around = quoted(text, start, end)
            marked = MarkedPlace(article, part, key_of_photo, start, end)
            yield WordsPlace(
                marked,
                label,
                around["prefix"],
                around["suffix"],
            )


class WordsInput(forms.Widget):
    """A line to type words into; below it the places to choose from, once there are several, and
    the words on record.

    Where it is not offered, nothing is shown or sent."""

    places: Iterable[WordsPlace] = ()
    standing: Iterable[Evidence] = ()
    is_offered = True

    def value_from_datadict(
        self, data: Any, files: Any, name: str
    ) -> TypedWords:
        words = plain_line(data.get(name, "")).strip()
        return TypedWords(words, data.get(f"{name}{AT}", ""))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data

    def render(
        self, name: str, value: Any, attrs: Any = None, renderer: Any = None
    ) -> SafeString:
        if not self.is_offered:
            return SafeString("")
        typed = value or TypedWords()
        context = {
            "name": name,
            "typed": typed,
            "attrs": self.build_attrs(self.attrs, attrs),
            "longest": LONGEST_WORDS,
            "places": self.places,
            "standing": self.standing,
            "at": f"{name}{AT}",
        }
        return render_to_string("admin/desk/_stated_words.html", context)


class WordsField(forms.Field):
    widget = WordsInput

    def clean(self, value: TypedWords) -> TypedWords:
        return value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data and data.words)
