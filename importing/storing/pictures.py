"""The pictures of a page into the archive: their files, the photos they belong to, what could not
be kept.
"""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from articles.models import Photo
from editorial.models import Rule
from importing.delivery.files.images import ImageFile
from importing.storing.page_load import PageLoad
from importing.storing.picture_places import Caption


def keep_pictures(load: PageLoad) -> None:
    """Write the files and give the page its picture.

    What was told by order alone, or is not kept, is reported.
    """
    placed = load.placed
    for image in placed.photos.values():
        _write(image)
    for _article, image in placed.uncaptioned:
        _write(image)
    if placed.page:
        _write(placed.page)
        load.page.picture = placed.page.path
    for index, number in placed.by_order:
        photo = load.read.articles[index].photos[number]
        message = _(
            "This picture was matched to its caption by the order of both alone."
        )
        load.doubt(Rule.PICTURE_BY_ORDER, photo.caption_span, message)
    for reason in placed.lost:
        message = _("A picture is not kept: %(reason)s.") % {"reason": reason}
        load.doubt(Rule.PICTURE_NOT_KEPT, (0, 0), message)


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
    details = _fitting(image)
    for name, value in printed.items():
        if value or name not in details:
            details[name] = value
    return details | {"image": image.path}


def add_uncaptioned(load: PageLoad) -> None:
    """Create a photo for each picture without a caption, unless its article has it."""
    for index, image in load.placed.uncaptioned:
        article = load.articles[index]
        held = list(article.photos.all())
        if image.path in {photo.image.name for photo in held}:
            continue
        positions = [photo.position for photo in held]
        photo = Photo(
            article=article,
            position=max(positions, default=0) + 1,
            image=image.path,
            **_fitting(image),
        )
        load.create([photo])


def _fitting(image: ImageFile) -> dict[str, object]:
    """Return what the file states, each text no longer than its field."""
    fitting: dict[str, object] = {}
    for name, value in image.details.items():
        limit = Photo._meta.get_field(name).max_length
        if limit and isinstance(value, str):
            fitting[name] = value[:limit]
        else:
            fitting[name] = value
    return fitting
