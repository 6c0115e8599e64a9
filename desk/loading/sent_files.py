"""Form fields that take several files at once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _


class SeveralFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """Returns the list of files that were sent."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        is_list = isinstance(data, list)
        if not is_list:
            data = [data]
        clean = super().clean
        files = data or [None]
        return [clean(each) for each in files]


class FilesForm(forms.Form):
    sent = SeveralFilesField(label=_("Files"), max_length=255)

    @property
    def most(self) -> int:
        """How many files may be sent at once."""
        return settings.DATA_UPLOAD_MAX_NUMBER_FILES


class WhichPageForm(forms.Form):
    """Which page the files are, where neither name nor head says it."""

    newspaper = forms.CharField(
        label=_("newspaper"), max_length=60, required=False
    )
    date = forms.DateField(
        label=_("date"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    page = forms.CharField(label=_("page"), max_length=20, required=False)
    edition = forms.CharField(label=_("edition"), max_length=20, required=False)
