"""Loading from the browser: files are sent, what was read is shown, then they are loaded."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView

from desk.loading.load_report import LoadReport
from desk.loading.preview_cards import card_of
from desk.loading.sent_files import FilesForm, WhichPageForm
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from importing.models import Upload
from importing.refusal import ImportRefused
from importing.sent.in_background import background_loads, is_at_work
from importing.sent.load_upload import (
    PERMISSION,
    is_large,
    load_upload,
    say_which_page,
)
from importing.sent.mend_upload import mend_upload
from importing.sent.preview import preview_of
from importing.sent.upload_files import drop_upload, is_kept, keep_upload

MOST_LISTED = 10
# With the number of a row behind them: the mended file, and the name that was refused.
MENDED_FIELD = "mended-"
INSTEAD_FIELD = "instead-"


class LoadingScreen(DeskScreen):
    """A screen for whoever may load pages."""

    permission_required = PERMISSION


class UploadView(LoadingScreen, FormView):
    """Send one or many files; they are kept, and nothing else."""

    template_name = "admin/desk/upload/send.html"
    form_class = FilesForm

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        uploads = Upload.objects.filter(is_roster=False).select_related("by")
        kwargs["latest"] = uploads[:MOST_LISTED]
        return super().get_context_data(**kwargs)

    def form_valid(self, form: FilesForm) -> HttpResponse:
        files = form.cleaned_data["sent"]
        try:
            upload = keep_upload(files, editor_of(self.request))
        except ImportRefused as refusal:
            form.add_error("sent", str(refusal))
            return self.form_invalid(form)
        return redirect("desk-upload-preview", upload.token)


class OfUpload(LoadingScreen):
    """A screen about files that were sent."""

    kwargs: dict[str, Any]

    @cached_property
    def upload(self) -> Upload:
        token = self.kwargs["token"]
        return get_object_or_404(
            Upload,
            token=token,
            is_roster=False,
        )

    def back(self) -> HttpResponse:
        token = self.upload.token
        return redirect("desk-upload-preview", token)


class PreviewUploadView(OfUpload, FormView):
    """What would be loaded, or, once they are loaded, what became of the files. Saying which page
    they are reads them again.
    """

    form_class = WhichPageForm

    def get_template_names(self) -> list[str]:
        shown = "report" if self.upload.loaded_at else "preview"
        return [f"admin/desk/upload/{shown}.html"]

    def get_initial(self) -> dict[str, Any]:
        upload = self.upload
        return {
            "newspaper": upload.newspaper,
            "date": upload.date,
            "page": upload.page,
            "edition": upload.edition,
        }

    def form_valid(self, form: WhichPageForm) -> HttpResponse:
        upload = self.upload
        if upload.loaded_at is None:
            say_which_page(upload, **form.cleaned_data)
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        upload = self.upload
        context = super().get_context_data(upload=upload, **kwargs)
        if upload.loaded_at:
            report = LoadReport(upload)
            return context | {"report": report}
        return context | self._preview()

    def _preview(self) -> dict[str, Any]:
        if not is_kept(self.upload):
            return {"refusal": _("the sent files are gone; send them again")}
        try:
            preview = preview_of(self.upload)
        except ImportRefused as refusal:
            return {"refusal": str(refusal)}
        return {
            "preview": preview,
            "cards": [card_of(page) for page in preview.pages],
            "is_large": is_large(self.upload, preview.files),
        }


class UploadAct(OfUpload, TemplateView):
    """One button about sent files."""

    http_method_names = ["post"]

    def act(self) -> HttpResponse:
        raise NotImplementedError

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        try:
            return self.act()
        except ImportRefused as refusal:
            messages.error(request, str(refusal))
            return self.back()


class LoadUploadView(UploadAct):
    """Load the files: a few now, many in the background."""

    def act(self) -> HttpResponse:
        by = editor_of(self.request)
        load_upload(self.upload, by)
        return self.back()


class StopUploadView(UploadAct):
    """Stop a load in the background at its next page."""

    def act(self) -> HttpResponse:
        if is_at_work(self.upload):
            background_loads().stop(self.upload.job)
        return self.back()


class MendUploadView(UploadAct):
    """Send mended files in the place of refused ones: ``mended-1`` for what ``instead-1`` names."""

    def act(self) -> HttpResponse:
        by = editor_of(self.request)
        mended: Any = {
            self._instead(field): file
            for field, file in self.request.FILES.items()
            if field.startswith(MENDED_FIELD)
        }
        mend_upload(self.upload, mended, by)
        messages.success(self.request, _("The mended files are taken."))
        return self.back()

    def _instead(self, field: str) -> str:
        row = field.removeprefix(MENDED_FIELD)
        return self.request.POST.get(f"{INSTEAD_FIELD}{row}", "")


class DropUploadView(UploadAct):
    """Throw sent files away that are not to be loaded."""

    def act(self) -> HttpResponse:
        drop_upload(self.upload)
        messages.success(self.request, _("The files are thrown away."))
        return redirect("desk-upload")
