"""Names that the words around them state, so that even an everyday word is one: called, appointed,
labelled by a post.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from reader.names.candidates import stated_patterns as patterns
from reader.names.candidates.shapes import Candidate, without_form
from reader.names.lists.listed import STATED, Found, certain
from reader.names.words import Words, is_word
from reader.patterns import people_words, surnames


def stated(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield the names that one of the forms of statement gives; ``found`` are the candidates by
    their offsets.
    """
    for form in (form for sign, form in patterns.FORMS if sign in words.text):
        for match in form.finditer(words.text):
            start, end = match.span(match.lastindex or 0)
            if _may_be(words.text[start:end], any_surname=form in patterns.ANY_SURNAME):
                yield certain(
                    found.get((start, end)) or without_form(words, start, end), STATED
                )


def speakers(article: Sequence[tuple[Words, Found]]) -> Iterator[tuple[int, Candidate]]:
    """Yield those who answer in an interview, with the index of their passage: who asks has a
    paragraph too.
    """
    if any(patterns.ASKS.match(words.text) for words, _ in article):
        heads = [patterns.SPEAKER.match(words.text) for words, _ in article]
        turns = Counter(head[1] for head in heads if head)
        for index, ((words, found), head) in enumerate(
            zip(article, heads, strict=True)
        ):
            # A label that is a word (时间:) stands there once, a speaker again and again.
            if (
                head
                and _may_be(head[1], any_surname=False)
                and (turns[head[1]] > 1 or not is_word(head[1]))
            ):
                yield (
                    index,
                    certain(
                        found.get(head.span(1)) or without_form(words, *head.span(1)),
                        STATED,
                    ),
                )


def _may_be(name: str, *, any_surname: bool) -> bool:
    """Tell whether a run can be a name: no word for people, with a surname, a dot or, where
    ``any_surname``, without.
    """
    if (
        name in people_words.FORMS_OF_ADDRESS
        or name[1:] in people_words.FORMS_OF_ADDRESS
        or name[0] in patterns.CALLS
    ):
        return False
    return (
        any_surname
        or "\u00b7" in name
        or name[0] in surnames.SURNAMES
        or name[:2] in surnames.LONG_SURNAMES
    )
