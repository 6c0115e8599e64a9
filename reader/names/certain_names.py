"""The names that a page puts beyond doubt, all the places of each taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter

from reader.names.searched import Searched
from reader.names.weighing.candidate import Candidate
from reader.names.weights import NEVER, WEIGHTS


def leave_out_places(page: Sequence[Searched], newspaper: str) -> None:
    """Drop what is the name of a place, where no word says a person.

    That is what the page also uses as one, and what its newspaper is named after.
    """
    sizes = range(1, len(newspaper) + 1)
    places = _placed(page).union(newspaper[:size] for size in sizes)
    for passage in page:
        for name in list(passage.found.values()):
            if name.name in places and not _says_a_person(name):
                del passage.found[name.span]


def _placed(page: Sequence[Searched]) -> set[str]:
    """Return what stands somewhere on the page in front of a word that no name stands before."""
    placed: set[str] = set()
    if WEIGHTS.barred >= 0:
        return placed
    for passage in page:
        for one in passage.found.values():
            if one.after == WEIGHTS.barred:
                placed.add(one.name)
    return placed


def _says_a_person(name: Candidate) -> bool:
    """Tell whether a word for people stands in front, or behind what only they do."""
    if name.before >= WEIGHTS.from_group:
        return True
    return name.after >= WEIGHTS.from_speech


def certain_names(page: Sequence[Searched]) -> frozenset[str]:
    """Return the names that some place of the page, or several together, put beyond doubt.

    What is likely in each passage is noted there.
    """
    names = _Names()
    accept = WEIGHTS.accept
    for passage in page:
        found = passage.found.values()
        passage.likely = [one for one in found if one.points >= accept]
        names.read(passage)
    names.join_places()
    return frozenset(names.certain)


@dataclass(slots=True)
class _Names:
    """The certain names of the passages read, and by their names the doubtful candidates."""

    certain: set[str] = field(default_factory=set)
    doubtful: defaultdict[str, list[Candidate]] = field(
        default_factory=partial(defaultdict, list)
    )

    def read(self, passage: Searched) -> None:
        """Take in the likely names of a passage, and what stands beside them."""
        kept = settled(passage.likely)
        self.certain.update(one.name for one in kept)
        for one in _beside(passage, kept):
            name = one.name
            places = self.doubtful[name]
            places.append(one)

    def join_places(self) -> None:
        """Add the names that several places together put beyond doubt."""
        for name, places in self.doubtful.items():
            if _points_together(places) >= WEIGHTS.accept:
                self.certain.add(name)


def _beside(
    passage: Searched, kept: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the candidates that overlap none of those kept and do not cut a word at their end."""
    taken: set[int] = set()
    for one in kept:
        taken.update(one.places)
    for one in passage.found.values():
        if not passage.words.ends(one.end):
            continue
        if taken.isdisjoint(one.places):
            yield one


def _points_together(places: Sequence[Candidate]) -> float:
    """Add up what all places of a name say: its title may stand in one and its verb in another."""
    most = max(
        _best_points(places),
        _joined_points(places),
        _single_points(places),
    )
    return most + _points_again(places)


def _best_points(places: Iterable[Candidate]) -> float:
    """Return the points of the place that has most."""
    return max(one.points for one in places)


def _points_again(places: Iterable[Candidate]) -> float:
    """Weigh how many places more than one speak for a name."""
    spoken_for = sum(map(_is_spoken_for, places))
    further = max(0, spoken_for - 1)
    counted = min(WEIGHTS.again_most, further)
    return WEIGHTS.again * counted


def _joined_points(places: Sequence[Candidate]) -> float:
    """Weigh the best title of all places and the best verb as if they stood in one."""
    titled = _best_points_before(places)
    if titled < WEIGHTS.from_person:
        return -NEVER
    spoken = max(_followed(places), default=0.0)
    if spoken < WEIGHTS.from_speech:
        return -NEVER
    joined = places[0]._replace(before=titled, after=spoken)
    return joined.points


def _followed(places: Iterable[Candidate]) -> Iterator[float]:
    """Yield what stands behind a name where anything in front speaks for it."""
    for one in places:
        if one.before > 0:
            yield one.after


def _single_points(places: Sequence[Candidate]) -> float:
    """Return the most that form, words in front or words behind say, if any form says a name."""
    form = max(one.form for one in places)
    if form <= 0:
        return -NEVER
    before = _best_points_before(places)
    after = max(one.after for one in places)
    return max(form, before, after)


def _best_points_before(places: Iterable[Candidate]) -> float:
    """Return the points of the best words that stand in front of a name in some place."""
    return max(one.before for one in places)


def _is_spoken_for(name: Candidate) -> bool:
    """Tell whether the words beside a name speak for it."""
    beside = name.before + name.after
    return beside >= WEIGHTS.again_beside


def settled(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep, of likely names that overlap, the one with most points, the longer one on a draw."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for one in sorted(found, key=_best_first):
        places = one.places
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    kept.sort(key=attrgetter("start"))
    return kept


def _best_first(name: Candidate) -> tuple[float, int, int]:
    start = name.start
    size = name.end - start
    return -name.points, -size, start
