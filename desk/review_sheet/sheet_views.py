"""Reading an article as its reviewer, and signing it or sending it back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from articles.models import Article
from desk.bench.workbench import CONFLICT, refusal_words
from desk.review_sheet.sheet import ReviewSheet
from desk.screens import DeskScreen, presence
from desk.signed_in import editor_of
from desk.unsaved.page_drafts import draft_of, forget
from editorial.models import Review
from editorial.office.holding import release
from editorial.reviewing import sign
from records.plaintext import PlainTextField


class JudgedForm(forms.Form):
    """A review with a judgement of each fact: one that is not right cannot be signed."""

    step = forms.ChoiceField(choices=Review.Step)
    version = forms.IntegerField()
    seen = forms.CharField()
    decision = forms.ChoiceField(choices=Review.Decision)
    opinion = PlainTextField(required=False)

    def __init__(self, *args: Any, facts: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fact_fields = [f"fact-{number}" for number in range(facts)]

    @property
    def judged(self) -> dict[str, str]:
        """What was said of each fact: right, wrong, or '' for nothing."""
        return {name: self.data.get(name, "") for name in self.fact_fields}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        decision = cleaned.get("decision")
        if decision == Review.Decision.APPROVED:
            self._check_facts()
        return cleaned

    def _check_facts(self) -> None:
        """Refuse to approve facts that nobody looked at, or that are not right."""
        said = list(self.judged.values())
        if "wrong" in said:
            raise ValidationError(
                _(
                    "A fact is not right: return the article, or have it corrected."
                )
            )
        if said.count("right") < len(said):
            raise ValidationError(_("Judge each fact before you sign."))


class ReviewView(DeskScreen, TemplateView):
    """``?since=`` says what the words are held against, ``?view=full`` shows the whole text."""

    template_name = "admin/desk/review.html"

    @cached_property
    def article(self) -> Article:
        articles = Article.objects.with_page().defer("page__text")
        return get_object_or_404(articles, pk=self.kwargs["article"])

    @cached_property
    def sheet(self) -> ReviewSheet:
        since = self.request.GET.get("since", "")
        return ReviewSheet(self.article, editor_of(self.request), since)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        whole = self.request.GET.get("view") == "full"
        context = super().get_context_data(place="review")
        context |= self._draft()
        context |= self._presence()
        return (
            context
            | self.sheet.context(whole=whole)
            | kwargs
            | {"article": self.article}
        )

    def _draft(self) -> dict[str, Any]:
        """Return the opinion that was typed and not sent; ``?draft=`` puts it into its box."""
        address = f"review/{self.article.pk}"
        draft = draft_of(editor_of(self.request), address)
        found = {"draft": draft, "draft_address": address}
        if draft and "draft" in self.request.GET:
            found["opinion"] = draft.typed.get("opinion", "")
        return found

    def _presence(self) -> dict[str, Any]:
        """Return who else is at this article."""
        subject = f"article:{self.article.pk}"
        return presence(subject, editor_of(self.request))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        facts = len(self.sheet.facts())
        form = JudgedForm(request.POST, facts=facts)
        try:
            if not form.is_valid():
                refused = _messages(form)
                raise ValidationError(refused)
            reviewer = editor_of(request)
            sign(self.article, by=reviewer, **form.cleaned_data)
            release(f"article:{self.article.pk}", reviewer)
        except ValidationError as refusal:
            why = refusal_words(refusal)
            return self._refused(form, why)
        forget(request)
        messages.success(request, _("Your review is signed."))
        return redirect("admin:index")

    def _refused(self, form: JudgedForm, why: str) -> HttpResponse:
        """Show the sheet as it is now, with the opinion and what was said of each fact."""
        self.__dict__.pop("sheet", None)
        self.__dict__.pop("article", None)
        typed = {
            "refusal": why,
            "opinion": form.data.get("opinion", ""),
            "judged": form.judged,
        }
        whole = self.get_context_data(**typed)
        return self.render_to_response(whole, status=CONFLICT)


def _messages(form: forms.Form) -> list[str]:
    return [str(each) for errors in form.errors.values() for each in errors]
