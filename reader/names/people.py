"""Find every person named in the articles of one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from reader.names.candidates.candidate import (
    Candidate,
    found_or_formless,
    printed,
)
from reader.names.candidates.dotted import short_forms
from reader.names.candidates.stated import speakers
from reader.names.certain_names import certain_names, leave_out_places, settled
from reader.names.lists.listed import down_the_page
from reader.names.lists.rostered import rostered
from reader.names.occurrences import KnownNames, known_names, lengthened, occurrences
from reader.names.passages import passages
from reader.names.people_patterns import HISTORIC
from reader.names.searched import Searched, search
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.results import PageContext, ReadArticle, ReadMention, Span


def find_people(
    text: str, articles: Sequence[ReadArticle], context: PageContext
) -> list[tuple[ReadMention, ...]]:
    """Return, for each of ``articles``, the persons its headings, paragraphs and captions name, in
    page order.

    A name that is certain in one place of the page is found in every place; names of
    ``context.known_people`` and of the page's own bylines and credits are certain from the start.
    Spans are offsets into ``text``."""
    searched = [_search(text, article, context) for article in articles]
    page = list(chain.from_iterable(searched))
    leave_out_places(page, context.newspaper or "")
    words = [passage.words for passage in page]
    certain = lengthened(words, certain_names(page))
    signed = _signed(articles)
    names = certain | short_forms(certain) | signed | HISTORIC | context.known_people
    known = known_names(names)
    return [_mentions(text, article, known) for article in searched]


def _search(text: str, article: ReadArticle, context: PageContext) -> list[Searched]:
    """Search the passages of one article, each alone and then what several of them say together."""
    read = [search(paragraph, context) for paragraph in passages(text, article)]
    looked = [(passage.words, passage.found) for passage in read]
    for rule in (down_the_page, rostered, speakers):
        # Each rule may need what the one before it has raised.
        for index, raised in rule(looked):
            read[index].found[raised.start, raised.end] = raised
    return read


def _signed(articles: Sequence[ReadArticle]) -> frozenset[str]:
    """Return the names in bylines and photo credits."""
    signed: set[str] = set()
    for article in articles:
        signed.update(byline.name for byline in article.byline)
        for photo in article.photos:
            signed.update(photo.photographers)
    return frozenset(name for name in signed if len(name) > 1)


def _mentions(
    text: str, article: Sequence[Searched], known: KnownNames
) -> tuple[ReadMention, ...]:
    """Return the mentions of one article: what is likely a name, and where known names stand."""
    spans: set[Span] = set()
    for passage in article:
        names = [*passage.likely, *_standing(passage, known)]
        for name in settled(names):
            spans.add(passage.paragraph.on_page(name.start, name.end))
    return tuple(
        ReadMention(printed(text, start, end), (start, end))
        for start, end in sorted(spans)
    )


def _standing(passage: Searched, known: KnownNames) -> Iterator[Candidate]:
    """Yield the places where a certain name stands as a name."""
    words = passage.words
    for start, end in occurrences(words.text, known):
        here = found_or_formless(words, passage.found, start, end)
        if _stands(words, here):
            # Of two certain names the longer one stands here.
            longer = WEIGHTS.longer_wins * (end - start)
            form = max(here.form, 0.0) + WEIGHTS.accept + longer
            yield here._replace(form=form)


def _stands(words: Words, here: Candidate) -> bool:
    """Tell whether a certain name is a name here too, not a piece of a longer word or a word in its
    common sense.
    """
    if here.after < 0:
        return False
    if here.name in HISTORIC:
        return words.aligned(here.start, here.end) and not _goes_on(words, here.end)
    if is_word(here.name) and not _long_person(words, here):
        return _spoken_for(here)
    word = words.end[here.start] - words.begin[here.start]
    longer = word > here.end - here.start
    return not (longer and words.known(here.start))


def _goes_on(words: Words, end: int) -> bool:
    """Tell whether a name of history goes on with one more character, as somebody else's."""
    one_more = words.end[end] == end + 1 if end < len(words.text) else False
    return one_more and words.tag(end).startswith("nr")


def _long_person(words: Words, here: Candidate) -> bool:
    """Tell whether a word of three characters or more is a person for the segmenter."""
    return len(here.name) > 2 and words.tag(here.start).startswith("nr")


def _spoken_for(here: Candidate) -> bool:
    """Tell whether a title or a verb, or both neighbours together, tell a name from the word."""
    if max(here.before, here.after) >= WEIGHTS.from_title:
        return True
    together = here.before + here.after >= WEIGHTS.beside_a_word
    return together and here.before > 0 and here.after > 0
