"""Find every person named in the articles of one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

from reader.names.candidates.dotted import short_forms
from reader.names.candidates.introduced import speakers
from reader.names.certain_names import certain_names, leave_out_places, settled
from reader.names.lists.listed import down_the_page
from reader.names.lists.printed_rosters.gridded import gridded
from reader.names.lists.printed_rosters.rostered import rostered
from reader.names.occurrences import (
    KnownNames,
    known_names,
    lengthened,
    occurrences,
)
from reader.names.people_patterns import HISTORIC, WORK
from reader.names.searched import Searched, search
from reader.names.weighing.candidate import (
    Candidate,
    found_or_formless,
    printed,
)
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word, several_characters
from reader.passages import LaidOut, lay_out_passages
from reader.results import PageContext, ReadArticle, ReadMention, Span


def find_people(
    text: str,
    articles: Sequence[ReadArticle],
    context: PageContext,
    laid_out: Sequence[LaidOut] | None = None,
) -> list[tuple[ReadMention, ...]]:
    """Return, for each of ``articles``, the persons it names, in page order.

    They are looked for in headings, paragraphs and captions.

    A name that is certain in one place of the page is found in every place; names of
    ``context.known_people`` and of the page's own bylines and credits are certain from the start.
    Spans are offsets into ``text``; ``laid_out`` are the articles' passages where they are at
    hand.
    """
    if laid_out is None:
        laid_out = [lay_out_passages(text, article) for article in articles]
    searched = searched_articles(laid_out, context)
    page = list(chain.from_iterable(searched))
    leave_out_places(page, context.newspaper or "")
    certain = _certain(page)
    known = known_names(
        certain,
        short_forms(certain),
        _signed(articles),
        HISTORIC,
        context.known_people,
    )
    return [_mentions(article, known) for article in searched]


def searched_articles(
    laid_out: Sequence[LaidOut], context: PageContext
) -> list[list[Searched]]:
    """Return the passages of each article with everything in them that could be a name."""
    return [_search(article, context) for article in laid_out]


def _search(article: LaidOut, context: PageContext) -> list[Searched]:
    """Search the passages of one article, each alone and then what several of them say together."""
    read = [search(paragraph, context) for paragraph in article.passages]
    looked = [passage.words_and_found for passage in read]
    joints = [passage.paragraph.joints for passage in read]
    texts = [passage.paragraph.text for passage in read]
    in_rows = partial(gridded, joints=joints, texts=texts)
    for rule in (down_the_page, rostered, in_rows, speakers):
        # Each rule may need what the one before it has raised.
        for index, raised in rule(looked):
            passage = read[index]
            passage.add([raised])
    return read


def _certain(page: Sequence[Searched]) -> frozenset[str]:
    """Return the names that are certain on a page, each as long as all its places say."""
    names = certain_names(page)
    words = [passage.words for passage in page]
    return lengthened(words, names)


def _signed(articles: Sequence[ReadArticle]) -> frozenset[str]:
    """Return the names in bylines and photo credits."""
    signed: set[str] = set()
    for article in articles:
        for byline in article.byline:
            signed.add(byline.name)
        for photo in article.photos:
            signed.update(photo.photographers)
    return several_characters(signed)


def _mentions(
    article: Sequence[Searched], known: KnownNames
) -> tuple[ReadMention, ...]:
    """Return the mentions of one article, in page order."""
    mentions: dict[Span, ReadMention] = {}
    for passage in article:
        for mention in _named(passage, known):
            mentions[mention.span] = mention
    return tuple(mentions[span] for span in sorted(mentions))


def _named(passage: Searched, known: KnownNames) -> Iterator[ReadMention]:
    """Yield whom a passage names, as its own words have it: where they are cut, the page may print
    a caption in the middle of the name.

    That is where a run is likely a name, and where a known name stands.
    """
    standing = _standing(passage, known)
    names = [*passage.likely, *standing]
    on_page = passage.paragraph.on_page
    text = passage.paragraph.text
    works = _titles(passage.words.text)
    for name in settled(names):
        if not _is_in_title(name, works):
            yield ReadMention(printed(text, *name.span), on_page(*name.span))


def _titles(text: str) -> list[Span]:
    """Return where the titles of works stand in a passage, their marks included."""
    return [work.span() for work in WORK.finditer(text)]


def _is_in_title(name: Candidate, works: Sequence[Span]) -> bool:
    """Tell whether a name stands inside the title of a work, where nobody is mentioned."""
    return any(start < name.start < end for start, end in works)


def _standing(passage: Searched, known: KnownNames) -> Iterator[Candidate]:
    """Yield the places where a certain name stands as a name."""
    words, found = passage.words_and_found
    for span in occurrences(words.text, known):
        here = found_or_formless(words, found, *span)
        if _stands(words, here):
            yield _raised(here)


def _raised(here: Candidate) -> Candidate:
    """Return a certain name above doubt: of two such names the longer one stands."""
    size = len(here.places)
    form = max(here.form, 0.0)
    form += WEIGHTS.accept
    form += WEIGHTS.longer_wins * size
    return here._replace(form=form)


def _stands(words: Words, here: Candidate) -> bool:
    """Tell whether a certain name is a name here too.

    It may be a piece of a longer word, or a word in its common sense.
    """
    if here.after < 0:
        return False
    if here.name in HISTORIC:
        return _stands_apart(words, here)
    if _is_in_common_sense(words, here):
        return _is_spoken_for(here)
    return not _is_in_longer_word(words, here)


def _stands_apart(words: Words, here: Candidate) -> bool:
    """Tell whether a name of history is whole words, and no character more makes it another's."""
    end = here.end
    if not words.is_aligned(here.start, end):
        return False
    if not words.is_person(end):
        return True
    return not words.ends(end + 1)


def _is_in_longer_word(words: Words, here: Candidate) -> bool:
    """Tell whether a name is a piece of a longer word of the dictionary."""
    start = here.start
    begin = words.begin[start]
    end = words.end[start]
    size = end - begin
    if size <= len(here.places):
        return False
    return words.is_known(start)


def _is_in_common_sense(words: Words, here: Candidate) -> bool:
    """Tell whether a name is a word too, unless it is a long one that the segmenter takes for a
    person.
    """
    if not is_word(here.name):
        return False
    return not _is_long_person(words, here)


def _is_long_person(words: Words, here: Candidate) -> bool:
    """Tell whether a word of three characters or more is a person for the segmenter."""
    if len(here.name) < 3:
        return False
    return words.is_person(here.start)


def _is_spoken_for(here: Candidate) -> bool:
    """Tell whether a title or a verb, or both neighbours together, tell a name from the word."""
    before = here.before
    after = here.after
    if max(before, after) >= WEIGHTS.from_title:
        return True
    if min(before, after) <= 0:
        return False
    return before + after >= WEIGHTS.beside_a_word
