"""The cases of a page as the workbench shows them, each with its words and what can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from articles.models import Photo
from articles.models.selector import Part
from desk.article_panels import CONTEXT_LENGTH, shortened
from desk.bench.article_blocks import anchor_of
from desk.bench.half_marks import marks_of
from editorial.casework.acts import Act, PageWords, acts_of
from editorial.casework.block_words import BlockPlace
from editorial.casework.cases import Case
from editorial.casework.seams import seam_of
from editorial.models import Finding, Rule

OF_PICTURES = frozenset({Rule.MISSING_IMAGE, Rule.CAPTION_IN_COLUMN})
# A card shows so many of a page's half-width marks; all of them are looked through apart.
MOST_MARKS = 3
# A card tells long words by their beginning and end.
MOST_WORDS = 80
# Acts that may be carried out for all of a kind at once, after a look at each.
FOR_ALL = frozenset({"keep", "wait", "offer"})


@dataclass(frozen=True, slots=True)
class Numbered:
    """An act with the key that presses it: a for the first, then 2, 3 …"""

    act: Act
    key: str


@dataclass(frozen=True, slots=True)
class Context:
    """Doubted words between the words around them; ``seam`` stands for a join."""

    before: str
    words: str
    after: str
    replacement: str | None = None
    is_seam: bool = False


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case with all that its card shows. ``alike`` counts the other open ones of its kind, which
    one act can settle with it.
    """

    case: Case
    contexts: list[Context]
    acts: list[Numbered]
    block: str
    position: int | None
    photo: Photo | None
    alike: int = 0

    @property
    def title(self) -> str:
        return self.case.lead.message

    @property
    def tint(self) -> str:
        """What colours its tick: its severity as long as it waits."""
        if self.case.is_open:
            return f"s{self.case.severity}"
        return "soft" if self.case.is_put_off else "ok"

    @property
    def is_one_of_many(self) -> bool:
        """Tell whether there is more to look through before one act settles it all."""
        names = [each.act.name for each in self.acts]
        return self.case.is_open and (self.alike > 0 or "widen" in names)

    @property
    def kinds(self) -> list[str]:
        """The names of its rules, each once."""
        named = [each.get_rule_display() for each in self.case.findings]
        return list(dict.fromkeys(named))


def cards_of(cases: Sequence[Case], words: PageWords) -> list[CaseCard]:
    """Return the cards of a page's cases, in the order of the page."""
    acts = {case.key: acts_of(case, words) for case in cases}
    kinds = Counter(
        kind_of_case(case, acts[case.key]) for case in cases if case.is_open
    )
    return [
        _card(
            case,
            acts[case.key],
            words,
            kinds[kind_of_case(case, acts[case.key])],
        )
        for case in cases
    ]


def kind_of_case(case: Case, acts: Sequence[Act]) -> tuple[str, str]:
    """Return what makes cases alike: their rules, and what would be done first."""
    first = acts[0].name if acts else ""
    name = first if first in FOR_ALL else str(case.key)
    return "+".join(sorted(case.rules)), name


def _card(
    case: Case, acts: Sequence[Act], words: PageWords, of_kind: int
) -> CaseCard:
    article = words.article_of(case)
    photo = photo_of(case, words)
    return CaseCard(
        case,
        list(_contexts(case, words)),
        list(_numbered(acts)),
        _block(case, words, photo),
        article.position if article else None,
        photo,
        max(0, of_kind - 1),
    )


def _numbered(acts: Sequence[Act]) -> Iterator[Numbered]:
    for number, act in enumerate(acts, start=1):
        key = "a" if number == 1 else str(number)
        yield Numbered(act, key)


def photo_of(case: Case, words: PageWords) -> Photo | None:
    """Return the photo whose caption a case is about: the reader puts a missing picture between the
    text before and the caption.
    """
    places = {
        place
        for each in case.findings
        if each.rule in OF_PICTURES
        for place in (each.page_start, each.page_end)
    }
    for photo in words.photos.get(case.lead.article_id or 0, ()):
        if photo.start in places:
            return photo
    return None


def _block(case: Case, words: PageWords, photo: Photo | None) -> str:
    """Return the anchor of the block a case is shown at, '' for none."""
    article = words.article_of(case)
    lead = case.lead
    if article is None:
        return ""
    if photo is not None and case.rule != Rule.CUT_PARAGRAPH:
        place = BlockPlace(Part.CAPTION, photo.pk)
    elif lead.photo_id:
        place = BlockPlace(Part.CAPTION, lead.photo_id)
    elif lead.part and lead.part != Part.BODY:
        place = BlockPlace(lead.part)
    elif case.rule == Rule.DOUBTFUL_HEADING:
        place = BlockPlace(Part.HEADLINE)
    else:
        offset = _offset(case, words, article.body)
        before = article.body[:offset]
        place = BlockPlace(Part.BODY, before.count("\n"))
    return anchor_of(article.pk, str(place))


def _offset(case: Case, words: PageWords, body: str) -> int:
    """Return where in the body a case is shown: at its words, its join, or the end."""
    placed = [each.start for each in case.findings if each.start is not None]
    if placed:
        return placed[0]
    seam = seam_of(case.lead, words.delivered, body)
    return len(body) if seam is None else seam


def _contexts(case: Case, words: PageWords) -> Iterator[Context]:
    """Yield the words of each finding once, in their context; of a page's marks the first few."""
    if (
        case.rule == Rule.HALFWIDTH_PUNCTUATION
        and case.lead.replacement is None
    ):
        for mark in islice(marks_of(words), MOST_MARKS):
            yield Context(mark.before, mark.old, mark.after, mark.new)
        return
    shown = set()
    for finding in case.findings:
        context = _context(finding, words)
        place = (context.before, context.words, context.after)
        if place not in shown:
            shown.add(place)
            yield context


def _context(finding: Finding, words: PageWords) -> Context:
    article = words.articles.get(finding.article_id or 0)
    start = finding.start
    end = finding.end
    if article is None or start is None or end is None:
        text = words.delivered
        start = finding.page_start
        end = finding.page_end
    else:
        text = finding.text_in(article)
    is_seam = finding.rule == Rule.CUT_PARAGRAPH
    first = max(0, start - CONTEXT_LENGTH)
    last = end + CONTEXT_LENGTH
    doubted = shortened(text[start:end], MOST_WORDS)
    words_shown = "" if is_seam else doubted.strip()
    return Context(
        before=text[first:start].strip("\n"),
        words=words_shown,
        after=text[end:last].strip("\n"),
        replacement=finding.replacement,
        is_seam=is_seam,
    )
