"""The files of pictures: what is taken, and what they say of themselves."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from PIL import Image
from PIL.ImageFile import ImageFile as OpenImage

from articles.iptc.iptc_names import PEOPLE_SHOWN
from articles.iptc.stated_by_file import stated_by_image
from articles.renditions import BROKEN, ENDINGS, FORMATS
from importing.delivery.files.content import digest_of
from importing.refusal import ImportRefused, check_limit

# What is taken from the file itself where the page says nothing; captions are printed.
NOT_TAKEN = frozenset({"caption", PEOPLE_SHOWN})


@dataclass(frozen=True)
class ImageFile:
    """A picture that is kept; ``details`` are a photo's fields as the file itself states them."""

    data: bytes
    path: str
    details: dict[str, object]


def image_file(data: bytes, folder: str) -> ImageFile:
    """Return a picture ready to be kept in ``folder``; raise ``ImportRefused`` when it is of
    another kind, damaged or too large.

    The path is made of the bytes, so the same picture delivered twice is kept once.
    """
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            check_limit(
                image.width * image.height,
                settings.MAX_IMAGE_PIXELS,
                _("more than %(limit)d pixels"),
            )
            ending = ENDINGS[str(image.format)]
            image.load()
            details = _details(image)
    except ImportRefused:
        raise
    except BROKEN as error:
        raise ImportRefused(
            _("no readable JPEG, PNG or WebP picture")
        ) from error
    digest = digest_of(data)
    return ImageFile(data, f"{folder}/{digest[:2]}/{digest}.{ending}", details)


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return width and height of a picture in pixels, None for one that cannot be opened: whoever
    keeps it says so.
    """
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as image:
            return image.size
    except BROKEN:
        return None


def _details(image: OpenImage) -> dict[str, object]:
    stated = stated_by_image(image)
    return {
        name: value for name, value in stated.items() if name not in NOT_TAKEN
    }
