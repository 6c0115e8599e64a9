"""The options that say which page a file is, the same for every command that takes files."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _


def add_page_options(parser: CommandParser) -> None:
    """Add the paths and what is known of all of them."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="PATH",
        help=_("a file, a directory or a zip archive"),
    )
    parser.add_argument("--newspaper", help=_("the name of the paper"))
    parser.add_argument("--date", help=_("YYYY-MM-DD"))
    parser.add_argument("--page", help=_("the page label: C2"))
    parser.add_argument(
        "--manifest",
        type=Path,
        help=_("a CSV table with the columns file, newspaper, date, page"),
    )
