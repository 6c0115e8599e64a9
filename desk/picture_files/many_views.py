"""Many pictures at once for the captions of a page or an issue: sent, matched, confirmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import FormView, TemplateView

from articles.iptc.stated_by_file import StatedFields, stated_by_stream
from articles.models import Issue, Page, Photo
from desk.bench.workbench import refusal_words
from desk.loading.sent_files import FilesForm
from desk.photos.near_pictures import (
    NearPhoto,
    photos_near_file,
    tell_near,
)
from desk.picture_files.told_views import told_address
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from editorial.casework.attaching import PERMISSION, attach_picture
from editorial.correcting import StaleSave
from editorial.photos.matching import Proposal, propose_captions
from editorial.steps.taking import grouped_steps
from importing.refusal import ImportRefused
from importing.sent.sent_pictures import (
    drop_sent_pictures,
    keep_sent_pictures,
    pictures_sent,
    sent_picture,
    small_picture,
)
from records.plaintext import key_in

# With the number of a row behind them: the file, and the photo it goes with.
FILE_FIELD = "file-"
PHOTO_FIELD = "photo-"


class PicturesScreen(DeskScreen):
    """A screen about the pictures of a page, or of an issue."""

    kwargs: dict[str, Any]
    permission_required = PERMISSION

    @cached_property
    def printed(self) -> Page | Issue:
        """The page or issue that the address names."""
        if "page" in self.kwargs:
            pages = Page.objects.select_related("issue__newspaper")
            return get_object_or_404(pages, pk=self.kwargs["page"])
        issues = Issue.objects.select_related("newspaper")
        return get_object_or_404(issues, pk=self.kwargs["issue"])

    @property
    def photos(self) -> QuerySet[Photo]:
        """All photos in printed order."""
        fetched = Photo.objects.select_related("article__page")
        if isinstance(self.printed, Page):
            found = fetched.filter(article__page=self.printed)
        else:
            found = fetched.filter(article__page__issue=self.printed)
        return found.order_by(
            "article__page__sort_label",
            "article__position",
            "position",
            "pk",
        )

    @property
    def back(self) -> str:
        """Where one goes on when all is done."""
        kind = "page" if isinstance(self.printed, Page) else "proofs"
        return reverse(f"desk-{kind}", args=[self.printed.pk])

    def address(self, *token: UUID) -> str:
        """Return where pictures are sent, or where those of a token are matched."""
        kind = "page" if isinstance(self.printed, Page) else "issue"
        name = "match" if token else "pictures"
        return reverse(f"desk-{kind}-{name}", args=[self.printed.pk, *token])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        photos = list(self.photos)
        missing = [photo for photo in photos if not photo.image]
        return super().get_context_data(
            printed=self.printed,
            back=self.back,
            address=self.address(),
            photos=photos,
            missing=missing,
            **kwargs,
        )


class SendPicturesView(PicturesScreen, FormView):
    """Send one picture or many; none is attached yet."""

    template_name = "admin/desk/picture_files/send.html"
    form_class = FilesForm

    def form_valid(self, form: FilesForm) -> HttpResponse:
        try:
            token = keep_sent_pictures(form.cleaned_data["sent"])
        except ImportRefused as refusal:
            form.add_error("sent", str(refusal))
            return self.form_invalid(form)
        return redirect(self.address(token))


@dataclass(frozen=True, slots=True)
class SentRow:
    """A picture that was sent, with the photo it seems to belong to and those that look like
    it.
    """

    number: int
    name: str
    says: str
    proposal: Proposal | None
    near: list[NearPhoto]


class MatchView(PicturesScreen, TemplateView):
    """Say which caption each picture goes with: what seems so is proposed, and nothing is attached
    before somebody has confirmed it. What is left out stays for a day.
    """

    template_name = "admin/desk/picture_files/match.html"

    @property
    def token(self) -> UUID:
        return self.kwargs["token"]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        rows = list(self._rows(context["photos"]))
        return context | {"rows": rows, "token": self.token}

    def _rows(self, photos: list[Photo]) -> Iterator[SentRow]:
        sent = pictures_sent(self.token)
        stated = {path.name: _stated_by(path) for path in sent}
        proposed = propose_captions(stated, photos)
        for number, path in enumerate(sent, start=1):
            says = stated[path.name]
            proposal = proposed.get(path.name)
            yield _row(number, path, says, proposal)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Attach each picture to the photo chosen for it, as one group of steps."""
        if "drop" in request.POST:
            drop_sent_pictures(self.token)
            messages.success(request, _("The files are thrown away."))
            return redirect(self.address())
        with grouped_steps():
            attached = list(self._attach_all())
        if not attached:
            messages.error(request, _("Choose a caption for one at least."))
            return redirect(request.path)
        messages.success(request, _attached_told(len(attached)))
        waiting = pictures_sent(self.token)
        following = request.path if waiting else self.back
        return redirect(told_address(attached, following))

    def _attach_all(self) -> Iterator[Photo]:
        """Yield the photos that got a picture; of each other one is said why not."""
        by_key = {photo.pk: photo for photo in self.photos}
        for field, name in self.request.POST.items():
            if not field.startswith(FILE_FIELD):
                continue
            row = field.removeprefix(FILE_FIELD)
            chosen = self.request.POST.get(f"{PHOTO_FIELD}{row}", "")
            path = sent_picture(self.token, str(name))
            photo = by_key.get(key_in(chosen))
            if path and photo and self._attach(photo, path):
                yield photo

    def _attach(self, photo: Photo, path: Path) -> bool:
        picture = ContentFile(path.read_bytes(), path.name)
        by = editor_of(self.request)
        try:
            attach_picture(photo, picture, by)
        except (ValidationError, StaleSave) as refusal:
            why = f"{path.name}: {refusal_words(refusal)}"
            messages.error(self.request, why)
            return False
        path.unlink(missing_ok=True)
        tell_near(self.request, photo)
        return True


def _attached_told(count: int) -> str:
    says = ngettext(
        "%(count)d picture attached.",
        "%(count)d pictures attached.",
        count,
    )
    return says % {"count": count}


def _row(
    number: int, path: Path, says: StatedFields, proposal: Proposal | None
) -> SentRow:
    told = says.get("caption", "")
    near = _near_to(path)
    return SentRow(number, path.name, str(told), proposal, near)


def _near_to(path: Path) -> list[NearPhoto]:
    with path.open("rb") as file:
        return photos_near_file(file)


def _stated_by(path: Path) -> StatedFields:
    with path.open("rb") as file:
        return stated_by_stream(file)


class SentPictureView(DeskScreen, TemplateView):
    """One of the sent pictures, small."""

    permission_required = PERMISSION

    def get(
        self, request: HttpRequest, token: UUID, **kwargs: Any
    ) -> HttpResponse:
        path = sent_picture(token, request.GET.get("file", ""))
        if path is None:
            raise Http404
        try:
            small = small_picture(path)
        except OSError as error:
            raise Http404 from error
        return HttpResponse(small, "image/webp")
