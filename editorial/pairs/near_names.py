"""Which other names a name may be confused with; each is looked up, none is compared with all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import Levenshtein

# Sounds that are heard and typed for one another; source: the fuzzy pinyin of input methods.
BEGINNINGS = (
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("l", "n"),
    ("f", "h"),
)
ENDINGS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
# Of two-character names that share the surname there are too many.
SHORTEST = 3
# So alike two syllables are whose difference may be a slip; 1 is the same.
ALIKE = 0.6


def near_sounds(sort_name: str) -> set[str]:
    """Return the pinyin of names of which one syllable sounds nearly like that of this one."""
    syllables = sort_name.split()
    found = set()
    for place, syllable in enumerate(syllables):
        for other in _sounds_near(syllable):
            changed = list(syllables)
            changed[place] = other
            found.add(" ".join(changed))
    return found


def _sounds_near(syllable: str) -> Iterator[str]:
    yield from _swapped(syllable, BEGINNINGS, at_end=False)
    yield from _swapped(syllable, ENDINGS, at_end=True)


def _swapped(
    syllable: str, pairs: Iterable[tuple[str, str]], *, at_end: bool
) -> Iterator[str]:
    """Yield the syllable with the longer of a pair of sounds for the shorter, and the other way."""
    for longer, shorter in pairs:
        has = syllable.endswith if at_end else syllable.startswith
        if has(longer):
            yield _with(syllable, longer, shorter, at_end)
        elif has(shorter):
            yield _with(syllable, shorter, longer, at_end)


def _with(syllable: str, old: str, new: str, at_end: bool) -> str:
    if at_end:
        return syllable.removesuffix(old) + new
    return new + syllable.removeprefix(old)


def look_alikes(name: str, table: Mapping[str, str]) -> set[str]:
    """Return the names that differ from this one in a character that is mistaken for it."""
    found = set()
    for place, character in enumerate(name):
        for other in table.get(character, ""):
            found.add(name[:place] + other + name[place + 1 :])
    return found


def both_ways(table: Mapping[str, str]) -> dict[str, str]:
    """Return a table in which each character of a pair leads to the other."""
    found: dict[str, str] = dict(table)
    for character, others in table.items():
        for other in others:
            known = found.get(other, "")
            if character in known:
                continue
            found[other] = known + character
    return found


def beginning_of(name: str) -> str:
    """Return all but the last character of a name of three and more, "" for a shorter one."""
    if len(name) < SHORTEST:
        return ""
    return name[:-1]


def ends_alike(one: str, other: str) -> bool:
    """Tell whether the last syllables of two names, in pinyin, are alike enough for a slip."""
    first = one.rpartition(" ")[2]
    second = other.rpartition(" ")[2]
    return Levenshtein.normalized_similarity(first, second) >= ALIKE
