"""What an answer costs, in a process of its own: database and cache are chosen when Django starts.

    DATABASE_URL=… python -m bench.answers ARTICLES REQUESTS ROUNDS

Printed is one line of JSON: the median processor time of each kind of answer, in microseconds.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import django

EMPTY = "/empty"
Environ = dict[str, Any]


def in_a_process(sizes: list[int], **environment: str) -> dict[str, float]:
    """Measure with this environment; return the microseconds of each kind of answer."""
    given = {
        **os.environ,
        "API_RATE": "1000000/min",
        "DJANGO_SETTINGS_MODULE": "zzcms.settings",
        "ZZCMS_DEBUG": "1",
        **environment,
    }
    numbers = map(str, sizes)
    command = [sys.executable, "-m", "bench.answers", *numbers]
    done = subprocess.run(
        command, env=given, check=True, stdout=subprocess.PIPE, text=True
    )
    return json.loads(done.stdout.splitlines()[-1])


def measured(articles: int, requests: int, rounds: int) -> dict[str, float]:
    """Fill the empty database, and ask for each kind of answer in turn, round by round."""
    from django.core.management import call_command

    from bench.flat import fill

    call_command("migrate", verbosity=0)
    article = fill(articles, events=2)["article"]
    served = site()
    asked = questions(served, article)
    times: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(rounds):
        for name, environ in asked.items():
            times[name].append(microseconds(served, environ, requests))
    return {name: statistics.median(found) for name, found in times.items()}


def site() -> Callable[..., Any]:
    """Return the site's own application, with an empty view beside its addresses."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    # What makes a workshop slow is no part of an answer; the rest of its settings may stay.
    settings.DEBUG = False
    settings.ROOT_URLCONF = "bench.empty_view"
    return get_wsgi_application()


def questions(served: Callable[..., Any], article: str) -> dict[str, Environ]:
    """Return one request of each kind, the kept page made already."""
    from django.test import RequestFactory

    ask = RequestFactory(headers={"host": "localhost"})
    etag = answered(served, ask.get(article).environ)["ETag"]
    known = ask.get(article, headers={"if-none-match": etag})
    return {
        "empty view": ask.get(EMPTY).environ,
        "kept page": ask.get(article).environ,
        "304": known.environ,
        # No view knows this key, so nothing is kept.
        "article": ask.get(article, {"unknown": 1}).environ,
    }


def microseconds(
    served: Callable[..., Any], environ: Environ, requests: int
) -> float:
    """Return the processor time of one answer."""
    answered(served, environ)
    begun = time.process_time()
    for _ in range(requests):
        answered(served, environ)
    return (time.process_time() - begun) / requests * 1_000_000


def answered(served: Callable[..., Any], environ: Environ) -> dict[str, str]:
    """Ask as a server does, read the answer to its end, and return its headers."""
    said: dict[str, str] = {}

    def begin(status: str, headers: list[tuple[str, str]]) -> None:
        said.update(headers)

    response = served(dict(environ), begin)
    b"".join(response)
    response.close()
    return said


if __name__ == "__main__":
    django.setup()
    sizes = [int(number) for number in sys.argv[1:]]
    print(json.dumps(measured(*sizes)))
