"""What clues together are worth: a table fitted on texts in which a person marked names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Final

from reader.data import table_rows
from reader.names.clues.beside_clues import beside_clues
from reader.names.clues.own_clues import SPOT_ENDS, Clue, own_clues
from reader.names.weighing.candidate import Candidate
from reader.names.weights import WEIGHTS
from reader.names.words import Words, is_word
from reader.patterns.surnames import CLEAR_SURNAMES


@cache
def worths() -> dict[str, float]:
    """Return the table of ``bench.fit_names``; only the bench writes to it, and only to measure."""
    return {clue: float(worth) for clue, worth in table_rows("name_clues.tsv")}


# The segmenter's tags of words of grammar, which some surnames are too.   + 应 | 安全
GRAMMAR: Final = frozenset("vdpcu")
# What given names end with as well as spots do.   + 晁大山   - 杨家河
NATURE: Final = frozenset("山河江湖海")
HOMESTEAD: Final = "\u5bb6"
# The clue that every candidate has.
ALWAYS: Final = "always"


def fitted(
    words: Words, candidates: Iterable[Candidate]
) -> Iterator[Candidate]:
    """Yield the candidates whose clues were fitted, with what these say beside the rules."""
    for name in candidates:
        if not is_fitted(name):
            continue
        most = _most_for(words, name)
        if name.points + most >= WEIGHTS.accept:
            yield name._replace(clues=min(most, _points(words, name)))


def is_fitted(name: Candidate) -> bool:
    """Tell whether clues may decide a candidate.

    They do not where it is hopeless or beyond doubt, behind a post, dotted or one of a list.
    """
    if name.is_stated or name.form >= WEIGHTS.dotted:
        return False
    points = name.points
    if points < WEIGHTS.clues_from:
        return False
    if points < WEIGHTS.accept:
        return True
    if name.before >= WEIGHTS.from_post:
        return False
    return points < WEIGHTS.accept + WEIGHTS.clues_against


def clues_of(words: Words, name: Candidate) -> Iterator[Clue]:
    """Yield the clues of a candidate, each with its amount."""
    return chain(own_clues(words, name), beside_clues(words, name))


def _points(words: Words, name: Candidate) -> float:
    """Return the points that clues add to those of the rules."""
    table = worths()
    worth = table.get(ALWAYS, 0.0)
    for clue, amount in clues_of(words, name):
        worth += table.get(clue, 0.0) * amount
    more = WEIGHTS.accept + worth - name.points
    return max(-WEIGHTS.clues_against, more)


def _most_for(words: Words, name: Candidate) -> float:
    """Return how much clues may add.

    It is less for an everyday word, for what ends like a spot or in the middle of a word,
    nothing where the rules are sure, and never so much that a doubtful run outweighs a sure one.
    """
    missing = WEIGHTS.accept - name.points
    if missing <= 0:
        return 0.0
    most = WEIGHTS.clues_for
    if _is_wordy(words, name) or _cuts_word(words, name):
        most = WEIGHTS.clues_for_word
    return min(most, missing + WEIGHTS.clues_above)


def _cuts_word(words: Words, name: Candidate) -> bool:
    """Tell whether a run ends in a lone character with which a word of the dictionary begins.

    + 连栋(大棚)   - 林晚(到会)
    """
    across = words.text[name.end - 1 : name.end + 1]
    if len(across) < 2 or not is_word(across):
        return False
    return words.is_lone(name.end - 1)


def _is_wordy(words: Words, name: Candidate) -> bool:
    """Tell whether a run is a word, or ends like a spot, or is a word of grammar and a word."""
    run = name.name
    if is_word(run) or _ends_like_spot(run):
        return True
    if words.kind(name.start) not in GRAMMAR:
        return False
    return words.is_lone(name.start) and is_word(run[1:])


def _ends_like_spot(run: str) -> bool:
    """Tell whether a run ends like a spot on the map; people too are called after mountains."""
    last = run[-1]
    if last not in SPOT_ENDS:
        return False
    if last not in NATURE or run[1] == HOMESTEAD:
        return True
    return run[0] not in CLEAR_SURNAMES
