"""A photo in schema.org's terms (ImageObject)."""

from __future__ import annotations

from articles.models import PublicPhoto
from articles.renditions import rendition
from public.linked_data.graph import Absolute, Node, node

# UN/CEFACT's code for pixels.
PIXEL = "E37"


def _pixels(count: int) -> Node:
    return node("QuantitativeValue", value=count, unitCode=PIXEL)


def image_node(photo: PublicPhoto, absolute: Absolute) -> Node | None:
    """Return a photo with whose it is; ``None`` where its picture cannot be shown."""
    picture = rendition(photo.image, "full")
    if picture is None:
        return None
    taken = photo.date_created
    return node(
        "ImageObject",
        contentUrl=absolute(picture.url),
        width=_pixels(picture.width),
        height=_pixels(picture.height),
        caption=photo.caption,
        creator=[node("Person", name=name) for name in photo.creator_names],
        creditText=photo.credit_line or photo.source,
        copyrightNotice=photo.copyright_notice,
        dateCreated=taken.isoformat() if taken else "",
        url=absolute(photo.get_absolute_url()),
    )
