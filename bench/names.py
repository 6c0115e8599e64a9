"""Measure how well persons are found in labelled files, beside plain jieba in the same run.

    python -m bench.names FILE… [--page 30]

A file holds one character and its tag a line, an empty line between sentences, as the People's
Daily and MSRA sets do; tags are B-PER, I-PER (or M, E, S; any separator; PER or nr) and O for all
else. Or it holds a sentence a line, each name in double brackets: 村民[[田有余]]说. Such sentences
come from many texts, so read each as a page of its own (``--page 1``). The files are the caller's
own. Printed per file: span precision, recall, F1 and characters a
second, of the reader and of jieba's ``nr`` words. The reader is given so many sentences at a time
as one page, since it draws on what else a page says."""

from __future__ import annotations

import argparse
import itertools
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.labelled_sentences import Sentence, Spans, read_file
from reader.names import find_people
from reader.results import PageContext, Paragraph, ReadArticle, Span


@dataclass(frozen=True, slots=True)
class Score:
    """Spans found rightly, spans found, spans there are, and the speed."""

    right: int
    found: int
    there: int
    characters_per_second: float

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what is there that was found."""
        return self.right / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        if not self.right:
            return 0.0
        return 2 * self.right / (self.found + self.there)

    def columns(self) -> str:
        """Return the figures as they are printed under their names."""
        measures = f"{self.precision:9.3f} {self.recall:7.3f} {self.f1:7.3f}"
        return f"{measures} {self.characters_per_second:9.0f}"


def by_reader(sentences: Sequence[Sentence]) -> list[Spans]:
    """Return the persons the reader finds in each sentence of one page."""
    text = "\n".join(sentence.text for sentence in sentences)
    article = article_of(text)
    (mentions,) = find_people(text, [article], PageContext())
    spans = [mention.span for mention in mentions]
    return [
        _inside(line, spans)
        for paragraph in article.paragraphs
        for line in paragraph.sources
    ]


def article_of(text: str) -> ReadArticle:
    """Return a text as an article that has a paragraph on each line."""
    lines = list(_lines(text))
    paragraphs = tuple(
        Paragraph(text[start:end], ((start, end),)) for start, end in lines
    )
    return ReadArticle(span=(0, len(text)), paragraphs=paragraphs)


def _lines(text: str) -> Iterator[Span]:
    """Yield where the lines of a text stand."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        yield start, end
        start = end + 1


def _inside(line: Span, spans: Iterable[Span]) -> Spans:
    """Return the spans inside a line, as offsets into it."""
    first, last = line
    return {
        (start - first, end - first)
        for start, end in spans
        if first <= start < last
    }


def by_jieba(sentences: Sequence[Sentence]) -> list[Spans]:
    """Return the words that jieba tags ``nr`` in each sentence."""
    # Loaded here: jieba's dictionary takes seconds, and only this comparison needs it.
    import jieba.posseg

    found: list[Spans] = []
    for sentence in sentences:
        persons: Spans = set()
        place = 0
        for word in jieba.posseg.cut(sentence.text):
            if word.flag.startswith("nr"):
                persons.add((place, place + len(word.word)))
            place += len(word.word)
        found.append(persons)
    return found


def measure(
    pages: Sequence[Sequence[Sentence]],
    find: Callable[[Sequence[Sentence]], list[Spans]],
) -> Score:
    """Return how well and how fast ``find`` finds the persons of ``pages``."""
    find([Sentence("预热", frozenset())])
    begun = time.perf_counter()
    results = [find(page) for page in pages]
    seconds = time.perf_counter() - begun
    sentences = list(itertools.chain.from_iterable(pages))
    persons = list(itertools.chain.from_iterable(results))
    pairs = list(zip(sentences, persons, strict=True))
    characters = sum(len(sentence.text) for sentence in sentences)
    return Score(
        right=sum(len(found & sentence.persons) for sentence, found in pairs),
        found=sum(map(len, persons)),
        there=sum(len(sentence.persons) for sentence in sentences),
        characters_per_second=characters / seconds,
    )


def main(arguments: Sequence[str]) -> None:
    """Print a line for each file and finder."""
    options = _options(arguments)
    _quiet_jieba()
    measures = f"{'precision':>9} {'recall':>7} {'F1':>7} {'chars/s':>9}"
    print(f"{'file':24} {'finder':8} {measures}")
    for path in options.files:
        pages = _pages(path, options.page)
        for name, find in (("reader", by_reader), ("jieba", by_jieba)):
            score = measure(pages, find)
            print(f"{path.name[:24]:24} {name:8} {score.columns()}")


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description="Measure how well persons are found in labelled files."
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument(
        "--page",
        type=int,
        default=30,
        help="sentences given to the reader as one page",
    )
    return parser.parse_args(arguments)


def _pages(path: Path, size: int) -> list[list[Sentence]]:
    """Return the sentences of a file, so many as one page."""
    sentences = read_file(path)
    starts = range(0, len(sentences), size)
    return [sentences[start : start + size] for start in starts]


def _quiet_jieba() -> None:
    """Silence jieba's log and give it a cache of its own.

    So no other program's cache is read or written.
    """
    import jieba

    jieba.setLogLevel(logging.WARNING)
    jieba.dt.tmp_dir = tempfile.mkdtemp()


if __name__ == "__main__":
    main(sys.argv[1:])
