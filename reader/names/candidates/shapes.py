"""Every run of characters that could be a Chinese name, with points for what speaks for it and
against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reader.names.candidates import segmentation_patterns
from reader.names.candidates import shapes_patterns as patterns
from reader.names.candidates.surrounding_words import (
    FIRST,
    GROUPED,
    PERSONAL,
    POSTED,
    SPOKEN,
    TITLED,
    after_points,
    before_points,
    ends_clause,
)
from reader.names.words import Words, is_word
from reader.patterns import (
    characters,
    people_words,
    places_and_things,
    printed_names,
    surnames,
    words_beside_names,
)
from reader.patterns.places_and_things import FOREIGN_PLACES, THINGS

# A run is taken for a name from this many points on.
ACCEPT = 4.0
# The form that a role in front alone makes a name.
FORMED = 1.0
# What a run loses that ends like a place.
SOFT = 1.5
# The points of a surname that is far oftener a word.
RARE = -1.0
# What a run loses that begins inside a word.
MISCUT = 1.5
# The form of a noun of the dictionary that begins with a surname, of a verb or the like, of an
# adverb or the like.
KNOWN_WORD = -1.0
KNOWN_LONG = -1.5
KNOWN_VERB = -3.0
NO_NAME = -4.5
# The forms of a dictionary word of three characters that the segmenter takes for a person: clear,
# wordy, like a thing.
KNOWN_NAME, KNOWN_WORDY, KNOWN_THING = 3.0, 2.0, 1.5
# The form of a dictionary word that the segmenter takes for a person, behind a word for one.
NAME_LIKE = 0.5
# The longest Chinese name with a surname of one character.
LONGEST = 3
# What a run loses that ends with a lone word of grammar.
RUNS_ON = 4.0


class Candidate(NamedTuple):
    """A run that could be a name: offsets in its passage, points for its form and for the words
    before and after.
    """

    start: int
    end: int
    name: str
    form: float
    before: float
    after: float = 0.0

    @property
    def points(self) -> float:
        """Add up what speaks for the name; between a title and a mark or a verb even everyday words
        are one.
        """
        plain = self.form + self.before + self.after
        for before, after, form, more in (
            patterns.FRAMED if max(self.before, self.after) >= FIRST else ()
        ):
            if self.before >= before and self.after >= after and self.form >= form:
                return plain + more
        # A role right in front lets what is formed like a name be one, whatever follows.
        return (
            max(plain, ACCEPT)
            if self.before >= PERSONAL and self.form >= FORMED
            else plain
        )


def candidates(words: Words) -> Iterator[Candidate]:
    """Yield each run of a surname and one or two more characters that is not plainly part of other
    words.
    """
    text = words.text
    behind: dict[int, float] = {}
    for found in patterns.SURNAME_AT.finditer(text):
        start = found.start()
        inside = start - words.begin[start]
        inside = inside if inside and words.known(start) else 0
        if (
            inside > 1
            or (inside and words.end[start] - start > 2)
            or not (ends := list(_ends(text, start)))
        ):
            continue
        before = before_points(words, start)
        if inside and before < TITLED:
            continue
        for end, form in _forms(words, start, ends, before):
            # A title inside the same made-up word cuts it as well as a word's end would.
            form += MISCUT if before >= TITLED and words.begin[start] != start else 0.0
            after = (
                behind[end]
                if end in behind
                else behind.setdefault(end, after_points(words, end))
            )
            # A place does not speak.
            form -= SOFT if after < SPOKEN and _ends_softly(text[start:end]) else 0.0
            yield Candidate(
                start, end, "".join(text[start:end].split()), form, before, after
            )


def without_form(words: Words, start: int, end: int) -> Candidate:
    """Return a run of which only the words before and after it are weighed."""
    name = "".join(words.text[start:end].split())
    return Candidate(
        start, end, name, 0.0, before_points(words, start), after_points(words, end)
    )


def _forms(
    words: Words, start: int, ends: Iterable[tuple[int, int]], before: float
) -> Iterator[tuple[int, float]]:
    """Yield each of ``ends`` a name from ``start`` on could have, with the points of its form;
    ``before`` weighs the words in front.
    """
    best: dict[int, float] = {}
    for surname, end in ends:
        form = form_points(words, start, end, surname, before)
        if form is not None:
            best[end] = max(form, best.get(end, form))
    yield from best.items()


def _ends(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Yield the length of the surname at ``start`` and each end a name with it could have."""
    single = text[start] in surnames.SURNAMES
    for surname in (1, 2):
        if not (
            single
            if surname == 1
            else text[start : start + 2] in surnames.LONG_SURNAMES
        ):
            continue
        longest = printed_names.GIVEN.match(text, start + surname)
        for end in range(start + surname + 1, longest.end() + 1 if longest else 0):
            if text[start + surname : end] not in people_words.FORMS_OF_ADDRESS:
                yield surname, end
    if (
        single
        and text[start + 1] in characters.SPACES
        and (padded := printed_names.PADDED.match(text, start))
    ):
        yield 1, padded.end()


def form_points(
    words: Words, start: int, end: int, surname: int, before: float
) -> float | None:
    """Weigh the characters and words of one run, its surname ``surname`` long; None when it cannot
    be a name.
    """
    last, name = words.text[end - 1], words.text[start:end]
    counted = (
        words.text[start - 1 : start] in patterns.COUNTS
        and words.text[start] in patterns.COUNTING_SURNAMES
    )
    homestead = name[1:-1] == "\u5bb6" and last in places_and_things.LISTED_THINGS
    if (
        counted
        or homestead
        or (
            last in places_and_things.PLACE_ENDS
            and not _posted(words, start, end, before)
        )
        or patterns.GROWN.search(name)
        or (
            name == 2 * name[0]
            and name[0] in patterns.COUNTING_SURNAMES
            and before < TITLED
        )
        or name in patterns.NOT_PEOPLE
        or name in people_words.FORMS_OF_ADDRESS
    ):
        return None
    points = _surname_points(name[:surname]) + _cut_points(
        words, start, end, surname, before
    )
    lone = words.begin[end - 1] == end - 1 or (
        len(name) > 3 and not words.known(end - 1)
    )
    if (
        lone
        and words.end[end - 1] == end
        and last in words_beside_names.GOES_ON
        and _goes_on(words, end)
    ):
        return points - RUNS_ON
    return points


def _posted(words: Words, start: int, end: int, before: float) -> bool:
    """Tell whether a run that ends like a place stands between a post and a mark, as no place
    does.
    """
    short = (
        end - start == 2
        and words.text[start] in surnames.CLEAR_SURNAMES
        and words.aligned(start, end)
    )
    return short and before >= POSTED and ends_clause(words, end)


def _ends_softly(name: str) -> bool:
    """Tell whether a run that is no word of the dictionary ends like a place or a thing."""
    return name[-1] in (
        places_and_things.SOFT_ENDS if len(name) > 2 else places_and_things.SOFT_SECONDS
    ) and not is_word(name)


def _surname_points(surname: str) -> float:
    if len(surname) > 1:
        if surname in surnames.WORDY_COMPOUNDS:
            return RARE
        return 1.5 if surname in surnames.COMPOUND_SURNAMES else 1.0
    if surname in surnames.CLEAR_SURNAMES:
        return 1.0
    if surname in surnames.RARE_SURNAMES:
        return RARE
    return 0.5 if surname in surnames.FREQUENT_SURNAMES else 0.0


def _cut_points(
    words: Words, start: int, end: int, surname: int, before: float
) -> float:
    """Weigh how the segmenter cut the run: a new word of its own speaks for a name, a dictionary
    word against it.
    """
    points = 0.0
    if words.begin[start] != start:
        points -= MISCUT
    points -= _cut_behind(words, start, end) * (
        2.0 if surname == 2 and end - start > 3 else 1.0
    )
    first = words.end[start]
    if first >= end:
        return (
            points
            + _one_word(words, start, end, before)
            - _left_over(words, end, end - start == 2)
        )
    if first == start + surname:
        return points + _apart(words, start, first, end, before)
    if surname == 2:
        return (
            points
            + 1.5
            - (
                end - start > 3
                and words.begin[end - 1] == end - 1
                and words.end[first] < end
            )
        )
    if not words.known(start):
        return points + 1.5
    if before >= PERSONAL and _lone_last(words, end):
        return points
    return points - (0.5 if words.tags.get(start, "").startswith("nr") else 1.5)


def _lone_last(words: Words, end: int) -> bool:
    """Tell whether the last character is a word of its own, and not one the sentence goes on
    with.
    """
    lone = words.begin[end - 1] == end - 1 and words.end[end - 1] == end
    if words.tags[words.begin[end - 2]][0] in words_beside_names.NEVER_LEFT_OVER - {
        "m",
        "d",
    }:
        return False
    return lone and words.tags[end - 1][0] not in words_beside_names.NEVER_LEFT_OVER | {
        "f"
    }


def _cut_behind(words: Words, start: int, end: int) -> float:
    """Weigh a word cut at ``end``: little in a word the segmenter made up, or where the rest is a
    word that follows names.
    """
    last = words.end[end - 1]
    if last == end:
        return 0.0
    rest = words.text[end:last]
    if words_beside_names.APPOINTED.match(words.text, end):
        return 0.0
    if (
        rest in words_beside_names.AFTER
        and not words.known(end - 1)
        and (rest in segmentation_patterns.SAYS or _goes_on(words, last))
    ):
        return 0.0
    if words.known(end - 1) and rest not in words_beside_names.AFTER:
        return 3.0
    if words.known(end - 1) and words.begin[end - 1] == end - 1 and end - start > 2:
        return 2.0
    return 1.0 if words.begin[end - 1] <= start and last - start <= LONGEST else 0.5


def _goes_on(words: Words, end: int) -> bool:
    """Tell whether the clause goes on at ``end``, with no mark between."""
    return words.tags.get(end, "") != "x" and end < len(words.text)


def _apart(words: Words, start: int, first: int, end: int, before: float) -> float:
    """Weigh a surname that the segmenter cut from what follows; a word of grammar there is hardly a
    surname.
    """
    given = words.text[first:end]
    if given in words_beside_names.AFTER:
        return NO_NAME
    points, everyday = 1.5, False
    if len(given) == 2 and words.end[first] < end:
        points = 2.0
    elif (
        len(given) == 2
        and is_word(given)
        and not segmentation_patterns.NICKNAME.fullmatch(given)
    ):
        everyday = words.tags[first][:2] not in segmentation_patterns.GIVEN_TAGS
        points = 0.5 if everyday else 1.0
    surname = words.text[start:first]
    if surname in surnames.CLEAR_SURNAMES:
        return points
    if surname in surnames.RARE_SURNAMES and (everyday or words.tags[first][0] == "f"):
        return NO_NAME
    tag = words.tags.get(start, "")[:1]
    if before >= GROUPED and tag in segmentation_patterns.NO_SURNAME:
        # Behind a word for people the sentence goes on with a name of its own or with somebody
        # else.
        elsewhere = words.tags[first].startswith(segmentation_patterns.WHEN_AND_WHERE)
        elsewhere = elsewhere or (everyday and surname != segmentation_patterns.YU)
        if tag in segmentation_patterns.GRAMMAR and (elsewhere or _named(given)):
            return NO_NAME
        if len(given) == 2:
            return points - 1.5 if everyday else points
    doubt = segmentation_patterns.NO_SURNAME.get(tag, 0.0)
    return points - (doubt / 2 if surname in surnames.FREQUENT_SURNAMES else doubt)


def _named(given: str) -> bool:
    """Tell whether what follows a word of grammar is somebody else's name.   + 向(李明), 和(小王)   -
    向(小川)
    """
    familiar = (
        given[0] in segmentation_patterns.FAMILIAR and given[-1] in surnames.SURNAMES
    )
    return familiar or given[0] in surnames.SURNAMES or given in FOREIGN_PLACES


def _left_over(words: Words, end: int, short: bool) -> float:
    """Weigh what stands behind a run and may be its last character: a lone one, or the first of a
    made-up word.
    """
    if (
        end == len(words.text)
        or not printed_names.GIVEN.fullmatch(words.text[end])
        or words.text[end] in words_beside_names.AFTER
    ):
        return 0.0
    if words.end[end] - end > 1:
        return 0.0 if words.known(end) else (1.5 if short else 0.5)
    return (
        0.0
        if words.tags.get(end, "x")[0] in words_beside_names.NEVER_LEFT_OVER
        else 1.0
    )


def _one_word(words: Words, start: int, end: int, before: float) -> float:
    """Weigh a run inside one word of the segmenter: a new word is a name, a known one hardly, an
    adverb never.
    """
    tag = words.tags[words.begin[start]]
    name = words.text[start:end]
    if name in words_beside_names.AFTER:
        return NO_NAME
    if not is_word(name):
        made_up = 2.5 if tag.startswith("nr") else 1.5
        if (
            tag[0] in segmentation_patterns.NEVER_NAMES
            and name[0] not in surnames.CLEAR_SURNAMES
        ):
            made_up = 0.5
        wordy = (
            len(name) == 2
            and (
                before < GROUPED
                or tag == "m"
                or name[0] in segmentation_patterns.MODALS
            )
            and (
                name[0] in words_beside_names.AFTER
                or (made_up < 2.0 and name[0] in surnames.WORDY_SURNAMES)
            )
        )
        return (
            made_up
            - 1.5 * wordy
            - (
                len(name) > 2
                and name[-1] in words_beside_names.GOES_ON
                and _goes_on(words, end)
            )
        )
    if name in segmentation_patterns.ADVERBS:
        return NO_NAME
    if name in THINGS:
        return KNOWN_VERB
    if tag[0] in segmentation_patterns.NEVER_NAMES:
        if (
            tag in segmentation_patterns.QUALITIES
            and before >= PERSONAL
            and name not in segmentation_patterns.COMMON_WORDS
            and ends_clause(words, end)
        ):
            return NAME_LIKE
        return NO_NAME if tag[0] in segmentation_patterns.GRAMMAR else KNOWN_VERB
    named = tag[:2] in segmentation_patterns.GIVEN_TAGS[: 1 if len(name) > 2 else 3]
    if len(name) == 2:
        return (
            NAME_LIKE
            if named
            and before >= PERSONAL
            and name not in segmentation_patterns.COMMON_WORDS
            else KNOWN_WORD
        )
    if not named or name[-1] == "\u4eba":
        return KNOWN_LONG
    if name[-1] in places_and_things.THING_ENDS:
        return KNOWN_THING
    return KNOWN_NAME if name[0] in surnames.CLEAR_SURNAMES else KNOWN_WORDY
