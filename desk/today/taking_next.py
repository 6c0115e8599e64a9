"""Taking the next of one's queues: it is reserved for a while, and let go again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from desk.signed_in import editor_of
from desk.today.queues import QueueRow, Waiting, queues_of
from editorial.models import Hold
from editorial.office.holding import (
    keep_reserved,
    release,
    take_first,
)
from records.plaintext import key_in

SEE_OTHER = 303
NO_CONTENT = 204


def next_of(
    queues: Iterable[QueueRow], held: Iterable[str]
) -> tuple[QueueRow, Waiting] | None:
    """Return the first of one's queues that no colleague holds, with its queue."""
    taken = set(held)
    for row, each in _mine(queues):
        if each.subject not in taken:
            return row, each
    return None


def own_holds(
    user: User, queues: Iterable[QueueRow]
) -> list[dict[str, object]]:
    """Return what a person has reserved and still waits, with where it is dealt with."""
    waiting = {each.subject: each for _row, each in _mine(queues)}
    holds = Hold.objects.standing().filter(by=user)
    return [
        {
            "hold": hold,
            "words": waiting[hold.subject].words,
            "address": waiting[hold.subject].address,
        }
        for hold in holds
        if hold.subject in waiting
    ]


def _mine(queues: Iterable[QueueRow]) -> Iterator[tuple[QueueRow, Waiting]]:
    for row in queues:
        if row.is_mine:
            for each in row.oldest:
                yield row, each


def _asked_of(queues: Iterable[QueueRow], queue: str) -> list[QueueRow]:
    """Return one's own queues, or only the one of this number as the front page counts them."""
    mine = [row for row in queues if row.is_mine]
    if not queue:
        return mine
    return _one_of(mine, key_in(queue))


def _one_of(rows: list[QueueRow], number: int) -> list[QueueRow]:
    return rows[number - 1 : number]


class TakeView(View):
    """Reserve the next of one's queues, or of the one whose number ``queue`` is, and lead to it."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        user = editor_of(request)
        queue = request.POST.get("queue", "")
        asked = _asked_of(queues_of(user), queue)
        waiting = {each.subject: each for _row, each in _mine(asked)}
        taken = take_first(
            waiting,
            user,
        )
        if taken is None:
            message = _("Nothing waits that no colleague is at.")
            messages.info(
                request,
                message,
            )
            return _to(reverse("admin:index"))
        return _to(waiting[taken].address)


class ReleaseView(View):
    """Let go of what one has reserved."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        release(
            request.POST.get(
                "subject",
                "",
            ),
            editor_of(request),
        )
        return _to(reverse("admin:index"))


class PresenceView(View):
    """Hear that somebody is still at it: what they have reserved stays so."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        keep_reserved(
            request.POST.get(
                "subject",
                "",
            ),
            editor_of(request),
        )
        return HttpResponse(status=NO_CONTENT)


def _to(address: str) -> HttpResponse:
    return HttpResponseRedirect(address, status=SEE_OTHER)
