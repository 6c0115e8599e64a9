"""Find every person named in the articles of one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from reader.names.announced import announced
from reader.names.around import BARRED, GROUPED, PERSONAL, SPOKEN, TITLED
from reader.names.foreign import composed, dotted, short_forms, sounded
from reader.names.lists import down_the_page, listed, paired, run_together
from reader.names.places import Index, index, lengthened, places
from reader.names.proposed import proposed
from reader.names.rostered import rostered
from reader.names.shapes import ACCEPT, Candidate, candidates, without_form
from reader.names.stated import speakers, stated
from reader.names.words import Words, cut, is_word
from reader.passages import LaidOut, Passage, lay_out_passages
from reader.patterns import known_words
from reader.patterns import names as pattern
from reader.results import PageContext, ReadArticle, ReadMention

# What each further place, up to two, adds to a name whose neighbours there speak for it.
AGAIN = 0.5
# What the neighbours of a certain name that is also a dictionary word must say, to tell it from the
# word.
BESIDE_A_WORD = 1.0


@dataclass(slots=True)
class _Passage:
    """One passage with its words, everything in it that could be a name, by its offsets, and what
    of that is likely one.
    """

    paragraph: Passage
    words: Words
    found: dict[tuple[int, int], Candidate]
    likely: list[Candidate] = field(default_factory=list)


def find_people(
    text: str,
    articles: Sequence[ReadArticle],
    context: PageContext,
    laid_out: Sequence[LaidOut] | None = None,
) -> list[tuple[ReadMention, ...]]:
    """Return, for each of ``articles``, the persons its headings, paragraphs and captions name, in
    page order.

    A name that is certain in one place of the page is found in every place; names of
    ``context.known_people`` and of the page's own bylines and credits are certain from the start.
    Spans are offsets into ``text``; ``laid_out`` are the articles' passages where they are at
    hand."""
    if laid_out is None:
        laid_out = [lay_out_passages(text, article) for article in articles]
    read = [
        [_look(passage, context) for passage in article.passages]
        for article in laid_out
    ]
    for article in read:
        looked = [(p.words, p.found) for p in article]
        for passage, raised in chain(
            down_the_page(looked), rostered(looked), speakers(looked)
        ):
            article[passage].found[raised.start, raised.end] = raised
    every = [passage for article in read for passage in article]
    _leave_out_places(every, context.newspaper or "")
    certain = lengthened([passage.words for passage in every], _certain(every))
    names = (
        certain
        | short_forms(certain)
        | known_words.HISTORIC
        | _signed(articles)
        | context.known_people
    )
    known = index(names)
    return [_mentions(text, article, known) for article in read]


def _look(paragraph: Passage, context: PageContext) -> _Passage:
    words = cut(paragraph.text)
    found = {(c.start, c.end): c for c in candidates(words)}
    for more in (
        sounded(words, found),
        composed(words, found),
        dotted(words),
        _formulas(words),
        listed(words, found),
        run_together(found),
    ):
        found |= {(c.start, c.end): c for c in more}
    found |= {(c.start, c.end): c for c in announced(words, found)}
    found |= {(c.start, c.end): c for c in stated(words, found)}
    found |= {(c.start, c.end): c for c in paired(words, found)}
    if context.propose_names:
        found |= {
            (c.start, c.end): c
            for c in proposed(words, found, context.propose_names(paragraph.text))
        }
    return _Passage(paragraph, words, found)


def _leave_out_places(read: Sequence[_Passage], newspaper: str) -> None:
    """Drop what the page also uses as the name of a place, or its newspaper is named after, where
    no word says a person.
    """
    placed = {
        c.name for passage in read for c in passage.found.values() if c.after == BARRED
    }
    for passage in read:
        for span, c in [*passage.found.items()]:
            weak = c.before < GROUPED and c.after < SPOKEN
            if weak and (c.name in placed or newspaper.startswith(c.name)):
                del passage.found[span]


def _formulas(words: Words) -> Iterator[Candidate]:
    for formula in pattern.FORMULA.finditer(words.text):
        yield Candidate(*formula.span(), formula[0], ACCEPT, ACCEPT)


def _certain(read: Sequence[_Passage]) -> frozenset[str]:
    """Return the names that some place of the page, or several together, put beyond doubt."""
    certain: set[str] = set()
    open_places: dict[str, list[Candidate]] = {}
    for passage in read:
        passage.likely = [c for c in passage.found.values() if c.points >= ACCEPT]
        kept = _settle(passage.likely)
        certain.update(c.name for c in kept)
        taken = {place for c in kept for place in range(c.start, c.end)}
        for c in passage.found.values():
            if passage.words.end[c.end - 1] == c.end and taken.isdisjoint(
                range(c.start, c.end)
            ):
                open_places.setdefault(c.name, []).append(c)
    return frozenset(
        certain
        | {name for name, places in open_places.items() if _together(places) >= ACCEPT}
    )


def _together(places: Sequence[Candidate]) -> float:
    """Add up what all places of a name say: its title may stand in one and its verb in another."""
    best = max(c.points for c in places)
    titled = max(c.before for c in places)
    spoken = max((c.after for c in places if c.before > 0), default=0.0)
    if titled >= PERSONAL and spoken >= SPOKEN:
        best = max(best, places[0]._replace(before=titled, after=spoken).points)
    if max(c.form for c in places) > 0:
        best = max(
            best,
            *(
                max(side)
                for side in zip(
                    *((c.form, c.before, c.after) for c in places), strict=True
                )
            ),
        )
    spoken_for = sum(c.before + c.after >= 1.0 for c in places)
    return best + AGAIN * min(2, max(0, spoken_for - 1))


def _settle(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep, of likely names that overlap, the one with most points, the longer one on a draw."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in sorted(found, key=lambda c: (-c.points, c.start - c.end, c.start)):
        if taken.isdisjoint(places := range(candidate.start, candidate.end)):
            taken.update(places)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _signed(articles: Sequence[ReadArticle]) -> frozenset[str]:
    """Return the names in bylines and photo credits."""
    signed = {byline.name for article in articles for byline in article.byline}
    signed |= {
        name
        for article in articles
        for photo in article.photos
        for name in photo.photographers
    }
    return frozenset(name for name in signed if len(name) > 1)


def _mentions(
    text: str, article: Sequence[_Passage], known: Index
) -> tuple[ReadMention, ...]:
    spans = set()
    for passage in article:
        for found in _settle([*passage.likely, *_again(passage, known)]):
            spans.add(passage.paragraph.on_page(found.start, found.end))
    return tuple(
        ReadMention("".join(text[start:end].split()), (start, end))
        for start, end in sorted(spans)
    )


def _again(passage: _Passage, known: Index) -> Iterator[Candidate]:
    """Yield the places where a certain name stands as a name."""
    words = passage.words
    for start, end in places(words.text, known):
        here = passage.found.get((start, end)) or without_form(words, start, end)
        if _stands(words, here):
            # Of two certain names the longer one stands here.
            yield here._replace(form=max(here.form, 0.0) + ACCEPT + 2 * (end - start))


def _stands(words: Words, here: Candidate) -> bool:
    """Tell whether a certain name is a name here too, not a piece of a longer word or a word in its
    common sense.
    """
    if here.after < 0:
        return False
    if here.name in known_words.HISTORIC:
        longer_name = (
            words.tags.get(here.end, "x").startswith("nr")
            and words.end[here.end] == here.end + 1
        )
        return words.aligned(here.start, here.end) and not longer_name
    if is_word(here.name) and not (
        len(here.name) > 2 and words.tags.get(here.start, "").startswith("nr")
    ):
        return max(here.before, here.after) >= TITLED or (
            here.before > 0
            and here.after > 0
            and here.before + here.after >= BESIDE_A_WORD
        )
    longer = words.end[here.start] - words.begin[here.start] > here.end - here.start
    return not (longer and words.known(here.start))
