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
from reader.results import ReadPhoto, Span

# Index of an article as read, and of a caption in it.
Caption = tuple[int, int]
Delivered = tuple[Picture, ImageFile]


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
    """Return which delivered picture belongs to which caption.

    One without a caption belongs to the article it stands in.
    """
    placed = PlacedPictures(lost=list(content.lost))
    if content.picture is not None:
        placed.page = _kept(
            placed, content.picture, "pages", _("picture of the page")
        )
    left = []
    for picture in content.pictures:
        file = _kept(placed, picture.data, "photos", picture.name)
        if file:
            left.append((picture, file))
    left = _by_position(placed, read, left)
    left = _by_order(placed, read, left)
    for picture, file in left:
        article = _article_of(read, picture)
        if article is None:
            message = _("%(file)s: it stands beside no article")
            placed.lost.append(message % {"file": picture.name})
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
    placed: PlacedPictures, read: ReadPage, pictures: list[Delivered]
) -> list[Delivered]:
    """Give each caption the picture nearest to it; return the pictures that are left."""
    taken: set[int] = set()
    for _distance, number, caption in sorted(_meetings(read, pictures)):
        if number not in taken and caption not in placed.photos:
            placed.photos[caption] = pictures[number][1]
            taken.add(number)
    return [each for number, each in enumerate(pictures) if number not in taken]


def _meetings(
    read: ReadPage, pictures: list[Delivered]
) -> Iterator[tuple[float, int, Caption]]:
    """Yield distance, picture and caption of each pair that stands together."""
    for number, (picture, _file) in enumerate(pictures):
        for near in picture.near:
            for caption, photo in _captions(read):
                if _meets(near, photo.span):
                    yield near.distance, number, caption


def _by_order(
    placed: PlacedPictures, read: ReadPage, pictures: list[Delivered]
) -> list[Delivered]:
    """Give the captions left the pictures left, where there are as many; return what is left."""
    captions = [
        caption
        for caption, _photo in _captions(read)
        if caption not in placed.photos
    ]
    if not pictures or len(pictures) != len(captions):
        return pictures
    for caption, (_picture, file) in zip(captions, pictures, strict=True):
        placed.photos[caption] = file
    placed.by_order = captions
    return []


def _captions(read: ReadPage) -> Iterator[tuple[Caption, ReadPhoto]]:
    for index, article in enumerate(read.articles):
        for number, photo in enumerate(article.photos):
            yield (index, number), photo


def _meets(near: Near, span: Span) -> bool:
    start, end = span
    return near.start < end and start < near.end


def _article_of(read: ReadPage, picture: Picture) -> int | None:
    """Return the article that a picture stands in; the only one of a page has them all."""
    for near in picture.near:
        for index, article in enumerate(read.articles):
            if _meets(near, article.span):
                return index
    return 0 if len(read.articles) == 1 else None
