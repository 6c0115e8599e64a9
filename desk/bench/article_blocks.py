"""The articles of a page as the workbench shows them: block by block, doubts and names marked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from django.db.models import Count
from django.utils.functional import Promise

from articles.composing import GAP
from articles.models import Article, Block, Mention, Photo
from articles.models.selector import Part
from desk.bench.marked_text import Bit, Doubted, NameMark, bits_of
from editorial.casework.acts import PageWords
from editorial.casework.block_words import BlockPlace
from editorial.casework.cases import Case
from editorial.casework.seams import seam_of
from editorial.models import Finding, Rule
from people.models import Person

HEADINGS = (Part.KICKER, Part.HEADLINE, Part.SUBTITLE)
# A part of an article; of a caption with the key of its photo.
PartOfArticle = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block with its words as stored, and cut for display; the byline is edited elsewhere."""

    article: int
    place: str
    label: str | Promise
    kind: str
    words: str
    bits: list[Bit]
    row: Block | None = None

    @property
    def anchor(self) -> str:
        """Its name in the page: of letters, digits and dashes."""
        if self.place or self.row is None:
            return anchor_of(self.article, self.place)
        return f"block-{self.row.pk}"

    @property
    def is_gap(self) -> bool:
        """Tell whether it stands for words that the copy lacks."""
        if self.kind != "body":
            return False
        return self.words == GAP

    @property
    def is_left_out(self) -> bool:
        return self.kind == "out"

    @property
    def is_edited(self) -> bool:
        return bool(self.place)

    @property
    def address(self) -> str:
        """What ``?edit=`` calls it."""
        return f"{self.article}:{self.place}"


@dataclass(frozen=True, slots=True)
class ShownArticle:
    article: Article
    blocks: list[ShownBlock]
    open_cases: int


def _with_places(rows: Iterable[Block]) -> Iterator[tuple[Block, str]]:
    """Yield the blocks that texts show, each with its place."""
    kept = list(rows)
    places = places_shown(kept)
    for row in kept:
        if row.pk in places:
            yield row, places[row.pk]


def _with_rows(
    blocks: Iterable[ShownBlock], rows: Mapping[tuple[int | None, str], Block]
) -> Iterator[ShownBlock]:
    """Yield blocks as shown, each with the one that is stored."""
    for block in blocks:
        place = (block.article, block.place)
        yield replace(block, row=rows.get(place))


def beside_texts(
    rows: Iterable[Block], article: int | None
) -> Iterator[ShownBlock]:
    """Yield what was printed of an article, or of none, and stands in no text."""
    for row in rows:
        is_merged = row.removed and not row.spans
        if row.article_id != article or row.part or is_merged:
            continue
        is_out = row.removed or row.kind == Block.Kind.FURNITURE
        yield ShownBlock(
            article or 0,
            "",
            row.get_kind_display(),
            "out" if is_out else "by",
            row.text,
            [Bit(row.text)],
            row,
        )


def places_shown(blocks: Iterable[Block]) -> dict[int, str]:
    """Return where the articles show blocks, by their keys."""
    in_order = sorted(blocks, key=attrgetter("place", "pk"))
    paragraphs: Counter[int] = Counter()
    found = {}
    for block in in_order:
        if block.part == Part.BODY and block.article_id:
            number = paragraphs[block.article_id]
            paragraphs[block.article_id] += 1
            found[block.pk] = str(BlockPlace(Part.BODY, number))
        elif block.part == Part.CAPTION and block.photo_id:
            found[block.pk] = str(BlockPlace(Part.CAPTION, block.photo_id))
        elif block.part:
            found[block.pk] = str(BlockPlace(block.part))
    return found


def anchor_of_block(block: Block, places: Mapping[int, str]) -> str:
    """Return the anchor of a block where the page shows it."""
    place = places.get(block.pk)
    if place is None or block.article_id is None:
        return f"block-{block.pk}"
    return anchor_of(block.article_id, place)


def anchor_of(article: int, place: str) -> str:
    return f"b{article}-{place.replace(':', '-')}"


def shown_articles(
    words: PageWords, cases: Sequence[Case], rows: Sequence[Block]
) -> list[ShownArticle]:
    """Return the articles of a page in reading order with all that is marked in them; ``rows`` are
    the blocks of the page.
    """
    shown = {(row.article_id, place): row for row, place in _with_places(rows)}
    doubts = _doubts(words, cases)
    names = _names(words)
    waiting = [case.lead.article_id for case in cases if case.is_open]
    return [
        ShownArticle(
            article,
            [
                *_with_rows(
                    _blocks(article, words, doubts, names, rows), shown
                ),
                *beside_texts(rows, article.pk),
            ],
            waiting.count(article.pk),
        )
        for article in words.articles.values()
    ]


def _doubts(
    words: PageWords, cases: Iterable[Case]
) -> dict[PartOfArticle, list[Doubted]]:
    found: dict[PartOfArticle, list[Doubted]] = defaultdict(list)
    for case in cases:
        for finding in case.findings:
            placed = _place(finding, words)
            if placed is None:
                continue
            key, start, end = placed
            is_gap = finding.rule == Rule.MISSING_TEXT
            mark = Doubted(
                start, end, case.key, case.severity, case.is_open, is_gap
            )
            found[key].append(mark)
    return found


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
    marks = list(standing.order_by("start"))
    twins = _twins({mark.name for mark in marks})
    found: dict[PartOfArticle, list[NameMark]] = defaultdict(list)
    for mark in marks:
        key = (mark.article_id, mark.part, mark.photo_id or 0)
        is_twin = mark.name in twins or mark.person_id is None
        found[key].append(NameMark(mark.start, mark.end, mark.pk, is_twin))
    return found


def _twins(names: set[str]) -> set[str]:
    """Return the names that several people bear."""
    bearers = Person.objects.filter(name__in=names).order_by()
    counted = bearers.values("name").annotate(bearers=Count("pk"))
    several = counted.filter(bearers__gt=1)
    return set(several.values_list("name", flat=True))


def _blocks(
    article: Article,
    words: PageWords,
    doubts: dict[PartOfArticle, list[Doubted]],
    names: dict[PartOfArticle, list[NameMark]],
    rows: Iterable[Block],
) -> Iterator[ShownBlock]:
    for part in HEADINGS:
        key = (article.pk, part, 0)
        text = getattr(article, part)
        if text:
            bits = bits_of(text, doubts[key], names[key])
            place = str(BlockPlace(part))
            yield ShownBlock(
                article.pk, place, part.label, f"head {part}", text, bits
            )
    yield from _byline(article, rows)
    yield from _paragraphs(article, doubts, names)
    photos = words.photos.get(article.pk, ())
    for photo in photos:
        yield _caption(photo, doubts, names)


def _byline(article: Article, rows: Iterable[Block]) -> Iterator[ShownBlock]:
    """Yield the byline on record, unless the printed one beside it names the same people."""
    bylines = list(article.bylines.all())
    printed = _printed_bylines(article, rows)
    if all(_joined(each.name) in printed for each in bylines):
        return
    text = "  ".join(map(str, bylines))
    label = Block.Kind.BYLINE.label
    yield ShownBlock(article.pk, "", label, "by", text, [Bit(text)])


def _printed_bylines(article: Article, rows: Iterable[Block]) -> str:
    """Return the words of the bylines that stand on the page, without their spaces."""
    own = [row for row in rows if row.article_id == article.pk]
    standing = [row for row in own if not row.removed]
    kind = Block.Kind.BYLINE
    texts = [row.text for row in standing if row.kind == kind]
    return _joined("\n".join(texts))


def _joined(text: str) -> str:
    return "".join(text.split())


def _paragraphs(
    article: Article,
    doubts: dict[PartOfArticle, list[Doubted]],
    names: dict[PartOfArticle, list[NameMark]],
) -> Iterator[ShownBlock]:
    key = (article.pk, Part.BODY, 0)
    label = Block.Kind.PARAGRAPH.label
    offset = 0
    for number, text in enumerate(article.paragraphs):
        bits = bits_of(text, doubts[key], names[key], offset)
        place = str(BlockPlace(Part.BODY, number))
        yield ShownBlock(article.pk, place, label, "body", text, bits)
        offset += len(text) + 1


def _caption(
    photo: Photo,
    doubts: dict[PartOfArticle, list[Doubted]],
    names: dict[PartOfArticle, list[NameMark]],
) -> ShownBlock:
    key = (photo.article_id, Part.CAPTION, photo.pk)
    bits = bits_of(photo.caption, doubts[key], names[key])
    place = str(BlockPlace(Part.CAPTION, photo.pk))
    label = Block.Kind.CAPTION.label
    return ShownBlock(
        photo.article_id, place, label, "cap", photo.caption, bits
    )
