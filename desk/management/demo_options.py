"""The options of ``load_demo``."""

from __future__ import annotations

from pathlib import Path

from django.core.management.base import CommandParser
from django.utils.translation import gettext as _

from desk.demo.serving import PASSWORDS_FILE


def add_demo_options(parser: CommandParser) -> None:
    """Say what ``load_demo`` does, and add what it takes."""
    parser.description = _(
        "Load the sample pages once, with pictures, editors and signed "
        "reviews; with --port, serve them there."
    )
    parser.add_argument(
        "--port",
        type=int,
        help=_("serve on 127.0.0.1 at this port afterwards"),
    )
    parser.add_argument(
        "--beside",
        action="append",
        default=[],
        metavar="COMMAND",
        help=_("a command of the site that runs while it is served"),
    )
    parser.add_argument("--passwords", type=Path, default=PASSWORDS_FILE)
