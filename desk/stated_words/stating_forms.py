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
        help_text=_("Exactly as they stand in the chosen article."),
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
        is_stated = cleaned.get("evidence") or (typed and typed.words)
        self.found = self.place_typed(WORDS)
        if self.needs_words and not is_stated:
            message = forms.Field.default_error_messages["required"]
            self.add_error("evidence", message)
        return cleaned

    def place_typed(self, name: str) -> MarkedPlace | None:
        """Return where the words of a field stand, None where none are typed, or with the reason
        noted beside them.
        """
        typed: TypedWords | None = self.cleaned_data.get(name)
        if not typed or not typed.words:
            return None
        key = key_in(self.data.get(WORDS_IN, ""))
        # Nobody changes its words before they are marked.
        locked = Article.objects.select_for_update(of=["self"])
        article = locked.filter(pk=key).first()
        if article is None:
            self.add_error(name, _("Choose the article of these words first."))
            return None
        places = list(places_in(article, typed.words))
        self._offer(name, places)
        chosen = [place for place in places if place.value == typed.at]
        only = chosen or places
        if len(only) == 1:
            return only[0].marked
        why = _("These words do not stand there.")
        if places:
            why = _("These words stand in several places: choose one of them.")
        self.add_error(name, why)
        return None

    def _offer(self, name: str, places: list[WordsPlace]) -> None:
        """Offer the places where there are several, also when something else is refused."""
        if len(places) > 1:
            words: Any = self.fields[name].widget
            words.places = places[:MOST_PLACES]


class StatedRowForm(StatesWords, RowForm):
    """A row with the words that state it."""


class StatedPostForm(StatedRowForm):
    """The row of a post that somebody held, which several words may state: they are shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words: Any = self.fields.get(WORDS)
        if words is None:
            return
        words.label = _("Words that state it")
        record = self.instance
        if record.pk:
            words.widget.standing = record.evidence.all()


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
            is_twice = self.model is Vote and found in taken
            if is_twice:
                row.add_error(WORDS, _("These words are marked already."))
            if found:
                taken.add(found)


class ArticleOfWords(forms.IntegerField):
    """Where words are looked for: no change of the record."""

    widget = forms.Select

    def has_changed(self, initial: Any, data: Any) -> bool:
        return False


class StatingRowsForm(WatchedForm):
    """The form of a record whose rows have words that may be typed.

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
        if not record.pk:
            return set()
        return articles_stating(record)

    @cached_property
    def naming(self) -> set[int]:
        """The articles that name the record and may state something of it."""
        return set()

    @cached_property
    def _articles(self) -> list[Article]:
        """The articles of the issues that state the record, or of the article asked for; the
        newest where there are none.
        """
        keys = self._stating | self.naming | {self.asked}
        issues = Article.objects.filter(pk__in=keys).values("page__issue")
        articles = Article.objects.select_related("page__issue__newspaper")
        newest = articles.newest_first()
        printed = newest.filter(page__issue__in=issues)[:MOST_ARTICLES]
        return list(printed) or list(newest[:MOST_ARTICLES])

    @cached_property
    def shown_article(self) -> Article | None:
        """The article whose words are shown to be marked: the one asked for, else the first that
        states the record.
        """
        for keys in ({self.asked}, self._stating, self.naming):
            for article in self._articles:
                if article.pk in keys:
                    return article
        return None


class StatingForm(StatesWords, StatingRowsForm):
    """The form of a record that has words of its own, too."""
