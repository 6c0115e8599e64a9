"""Which caption a sent picture belongs to: a proposal that a person confirms or changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import PurePath

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz

from articles.iptc.stated_by_file import StatedFields
from articles.models import Photo

# What a clue is worth at most, of a hundred.
DESCRIPTION = 100
NAME_OF_FILE = 80
NUMBER = 50
PHOTOGRAPHER = 30
# Below this likeness, of a hundred, words are no clue; words of so few characters never are.
ALIKE = 75
FEW_CHARACTERS = 6
# Words in a file's name that stand in the caption as they are: from so many characters on.
FEW_IN_A_NAME = 2
NO_WORD = re.compile(r"[\W_]+")
# Chinese in the name of a file.   + 林向晚查看秧苗-2.jpg   - IMG_0012.JPG
CHINESE = re.compile(r"[\u3400-\u9fff]{2,}")
# What a file is called after and no caption tells.   + 图片   + 照片
SAYS_NOTHING = re.compile(
    "\u56fe\u7247|\u7167\u7247|\u914d\u56fe|\u6444\u5f71|\u526f\u672c"
)
# The number of a picture on its page.   + 图2.jpg   + photo_03.png   - DSC_4711.JPG
NUMBERED = re.compile(
    r"(?:\u56fe|\u7167\u7247|\u56fe\u7247|photo|pic)[-_ ]?0*([1-9]\d?)(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """The photo that a picture seems to belong to, by its key, and what says so."""

    photo: int
    why: str | Promise


@dataclass(frozen=True, slots=True)
class _Clue:
    """How much speaks for a picture and a photo."""

    worth: float
    picture: str
    photo: int
    why: str | Promise


def propose_captions(
    sent: Mapping[str, StatedFields], photos: Sequence[Photo]
) -> dict[str, Proposal]:
    """Return which photo without a picture each file seems to belong to, by the file's name;
    ``photos`` are all of the page or issue in printed order, each with its page.

    Two files never get one photo, and a file for which two photos speak alike gets none.
    """
    clues = [
        clue
        for name, stated in sent.items()
        for clue in _plainest(_clues(name, stated, photos))
    ]
    proposed: dict[str, Proposal] = {}
    given: set[int] = set()
    for clue in sorted(clues, key=attrgetter("worth"), reverse=True):
        if clue.picture in proposed or clue.photo in given:
            continue
        given.add(clue.photo)
        proposed[clue.picture] = Proposal(clue.photo, clue.why)
    return proposed


def _plainest(clues: Iterable[_Clue]) -> list[_Clue]:
    """Return the strongest clue of a file, none where two photos have it alike."""
    found = sorted(clues, key=attrgetter("worth"), reverse=True)
    if not found:
        return []
    best = [each for each in found if each.worth == found[0].worth]
    is_plain = len({each.photo for each in best}) == 1
    return best[:1] if is_plain else []


def _clues(
    name: str, stated: StatedFields, photos: Sequence[Photo]
) -> Iterator[_Clue]:
    """Yield what speaks for each photo that has no picture yet."""
    stem = PurePath(name).stem
    numbers = _numbers(photos)
    for photo in photos:
        if photo.image:
            continue
        caption = _folded(photo.caption)
        told = _folded(str(stated.get("caption", "")))
        for worth, why in (
            (DESCRIPTION * _likeness(told, caption), _("its description")),
            (NAME_OF_FILE * _named(stem, caption), _("its file name")),
            (NUMBER * _is_numbered(stem, photo, numbers), _("its number")),
            (PHOTOGRAPHER * _same_hand(stated, photo), _("its photographer")),
        ):
            if worth:
                yield _Clue(worth, name, photo.pk, why)


def _folded(words: str) -> str:
    """Return words without what is no letter or digit."""
    bare = NO_WORD.sub("", words)
    return bare.lower()


def _is_short(*texts: str) -> bool:
    return min(map(len, texts)) < FEW_CHARACTERS


def _likeness(told: str, caption: str) -> float:
    """Return how much of the shorter text stands in the longer one, 0 to 1."""
    if _is_short(told, caption):
        return 0
    likeness = fuzz.partial_ratio(told, caption, score_cutoff=ALIKE)
    return likeness / 100


def _named(stem: str, caption: str) -> float:
    """Return how much of the Chinese in the name of a file stands in a caption, 0 to 1."""
    told = SAYS_NOTHING.sub("", stem)
    runs = CHINESE.findall(told)
    words = "".join(runs)
    if len(words) < FEW_IN_A_NAME or not caption:
        return 0
    held = sum(len(run) for run in runs if run in caption)
    return max(held / len(words), _likeness(words, caption))


def _numbers(photos: Sequence[Photo]) -> dict[int, int]:
    """Return the number of each photo on its page, from 1."""
    counted: Counter[int] = Counter()
    numbers = {}
    for photo in photos:
        page = photo.article.page_id
        counted[page] += 1
        numbers[photo.pk] = counted[page]
    return numbers


def _is_numbered(stem: str, photo: Photo, numbers: Mapping[int, int]) -> bool:
    """Tell whether the name of a file ends in a photo's number, behind its page's label or a word
    for a picture.
    """
    label = re.escape(photo.article.page.label)
    of_page = rf"(?<![A-Za-z0-9]){label}[-_ ]0*([1-9]\d?)(?!\d)"
    found = re.search(of_page, stem, re.IGNORECASE) or NUMBERED.search(stem)
    return found is not None and int(found[1]) == numbers[photo.pk]


def _same_hand(stated: StatedFields, photo: Photo) -> bool:
    """Tell whether the file names the photographers that the caption does."""
    told = str(stated.get("creators", ""))
    return bool(told) and told.split("\n") == photo.creator_names
