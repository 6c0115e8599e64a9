"""Forms of facts that take the words stating them, typed or marked in an article."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from desk.forms.editor_forms import WatchedForm
from desk.forms.inline_rows import RowForm, RowFormSet
from desk.forms.mark_words import MOST_ROWS
from desk.stated_words.words_field import (
    MOST_PLACES,
    TypedWords,
    WordsField,
    WordsPlace,
    places_in,
)
from editorial.office.marking_evidence import MarkedPlace
from editorial.stating import articles_stating
from events.models import Vote
from records.plaintext import key_in

# The field that names the article in which words are looked for, on the page and in its address.
WORDS_IN = "words_in"
WORDS = "words"
# The articles to choose from: those of the issues that state the record.
MOST_ARTICLES = 200


class StatesWords(forms.ModelForm):
    """A form whose fact may be stated by words that are typed: ``found`` is their place."""

    words = WordsField(
        label=_("or these words"),
        required=False,
        help_text=_("Exactly as they stand in the article chosen below."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found: MarkedPlace | None = None
        evidence = self.fields.get("evidence")
        self.needs_words = bool(evidence and evidence.required)
        if evidence is not None:
            evidence.required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        typed = cleaned.get(WORDS)
        if typed and typed.words:
            self.found = self._place(typed)
        elif self.needs_words and not cleaned.get("evidence"):
            message = forms.Field.default_error_messages["required"]
            self.add_error("evidence", message)
        return cleaned

    def _place(self, typed: TypedWords) -> MarkedPlace | None:
        """Return where the words stand, None with the reason noted beside them."""
        key = key_in(self.data.get(WORDS_IN, ""))
        # Nobody changes its words before they are marked.
        locked = Article.objects.select_for_update(of=["self"])
        article = locked.filter(pk=key).first()
        if article is None:
            self.add_error(WORDS, _("Choose the article of these words first."))
            return None
        places = list(places_in(article, typed.words))
        chosen = [place for place in places if place.value == typed.at]
        only = chosen or places
        if len(only) == 1:
            return only[0].marked
        self._ask(places)
        return None

    def _ask(self, places: list[WordsPlace]) -> None:
        """Offer the places, if there are any."""
        why = _("These words do not stand there.")
        if places:
            why = _("These words stand in several places: choose one of them.")
        words: Any = self.fields[WORDS].widget
        words.places = places[:MOST_PLACES]
        self.add_error(WORDS, why)


class StatedRowForm(StatesWords, RowForm):
    """A row with the words that state it."""


class StatedRows(RowFormSet):
    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Of a long list the words are typed on the page of each row: one more field a row is more
        than the browser can send.
        """
        super().add_fields(form, index)
        words: Any = form.fields[WORDS].widget
        words.is_offered = len(self.stored) <= MOST_ROWS

    def clean(self) -> None:
        """Refuse two votes stated by the same words, which no record has yet."""
        super().clean()
        taken: set[MarkedPlace] = set()
        for row in self.forms:
            found = getattr(row, "found", None)
            if self.model is Vote and found in taken:
                row.add_error(WORDS, _("These words are marked already."))
            if found:
                taken.add(found)


class ArticleOfWords(forms.IntegerField):
    """Where words are looked for: no change of the record."""

    widget = forms.Select

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class StatingForm(StatesWords, WatchedForm):
    """The form of a record whose own words, and those of its rows, may be typed.

    ``asked`` is the key of the article that the address names, 0 for none."""

    asked = 0

    words_in = ArticleOfWords(label=_("article of the words"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields[WORDS_IN]
        choice: Any = field.widget
        choice.choices = [
            (article.pk, f"{article.page.label} {article}")
            for article in self._articles
        ]
        shown = self.shown_article
        if shown:
            self.initial[WORDS_IN] = shown.pk

    @cached_property
    def _stating(self) -> set[int]:
        record = self.instance
        return articles_stating(record) if record.pk else set()

    @cached_property
    def _articles(self) -> list[Article]:
        """The articles of the issues that state the record, or of the article asked for."""
        keys = self._stating | {self.asked}
        issues = Article.objects.filter(pk__in=keys).values("page__issue")
        articles = Article.objects.filter(page__issue__in=issues)
        printed = articles.select_related("page__issue__newspaper")
        return list(printed.newest_first()[:MOST_ARTICLES])

    @cached_property
    def shown_article(self) -> Article | None:
        """The article whose words are shown to be marked: the one asked for, else the first that
        states the record.
        """
        for keys in ({self.asked}, self._stating):
            for article in self._articles:
                if article.pk in keys:
                    return article
        return None
