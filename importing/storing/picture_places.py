"""Delivered pictures to the captions they belong to: by what stands nearest, then by order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from importing.delivery.files import Content, Picture
from importing.delivery.files.content import Near
from importing.delivery.files.images import ImageFile, image_file
from importing.refusal import ImportRefused
from reader import ReadPage
from reader.results import ReadPhoto

# Index of an article as read, and of a caption in it.
Caption = tuple[int, int]


@dataclass(slots=True)
class PlacedPictures:
    """The pictures of a page: ``photos`` belong to captions, ``uncaptioned`` to articles, ``page``
    shows the whole page.

    ``by_order`` are the captions whose picture was told by the order alone; ``lost`` says what is
    not kept, and why."""

    page: ImageFile | None = None
    photos: dict[Caption, ImageFile] = field(default_factory=dict)
    uncaptioned: list[tuple[int, ImageFile]] = field(default_factory=list)
    by_order: list[Caption] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.photos) + len(self.uncaptioned)


def place_pictures(read: ReadPage, content: Content) -> PlacedPictures:
    """Return which delivered picture belongs to which caption; one without a caption belongs to the
    article it stands in.
    """
    placed = PlacedPictures(lost=list(content.lost))
    if content.picture is not None:
        placed.page = _kept(placed, content.picture, "pages", _("picture of the page"))
    files = [
        (each, _kept(placed, each.data, "photos", each.name))
        for each in content.pictures
    ]
    left = [(each, file) for each, file in files if file]
    left = _by_position(placed, read, left)
    captions = [
        caption for caption, _photo in _captions(read) if caption not in placed.photos
    ]
    if left and len(left) == len(captions):
        placed.photos |= {
            caption: file for caption, (_each, file) in zip(captions, left, strict=True)
        }
        placed.by_order = captions
        left = []
    for picture, file in left:
        article = _article_of(read, picture)
        if article is None:
            placed.lost.append(
                _("%(file)s: it stands beside no article") % {"file": picture.name}
            )
        else:
            placed.uncaptioned.append((article, file))
    return placed


def _kept(
    placed: PlacedPictures, data: bytes, folder: str, name: str
) -> ImageFile | None:
    try:
        return image_file(data, folder)
    except ImportRefused as refusal:
        placed.lost.append(f"{name}: {refusal}")
        return None


def _by_position(
    placed: PlacedPictures, read: ReadPage, pictures: list[tuple[Picture, ImageFile]]
) -> list[tuple[Picture, ImageFile]]:
    """Give each caption the picture nearest to it, the closest pairs first; return the pictures
    that are left.
    """
    pairs = [
        (near.distance, number, caption)
        for number, (picture, _file) in enumerate(pictures)
        for near in picture.near
        for caption, photo in _captions(read)
        if _meets(near, photo)
    ]
    taken: set[int] = set()
    for _distance, number, caption in sorted(pairs):
        if number not in taken and caption not in placed.photos:
            placed.photos[caption] = pictures[number][1]
            taken.add(number)
    return [each for number, each in enumerate(pictures) if number not in taken]


def _captions(read: ReadPage) -> Iterator[tuple[Caption, ReadPhoto]]:
    for index, article in enumerate(read.articles):
        for number, photo in enumerate(article.photos):
            yield (index, number), photo


def _meets(near: Near, photo: ReadPhoto) -> bool:
    return near.start < photo.span[1] and photo.span[0] < near.end


def _article_of(read: ReadPage, picture: Picture) -> int | None:
    for near in picture.near:
        for index, article in enumerate(read.articles):
            if near.start < article.span[1] and article.span[0] < near.end:
                return index
    return 0 if len(read.articles) == 1 else None
