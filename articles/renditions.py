"""Pictures asked for by name: renditions made once, kept beside the originals and sent through
the gate.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db.models.fields.files import ImageFieldFile
from PIL import Image, ImageOps

logger = logging.getLogger(__name__)

WIDTHS = {"card": 480, "article": 960, "full": 1920}
SMALLEST = "card"
# What a page offers beside the picture asked for: the next size, for screens with more pixels.
LARGER = {"card": "article", "article": "full"}
FORMATS = ("JPEG", "PNG", "WEBP")
# A JPEG that holds several pictures (MPO) shows the first wherever it is shown.
ENDINGS = {"JPEG": "jpg", "MPO": "jpg", "PNG": "png", "WEBP": "webp"}
WEBP = "webp"
AVIF = "avif"
# How each kind of rendition is encoded: a photograph looks the same in both, and is a third
# smaller in AVIF, which some browsers cannot show.
ENCODINGS: dict[str, dict[str, Any]] = {
    WEBP: {"format": "WEBP", "quality": 80},
    AVIF: {"format": "AVIF", "quality": 60, "speed": 8},
}
# A decoder raises these for a file that is cut off, damaged, of another kind or too large.
BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)
KEPT_SECONDS = 24 * 3600


@dataclass(frozen=True, slots=True)
class Rendition:
    """A picture that can be shown: where readers find it; width and height in pixels."""

    url: str
    width: int
    height: int

    @property
    def avif_url(self) -> str:
        """Where the same picture stands as AVIF."""
        return f"{self.url.removesuffix(WEBP)}{AVIF}"


def rendition(image: ImageFieldFile, name: str) -> Rendition | None:
    """Return address and size of the picture called ``name`` (card, article, full); it is made when
    it is fetched.

    ``None`` when there is no picture, its file is missing or broken, or it has more than
    ``MAX_IMAGE_PIXELS``. A small picture is never enlarged. The address is one below that of the
    photo or page, whose view asks whether readers may see it.
    """
    full = _full_size(image)
    if full is None:
        return None
    shown: Any = image.instance
    address = shown.get_picture_url(name)
    width, height = _fitted(full, name)
    return Rendition(address, width, height)


def offered(image: ImageFieldFile, name: str) -> list[Rendition]:
    """Return the picture called ``name`` and the larger one for ``srcset``; empty when it cannot be
    shown.
    """
    by_width: dict[int, Rendition] = {}
    for picture in _renditions(image, name, LARGER.get(name)):
        by_width.setdefault(picture.width, picture)
    return sorted(by_width.values(), key=attrgetter("width"))


def _renditions(
    image: ImageFieldFile, *names: str | None
) -> Iterator[Rendition]:
    """Yield the pictures of these names that can be shown."""
    for name in names:
        picture = rendition(image, name) if name else None
        if picture is not None:
            yield picture


def content(image: ImageFieldFile, name: str, kind: str = WEBP) -> bytes | None:
    """Return the file of the picture called ``name``, of a kind in ``ENCODINGS``, making it when it
    is not there yet; None as above.
    """
    if _full_size(image) is None:
        return None
    path = _path(image, name, kind)
    storage = image.storage
    if not storage.exists(path):
        return _make(image, name, path)
    with storage.open(path) as file:
        return file.read()


def _make(image: ImageFieldFile, name: str, path: str) -> bytes:
    """Make a rendition from the picture's file and return it."""
    with _opened(image) as picture:
        return _keep(image, path, picture, name)


def _keep(
    image: ImageFieldFile, path: str, picture: Image.Image, name: str
) -> bytes:
    """Make a rendition, keep it at this path, and return it.

    Where nothing can be written readers see it all the same: it is made each time.
    """
    size = _fitted(_upright(picture), name)
    encoded = _encoded(picture, size, path.rpartition(".")[2])
    try:
        image.storage.save(path, ContentFile(encoded))
    except OSError as error:
        logger.warning("rendition %s cannot be kept: %s", path, error)
    return encoded


def _full_size(image: ImageFieldFile) -> tuple[int, int] | None:
    """Return width and height of a picture that can be shown."""
    key = _key(image)
    if key is None:
        return None
    # The empty tuple stands for a broken picture, which need not be opened again at every visit.
    found = cache.get(key)
    if found is None:
        try:
            found = _proved(image)
        except OSError as error:
            logger.warning("picture %s cannot be read: %s", image.name, error)
            return None
        cache.set(key, found, KEPT_SECONDS)
    return found or None


def _key(image: ImageFieldFile) -> str | None:
    """Return what the size of a picture is kept under, None without a file."""
    if not image:
        return None
    try:
        return f"picture:{_digest(image)}"
    except FileNotFoundError:
        logger.warning("picture %s is missing", image.name)
        return None


def _proved(image: ImageFieldFile) -> tuple[int, int] | tuple[()]:
    """Return the size of a picture that decodes to its end, for which its smallest rendition is
    made.
    """
    path = _path(image, SMALLEST)
    try:
        with _opened(image) as picture:
            # Making a rendition may shrink the picture at hand.
            size = _upright(picture)
            if not image.storage.exists(path):
                _keep(image, path, picture, SMALLEST)
    except BROKEN as error:
        if _is_of_the_machine(error):
            raise
        logger.warning("picture %s cannot be shown: %s", image.name, error)
        return ()
    return size


def _is_of_the_machine(error: BaseException) -> bool:
    """Tell whether a file could not be read, whatever is in it: the next try may succeed."""
    return isinstance(error, OSError) and error.errno is not None


@contextmanager
def _opened(image: ImageFieldFile) -> Iterator[Image.Image]:
    """Open a picture, which reads no more than its head; refuse one with too many pixels."""
    with (
        image.storage.open(str(image)) as file,
        Image.open(file, formats=FORMATS) as picture,
    ):
        _refuse_too_large(picture)
        yield picture


def _refuse_too_large(picture: Image.Image) -> None:
    most = settings.MAX_IMAGE_PIXELS
    if picture.width * picture.height > most:
        raise ValueError(f"more than {most} pixels")


def _path(image: ImageFieldFile, name: str, kind: str = WEBP) -> str:
    """Return where a rendition is kept; the ending is its kind."""
    digest = _digest(image, name)
    return f"renditions/{digest[:2]}/{digest}.{kind}"


def _digest(image: ImageFieldFile, *more: str) -> str:
    """Return what stands for a file: its name and its time, so that a new file gets new
    renditions.
    """
    path = str(image)
    changed = image.storage.get_modified_time(path).isoformat()
    what = " ".join((path, changed, *more))
    digest = hashlib.sha256(what.encode())
    return digest.hexdigest()[:32]


def _upright(picture: Image.Image) -> tuple[int, int]:
    """Return the size of a picture turned upright (EXIF orientations 5 to 8 lie on their side)."""
    orientation = picture.getexif().get(0x0112, 1)
    if orientation >= 5:
        return picture.size[::-1]
    return picture.size


def _fitted(full: tuple[int, int], name: str) -> tuple[int, int]:
    """Return the size that a picture of this full size has when it is asked for as ``name``."""
    full_width, full_height = full
    width = min(WIDTHS[name], full_width)
    height = round(full_height * width / full_width)
    return width, max(1, height)


def _encoded(picture: Image.Image, size: tuple[int, int], kind: str) -> bytes:
    """Return the picture of this kind in this size, upright and without its metadata."""
    longest = max(size)
    picture.draft(None, (longest, longest))
    upright = ImageOps.exif_transpose(picture)
    mode = "RGBA" if upright.has_transparency_data else "RGB"
    resized = upright.convert(mode).resize(
        size,
        Image.Resampling.LANCZOS,
        reducing_gap=3,
    )
    profile = picture.info.get("icc_profile") or b""
    output = BytesIO()
    resized.save(output, **ENCODINGS[kind], icc_profile=profile)
    return output.getvalue()
