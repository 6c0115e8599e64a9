"""Read spoilt and random texts, and hold what must hold for any text whatever.

    python -m bench.fuzz [--texts 100000] [--seed 1]

Each number makes one text, the same on every machine: a stretch of a page of this repository, or
nothing, spoilt a few times by the rows of ``bench.spoiling``. It holds that nothing but the
reader's own ``PageError`` is raised, that each character that is no space lies in exactly one
block, that offsets slice the text, and that ten kilobytes take less than a second of the
processor. A failure is printed with its number (``--seed NUMBER --texts 1`` makes that text
again) and with the least text that still fails so; then the exit code is 1."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Any, Final

from bench.spoiling import spoilt_text
from reader import PageContext, PageError, ReadPage, read_page
from reader.layout.lines import fold_width
from reader.results import Paragraph, RosterEntry, Span

SECONDS: Final = 1.0
BYTES: Final = 10_000
# So long, in seconds, is a failing text made smaller.
PATIENCE: Final = 60.0
# What is known beforehand takes other ways through the reader than what is not.
CONTEXTS: Final = (
    PageContext(),
    PageContext(date=dt.date.min),
    PageContext(date=dt.date.max),
    PageContext(
        newspaper="云江日报",
        date=dt.date(2021, 9, 28),
        page="A2",
        known_people=frozenset({"王磊", "曹德明", "买买提·艾力"}),
        roster=(
            RosterEntry("曹德明", "常委", 1, "市委书记"),
            RosterEntry("王磊", "常委", 2, "市长"),
        ),
    ),
)
# Numbers of delegations, and days: pairs of numbers that are no place on the page.
NO_SPANS: Final = frozenset({"delegations"})


@dataclass(slots=True)
class Tally:
    """What came of the texts so far; ``failures`` are told apart by how they fail."""

    read: int = 0
    refused: int = 0
    characters: int = 0
    worst: float = 0.0
    worst_text: int = 0
    failures: dict[str, int] = field(default_factory=dict)


def main(arguments: list[str] | None = None) -> None:
    """Print how many texts were read, the slowest, and each failure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--texts", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    tally = Tally()
    for number in range(options.seed, options.seed + options.texts):
        try_text(number, tally)
    show(tally)
    if tally.failures:
        sys.exit(1)


def try_text(number: int, tally: Tally) -> None:
    """Read the text of a number, and print how it fails if no other failed so."""
    text = spoilt_text(number)
    context = CONTEXTS[number % len(CONTEXTS)]
    began = time.process_time()
    fault = fault_of(text, context)
    seconds = time.process_time() - began
    note(tally, number, text, seconds)
    if fault == "refused":
        tally.refused += 1
    elif not fault:
        tally.read += 1
    else:
        show_failure(tally, number, fault, text, context)


def note(tally: Tally, number: int, text: str, seconds: float) -> None:
    """Count a text; the worst is the slowest for its size."""
    tally.characters += len(text)
    for_its_size = seconds / shares(text)
    if for_its_size > tally.worst:
        tally.worst = for_its_size
        tally.worst_text = number


def shares(text: str) -> float:
    """Return how many times ten kilobytes a text has, small ones counted as one time."""
    size = len(text.encode())
    return max(1.0, size / BYTES)


def show_failure(
    tally: Tally, number: int, fault: str, text: str, context: PageContext
) -> None:
    """Print a failure with the least text that has it; of equal ones only count those after."""
    known = tally.failures.get(fault, 0)
    tally.failures[fault] = known + 1
    if known:
        return
    least = smallest(text, lambda one: fault_of(one, context) == fault)
    print(f"text {number}: {fault}\n  {least!r}", flush=True)


def show(tally: Tally) -> None:
    """Print the counts and the slowest text."""
    done = tally.read + tally.refused + sum(tally.failures.values())
    print(
        f"{done} texts of {tally.characters / max(done, 1):.0f} characters:"
        f" {tally.read} read, {tally.refused} refused,"
        f" {sum(tally.failures.values())} failed"
    )
    print(
        f"slowest: {tally.worst:.2f} s for ten kilobytes"
        f" (text {tally.worst_text})"
    )
    for fault, count in tally.failures.items():
        print(f"{count:6} x {fault}")


# What must hold


def fault_of(text: str, context: PageContext) -> str:
    """Return what does not hold of a text in one line, "refused" for a ``PageError``, or ""."""
    began = time.process_time()
    try:
        page = read_page(text, context)
    except PageError:
        return "refused"
    except Exception as error:  # noqa: BLE001 - each of them is a failure to be told
        return raised(error)
    seconds = time.process_time() - began
    if seconds > SECONDS * shares(text):
        return "slow"
    return next(broken(page), "")


def raised(error: Exception) -> str:
    """Return an error's kind and the line that raised it."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    file = Path(frame.filename).name
    return f"{type(error).__name__} in {file}:{frame.lineno}"


def broken(page: ReadPage) -> Iterator[str]:
    """Yield what does not hold of a reading."""
    if page.coverage != 1.0:
        yield "coverage is not whole"
    if not each_in_one_block(page):
        yield "a character lies in no block or in two"
    for name, span in spans_in(page):
        if not 0 <= span[0] < span[1] <= len(page.text):
            yield f"{name} is no place on the page"
    for name, told, span in names_in(page):
        if not holds(page.text[slice(*span)], told):
            yield f"{name} is not what its place holds"
    for paragraph in paragraphs_in(page):
        pieces = [page.text[slice(*span)] for span in paragraph.sources]
        if paragraph.text != "".join(pieces):
            yield "a paragraph is not what its places hold"
    for finding in page.findings:
        if not 0 <= finding.start <= finding.end <= len(page.text):
            yield f"{finding.rule} is no place on the page"


def each_in_one_block(page: ReadPage) -> bool:
    """Tell whether blocks follow each other and leave nothing but space between them."""
    end = 0
    outside: list[str] = []
    for block in page.blocks:
        if not end <= block.start < block.end:
            return False
        outside.append(page.text[end : block.start])
        end = block.end
    outside.append(page.text[end:])
    return not "".join(outside).strip()


def names_in(page: ReadPage) -> Iterator[tuple[str, str, Span]]:
    """Yield what a reading calls people, with the place where it is printed."""
    for article in page.articles:
        for mention in article.mentions:
            yield "a mention", mention.name, mention.span
        for signed in article.byline:
            yield "a signed name", signed.name, signed.span
        for event in article.events:
            for one in event.participants:
                yield "a participant", one.name, one.span


def paragraphs_in(page: ReadPage) -> Iterator[Paragraph]:
    """Yield the paragraphs of all articles."""
    for article in page.articles:
        yield from article.paragraphs


def spans_in(value: Any, name: str = "a page") -> Iterator[tuple[str, Span]]:
    """Yield each pair of offsets in a part of a reading, with the name of its field."""
    if is_pair(value):
        yield name, value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from spans_in(each, name)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from spans_in(each, f"{name} {key}")
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            if one.name not in NO_SPANS:
                inner = f"{type(value).__name__}.{one.name}"
                yield from spans_in(getattr(value, one.name), inner)


def is_pair(value: Any) -> bool:
    """Tell whether a value is two numbers."""
    if not isinstance(value, tuple) or len(value) != 2:
        return False
    return all(type(each) is int for each in value)


def holds(printed: str, told: str) -> bool:
    """Tell whether a place holds a name: as its only words, or cut, with others in between."""
    place = as_name(printed)
    name = as_name(told)
    if place == name:
        return True
    return "\n" in printed and any(
        place.startswith(name[:cut]) and place.endswith(name[cut:])
        for cut in range(1, len(name))
    )


def as_name(printed: str) -> str:
    """Return printed words as the name that they are: without spaces, characters for radicals."""
    return "".join(fold_width(printed).split())


# The least text


def smallest(text: str, fails: Callable[[str], bool]) -> str:
    """Return what is left when whatever is not needed to fail is taken out, piece by piece."""
    deadline = time.process_time() + PATIENCE
    size = len(text) // 2
    while size:
        shorter = without_pieces(text, size, fails, deadline)
        size = size if shorter != text else size // 2
        text = shorter
        if time.process_time() > deadline:
            break
        size = min(size, len(text) // 2)
    return text


def without_pieces(
    text: str, size: int, fails: Callable[[str], bool], deadline: float
) -> str:
    """Return a text without the pieces of a size that it fails without."""
    at = 0
    while at < len(text) and time.process_time() < deadline:
        shorter = text[:at] + text[at + size :]
        if fails(shorter):
            text = shorter
        else:
            at += size
    return text


if __name__ == "__main__":
    main()
