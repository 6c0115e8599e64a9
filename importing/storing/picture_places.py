"""Delivered pictures to the captions they belong to: by what stands nearest, then by order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from importing.delivery.files import Content, Picture
from importing.delivery.files.content import Near
from importing.delivery.files.images import ImageFile, image_file
from importing.delivery.files.regions import Region
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

    ``regions`` are the places of its text on that picture.

    ``by_order`` are the captions whose picture was told by the order alone; ``lost`` says what is
    not kept, and why."""

    page: ImageFile | None = None
    photos: dict[Caption, ImageFile] = field(default_factory=dict)
    uncaptioned: list[tuple[int, ImageFile]] = field(default_factory=list)
    by_order: list[Caption] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    regions: tuple[Region, ...] = ()

    @property
    def count(self) -> int:
        return len(self.photos) + len(self.uncaptioned)

    def images(self) -> Iterator[ImageFile]:
        """Yield every picture that is kept: of photos, of articles and of the page."""
        yield from self.shown()
        if self.page:
            yield self.page

    def shown(self) -> Iterator[ImageFile]:
        """Yield the pictures of photos, with a caption and without."""
        yield from self.photos.values()
        for _article, image in self.uncaptioned:
            yield image

    def keep(self, data: bytes, folder: str, name: str) -> ImageFile | None:
        """Return a picture as a file to keep, None with the reason among the lost ones."""
        try:
            return image_file(data, folder)
        except ImportRefused as refusal:
            self.lost.append(f"{name}: {refusal}")
            return None


def place_pictures(read: ReadPage, content: Content) -> PlacedPictures:
    """Return which delivered picture belongs to which caption.

    One without a caption belongs to the article it stands in.
    """
    placed = PlacedPictures(lost=list(content.lost), regions=content.regions)
    if content.picture is not None:
        name = _("picture of the page")
        placed.page = placed.keep(content.picture, "pages", name)
    delivered = list(_kept(placed, content))
    left = _by_position(placed, read, delivered)
    left = _by_order(placed, read, left)
    for picture, file in left:
        _place_beside_article(placed, read, picture, file)
    return placed


def _kept(placed: PlacedPictures, content: Content) -> Iterator[Delivered]:
    for picture in content.pictures:
        file = placed.keep(picture.data, "photos", picture.name)
        if file:
            yield picture, file


def _place_beside_article(
    placed: PlacedPictures, read: ReadPage, picture: Picture, file: ImageFile
) -> None:
    """Give a picture without a caption to the article it stands in; without one it is lost."""
    article = _article_of(read, picture)
    if article is not None:
        placed.uncaptioned.append((article, file))
        return
    message = _("%(file)s: it stands beside no article")
    words = {"file": picture.name}
    placed.lost.append(message % words)


def _by_position(
    placed: PlacedPictures, read: ReadPage, pictures: list[Delivered]
) -> list[Delivered]:
    """Give each caption the picture nearest to it; return the pictures that are left."""
    left = dict(enumerate(pictures))
    for _distance, number, caption in sorted(_meetings(read, pictures)):
        if number in left and caption not in placed.photos:
            _picture, file = left.pop(number)
            placed.photos[caption] = file
    return list(left.values())


def _meetings(
    read: ReadPage, pictures: list[Delivered]
) -> Iterator[tuple[float, int, Caption]]:
    """Yield distance, picture and caption of each pair that stands together."""
    for number, (picture, _file) in enumerate(pictures):
        for near in picture.near:
            for caption in _captions_at(read, near):
                yield near.distance, number, caption


def _captions_at(read: ReadPage, near: Near) -> Iterator[Caption]:
    for caption, photo in _captions(read):
        if _meets(near, photo.span):
            yield caption


def _by_order(
    placed: PlacedPictures, read: ReadPage, pictures: list[Delivered]
) -> list[Delivered]:
    """Give the captions left the pictures left, where there are as many; return what is left."""
    captions = [
        caption
        for caption, _photo in _captions(read)
        if caption not in placed.photos
    ]
    if len(pictures) != len(captions):
        return pictures
    files = [file for _picture, file in pictures]
    placed.photos.update(zip(captions, files, strict=True))
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
    is_only_one = len(read.articles) == 1
    return 0 if is_only_one else None
