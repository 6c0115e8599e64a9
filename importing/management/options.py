"""The options of the commands that take page files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

OWN = (
    "newspaper",
    "date",
    "page",
    "edition",
    "manifest",
    "again",
    "workers",
)


def add_read_options(parser: CommandParser) -> None:
    """Say what ``read_page`` does, and add what it takes."""
    parser.description = _(
        "Read pages and print what was read: one as JSON, "
        "several as one JSON object a line. No database is touched."
    )
    add_page_options(parser)


def add_load_options(parser: CommandParser) -> None:
    """Say what ``import_pages`` does, and add what it takes."""
    parser.description = _(
        "Load pages of text, PDF, docx and e-papers. "
        "Paper, date and page are also read from names and page heads."
    )
    add_page_options(parser, paths="*")
    parser.add_argument(
        "--again",
        action="store_true",
        help=_(
            "read stored pages with the present reader; without PATH from the files kept of them"
        ),
    )
    parser.add_argument(
        "--workers",
        type=int,
        default=1,
        help=_("processes that read at the same time"),
    )


def add_page_options(parser: CommandParser, paths: str = "+") -> None:
    """Add the paths and what is known of all of them."""
    parser.add_argument(
        "paths",
        nargs=paths,
        type=Path,
        metavar="PATH",
        help=_("a file, a directory or a zip archive"),
    )
    parser.add_argument("--newspaper", help=_("the name of the paper"))
    parser.add_argument("--date", help=_("YYYY-MM-DD"))
    parser.add_argument("--page", help=_("the page label: C2"))
    parser.add_argument(
        "--edition",
        help=_("an edition beside the ordinary one, as printed: 号外"),
    )
    parser.add_argument(
        "--manifest",
        type=Path,
        help=_(
            "a CSV table with the columns file, newspaper, date, page, edition"
        ),
    )


def own_options(options: dict[str, Any]) -> dict[str, Any]:
    """Return a command's options without those that every command of Django has."""
    return {name: options[name] for name in OWN if name in options}
