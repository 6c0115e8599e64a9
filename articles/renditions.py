"""Pictures asked for by name: WebP renditions made once and kept beside the originals."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db.models.fields.files import ImageFieldFile
from PIL import Image, ImageOps

logger = logging.getLogger(__name__)

WIDTHS = {"card": 480, "article": 960, "full": 1920}
# What a page offers beside the picture asked for: the next size, for screens with more pixels.
LARGER = {"card": "article", "article": "full"}
FORMATS = ("JPEG", "PNG", "WEBP")
QUALITY = 80
# A decoder raises these for a file that is cut off, damaged, of another kind or too large.
BROKEN = (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Image.DecompressionBombWarning)
KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture ready to be shown; width and height in pixels."""

    url: str
    width: int
    height: int


def rendition(image: ImageFieldFile, name: str) -> Rendition | None:
    """Return the picture in the size called ``name`` (card, article, full), making it when it is not there yet.

    ``None`` when there is no picture, its file is missing or broken, or it has more than ``MAX_IMAGE_PIXELS``.
    A small picture is never enlarged. The key holds the file's name and time, so a new file gets new renditions.
    """
    if not image:
        return None
    try:
        changed = image.storage.get_modified_time(image.name)
    except FileNotFoundError:
        logger.warning("picture %s is missing", image.name)
        return None
    key = hashlib.sha256(f"{image.name} {changed.isoformat()} {name}".encode()).hexdigest()[:32]
    # The empty tuple stands for a broken picture, which need not be opened again at every visit.
    found = cache.get(f"rendition:{key}")
    if found is None:
        found = _made(image, WIDTHS[name], f"renditions/{key[:2]}/{key}.webp")
        cache.set(f"rendition:{key}", found, KEPT_SECONDS)
    return Rendition(*found) if found else None


def offered(image: ImageFieldFile, name: str) -> list[Rendition]:
    """Return the picture called ``name`` and the larger one for ``srcset``; empty when it cannot be shown."""
    pictures = (rendition(image, each) for each in (name, LARGER.get(name)) if each)
    by_width = {picture.width: picture for picture in reversed([picture for picture in pictures if picture])}
    return sorted(by_width.values(), key=lambda picture: picture.width)


def _made(image: ImageFieldFile, width: int, path: str) -> tuple[str, int, int] | tuple[()]:
    """Return address and size of the rendition at ``path``, which is written unless it is there."""
    try:
        with image.storage.open(image.name) as file, Image.open(file, formats=FORMATS) as picture:
            if picture.width * picture.height > settings.MAX_IMAGE_PIXELS:
                raise ValueError(f"more than {settings.MAX_IMAGE_PIXELS} pixels")
            size = _fitted(picture, width)
            if not image.storage.exists(path):
                path = image.storage.save(path, _encoded(picture, size))
    except BROKEN as error:
        logger.warning("picture %s cannot be shown: %s", image.name, error)
        return ()
    return (image.storage.url(path), *size)


def _fitted(picture: Image.Image, width: int) -> tuple[int, int]:
    """Return the size within ``width``, the picture turned upright (EXIF orientations 5 to 8 lie on their side)."""
    lies = picture.getexif().get(0x0112, 1) >= 5
    full = picture.size[::-1] if lies else picture.size
    width = min(width, full[0])
    return width, max(1, round(full[1] * width / full[0]))


def _encoded(picture: Image.Image, size: tuple[int, int]) -> ContentFile:
    """Return the picture as WebP in this size, upright and without its metadata."""
    longest = max(size)
    picture.draft(None, (longest, longest))
    upright = ImageOps.exif_transpose(picture)
    has_alpha = upright.has_transparency_data
    resized = upright.convert("RGBA" if has_alpha else "RGB").resize(size, Image.Resampling.LANCZOS, reducing_gap=3)
    output = BytesIO()
    resized.save(output, "WEBP", quality=QUALITY, icc_profile=picture.info.get("icc_profile") or b"")
    return ContentFile(output.getvalue())
