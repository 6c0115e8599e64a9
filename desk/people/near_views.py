"""People of near names, side by side; the editor says whether they are one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from desk.bench.workbench import CONFLICT, refusal_words
from desk.people.evidence_cards import evidence_card
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from editorial.correcting import StaleSave
from editorial.merging.people import MergingPeople
from editorial.pairs.pair_verdicts import (
    MOST_SLIPS,
    PERMISSION,
    OnePerson,
    join_pair,
    settle_pair,
)
from people.models import Pair
from records.plaintext import key_in

# Beyond so many the queue is only said to be longer.
MOST_COUNTED = 999


class NearView(DeskScreen, TemplateView):
    """The first pair that waits, the one behind ``?after=``, or ``?pair=``; those put off come
    last.
    """

    template_name = "admin/desk/people/near.html"
    permission_required = PERMISSION

    @cached_property
    def pair(self) -> Pair | None:
        pairs = Pair.objects.with_people()
        waiting = pairs.waiting().order_by("pk")
        asked = pairs.filter(pk=self._key("pair")).first()
        if asked is not None:
            return asked
        behind = waiting.filter(pk__gt=self._key("after"))
        if behind.exists():
            return behind.first()
        put_off = pairs.put_off().order_by("pk")
        return waiting.first() or put_off.first()

    def _key(self, name: str) -> int:
        """Return the key that the address asks for by this name, 0 for none."""
        return key_in(self.request.GET.get(name, ""))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(
            waiting=_counted_waiting(),
            most=MOST_COUNTED,
            **kwargs,
        )
        return context | self._side_by_side()

    def _side_by_side(self) -> dict[str, Any]:
        pair = self.pair
        if pair is None:
            return {}
        first = evidence_card(pair.first, pair.second)
        second = evidence_card(pair.second, pair.first)
        user = editor_of(self.request)
        return {
            "pair": pair,
            "cards": [(first, second), (second, first)],
            "may_merge": user.has_perms(MergingPeople.permissions()),
            "most_slips": MOST_SLIPS,
        }


class PairView(NearView):
    """Decide about one pair; a refusal shows it again with the reason that was typed."""

    http_method_names = ["post"]

    @cached_property
    def pair(self) -> Pair:
        pairs = Pair.objects.with_people()
        return get_object_or_404(pairs, pk=self.kwargs["pair"])

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        verdict = request.POST.get("verdict", "")
        try:
            said = self._decide(verdict)
        except (ValidationError, StaleSave) as refusal:
            context = self.get_context_data(
                refusal=refusal_words(refusal),
                reason=self._reason,
            )
            return self.render_to_response(context, status=CONFLICT)
        messages.success(request, said)
        near = reverse("desk-near")
        return redirect(f"{near}?after={kwargs['pair']}")

    @property
    def _reason(self) -> str:
        return self.request.POST.get("reason", "")

    def _decide(self, verdict: str) -> str:
        by = editor_of(self.request)
        if verdict in Pair.Verdict.values:
            settle_pair(self.pair, verdict, by)
            return _("Recorded.")
        person = join_pair(self.pair, _one_person(verdict), by, self._reason)
        said = _("The two are one person: %(name)s, №%(key)d.")
        return said % {"name": person.name, "key": person.pk}


def _one_person(verdict: str) -> OnePerson:
    """Return who of the two stays, as a button says it: ``one:7``, ``slip:7``."""
    kind, _colon, key = verdict.partition(":")
    if kind not in ("slip", "one") or not key.isdecimal():
        raise Http404
    return OnePerson(key_in(key), is_slip=kind == "slip")


def _counted_waiting() -> int:
    """Count the pairs that wait, up to one more than a screen says."""
    waiting = Pair.objects.waiting().order_by()
    return waiting[: MOST_COUNTED + 1].count()
