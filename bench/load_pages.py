"""Measure reading and loading in pages a second, beside the limits of the same machine and run.

    python -m bench.load_pages --pages 200 --repeat 3 \\
        --postgres postgres://postgres@127.0.0.1:5432/postgres

The limits: the segmenter alone over the same characters, and the same rows written without any
thought (``executemany`` on SQLite, ``COPY`` on PostgreSQL, into tables without indexes). Each load
starts from an empty database of its own and writes records and findings; the search index
is filled when an article is published, so it has no part here.

Pages a second depend on what else the machine does; processor time and the ratios hardly do. The
processor time is that of the program and its workers: a PostgreSQL server works in processes of its
own, whose time only pages a second show.
``grows`` is what a load's peak memory gained over the second half of its pages (one worker;
``--memory`` loads nothing else).
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

import rjieba

import bench.pages
from bench.databases import Database, engines
from bench.measuring import Measure, medians, work
from bench.one_load import in_a_process
from reader import PageContext, read_page


def main() -> None:
    """Print one line for each measurement."""
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        texts = written(Path(folder), options.pages)
        show_head(texts)
        if not options.memory:
            measure_reading(texts, options.repeat)
        for engine, database in engines(options.postgres):
            for workers in [1] if options.memory else options.workers:
                loads = [
                    one_load(Path(folder), database, workers)
                    for _ in range(options.repeat)
                ]
                show_loading(engine, workers, medians(loads))


def arguments() -> argparse.Namespace:
    """Return what is asked for on the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--pages",
        type=int,
        default=100,
        help="how many pages to make up and load (100)",
    )
    parser.add_argument(
        "--workers",
        type=int,
        nargs="+",
        default=[1, 2],
        help="processes that load at once (1 2)",
    )
    parser.add_argument(
        "--repeat",
        type=int,
        default=1,
        help="measure so many times and print the medians (1)",
    )
    parser.add_argument(
        "--postgres",
        help="address of a server where databases may be made and dropped",
    )
    parser.add_argument(
        "--memory",
        action="store_true",
        help="only load, with one worker, for the memory it takes",
    )
    return parser.parse_args()


def show_head(texts: Sequence[str]) -> None:
    """Print what the pages hold, and the columns of the lines below."""
    length = mean(map(len, texts))
    people = people_named(texts)
    print(
        f"{len(texts)} pages of {length:.0f} characters, {people:.0f} mentions"
    )
    print(f"{'':34}{'pages/s':>9}{'CPU ms/page':>13}   beside the limit")


def report(what: str, result: Measure, more: str = "") -> None:
    """Print the pace of one thing and what else is to be said about it."""
    pace = f"{result['pages']:9.1f}{result['cpu']:13.1f}"
    print(f"{what:34}{pace}   {more}", flush=True)


def written(folder: Path, number: int) -> list[str]:
    """Write the pages as files and return their texts."""
    texts: list[str] = []
    for name, text in map(bench.pages.page, range(number)):
        (folder / name).write_text(text, encoding="utf-8")
        texts.append(text)
    return texts


# Reading


def measure_reading(texts: Sequence[str], repeat: int) -> None:
    """Print the pace of the segmenter alone and that of the reader."""
    limit = repeated(repeat, texts, segmented)
    report("segmenter alone", limit)
    reading = repeated(repeat, texts, read)
    times = reading["cpu"] / limit["cpu"]
    report("reading, one process", reading, f"{times:.1f} x the segmenter")


def repeated(
    repeat: int, texts: Sequence[str], done: Callable[[Sequence[str]], object]
) -> Measure:
    """Return the medians of some work on all texts, done so many times."""
    results = [work(len(texts), lambda: done(texts)) for _ in range(repeat)]
    return medians(results)


def segmented(texts: Sequence[str]) -> None:
    """Cut the texts into tagged words, as the reader has them cut."""
    for text in texts:
        rjieba.tag(text)


def read(texts: Sequence[str]) -> int:
    """Read the texts and return how many mentions of people they have."""
    context = PageContext(bench.pages.NEWSPAPER, bench.pages.FIRST_DAY, "A1")
    mentions = 0
    for text in texts:
        page = read_page(text, context)
        mentions += sum(len(article.mentions) for article in page.articles)
    return mentions


def people_named(texts: Sequence[str]) -> float:
    """Return how many mentions a page has, by the first pages.

    It also wakes the segmenter before time counts.
    """
    first = texts[:10]
    return read(first) / len(first)


# Loading


def one_load(folder: Path, database: Database, workers: int) -> Measure:
    """Return what a load into a new database measures."""
    with database() as url:
        return in_a_process(folder, workers, url)


def show_loading(engine: str, workers: int, result: Measure) -> None:
    """Print the pace of loading, and that of its rows alone."""
    times = result["cpu"] / result["bare_cpu"]
    more = f"{times:.1f} x the rows; peak {result['peak']:.0f} MB"
    if workers == 1:
        more += f", grows {result['grows']:.1f} MB"
    report(f"loading, {engine}, workers {workers}", result, more)
    bare = {"pages": result["bare"], "cpu": result["bare_cpu"]}
    report(f"  its {result['rows']:.0f} rows a page alone", bare)


if __name__ == "__main__":
    main()
