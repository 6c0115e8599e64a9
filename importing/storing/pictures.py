"""The pictures of a page into the archive: their files, the photos they belong to, what could not
be kept.
"""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from articles.models import Photo
from importing.delivery.files.images import ImageFile
from importing.storing.page_load import PageLoad
from importing.storing.picture_places import Caption

NOT_KEPT = "picture_not_kept"
BY_ORDER = "picture_by_order"


def keep_pictures(load: PageLoad) -> None:
    """Write the files, give the page its picture, and report what was told by order alone or is not
    kept.
    """
    placed = load.placed
    for image in [
        *placed.photos.values(),
        *(image for _article, image in placed.uncaptioned),
    ]:
        _write(image)
    if placed.page:
        _write(placed.page)
        load.page.picture = placed.page.path
    for index, number in placed.by_order:
        span = load.read.articles[index].photos[number].caption_span
        load.doubt(
            BY_ORDER,
            span,
            _("This picture was matched to its caption by the order of both alone."),
        )
    for reason in placed.lost:
        load.doubt(
            NOT_KEPT,
            (0, 0),
            _("A picture is not kept: %(reason)s.") % {"reason": reason},
        )


def _write(image: ImageFile) -> None:
    """Keep a picture under the name made of its bytes; what a load that failed has left is the same
    picture.
    """
    if not default_storage.exists(image.path):
        default_storage.save(image.path, ContentFile(image.data))


def picture_details(
    load: PageLoad, caption: Caption, printed: dict[str, object]
) -> dict[str, object]:
    """Return a photo's picture and what its file says where the page says nothing."""
    image = load.placed.photos.get(caption)
    if not image:
        return printed
    stated = {
        name: value for name, value in _fitting(image).items() if not printed.get(name)
    }
    return {**printed, **stated, "image": image.path}


def add_uncaptioned(load: PageLoad) -> None:
    """Create a photo for each picture without a caption, unless its article has it."""
    for index, image in load.placed.uncaptioned:
        article = load.articles[index]
        held = list(article.photos.values_list("image", "position"))
        if image.path not in (name for name, _position in held):
            position = max((position for _name, position in held), default=0) + 1
            load.create(
                [
                    Photo(
                        article=article,
                        position=position,
                        image=image.path,
                        **_fitting(image),
                    )
                ]
            )


def _fitting(image: ImageFile) -> dict[str, object]:
    """Return what the file states, each text no longer than its field."""
    limits = {name: Photo._meta.get_field(name).max_length for name in image.details}
    return {
        name: value[: limits[name]]
        if isinstance(value, str) and limits[name]
        else value
        for name, value in image.details.items()
    }
