"""The names that a page puts beyond doubt, all the places of each taken together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reader.names.searched import Searched
from reader.names.weighing.candidate import Candidate
from reader.names.weights import WEIGHTS


def leave_out_places(page: Sequence[Searched], newspaper: str) -> None:
    """Drop what is the name of a place, where no word says a person.

    That is what the page also uses as one, and what its newspaper is named after.
    """
    placed: set[str] = set()
    for passage in page:
        placed.update(_barred(passage))
    for passage in page:
        for span, name in list(passage.found.items()):
            if _says_a_person(name):
                continue
            if name.name in placed or newspaper.startswith(name.name):
                del passage.found[span]


def _barred(passage: Searched) -> Iterator[str]:
    """Yield what stands in front of a word that no name stands before."""
    if WEIGHTS.barred >= 0:
        return
    for name in passage.found.values():
        if name.after == WEIGHTS.barred:
            yield name.name


def _says_a_person(name: Candidate) -> bool:
    """Tell whether a word for people stands in front, or behind what only they do."""
    if name.before >= WEIGHTS.from_group:
        return True
    return name.after >= WEIGHTS.from_speech


def certain_names(page: Sequence[Searched]) -> frozenset[str]:
    """Return the names that some place of the page, or several together, put beyond doubt.

    What is likely in each passage is noted there.
    """
    certain: set[str] = set()
    doubtful: dict[str, list[Candidate]] = {}
    for passage in page:
        found = passage.found.values()
        passage.likely = [one for one in found if one.points >= WEIGHTS.accept]
        kept = settled(passage.likely)
        certain.update(one.name for one in kept)
        for one in _beside(passage, kept):
            doubtful.setdefault(one.name, []).append(one)
    for name, places in doubtful.items():
        if _together(places) >= WEIGHTS.accept:
            certain.add(name)
    return frozenset(certain)


def _beside(
    passage: Searched, kept: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Yield the candidates that overlap none of those kept and do not cut a word at their end."""
    taken: set[int] = set()
    for one in kept:
        taken.update(range(one.start, one.end))
    for one in passage.found.values():
        places = range(one.start, one.end)
        if passage.words.ends(one.end) and taken.isdisjoint(places):
            yield one


def _together(places: Sequence[Candidate]) -> float:
    """Add up what all places of a name say: its title may stand in one and its verb in another."""
    forms = [one.form for one in places]
    befores = [one.before for one in places]
    afters = [one.after for one in places]
    most = max(one.points for one in places)
    titled = max(befores)
    spoken = max(_followed(places), default=0.0)
    if titled >= WEIGHTS.from_person and spoken >= WEIGHTS.from_speech:
        joined = places[0]._replace(before=titled, after=spoken)
        most = max(most, joined.points)
    if max(forms) > 0:
        most = max(most, *forms, titled, *afters)
    spoken_for = sum(map(_spoken_for, places))
    further = max(0, spoken_for - 1)
    return most + WEIGHTS.again * min(WEIGHTS.again_most, further)


def _followed(places: Iterable[Candidate]) -> list[float]:
    """Return what stands behind a name where anything in front speaks for it."""
    return [one.after for one in places if one.before > 0]


def _spoken_for(name: Candidate) -> bool:
    """Tell whether the words beside a name speak for it."""
    beside = name.before + name.after
    return beside >= WEIGHTS.again_beside


def settled(found: Iterable[Candidate]) -> list[Candidate]:
    """Keep, of likely names that overlap, the one with most points, the longer one on a draw."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    for one in sorted(found, key=_best_first):
        places = range(one.start, one.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(one)
    return sorted(kept, key=_start)


def _best_first(name: Candidate) -> tuple[float, int, int]:
    size = name.end - name.start
    return -name.points, -size, name.start


def _start(name: Candidate) -> int:
    return name.start
