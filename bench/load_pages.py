"""Measure reading and loading in pages a second, beside the limits of the same machine in the same
run.

    python -m bench.load_pages --pages 200 --repeat 3 --postgres
postgres://postgres@127.0.0.1:5432/postgres

The limits: the segmenter alone over the same characters, and the same rows written without any
thought (``executemany`` on SQLite, ``COPY`` on PostgreSQL, into tables without indexes). Each load
starts from an empty database of its own and writes records, history and findings; the search index
is filled when an article is published, so it has no part here.

Pages a second depend on what else the machine does; processor time and the ratios hardly do. The
processor time is that of the program and its workers: a PostgreSQL server works in processes of its
own, whose time only pages a second show.
``grows`` is what a load's peak memory gained over the second half of its pages (one worker;
``--memory`` loads nothing else).
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from statistics import mean, median

import bench.pages

OURS = ("people_", "articles_", "events_", "desk_")
# So many pages' rows are enough to see how fast bare rows are written.
BARE_PAGES = 200
# ``ru_maxrss`` counts in kilobytes, on macOS in bytes.
MEGABYTE = 1024**2 if sys.platform == "darwin" else 1024

Measure = dict[str, float]


def main() -> None:
    """Print one line for each measurement."""
    options = arguments()
    if options.measure:
        print(json.dumps(loaded(options.measure, options.workers[0])))
        return
    with tempfile.TemporaryDirectory() as folder:
        texts = written(Path(folder), options.pages)
        print(
            f"{options.pages} pages of {mean(map(len, texts)):.0f} characters, {people_named(texts):.0f} mentions"
        )
        print(f"{'':34}{'pages/s':>9}{'CPU ms/page':>13}   beside the limit")
        if not options.memory:
            measure_reading(texts, options.repeat)
        for engine, database in engines(options.postgres):
            for workers in [1] if options.memory else options.workers:
                measure_loading(
                    Path(folder), engine, database, workers, options.repeat
                )


def arguments() -> argparse.Namespace:
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
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def measure_reading(texts: list[str], repeat: int) -> None:
    limit = medians(
        [work(len(texts), lambda: segmented(texts)) for _ in range(repeat)]
    )
    report("segmenter alone", limit)
    reading = medians(
        [work(len(texts), lambda: read(texts)) for _ in range(repeat)]
    )
    report(
        "reading, one process",
        reading,
        f"{reading['cpu'] / limit['cpu']:.1f} x the segmenter",
    )


def measure_loading(
    folder: Path, engine: str, database: Callable, workers: int, repeat: int
) -> None:
    found = []
    for _ in range(repeat):
        with database() as url:
            found.append(in_a_process(folder, workers, url))
    result = medians(found)
    more = f"{result['cpu'] / result['bare_cpu']:.1f} x the rows; peak {result['peak']:.0f} MB"
    if workers == 1:
        more += f", grows {result['grows']:.1f} MB"
    report(f"loading, {engine}, workers {workers}", result, more)
    bare = {"pages": result["bare"], "cpu": result["bare_cpu"]}
    report(f"  its {result['rows']:.0f} rows a page alone", bare, "")


def report(what: str, result: Measure, more: str = "") -> None:
    print(
        f"{what:34}{result['pages']:9.1f}{result['cpu']:13.1f}   {more}",
        flush=True,
    )


def medians(results: list[Measure]) -> Measure:
    return {
        name: median(result[name] for result in results) for name in results[0]
    }


def written(folder: Path, number: int) -> list[str]:
    """Write the pages as files and return their texts."""
    texts = []
    for name, text in map(bench.pages.page, range(number)):
        (folder / name).write_text(text, encoding="utf-8")
        texts.append(text)
    return texts


# The clock


def work(pages: int, done: Callable[[], object]) -> Measure:
    """Return pages a second and the processor's milliseconds a page of some work."""
    start, spent = time.perf_counter(), processor_seconds()
    done()
    return {
        "pages": pages / (time.perf_counter() - start),
        "cpu": (processor_seconds() - spent) / pages * 1000,
    }


def processor_seconds() -> float:
    """Return the processor time of this process and its finished children; other programs do not
    count in it.
    """
    spent = os.times()
    return (
        spent.user + spent.system + spent.children_user + spent.children_system
    )


def peak(who: int = resource.RUSAGE_SELF) -> float:
    """Return the most memory in MB that this process, or the largest of its finished children, ever
    had.
    """
    return resource.getrusage(who).ru_maxrss / MEGABYTE


# Reading


def segmented(texts: list[str]) -> None:
    """Cut the texts into tagged words, as the reader has them cut."""
    import rjieba

    for text in texts:
        rjieba.tag(text)


def read(texts: list[str]) -> list:
    from reader import PageContext, read_page

    context = PageContext(bench.pages.NEWSPAPER, bench.pages.FIRST_DAY, "A1")
    return [
        len(article.mentions)
        for text in texts
        for article in read_page(text, context).articles
    ]


def people_named(texts: list[str]) -> float:
    """Return how many mentions a page has, by the first pages; it also wakes the segmenter before
    time counts.
    """
    first = texts[:10]
    return sum(read(first)) / len(first)


# Databases


def engines(
    server: str | None,
) -> Iterator[tuple[str, Callable[[], AbstractContextManager[str]]]]:
    yield "SQLite", sqlite_file
    if server:
        yield "PostgreSQL", lambda: postgres_database(server)


@contextmanager
def sqlite_file() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        yield f"sqlite:///{folder}/bench.sqlite3"


@contextmanager
def postgres_database(server: str) -> Iterator[str]:
    import psycopg

    name = f"zzcms_bench_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield f"{server.rsplit('/', 1)[0]}/{name}"
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


# One load, in a process of its own: its database is chosen when Django starts


def in_a_process(folder: Path, workers: int, url: str) -> Measure:
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "ALLOWED_HOSTS": "localhost",
        "ZZCMS_DEBUG": "0",
        "SECRET_KEY": "bench",
        "DJANGO_SETTINGS_MODULE": "zzcms.settings",
    }
    command = [
        sys.executable,
        "-m",
        "bench.load_pages",
        "--measure",
        str(folder),
        "--workers",
        str(workers),
    ]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def loaded(folder: Path, workers: int) -> Measure:
    """Load the folder into an empty database; return its pace, its memory, its rows a page and the
    pace of bare rows.
    """
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from importing.batch import Batch
    from importing.many_files import load_files

    call_command("migrate", verbosity=0, skip_checks=True)
    seeded, pages = sizes(connection), len(list(folder.iterdir()))
    # The peak after each page: the load says a line for it.
    peaks: list[float] = []
    watch = {"say": lambda line: peaks.append(peak()), "complain": sys.exit}
    result = work(
        pages, lambda: load_files([folder], Batch(), workers=workers, **watch)
    )
    result |= {
        "peak": max(peak(), peak(resource.RUSAGE_CHILDREN)),
        "grows": peaks[-1] - peaks[len(peaks) // 2],
        "rows": (sum(sizes(connection).values()) - sum(seeded.values()))
        / pages,
    }
    share = min(1.0, BARE_PAGES / pages)
    rows = new_rows(connection, seeded, share)
    bare = work(round(pages * share), lambda: write_bare(connection, rows))
    return result | {"bare": bare["pages"], "bare_cpu": bare["cpu"]}


def sizes(connection) -> dict[str, int]:
    """Return how many rows each table that a load fills has."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(
            t
            for t in connection.introspection.table_names(cursor)
            if t.startswith(OURS)
        ):
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - the name comes from the database itself
            found[table] = cursor.fetchone()[0]
    return found


def new_rows(
    connection, seeded: dict[str, int], share: float
) -> dict[str, tuple[list[str], list[tuple]]]:
    """Return columns and rows of each table, a share of those beyond the ``seeded`` ones."""
    found = {}
    with connection.cursor() as cursor:
        for table, size in sizes(connection).items():
            part = f"LIMIT {round((size - seeded[table]) * share)} OFFSET {seeded[table]}"
            cursor.execute(f'SELECT * FROM "{table}" {part}')  # noqa: S608 - as above
            found[table] = (
                [column[0] for column in cursor.description],
                cursor.fetchall(),
            )
    return found


def write_bare(
    connection, filled: dict[str, tuple[list[str], list[tuple]]]
) -> None:
    """Write rows into empty copies of their tables, without indexes."""
    from django.db import transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for table, (columns, rows) in filled.items():
            cursor.execute(
                f'CREATE TEMPORARY TABLE "copy_{table}" AS SELECT * FROM "{table}" WHERE 1 = 0'  # noqa: S608
            )
            if connection.vendor == "postgresql":
                with cursor.copy(f'COPY "copy_{table}" FROM STDIN') as copy:
                    for row in rows:
                        copy.write_row(
                            [
                                json.dumps(v)
                                if isinstance(v, list | dict)
                                else v
                                for v in row
                            ]
                        )
            elif rows:
                marks = ",".join(["%s"] * len(columns))
                cursor.executemany(
                    f'INSERT INTO "copy_{table}" VALUES ({marks})', rows
                )  # noqa: S608


if __name__ == "__main__":
    main()
