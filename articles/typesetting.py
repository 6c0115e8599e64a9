"""Typeset an article: cut its texts into pieces, the words asked for marked and names led to their
people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from articles.models import Article, Mention, Photo
from articles.models.selector import Part, Selector
from articles.pieces import (
    Marking,
    Piece,
    break_paragraphs,
    cut,
    cut_changes,
    cut_paragraphs,
    without_overlap,
)
from people.models import Person

CLOSED = tuple("。！？…”』」）》!?)")


@dataclass(frozen=True, slots=True)
class SetPhoto:
    photo: Photo
    caption: list[Piece]


@dataclass(slots=True)
class Setting:
    """An article as a page shows it; every text is a list of pieces, the body a list of
    paragraphs.
    """

    kicker: list[Piece]
    headline: list[Piece]
    subtitle: list[Piece]
    paragraphs: list[list[Piece]]
    photos: list[SetPhoto]
    people: list[Person]

    def join(self, rest: Setting, jump: Piece) -> None:
        """Put the other half behind; a sentence that the jump cut runs on in one paragraph."""
        first, *others = rest.paragraphs or [[]]
        if self._ends_a_sentence():
            self.paragraphs.append([jump, *first])
        else:
            self.paragraphs[-1] = [*self.paragraphs[-1], jump, *first]
        self.paragraphs += others
        self.photos += rest.photos
        self.people = _each_once([*self.people, *rest.people])

    def _ends_a_sentence(self) -> bool:
        """Tell whether the last paragraph is complete; where there is none, nothing was cut."""
        last = self._last_paragraph
        return not last or last[-1].text.endswith(CLOSED)

    @property
    def _last_paragraph(self) -> list[Piece]:
        return self.paragraphs[-1] if self.paragraphs else []


def set_article(article: Article, sought: Selector | None = None) -> Setting:
    """Set an article as corrected, words sought marked and names led to their people, its other
    half joined on.
    """
    setting = _set_half(article, sought)
    rest = article.continuation
    if rest is None or not rest.is_published:
        return setting
    half = _set_half(rest, None)
    setting.join(half, _jump_to(rest))
    return setting


def _jump_to(rest: Article) -> Piece:
    """Return the label of the page on which an article goes on, led there."""
    return Piece(rest.page.label, jump=rest.get_absolute_url())


def set_as_read(article: Article) -> Setting:
    """Set an article as it was read from the print."""
    return Setting(
        kicker=cut(article.read_kicker),
        headline=cut(article.read_headline),
        subtitle=cut(article.read_subtitle),
        paragraphs=cut_paragraphs(article.read_body),
        photos=_set_photos(article, lambda photo: cut(photo.read_caption)),
        people=_people(_mentions(article)),
    )


def set_changes(article: Article) -> Setting:
    """Set an article with the characters struck out and put in since it was read."""
    body = cut_changes(article.read_body, article.body)
    return Setting(
        kicker=cut_changes(article.read_kicker, article.kicker),
        headline=cut_changes(article.read_headline, article.headline),
        subtitle=cut_changes(article.read_subtitle, article.subtitle),
        paragraphs=list(break_paragraphs(body)),
        photos=_set_photos(
            article,
            lambda photo: cut_changes(photo.read_caption, photo.caption),
        ),
        people=_people(_mentions(article)),
    )


def _set_half(article: Article, sought: Selector | None) -> Setting:
    mentions = _mentions(article)
    names = list(_first_names(mentions))
    photos = _set_photos(article, lambda photo: _set_caption(photo, sought))
    return Setting(
        kicker=cut(article.kicker, _sought_in(sought, Part.KICKER)),
        headline=cut(article.headline, _sought_in(sought, Part.HEADLINE)),
        subtitle=cut(article.subtitle, _sought_in(sought, Part.SUBTITLE)),
        paragraphs=cut_paragraphs(
            article.body,
            without_overlap(_sought_in(sought, Part.BODY), names),
        ),
        photos=photos,
        people=_people(mentions),
    )


def _set_caption(photo: Photo, sought: Selector | None) -> list[Piece]:
    markings = _sought_in(sought, Part.CAPTION, photo.pk)
    return cut(photo.caption, markings)


def _set_photos(
    article: Article, caption_of: Callable[[Photo], list[Piece]]
) -> list[SetPhoto]:
    return [
        SetPhoto(photo, caption_of(photo)) for photo in article.photos.all()
    ]


def _mentions(article: Article) -> list[Mention]:
    """Return the mentions of people in the order of the printed parts."""
    mentions = (
        article.mentions.published()
        .filter(person__isnull=False)
        .select_related("person")
    )
    return sorted(mentions, key=_place_in_print)


def _place_in_print(mention: Mention) -> tuple[int, int]:
    part = Part.values.index(mention.part)
    return part, mention.start


def _people(mentions: list[Mention]) -> list[Person]:
    people = (mention.person for mention in mentions)
    return _each_once(person for person in people if person)


def _each_once(people: Iterable[Person]) -> list[Person]:
    return list(dict.fromkeys(people))


def _sought_in(
    sought: Selector | None, part: str, photo: int | None = None
) -> list[Marking]:
    """Return the words sought if they stand in this part, a caption by the key of its photo."""
    if sought is None or not sought.stands_in(part, photo):
        return []
    return [Marking(sought.start, sought.end)]


def _first_names(mentions: list[Mention]) -> Iterator[Marking]:
    """Yield where the body first names each person."""
    first: dict[int | None, Mention] = {}
    for mention in mentions:
        if mention.part == Part.BODY:
            first.setdefault(mention.person_id, mention)
    for person, mention in first.items():
        yield Marking(mention.start, mention.end, person)
