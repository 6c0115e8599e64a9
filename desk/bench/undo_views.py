"""Taking one's last step on the workbench back, and doing it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from desk.bench.case_views import DecidingForm
from desk.bench.workbench import refusal_words
from desk.signed_in import editor_of
from editorial.models import Step, StepRow
from editorial.steps.undoing import undo_whole


class BackView(DecidingForm):
    """Undo a step that was taken on this page, with those taken at once with it; redoing is undoing
    the undo.
    """

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        steps = Step.objects.select_related(
            "article",
            "page",
        )
        on_page = steps.filter(page=self.page)
        step = get_object_or_404(
            on_page,
            pk=kwargs["step"],
        )
        try:
            undoing = undo_whole(step, editor_of(request))
        except PermissionDenied:
            return self.refused(_("You may not undo this step."))
        except ValidationError as refusal:
            return self.refused(refusal_words(refusal))
        self.case_asked = self._case_of(undoing)
        query = ""
        if self.case_asked:
            query = f"?case={self.case_asked}#case-{self.case_asked}"
        said = _("Done again.") if "redo" in request.POST else _("Undone.")
        return self.done(
            said,
            query=query,
        )

    def _case_of(self, steps: Sequence[Step]) -> int:
        """Return a finding of this page that these steps changed, 0 for none."""
        rows = StepRow.objects.filter(
            step__in=steps,
            kind="finding",
        )
        changed = rows.order_by("key").values_list(
            "key",
            flat=True,
        )
        of_page = self.page.findings.filter(pk__in=changed)
        return (
            of_page.values_list(
                "pk",
                flat=True,
            ).first()
            or 0
        )
