"""Measure what each weight of the names is worth, on the labelled texts of the repository.

    python -m bench.name_weights [NAME | NAME=VALUE …]

The texts are the sentences of ``tests/reader/sentences``, the pages of ``tests/pages``, and those
of congresses and assemblies, on which names stand in rows and columns, with the people a careful
reader found in them. Printed is the F1 of the people with the table of ``reader.names.weights`` as
it stands and then, for each row of the table, its value, the value that takes it out of the
weighing, and how many points of F1 are lost by that (below zero: won) among the sentences, among
the pages and among those with rows of names. Given rows are measured alone, with another value
where one is given. All rows take about two minutes. A row that is worth nothing here may be one
too many, or wait for texts of its kind: ``proposed`` speaks only where a model has been trained."""

from __future__ import annotations

import json
import operator
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from reader.layout import lay_out
from reader.names import find_people
from reader.names.weighing.frames import Frames
from reader.names.weights import FRAMES, WEIGHTS, Weights
from reader.results import PageContext, Paragraph, ReadArticle, Span

TESTS = Path(__file__).resolve().parent.parent / "tests"
SENTENCES = TESTS / "reader" / "sentences"
PAGES = TESTS / "pages"
# Here names stand in rows and columns too.
WITH_ROWS = ("pages_of_congresses", "pages_of_assemblies")
# The rows of the table by name: the numbers, then the frames.
NUMBERS: Final = {
    row.name: row for row in fields(Weights) if row.name != "frames"
}
ROWS: Final = (*NUMBERS, *(frame.name for frame in FRAMES))


@dataclass(frozen=True, slots=True)
class Labelled:
    """One text laid out as articles, and the names of the people in it."""

    text: str
    articles: Sequence[ReadArticle]
    context: PageContext
    names: Counter[str]


@dataclass(frozen=True, slots=True)
class Worth:
    """What a row is worth: the change that was tried, and the points of F1 lost by it."""

    row: str
    standing: object
    tried: object
    sentences: float
    pages: float
    with_rows: float


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts that are measured: sentences, pages, and pages with rows of names."""

    sentences: Sequence[Labelled] = ()
    pages: Sequence[Labelled] = ()
    with_rows: Sequence[Labelled] = ()

    def f1(self) -> tuple[float, float, float]:
        """Return the F1 of each kind of text."""
        return f1(self.sentences), f1(self.pages), f1(self.with_rows)


def without(row: str) -> dict[str, Any]:
    """Return the change that takes one of ``ROWS`` out of the weighing.

    Raises KeyError for a name the table does not hold.
    """
    others = [frame for frame in FRAMES if frame.name != row]
    if len(others) < len(FRAMES):
        return {"frames": Frames(others)}
    return {row: NUMBERS[row].metadata["without"]}


@contextmanager
def changed(**weights: Any) -> Iterator[None]:
    """Let other weights hold inside the block, for all that the process reads meanwhile.

    Raises AttributeError for a name the table does not hold.
    """
    standing = {name: getattr(WEIGHTS, name) for name in weights}
    _set(weights)
    try:
        yield
    finally:
        _set(standing)


def _set(weights: dict[str, Any]) -> None:
    for name, value in weights.items():
        setattr(WEIGHTS, name, value)


def sentences() -> list[Labelled]:
    """Return the labelled sentences of all files."""
    lines: list[str] = []
    for path in sorted(SENTENCES.glob("*.txt")):
        lines += path.read_text("utf-8").splitlines()
    return [sentence(line) for line in lines if not line.startswith("#")]


def sentence(line: str) -> Labelled:
    """Return one labelled line: a text, " =", the names; "|" parts a headline from the body."""
    words, names = line.rsplit(" =", 1)
    headline, bar, body = words.partition("|")
    text = f"{headline}\n{body}" if bar else words
    start = len(headline) + 1 if bar else 0
    article = ReadArticle(
        span=(0, len(text)),
        headline=headline if bar else "",
        heading_sources={"headline": ((0, len(headline)),)} if bar else {},
        paragraphs=(Paragraph(text[start:], ((start, len(text)),)),),
    )
    return Labelled(text, [article], PageContext(), Counter(names.split()))


def pages() -> list[Labelled]:
    """Return the pages that a person read first, laid out by the reader."""
    return _pages_in(PAGES)


def pages_with_rows() -> list[Labelled]:
    """Return those of congresses and assemblies."""
    found: list[Labelled] = []
    for folder in WITH_ROWS:
        found += _pages_in(TESTS / folder)
    return found


def _pages_in(folder: Path) -> list[Labelled]:
    return [page(path) for path in sorted(folder.glob("*.gold.json"))]


def spans_of(path: Path) -> set[Span]:
    """Return where the mentions of a page stand by its gold."""
    gold = json.loads(path.read_text("utf-8"))
    return {
        (start, end)
        for article in gold["articles"]
        for start, end in (mention["span"] for mention in article["mentions"])
    }


def page(path: Path) -> Labelled:
    """Return one page with the names of its mentions."""
    gold = json.loads(path.read_text("utf-8"))
    printed = path.with_name(path.name.replace(".gold.json", ".txt"))
    text = printed.read_bytes().decode()
    context = PageContext(gold["newspaper"], page=gold["page"])
    layout = lay_out(text, context)
    names = Counter(
        mention["name"]
        for article in gold["articles"]
        for mention in article["mentions"]
    )
    known = PageContext(layout.newspaper, page=layout.page)
    return Labelled(text, layout.articles, known, names)


def f1(texts: Sequence[Labelled]) -> float:
    """Return the F1, in points of a hundred, of the people found in all texts together."""
    right = 0
    total = 0
    for one in texts:
        found: Counter[str] = Counter()
        for mentions in find_people(one.text, one.articles, one.context):
            found.update(mention.name for mention in mentions)
        right += (found & one.names).total()
        total += found.total() + one.names.total()
    return 200 * right / total if total else 0.0


def worths(changes: dict[str, dict[str, Any]], texts: Texts) -> Iterator[Worth]:
    """Yield what each row is worth among the texts of each kind; ``changes`` by row."""
    standing = texts.f1()
    for row, change in changes.items():
        with changed(**change):
            tried = texts.f1()
        lost = map(operator.sub, standing, tried)
        yield Worth(
            row,
            getattr(WEIGHTS, row, "frame"),
            change.get(row, "none"),
            *lost,
        )


def changes_of(arguments: Sequence[str]) -> dict[str, dict[str, Any]]:
    """Return the change to try for each row, of all rows where none is named."""
    changes: dict[str, dict[str, Any]] = {}
    for argument in arguments or ROWS:
        row, given, value = argument.partition("=")
        if row not in ROWS:
            raise SystemExit(f"no weight of names is called {row}")
        changes[row] = {row: float(value)} if given else without(row)
    return changes


def main(arguments: Sequence[str]) -> None:
    """Print the F1 of the table as it stands and a line for each row."""
    changes = changes_of(arguments)
    texts = Texts(sentences(), pages(), pages_with_rows())
    standing = " ".join(f"{points:9.2f}" for points in texts.f1())
    print(f"{'as it stands':32} {'F1':>8} {standing}")
    kinds = f"{'sentences':>9} {'pages':>9} {'with rows':>9}"
    print(f"{'weight':24} {'value':>7} {'tried':>8} {kinds}")
    for one in worths(changes, texts):
        print(
            f"{one.row:24} {one.standing!s:>7} {one.tried!s:>8} "
            f"{one.sentences:+9.2f} {one.pages:+9.2f} {one.with_rows:+9.2f}"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
