"""Names that the words around them state, so that even an everyday word is one.

Somebody is called so, appointed, labelled by a post, or answers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reader.names.candidates.introduced_patterns import (
    ANY_SURNAME,
    ASKS,
    CALLED,
    CALLS,
    FIELD,
    FORMS,
    NEXT_IN_FIELD,
    NO_WORD,
    SIGNS,
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
from reader.results import Span


def introduced(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield the names that one of the forms of statement gives.

    ``found`` are the candidates by their offsets.
    """
    text = words.text
    standing = {sign for sign in SIGNS if sign in text}
    for signs, form in FORMS:
        if standing.isdisjoint(signs):
            continue
        for introduction in form.finditer(text):
            group = introduction.lastindex or 0
            name = introduction[group]
            if not _introduces(form, name):
                continue
            span = introduction.span(group)
            yield _raised(words, found, span)
            if form is FIELD:
                yield from _others_in_field(words, found, introduction.end())


def _others_in_field(
    words: Words, found: Found, start: int
) -> Iterator[Candidate]:
    """Yield the names that fill a field of a notice beside the first."""
    other = NEXT_IN_FIELD.match(words.text, start)
    while other is not None and _introduces(FIELD, other[1]):
        yield _raised(words, found, other.span(1))
        other = NEXT_IN_FIELD.match(words.text, other.end())


def _introduces(form: re.Pattern[str], name: str) -> bool:
    """Tell whether a run may be the name that a form of statement gives."""
    if not _may_be(name):
        return False
    if form in NO_WORD and is_word(name):
        return False
    if form is CALLED and name[0] in CALLS:
        return False
    return form in ANY_SURNAME or _has_surname(name)


def _raised(words: Words, found: Found, span: Span) -> Candidate:
    """Return the name at ``span``, with the points of one that is introduced."""
    name = found_or_formless(words, found, *span)
    return name.raised(WEIGHTS.introduced)


def speakers(
    article: Sequence[tuple[Words, Found]],
) -> Iterator[tuple[int, Candidate]]:
    """Yield those who answer in an interview, with the index of their passage.

    There are none where no paragraph begins with one who asks.
    """
    texts = [words.text for words, _ in article]
    if not any(map(ASKS.match, texts)):
        return
    heads = list(map(SPEAKER.match, texts))
    turns = Counter(map(_label, heads))
    for index, head in enumerate(heads):
        if head is None or not _speaks(head[1], turns):
            continue
        words, found = article[index]
        span = head.span(1)
        yield index, _raised(words, found, span)


def _label(head: re.Match[str] | None) -> str:
    """Return who speaks by the head of a paragraph, nothing for one without a head."""
    if head is None:
        return ""
    return head[1]


def _speaks(name: str, turns: Counter[str]) -> bool:
    """Tell whether a label is the name of one who speaks.

    One that is a word (时间:) stands there once, a speaker again and again.
    """
    if not _may_be(name) or not _has_surname(name):
        return False
    return turns[name] > 1 or not is_word(name)


def _may_be(name: str) -> bool:
    """Tell whether a run can be a name: it is no word for people."""
    if name in FORMS_OF_ADDRESS:
        return False
    return name[1:] not in FORMS_OF_ADDRESS


def _has_surname(name: str) -> bool:
    """Tell whether a run begins with a surname, or is dotted, which needs none."""
    if DOTS in name:
        return True
    if name[0] in SURNAMES:
        return True
    return name[:2] in LONG_SURNAMES
