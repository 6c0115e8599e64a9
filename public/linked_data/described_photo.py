"""A photo in schema.org's terms (ImageObject)."""

from __future__ import annotations

from articles.models import PublicPhoto
from articles.renditions import rendition
from events.photo_credits import Credited
from public.linked_data.graph import Absolute, Node, node, person_node

# UN/CEFACT's code for pixels.
PIXEL = "E37"


def _pixels(count: int) -> Node:
    return node("QuantitativeValue", value=count, unitCode=PIXEL)


def image_node(
    photo: PublicPhoto, absolute: Absolute, credited: Credited
) -> Node | None:
    """Return a photo with whose it is, and who took it where that is stated; ``None`` where its
    picture cannot be shown.
    """
    picture = rendition(photo.image, "full")
    if picture is None:
        return None
    taken = photo.date_created
    people = credited.get(photo.pk, {})
    creators = [
        _creator(name, people.get(name), absolute)
        for name in photo.creator_names
    ]
    return node(
        "ImageObject",
        contentUrl=absolute(picture.url),
        width=_pixels(picture.width),
        height=_pixels(picture.height),
        caption=photo.caption,
        creator=creators,
        creditText=photo.credit_line or photo.source,
        copyrightNotice=photo.copyright_notice,
        dateCreated=taken.isoformat() if taken else "",
        url=absolute(photo.get_absolute_url()),
    )


def _creator(name: str, person: int | None, absolute: Absolute) -> Node:
    if person is None:
        return node("Person", name=name)
    return person_node(person, name, absolute)
