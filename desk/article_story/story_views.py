"""The screen of an article's story, and going back to earlier words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from articles.models import Article
from desk.article_story.story_lines import ArticleStory
from desk.bench.workbench import (
    CONFLICT,
    SEE_OTHER,
    refusal_words,
)
from desk.review_sheet.changed_words import changed_stretches
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from editorial.correcting import StaleSave
from editorial.office.past_words import words_at, words_now
from editorial.office.restoring import restore
from editorial.steps.undoing import PERMISSION
from records.plaintext import PlainLineField, key_in


class StoryView(DeskScreen, TemplateView):
    """``?kind=`` keeps one kind of step, ``?restore=`` shows what going back to a version does."""

    template_name = "admin/desk/story.html"

    @cached_property
    def article(self) -> Article:
        articles = Article.objects.with_page().defer(
            "page__text", "page__blocks"
        )
        return get_object_or_404(articles, pk=self.kwargs["article"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = editor_of(self.request)
        asked = self.request.GET
        story = ArticleStory(self.article, user, asked.get("kind", ""))
        context = super().get_context_data(**kwargs)
        return context | {
            "article": self.article,
            "story": story,
            "lines": story.page(asked.get("page")),
            "hands": story.hands(),
            "may_restore": user.has_perm(PERMISSION),
            "going_back": self._going_back(),
        }

    @property
    def _version(self) -> int:
        """The version that the address asks to go back to, 0 for none."""
        return key_in(self.request.GET.get("restore", ""))

    def _going_back(self) -> dict[str, Any] | None:
        """Return what going back to the version asked for would change."""
        version = self.kwargs.get("version") or self._version
        if not version:
            return None
        past = words_at(
            self.article,
            version,
        )
        if past is None:
            return {"version": version}
        now = words_now(self.article)
        stretches = changed_stretches(
            now,
            past,
        )
        changed = [each for each in stretches if each.is_changed]
        return {"version": version, "is_known": True, "changed": changed}


class RestoreForm(forms.Form):
    seen = forms.IntegerField()
    reason = PlainLineField(required=False)


class RestoreView(StoryView):
    """Write the words of an earlier version anew."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = RestoreForm(request.POST)
        if not form.is_valid():
            return self._refused(_("Going back needs a reason."))
        typed = form.cleaned_data
        by = editor_of(request)
        version = kwargs["version"]
        try:
            restore(self.article, version, by=by, **typed)
        except (ValidationError, StaleSave) as refusal:
            return self._refused(refusal_words(refusal), typed["reason"])
        done = _("The words of version %(version)s are the newest again.")
        messages.success(
            request,
            done % {"version": version},
        )
        story = reverse(
            "desk-story",
            args=[self.article.pk],
        )
        return HttpResponseRedirect(
            story,
            status=SEE_OTHER,
        )

    def _refused(self, why: str, reason: str = "") -> HttpResponse:
        """Show the story again, with the reason that was typed."""
        self.__dict__.pop(
            "article",
            None,
        )
        whole = self.get_context_data(
            refusal=why,
            typed_reason=reason,
        )
        return self.render_to_response(
            whole,
            status=CONFLICT,
        )
