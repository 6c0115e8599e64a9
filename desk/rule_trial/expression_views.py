"""A fixed expression tried on the articles on record before it is saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView

from articles.models import Article
from desk.screens import DeskScreen
from desk.typed_days.date_fields import DayField
from importing.models import FixedExpression
from importing.trying.expression_trial import (
    NEWEST,
    DoubtedWords,
    words_doubted,
)
from records.plaintext import PlainLineField

MOST_SHOWN = 50
# Characters before and behind.
AROUND = 16


class ExpressionForm(forms.Form):
    """A row of the table as it would be saved."""

    phrase = PlainLineField(label=_("phrase"), max_length=100)
    preferred = PlainLineField(label=_("preferred"), max_length=100)
    valid_from = DayField(label=_("valid from"), required=False)
    valid_to = DayField(label=_("valid until"), required=False)


@dataclass(frozen=True, slots=True)
class TriedRow:
    """Words that would be doubted, with what would be offered in their place."""

    article: Article
    before: str
    words: str
    replacement: str
    after: str


class TryExpressionView(DeskScreen, FormView):
    """Show what the typed row would doubt; nothing is stored."""

    template_name = "admin/desk/rule_trial/expression.html"
    permission_required = "importing.add_fixedexpression"
    form_class = ExpressionForm

    def form_valid(self, form: ExpressionForm) -> HttpResponse:
        """Answer with the page itself: a trial leads nowhere."""
        expression = FixedExpression(**form.cleaned_data)
        found = list(words_doubted(expression))
        articles = {each.article.pk for each in found}
        shown = _rows(found[:MOST_SHOWN], expression)
        context = self.get_context_data(
            form=form,
            tried=True,
            rows=list(shown),
            count=len(found),
            articles=len(articles),
            newest=NEWEST,
        )
        return self.render_to_response(context)


def _rows(
    found: Iterable[DoubtedWords], expression: FixedExpression
) -> Iterator[TriedRow]:
    for each in found:
        text = each.text
        first = max(each.start - AROUND, 0)
        yield TriedRow(
            each.article,
            text[first : each.start],
            text[each.start : each.end],
            expression.preferred,
            text[each.end : each.end + AROUND],
        )
