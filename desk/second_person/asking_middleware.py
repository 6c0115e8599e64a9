"""Every act at the desk that readers would see at once becomes a question to a second person."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from editorial.asking.asked_steps import ask
from editorial.asking.gate import StepWaits, second_person_asked

GetResponse = Callable[[HttpRequest], HttpResponse]


class SecondPersonMiddleware:
    """Ask for what was held instead of telling that it is done."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    @cached_property
    def desk(self) -> str:
        return reverse("admin:index")

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self._is_act(request):
            return self.get_response(request)
        with second_person_asked():
            return self.get_response(request)

    def _is_act(self, request: HttpRequest) -> bool:
        """Tell whether somebody does something at the desk, more than looking."""
        if request.method != "POST":
            return False
        return request.path.startswith(self.desk)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Keep what was held, and show it where it waits."""
        if not isinstance(exception, StepWaits):
            return None
        waiting = ask(exception)
        _forget_what_was_told(request)
        message = _(
            "Nothing is changed yet: a second person has to confirm it."
        )
        messages.info(request, message)
        return redirect("desk-asked", waiting.pk)


def _forget_what_was_told(request: HttpRequest) -> None:
    """Read the messages of what was not done, so that nobody else does."""
    for _message in messages.get_messages(request):
        pass
