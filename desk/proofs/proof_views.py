"""The screen of an issue's proofs, and its review sheets in one file."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from articles.models import Issue
from desk.bench.workbench import CONFLICT, refusal_words
from desk.proofs.proof_lines import proof_lines
from desk.proofs.sheets_zip import review_sheets
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from editorial.models import Proof
from editorial.office.proving import PERMISSION, sign_proof, take_proof_back
from records.plaintext import key_in


class ProofsView(DeskScreen, TemplateView):
    """The five stages of an issue, each with name and date; the next one can be signed."""

    template_name = "admin/desk/proofs.html"

    @cached_property
    def issue(self) -> Issue:
        issues = Issue.objects.select_related("newspaper")
        return get_object_or_404(issues, pk=self.kwargs["issue"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        user = editor_of(self.request)
        lines = proof_lines([self.issue.pk])[self.issue.pk]
        standing = [line.proof for line in lines if line.proof]
        return context | {
            "issue": self.issue,
            "lines": lines,
            "last": standing[-1] if standing else None,
            "earlier": Proof.objects.filter(issue=self.issue, voided=True),
            "may_sign": user.has_perm(PERMISSION),
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Sign the stage that the form names, or take the proof back that it names."""
        by = editor_of(request)
        sent = request.POST
        try:
            if "back" in sent:
                self._take_back(sent["back"], by)
            else:
                note = sent.get("note", "")
                sign_proof(self.issue, sent.get("stage", ""), by, note)
        except ValidationError as refusal:
            why = refusal_words(refusal)
            whole = self.get_context_data(refusal=why, note=sent.get("note"))
            return self.render_to_response(whole, status=CONFLICT)
        return redirect(request.path)

    def _take_back(self, key: str, by: Any) -> None:
        proofs = Proof.objects.standing().filter(issue=self.issue)
        if not key.isdecimal():
            raise PermissionDenied
        proof = get_object_or_404(proofs, pk=key_in(key))
        take_proof_back(proof, by)


class SheetsView(ProofsView):
    """Send the review sheets of an issue, a page of HTML for each article, in one file."""

    http_method_names = ["get"]

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        issue = self.issue
        words = (issue.newspaper.slug, issue.date.isoformat(), issue.edition)
        name = "-".join(filter(None, words))
        packed = review_sheets(self.issue, editor_of(request))
        answer = HttpResponse(packed, content_type="application/zip")
        answer["Content-Disposition"] = f'attachment; filename="{name}.zip"'
        return answer
