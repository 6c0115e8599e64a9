"""Names that the words around them state, so that even an everyday word is one: called, appointed, labelled by a post."""

from __future__ import annotations

from collections.abc import Iterator

from reader.names.lists import Found, certain
from reader.names.shapes import without_form
from reader.names.words import Words
from reader.patterns import names
from reader.patterns import stated as pattern

from reader.names.shapes import Candidate


def stated(words: Words, found: Found) -> Iterator[Candidate]:
    """Yield the names that one of the forms of statement gives; ``found`` are the candidates by their offsets."""
    for form in (
        pattern.CALLED,
        pattern.LABELLED,
        pattern.ADDRESSED,
        pattern.WRITTEN,
        pattern.APPOINTED,
        pattern.PADDED_BEHIND,
    ):
        for match in form.finditer(words.text):
            start, end = match.span(match.lastindex or 0)
            if _may_be(words.text[start:end], form is pattern.PADDED_BEHIND or form is pattern.APPOINTED):
                yield certain(found.get((start, end)) or without_form(words, start, end))


def _may_be(name: str, any_surname: bool) -> bool:
    """Tell whether a run can be a name: no word for people, with a surname, a dot or, where ``any_surname``, without."""
    if name in names.FORMS_OF_ADDRESS or name[1:] in names.FORMS_OF_ADDRESS or name[0] in pattern.CALLS:
        return False
    return any_surname or "\u00b7" in name or name[0] in names.SURNAMES or name[:2] in names.LONG_SURNAMES
