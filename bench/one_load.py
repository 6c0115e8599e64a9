"""One load, in a process of its own: its database is chosen when Django starts.

    DATABASE_URL=… python -m bench.one_load FOLDER WORKERS

Printed is one line of JSON: pace, memory, rows a page and the pace of bare rows.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import django

from bench.measuring import Measure, peak, work

# So many pages' rows are enough to see how fast bare rows are written.
BARE_PAGES = 200


def in_a_process(folder: Path, workers: int, url: str) -> Measure:
    """Load a folder into the empty database at an address; return what ``loaded`` measures."""
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
        "bench.one_load",
        str(folder),
        str(workers),
    ]
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, text=True, check=True
    )
    printed = done.stdout.splitlines()
    found: Measure = json.loads(printed[-1])
    return found


def loaded(folder: Path, workers: int) -> Measure:
    """Load the folder into an empty database.

    Returned are its pace, its memory, its rows a page and the pace of bare rows.
    """
    from django.core.management import call_command

    from bench.bare_rows import new_rows, sizes, write_bare

    call_command("migrate", verbosity=0, skip_checks=True)
    seeded = sizes()
    pages = len(list(folder.iterdir()))
    found = load_measured(folder, pages, workers)
    added = sum(sizes().values()) - sum(seeded.values())
    found["rows"] = added / pages
    share = min(1.0, BARE_PAGES / pages)
    rows = new_rows(seeded, share)
    bare = work(round(pages * share), lambda: write_bare(rows))
    found["bare"] = bare["pages"]
    found["bare_cpu"] = bare["cpu"]
    return found


def load_measured(folder: Path, pages: int, workers: int) -> Measure:
    """Load the folder; return its pace, and how its memory peaked and grew."""
    from importing.batch import Batch
    from importing.many_files import load_files

    # The peak after each page: the load says a line for it.
    peaks: list[float] = []

    def load() -> None:
        load_files(
            [folder],
            Batch(),
            workers=workers,
            say=lambda _: peaks.append(peak()),
            complain=sys.exit,
        )

    found = work(pages, load)
    middle = len(peaks) // 2
    found["peak"] = max(peak(), peak(resource.RUSAGE_CHILDREN))
    found["grows"] = peaks[-1] - peaks[middle]
    return found


def main() -> None:
    """Print what the load of a folder measures."""
    django.setup()
    _, folder, workers = sys.argv
    print(json.dumps(loaded(Path(folder), int(workers))))


if __name__ == "__main__":
    main()
