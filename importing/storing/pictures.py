"""The pictures of a page into the archive: their files, the photos they belong to, what could not
be kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from articles.fingerprints import fingerprint_of
from articles.models import Article, Photo, PictureBand
from articles.whole_files import keep_whole
from editorial.models import Rule
from importing.delivery.files.images import ImageFile
from importing.storing.page_load import PageLoad, length_of
from importing.storing.picture_places import Caption


def keep_pictures(load: PageLoad) -> None:
    """Write the files and give the page its picture.

    What was told by order alone, or is not kept, is reported.
    """
    placed = load.placed
    for image in placed.images():
        _write(image)
    for image in placed.shown():
        _keep_fingerprint(image)
    if placed.page:
        load.page.picture = placed.page.path
    for caption in placed.by_order:
        _report_match_by_order(load, caption)
    for reason in placed.lost:
        _report_lost(load, reason)


def _report_lost(load: PageLoad, reason: str) -> None:
    message = _("A picture is not kept: %(reason)s.")
    words = {"reason": reason}
    load.doubt(Rule.PICTURE_NOT_KEPT, (0, 0), message % words)


def _report_match_by_order(load: PageLoad, caption: Caption) -> None:
    index, number = caption
    photo = load.read.articles[index].photos[number]
    message = _(
        "This picture was matched to its caption by the order of both alone."
    )
    load.doubt(Rule.PICTURE_BY_ORDER, photo.caption_span, message)


def _write(image: ImageFile) -> None:
    """Keep a picture under the name made of its bytes; what a load that failed has left is
    compared.
    """
    keep_whole(default_storage, image.path, image.data)


def _keep_fingerprint(image: ImageFile) -> None:
    """Let pictures that look like this one be found."""
    PictureBand.objects.keep(image.path, fingerprint_of(BytesIO(image.data)))


def picture_details(
    load: PageLoad, caption: Caption, printed: dict[str, object]
) -> dict[str, object]:
    """Return a photo's picture and what its file says where the page says nothing."""
    image = load.placed.photos.get(caption)
    if not image:
        return printed
    stated = {name: value for name, value in printed.items() if value}
    details = printed | _fitting(image) | stated
    return details | {"image": image.path}


def add_uncaptioned(load: PageLoad) -> None:
    """Create a photo for each picture without a caption, unless its article has it."""
    for index, image in load.placed.uncaptioned:
        article = load.articles[index]
        held = list(article.photos.all())
        if not _holds(held, image):
            load.create([_photo_behind(held, article, image)])


def _holds(photos: Iterable[Photo], image: ImageFile) -> bool:
    return any(photo.image.name == image.path for photo in photos)


def _photo_behind(
    held: list[Photo], article: Article, image: ImageFile
) -> Photo:
    """Return an unsaved photo of the picture, placed behind those that the article holds."""
    positions = (photo.position for photo in held)
    last = max(positions, default=0)
    details = _fitting(image)
    return Photo(
        article=article, position=last + 1, image=image.path, **details
    )


def _fitting(image: ImageFile) -> dict[str, object]:
    """Return what the file states, each text no longer than its field."""
    return {
        name: _shortened(name, value) for name, value in image.details.items()
    }


def _shortened(name: str, value: object) -> object:
    limit = length_of(Photo, name)
    if limit is None or not isinstance(value, str):
        return value
    return value[:limit]
