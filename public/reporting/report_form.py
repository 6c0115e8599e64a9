"""What a reader may say of an error, and how a person is told from a program."""

from __future__ import annotations

import time
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

SALT = "public.reporting"
# Nobody reads the form, writes and sends in less.
LEAST_SECONDS = 3
MOST_SECONDS = 24 * 60 * 60
SHORTEST = 4
LONGEST_MESSAGE = 1000
LONGEST_QUOTE = 200


def new_stamp(about: str) -> str:
    """Return a signed note of what a form is about and when it was given out."""
    now = int(time.time())
    noted = [about, now]
    return signing.dumps(noted, salt=SALT)


class ReportForm(forms.Form):
    """A report; ``website`` is a field that no person sees, ``stamp`` says when the form was given
    out.
    """

    message = forms.CharField(
        label=_("What is wrong, and how do you know?"),
        min_length=SHORTEST,
        max_length=LONGEST_MESSAGE,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    quoted = forms.CharField(
        label=_("The words it is about"),
        help_text=_("Copied from the text, if you can."),
        max_length=LONGEST_QUOTE,
        required=False,
    )
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_(
            "Only if you want an answer; it is deleted when the answer is sent."
        ),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": -1, "autocomplete": "off"}),
    )
    stamp = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, about: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about

    @property
    def is_of_a_program(self) -> bool:
        """Whether the field was filled that no person sees."""
        return bool(self.data.get("website"))

    def clean_stamp(self) -> str:
        """Refuse a form that was sent too soon, too late or for another record."""
        stamp = self.cleaned_data["stamp"]
        seconds = time.time() - self._given(stamp)
        if seconds < LEAST_SECONDS:
            raise ValidationError(
                _("That was quick. Please look through it and send it again.")
            )
        return stamp

    def _given(self, stamp: str) -> int:
        """Return when the form was given out, in seconds; raise ``ValidationError``."""
        try:
            about, given = signing.loads(stamp, salt=SALT, max_age=MOST_SECONDS)
        except signing.BadSignature as failure:
            raise self._out_of_date() from failure
        if about != self.about:
            raise self._out_of_date()
        return given

    def _out_of_date(self) -> ValidationError:
        """Give the form out anew, with what was written."""
        written = dict(self.data.items())
        self.data = written | {"stamp": new_stamp(self.about)}
        return ValidationError(
            _("This form is out of date. Please send it again.")
        )
