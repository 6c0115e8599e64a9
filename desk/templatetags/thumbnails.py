"""Photos as editors meet them: small, and leading to the photo's own page."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Photo
from desk.photos.picture_view import picture_address

register = template.Library()
# What stands for a picture that nobody has described.
MOST_OF_A_CAPTION = 40


@register.simple_tag
def thumbnail(photo: Photo) -> SafeString:
    """Show a photo's picture small, leading to the photo's page; without a picture say so."""
    address = reverse("desk-photo", args=[photo.pk])
    if not photo.image:
        said = _("no picture")
        return format_html('<a href="{}" class="thumb">{}</a>', address, said)
    return format_html(
        '<a href="{}" class="thumb">{}</a>', address, desk_picture(photo)
    )


@register.simple_tag
def desk_picture(photo: Photo, size: str = "card") -> SafeString:
    """Show a photo's picture; the screen gives it its room, so that no file is opened for it."""
    return format_html(
        '<img src="{}" alt="{}" class="{}" loading="lazy">',
        picture_address(photo, size),
        _in_place_of(photo),
        f"size-{size}",
    )


def _in_place_of(photo: Photo) -> str:
    """Return what is read to those who cannot see the picture."""
    if photo.alt_text:
        return photo.alt_text
    caption = photo.caption[:MOST_OF_A_CAPTION]
    return caption or _("Photo")
