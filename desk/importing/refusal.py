"""Why a file is not loaded."""

from __future__ import annotations


class ImportRefused(ValueError):  # noqa: N818 - the file is at fault, not the program
    """Say in one line why a file is not loaded; the message does not repeat the file's name."""
