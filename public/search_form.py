"""What a reader may ask the search."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.models import Newspaper
from people.models import PublicPerson
from records.days import SpanForm
from search.query import LONGEST_QUERY

ORDERS = {"newest": _("newest first"), "relevance": _("by relevance")}
FILTERS = ("date_from", "date_to", "newspaper", "person")


class SearchForm(SpanForm):
    q = forms.CharField(
        label=_("Words"),
        max_length=LONGEST_QUERY,
        required=False,
        widget=forms.TextInput(
            attrs={
                "type": "search",
                "autocomplete": "off",
                "enterkeyhint": "search",
            }
        ),
    )
    date_from = forms.DateField(
        label=_("From"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    date_to = forms.DateField(
        label=_("Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    newspaper = forms.ModelChoiceField(
        Newspaper.objects.published().order_by("name"),
        label=_("Newspaper"),
        required=False,
        to_field_name="slug",
        empty_label=_("All newspapers"),
    )
    person = forms.ModelChoiceField(
        PublicPerson.objects.all(),
        label=_("Person"),
        required=False,
        widget=forms.HiddenInput,
    )
    order = forms.ChoiceField(label=_("Order"), choices=ORDERS, required=False)

    @property
    def filters(self) -> dict[str, Any]:
        """The filters as ``search.query.find`` takes them."""
        return {name: self.cleaned_data.get(name) for name in FILTERS}

    @property
    def raw_filters(self) -> dict[str, str]:
        """The filters that are set, as they stand in the address."""
        return {
            name: self.data[name] for name in FILTERS if self.data.get(name)
        }
