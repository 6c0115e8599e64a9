"""Fit what the clues for names are worth, on texts in which a person marked the names.

    python -m bench.fit_names [--left-out]

The texts are the sentences of ``tests/reader/sentences`` and the pages of ``tests/pages``. Every
candidate of the rules is one example: a name or none. A logistic regression with a penalty for
large weights (CRFsuite's, each example a sequence of its own) says what each clue is worth, and
``reader/data/name_clues.tsv`` is written with it: the same bytes each time.

With ``--left-out`` nothing is written: the worths are fitted without a third of the sentences,
chosen by their digests, and printed is how well persons are found in that third and in the rest,
by the rules alone and with the clues."""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

import pycrfsuite

from bench import name_weights
from bench.labelled_sentences import Sentence, read_file
from bench.name_weights import changed
from bench.names import article_of, by_reader, measure
from reader.names.clues import fitted
from reader.names.people import searched_articles
from reader.names.weights import NEVER, WEIGHTS
from reader.passages import lay_out_passages
from reader.results import PageContext, ReadArticle, Span

TABLE: Final = Path("reader/data/name_clues.tsv")
HEADING: Final = "# clue\tworth (written by bench/fit_names.py)"
MARKED: Final = name_weights.SENTENCES / "marked"
IS_NAME: Final = "name"
IS_NONE: Final = "none"
# A clue that fewer examples have says nothing.
LEAST_EXAMPLES: Final = 10
# How much the examples of sentences and of rows count, where those of pages count once: the rows
# are traps above all, and few.
SENTENCE_COUNTS: Final = 2
ROW_COUNTS: Final = 4
# The penalty for large weights, and the digits that the table keeps.
PENALTY: Final = 1.0
DIGITS: Final = 2
# One sentence in so many is left out.
PARTS: Final = 3


class Example(NamedTuple):
    """The clues of one candidate by their amounts, and whether it is a name."""

    clues: Mapping[str, float]
    is_name: bool


def is_left_out(sentence: Sentence) -> bool:
    """Tell whether a sentence belongs to the third that is only for measuring."""
    digest = hashlib.sha256(sentence.text.encode()).hexdigest()
    return int(digest, 16) % PARTS == 0


def marked_sentences() -> list[Sentence]:
    """Return the sentences whose names are marked in place."""
    files = map(read_file, sorted(MARKED.glob("*.txt")))
    return list(chain.from_iterable(files))


def of_sentences(sentences: Iterable[Sentence]) -> Iterator[Example]:
    """Yield the candidates of sentences, each sentence a page of its own."""
    for sentence in sentences:
        article = article_of(sentence.text)
        yield from _examples(
            sentence.text, [article], PageContext(), sentence.persons, ()
        )


def of_rows() -> Iterator[Example]:
    """Yield the candidates of the rows of every difficulty; they list names without places."""
    for row in name_weights.sentences():
        yield from _examples(row.text, row.articles, row.context, (), row.names)


def of_pages() -> Iterator[Example]:
    """Yield the candidates of the pages that a person read first."""
    for path in sorted(name_weights.PAGES.glob("*.gold.json")):
        page = name_weights.page(path)
        persons = name_weights.spans_of(path)
        yield from _examples(
            page.text, page.articles, page.context, persons, ()
        )


def _examples(
    text: str,
    articles: Sequence[ReadArticle],
    context: PageContext,
    spans: Collection[Span],
    names: Collection[str],
) -> Iterator[Example]:
    """Yield the candidates of one text; those at ``spans`` or called ``names`` are names."""
    laid_out = [lay_out_passages(text, article) for article in articles]
    with changed(clues_from=NEVER):
        searched = searched_articles(laid_out, context)
    for passage in chain.from_iterable(searched):
        for one in passage.found.values():
            if not fitted.is_fitted(one):
                continue
            clues = dict(fitted.clues_of(passage.words, one))
            on_page = passage.paragraph.on_page(*one.span)
            yield Example(clues, on_page in spans or one.name in names)


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Return what each clue is worth, in units of log odds, zero being an even chance."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c2": PENALTY, "max_iterations": 500})
    known = _frequent(examples)
    for example in examples:
        clues = {
            clue: amount
            for clue, amount in example.clues.items()
            if clue in known
        }
        clues[fitted.ALWAYS] = 1.0
        label = IS_NAME if example.is_name else IS_NONE
        trainer.append([clues], [label])
    return _worths(trainer)


def _frequent(examples: Iterable[Example]) -> set[str]:
    met = Counter(chain.from_iterable(one.clues for one in examples))
    return {clue for clue, times in met.items() if times >= LEAST_EXAMPLES}


def _worths(trainer: pycrfsuite.Trainer) -> dict[str, float]:
    """Train, and return by how much each clue speaks more for a name than against it."""
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        features = tagger.info().state_features
        tagger.close()
    worths: Counter[str] = Counter()
    for (clue, label), weight in features.items():
        worths[clue] += weight if label == IS_NAME else -weight
    rounded = {clue: round(worth, DIGITS) for clue, worth in worths.items()}
    return {clue: worth for clue, worth in sorted(rounded.items()) if worth}


def all_examples(sentences: Iterable[Sentence]) -> list[Example]:
    """Return the examples of sentences, rows and pages."""
    single = [*of_sentences(sentences)] * SENTENCE_COUNTS
    rows = [*of_rows()] * ROW_COUNTS
    return [*single, *rows, *of_pages()]


def write(worths: Mapping[str, float]) -> None:
    """Write the table anew."""
    rows = [f"{clue}\t{worth}" for clue, worth in worths.items()]
    TABLE.write_text("\n".join([HEADING, *rows]) + "\n", encoding="utf-8")


def report() -> None:
    """Print how well persons are found in the sentences left out and in the rest."""
    sentences = marked_sentences()
    left_out = [one for one in sentences if is_left_out(one)]
    rest = [one for one in sentences if not is_left_out(one)]
    worths = fit(all_examples(rest))
    fitted.worths().clear()
    fitted.worths().update(worths)
    print(f"{'sentences':10} {'by':6} {'precision':>9} {'recall':>7} {'F1':>7}")
    for name, part in (("rest", rest), ("left out", left_out)):
        for by, least in (("rules", NEVER), ("clues", WEIGHTS.clues_from)):
            with changed(clues_from=least):
                score = measure([[one] for one in part], by_reader)
            print(f"{name:10} {by:6} {score.columns()}")


def main() -> None:
    """Fit, and write the table or print what it is worth."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--left-out", action="store_true")
    if parser.parse_args().left_out:
        report()
    else:
        write(fit(all_examples(marked_sentences())))


if __name__ == "__main__":
    main()
