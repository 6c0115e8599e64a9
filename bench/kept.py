"""Measure what a kept page and a 304 cost beside an empty view behind the same middleware.

    python -m bench.kept [--articles 2000] [--requests 300] [--rounds 5] \\
        [--postgres postgres://postgres@127.0.0.1:5432/postgres] \\
        [--redis redis://127.0.0.1:6379/9]

For each engine: the processor time of an answer in microseconds, and the pace in per cent of that
of the empty view. "article" is a page that is made anew each time. With Redis the process keeps no
page itself, so that each comes from there. A server's own processor time is not in it."""

from __future__ import annotations

import argparse
import os

from bench.answers import in_a_process
from bench.databases import engines

ROOM = "64000000"
# No page fits, so that each is asked of Redis.
NO_ROOM = "1"
# What is asked for, in per cent of the empty view's pace.
TARGETS = {"kept page": 70, "304": 80, "article": 15}


def main() -> None:
    """Print a table for each engine."""
    options = arguments()
    sizes = [options.articles, options.requests, options.rounds]
    for engine, database in engines(options.postgres):
        with database() as url:
            found = in_a_process(sizes, DATABASE_URL=url, KEPT_PAGES_BYTES=ROOM)
        show(engine, found)
        if options.redis:
            with database() as url:
                found = in_a_process(
                    sizes,
                    DATABASE_URL=url,
                    KEPT_PAGES_BYTES=NO_ROOM,
                    REDIS_URL=options.redis,
                )
            show(f"{engine}, kept in Redis", found)


def arguments() -> argparse.Namespace:
    """Return what is asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--requests", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--postgres", help="a server for databases of our own")
    parser.add_argument("--redis", help="a server for pages of our own")
    return parser.parse_args()


def show(title: str, found: dict[str, float]) -> None:
    """Print microseconds and per cent of the empty view's pace."""
    load = os.getloadavg()[0]
    print(f"{title} (load of the machine {load:.1f})")
    for name, microseconds in found.items():
        pace = found["empty view"] / microseconds * 100
        target = TARGETS.get(name)
        asked_for = f"  of {target} % asked for" if target else ""
        print(f"  {name:12}{microseconds:9.0f} us{pace:8.1f} %{asked_for}")


if __name__ == "__main__":
    main()
