"""Why a file is not loaded."""

from __future__ import annotations

import errno

from django.utils.translation import gettext as _

# In characters: longer only names in a damaged file are.
LONGEST = 500


class ImportRefused(ValueError):  # noqa: N818 - the file is at fault, not the program
    """Say in one line why a file is not loaded; the message does not repeat the file's name.

    What a damaged file brings into the message and cannot be printed is left out."""

    def __init__(self, reason: str) -> None:
        super().__init__(_in_one_line(str(reason)))


def _in_one_line(words: str) -> str:
    printable = (each if each.isprintable() else " " for each in words)
    plain = " ".join("".join(printable).split())
    if len(plain) <= LONGEST:
        return plain
    return f"{plain[:LONGEST]}…"


def check_limit(count: int, limit: int, message: str) -> None:
    """Raise ``ImportRefused`` with a message that names ``%(limit)d`` when there is more than
    that.
    """
    if count > limit:
        words = message % {"limit": limit}
        raise ImportRefused(words)


def reason_of(error: OSError) -> str:
    """Return why the system does not give a file, in the words of whoever loads; what is rare stays
    in the system's.
    """
    reasons = {
        errno.ENOENT: _("there is no such file"),
        errno.ENOTDIR: _("there is no such file"),
        errno.EACCES: _("this user may not read it"),
        errno.EPERM: _("this user may not read it"),
        errno.EISDIR: _("it is a directory, not a file"),
        errno.ENAMETOOLONG: _("its name is too long"),
        errno.ENOSPC: _("the disk is full"),
    }
    known = reasons.get(error.errno) if error.errno else None
    return known or error.strerror or str(error)
