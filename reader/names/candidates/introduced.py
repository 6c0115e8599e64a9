"""Names that the words around them state, so that even an everyday word is one.

Called, appointed, labelled by a post, answering.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.names.candidates.introduced_patterns import (
    ANY_SURNAME,
    ASKS,
    CALLS,
    FORMS,
    SPEAKER,
)
from reader.names.weighing.candidate import (
    Candidate,
    Found,
    found_or_formless,
)
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.characters import DOTS
from reader.patterns.people_words import FORMS_OF_ADDRESS
from reader.patterns.surnames import LONG_SURNAMES, SURNAMES


def introduced(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield the names that one of the forms of statement gives.

    ``found`` are the candidates by their offsets.
    """
    for sign, form in FORMS:
        if sign not in words.text:
            continue
        any_surname = form in ANY_SURNAME
        for match in form.finditer(words.text):
            group = match.lastindex or 0
            name = match[group]
            if not _may_be(name):
                continue
            if any_surname or _has_surname(name):
                span = match.span(group)
                here = found_or_formless(words, found, *span)
                yield here.raised(WEIGHTS.introduced)


def speakers(
    article: Sequence[tuple[Words, Found]],
) -> Iterator[tuple[int, Candidate]]:
    """Yield those who answer in an interview, with the index of their passage.

    There is none without one who asks, in a paragraph of their own.
    """
    texts = [words.text for words, _ in article]
    if not any(map(ASKS.match, texts)):
        return
    heads = list(map(SPEAKER.match, texts))
    turns = Counter(head[1] for head in heads if head)
    for index, head in enumerate(heads):
        if head is None:
            continue
        name = head[1]
        if _speaks(name, turns[name]):
            words, found = article[index]
            span = head.span(1)
            here = found_or_formless(words, found, *span)
            yield index, here.raised(WEIGHTS.introduced)


def _speaks(name: str, turns: int) -> bool:
    """Tell whether a label is the name of one who speaks.

    One that is a word (时间:) stands there once, a speaker again and again.
    """
    if not _may_be(name) or not _has_surname(name):
        return False
    return turns > 1 or not is_word(name)


def _may_be(name: str) -> bool:
    """Tell whether a run can be a name: it is no word for people and nothing that is called."""
    if name in FORMS_OF_ADDRESS or name[1:] in FORMS_OF_ADDRESS:
        return False
    return name[0] not in CALLS


def _has_surname(name: str) -> bool:
    """Tell whether a run begins with a surname, or is dotted, which needs none."""
    if DOTS in name or name[0] in SURNAMES:
        return True
    return name[:2] in LONG_SURNAMES
