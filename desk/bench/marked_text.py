"""What the workbench marks in the texts of a page, and a text cut where a mark begins or ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from django.db.models import Count

from articles.models import Mention
from articles.models.selector import Part
from editorial.casework.acts import PageWords
from editorial.casework.cases import Case
from editorial.casework.seams import seam_of
from editorial.models import Finding, Rule
from people.models import Person
from records.grouping import grouped

# A part of an article; of a caption with the key of its photo.
PartOfArticle = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Doubted:
    """Words of a case: half-open offsets, empty for a join or a gap that stands between words."""

    start: int
    end: int
    case: int
    severity: int
    is_open: bool
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class NameMark:
    """A name: half-open offsets, the key of its mark, and whether several people bear it."""

    start: int
    end: int
    mention: int
    is_twin: bool = False


@dataclass(frozen=True, slots=True)
class Bit:
    """Characters marked alike; without characters a join or a gap."""

    text: str
    doubt: Doubted | None = None
    name: NameMark | None = None

    @property
    def is_seam(self) -> bool:
        return (
            not self.text and self.doubt is not None and not self.doubt.is_gap
        )

    @property
    def is_gap(self) -> bool:
        return not self.text and self.doubt is not None and self.doubt.is_gap


def bits_of(
    text: str,
    doubts: Sequence[Doubted],
    names: Sequence[NameMark],
    offset: int = 0,
) -> list[Bit]:
    """Cut ``text``, which begins at ``offset`` of what the offsets count in, by its marks.

    Of doubts that overlap the one that begins last is marked; joins and gaps stand between bits.
    """
    end = offset + len(text)
    inside = [
        each for each in doubts if offset <= each.start and each.end <= end
    ]
    here = [each for each in names if offset <= each.start and each.end <= end]
    points = [each for each in inside if each.start == each.end]
    spans = [each for each in inside if each.start < each.end]
    cuts = sorted({offset, end, *_ends(spans), *_ends(here), *_ends(points)})
    bits: list[Bit] = []
    for start, stop in zip(cuts, [*cuts[1:], None], strict=True):
        bits += [Bit("", each) for each in points if each.start == start]
        if stop is not None:
            words = text[start - offset : stop - offset]
            doubt = _doubt_at(spans, start)
            bits.append(Bit(words, doubt, _name_at(here, start)))
    return bits


def _ends(marks: Iterable[Doubted] | Iterable[NameMark]) -> Iterator[int]:
    for mark in marks:
        yield mark.start
        yield mark.end


def _doubt_at(marks: Iterable[Doubted], offset: int) -> Doubted | None:
    """Return what is doubted of the character at an offset, of several what begins last."""
    found = [each for each in marks if each.start <= offset < each.end]
    return max(found, key=attrgetter("start"), default=None)


def _name_at(marks: Iterable[NameMark], offset: int) -> NameMark | None:
    for mark in marks:
        if mark.start <= offset < mark.end:
            return mark
    return None


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What is doubted in the texts of a page, and the names that stand in them."""

    doubts: Mapping[PartOfArticle, list[Doubted]]
    names: Mapping[PartOfArticle, list[NameMark]]

    def bits(
        self, part: PartOfArticle, words: str, offset: int = 0
    ) -> list[Bit]:
        """Cut words of a part, which begin at the offset, by its marks."""
        doubts = self.doubts.get(part, [])
        return bits_of(words, doubts, self.names.get(part, []), offset)


def marks_on_page(words: PageWords, cases: Iterable[Case]) -> PageMarks:
    """Return what is marked in the texts of a page."""
    return PageMarks(_doubts(words, cases), _names(words))


def _doubts(
    words: PageWords, cases: Iterable[Case]
) -> dict[PartOfArticle, list[Doubted]]:
    return grouped(
        marked
        for case in cases
        for finding in case.findings
        for marked in _doubted(finding, case, words)
    )


def _doubted(
    finding: Finding, case: Case, words: PageWords
) -> Iterator[tuple[PartOfArticle, Doubted]]:
    """Yield the mark of a finding with the text it is in, unless it is marked nowhere."""
    placed = _place(finding, words)
    if placed is None:
        return
    key, start, end = placed
    is_gap = finding.rule == Rule.MISSING_TEXT
    yield (
        key,
        Doubted(
            start,
            end,
            case.key,
            case.severity,
            case.is_open,
            is_gap,
        ),
    )


def _place(
    finding: Finding, words: PageWords
) -> tuple[PartOfArticle, int, int] | None:
    """Return where a finding is marked; None where its words stand in no text any more."""
    article = words.articles.get(finding.article_id or 0)
    if article is None or finding.rule == Rule.HALFWIDTH_PUNCTUATION:
        return None
    if finding.start is not None and finding.end is not None:
        key = (article.pk, finding.part, finding.photo_id or 0)
        return key, finding.start, finding.end
    if finding.rule != Rule.CUT_PARAGRAPH:
        return None
    seam = seam_of(finding, words.delivered, article.body)
    if seam is None:
        return None
    return (article.pk, Part.BODY, 0), seam, seam


def _names(words: PageWords) -> dict[PartOfArticle, list[NameMark]]:
    """Return the names that stand, by the text they stand in."""
    standing = Mention.objects.standing().filter(article__in=words.articles)
    mentions = list(standing.order_by("start"))
    twins = _twins({each.name for each in mentions})
    return grouped(
        (_part_with(each), _name_mark(each, twins)) for each in mentions
    )


def _part_with(mention: Mention) -> PartOfArticle:
    return mention.article_id, mention.part, mention.photo_id or 0


def _name_mark(mention: Mention, twins: set[str]) -> NameMark:
    is_twin = mention.name in twins or mention.person_id is None
    return NameMark(mention.start, mention.end, mention.pk, is_twin)


def _twins(names: set[str]) -> set[str]:
    """Return the names that several people bear."""
    bearers = Person.objects.filter(name__in=names).order_by()
    counted = bearers.values("name").annotate(bearers=Count("pk"))
    several = counted.filter(bearers__gt=1)
    return set(several.values_list("name", flat=True))
