"""Rosters from files: send one, see each row checked, load all of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View

from articles.models import Newspaper
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from importing.models import Upload
from importing.refusal import ImportRefused
from importing.roster_files.load_roster import (
    PERMISSION,
    CheckedRoster,
    RosterFile,
    check_roster,
    load_roster,
)
from importing.roster_files.roster_sample import (
    TableFile,
    roster_on_record,
    sample_roster,
)
from importing.sent.upload_files import drop_upload, files_of, keep_upload
from people.models import RosterEntry
from records.plaintext import PlainTextField

ENDINGS = ("csv", "xlsx")
MOST_LISTED = 100


class SentRosterForm(forms.Form):
    sent = forms.FileField(label=gettext_lazy("CSV or xlsx"), max_length=255)


class AboutRosterForm(forms.Form):
    """What is said of all rows that do not say it themselves."""

    roster = PlainTextField(label=gettext_lazy("roster"), max_length=100)
    authority = PlainTextField(
        label=gettext_lazy("Who keeps it"), max_length=200
    )
    newspaper = forms.ModelChoiceField(
        Newspaper.objects.all(),
        label=gettext_lazy("New people join the authority list of"),
        required=False,
        empty_label=gettext_lazy("none"),
    )


class RosterScreen(DeskScreen, FormView):
    """A screen for whoever may keep rosters."""

    permission_required = PERMISSION


class SendRosterView(RosterScreen):
    template_name = "admin/desk/roster/send.html"
    form_class = SentRosterForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        names = RosterEntry.objects.values_list("roster", flat=True)
        rosters = names.order_by("roster").distinct()
        return super().get_context_data(
            rosters=rosters[:MOST_LISTED],
            **kwargs,
        )

    def form_valid(self, form: SentRosterForm) -> HttpResponse:
        file = form.cleaned_data["sent"]
        by = editor_of(self.request)
        try:
            upload = keep_upload([file], by, is_roster=True)
        except ImportRefused as refusal:
            form.add_error("sent", str(refusal))
            return self.form_invalid(form)
        return redirect("desk-roster-check", upload.token)


class CheckRosterView(RosterScreen):
    """Each row with what it would do; a POST loads them, if none is wrong.

    ``?roster=&authority=&newspaper=`` say what is said of all rows."""

    template_name = "admin/desk/roster/check.html"
    form_class = AboutRosterForm

    @cached_property
    def upload(self) -> Upload:
        token = self.kwargs["token"]
        rosters = Upload.objects.filter(is_roster=True, loaded_at=None)
        return get_object_or_404(rosters, token=token)

    def get_initial(self) -> dict[str, Any]:
        """Call the roster as its file is called, until somebody says otherwise."""
        asked = self.request.GET
        papers = Newspaper.objects.order_by("pk")[:2]
        only = papers[0].pk if len(papers) == 1 else None
        return {
            "roster": asked.get("roster") or self._stem,
            "authority": asked.get("authority") or self._stem,
            "newspaper": asked.get("newspaper", only),
        }

    @property
    def _stem(self) -> str:
        files = files_of(self.upload)
        return files[0].stem if files else ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(upload=self.upload, **kwargs)
        form = context["form"]
        if not form.is_bound:
            form = AboutRosterForm(form.initial)
            context["form"] = form
        try:
            context["checked"] = self._checked(form)
        except ImportRefused as refusal:
            context["refusal"] = str(refusal)
        return context

    def _checked(self, form: forms.Form) -> CheckedRoster | None:
        if not form.is_valid():
            return None
        file = self._file(form)
        return check_roster(file, editor_of(self.request))

    def _file(self, form: forms.Form) -> RosterFile:
        files = files_of(self.upload)
        if not files:
            raise ImportRefused(_("the sent files are gone; send them again"))
        (file,) = files
        data = file.read_bytes()
        return RosterFile(file.name, data, **form.cleaned_data)

    def form_valid(self, form: AboutRosterForm) -> HttpResponse:
        by = editor_of(self.request)
        try:
            loaded = load_roster(self._file(form), by)
        except ImportRefused as refusal:
            form.add_error(None, str(refusal))
            return self.form_invalid(form)
        drop_upload(self.upload)
        message = _("The roster is loaded: %(count)d rows.")
        count = len(loaded.rows)
        messages.success(self.request, message % {"count": count})
        return redirect("admin:people_rosterentry_changelist")


class RosterFileView(PermissionRequiredMixin, View):
    """A file to fill in, or, with ``?roster=``, one on record to go on from; CSV or xlsx."""

    permission_required = PERMISSION
    raise_exception = True

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        ending = kwargs["ending"]
        if ending not in ENDINGS:
            raise Http404
        file = self._file(ending)
        answer = HttpResponse(file.data, content_type=file.content_type)
        disposition = f'attachment; filename="roster.{ending}"'
        answer["Content-Disposition"] = disposition
        return answer

    def _file(self, ending: str) -> TableFile:
        roster = self.request.GET.get("roster")
        if roster:
            return roster_on_record(roster, ending)
        return sample_roster(ending)
