"""What a job of each kind does. Each may be killed anywhere and begun again without harm."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from importing.delivery.manifest import Manifest, read_manifest
from importing.learning.learn import learn
from importing.learning.lessons import TooLittleError
from importing.learning.model_file import ModelError
from importing.refusal import ImportRefused
from importing.resumed_batch import ResumedBatch
from importing.sent.load_upload import files_in
from importing.tally import Tally
from operation.models import Job
from operation.progress import LEASE, JobRefusedError, Progress
from search.index import renew, to_be_indexed

# So many articles are put into the index while somebody waits: about five seconds.
SHORT_INDEX = 1000
# So many refusals are told with the job; the loads hold them all.
MOST_TOLD = 20


def make_index_anew(job: Job, progress: Progress) -> str:
    """Put every article into the search index anew, a batch a step."""
    pks = to_be_indexed()
    number = len(pks)
    progress.begin(number)
    for count in renew(pks):
        progress.step(count)
    return _("%(count)s articles were indexed.") % {"count": number}


def is_small_index() -> bool:
    """Tell whether the index is made anew while somebody waits."""
    return len(to_be_indexed()) <= SHORT_INDEX


def import_pages(job: Job, progress: Progress) -> str:
    """Load the files that the job names, a page a step; return refusals and totals.

    All runs of one job are one batch, and what an earlier run has settled is not done again.
    """
    paths = map(Path, job.arguments["paths"])
    batch = replace(batch_of(job.arguments), by=job.by)
    items = list(chain.from_iterable(batch.groups(paths)))
    progress.begin(files_in(items))
    refusals: list[str] = []
    tally = Tally(_unsaid, refusals.append)
    for item in items:
        try:
            for result in batch.results_of(item):
                tally.take(result)
                progress.renew()
        except ModelError as error:
            raise JobRefusedError(str(error)) from error
        progress.step(files_in([item]))
    return "\n".join([*_first(refusals), tally.totals()])


def batch_of(arguments: dict[str, Any]) -> ResumedBatch:
    """Return the batch that a job's arguments describe."""
    within = _folder(arguments.get("within"))
    return ResumedBatch(
        newspaper=arguments.get("newspaper"),
        date=arguments.get("date"),
        edition=arguments.get("edition"),
        page=arguments.get("page"),
        again=arguments.get("again", False),
        manifest=_manifest(arguments.get("manifest"), within),
        key=UUID(arguments["batch"]),
        within=within,
    )


def _folder(path: str | None) -> Path | None:
    if path is None:
        return None
    return Path(path)


def _manifest(file: str | None, within: Path | None) -> Manifest | None:
    if not file:
        return None
    try:
        return read_manifest(Path(file), is_beside=within is not None)
    except ImportRefused as refusal:
        raise JobRefusedError(f"{file}: {refusal}") from refusal


def _unsaid(line: str) -> None:
    """Say nothing of a page that was loaded: the loads are on record."""


def _first(refusals: list[str]) -> list[str]:
    more = len(refusals) - MOST_TOLD
    told = refusals[:MOST_TOLD]
    if more > 0:
        words = {"count": more}
        told.append(_("… and %(count)s more") % words)
    return told


def learn_from_archive(job: Job, progress: Progress) -> str:
    """Learn names from the signed articles; one step, which puts its file in place at its end."""
    progress.begin(1)
    try:
        lines = list(learn())
    except (TooLittleError, OSError) as error:
        raise JobRefusedError(str(error)) from error
    progress.step()
    return "\n".join(lines)


def never() -> bool:
    """Say of a kind that nobody waits for it."""
    return False


@dataclass(frozen=True)
class Work:
    """What a kind of job does, whether it is done at once where no worker is, and how long one step
    of it may take.
    """

    do: Callable[[Job, Progress], str]
    is_short: Callable[[], bool] = never
    lease: dt.timedelta = LEASE


WORK = {
    Job.Kind.SEARCH_INDEX: Work(make_index_anew, is_small_index),
    Job.Kind.IMPORT_PAGES: Work(import_pages),
    Job.Kind.LEARN_NAMES: Work(
        learn_from_archive,
        lease=dt.timedelta(hours=2),
    ),
}
