"""The options of ``start_job``, and the job that they ask for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from importing.management.options import add_page_options
from operation.models import Job
from operation.progress import JobRefusedError
from operation.starting import start_import, start_job

OF_IMPORT = ("newspaper", "date", "page", "edition", "manifest", "again")


def add_job_options(parser: CommandParser) -> None:
    """Add the kind of job and what a load of files takes."""
    parser.add_argument("kind", choices=Job.Kind.values)
    add_page_options(parser, paths="*")
    parser.add_argument(
        "--again",
        action="store_true",
        help=_("read stored pages with the present reader"),
    )


def job_of(kind: str, paths: list[Path], options: dict[str, Any]) -> Job:
    """Start the job that a command line asks for.

    Raise ``JobRefusedError`` for options that the kind has no use for.
    """
    given = {name: options[name] for name in OF_IMPORT}
    if kind == Job.Kind.IMPORT_PAGES:
        return start_import(paths, **given)
    if paths or any(given.values()):
        words = _("%(kind)s takes no files and no options.") % {"kind": kind}
        raise JobRefusedError(words)
    return start_job(kind)
