"""Where the text of an article was joined over a column's end, and what stands twice in it."""

from __future__ import annotations

from editorial.casework.widening import widened
from editorial.models import Finding

# As many characters on each side of a join tell it from every other place of an article.
KNOWN_BY = 12


def seam_of(finding: Finding, delivered: str, body: str) -> int | None:
    """Return the offset in the body at which a paragraph that the column cut was joined again; None
    when the words around it no longer stand there, or stand more than once.

    ``delivered`` is the page's text as delivered, which the finding's page offsets count in.
    Full-width marks and half-width ones are the same.
    """
    before = delivered[: finding.page_start].rstrip()
    before = before.rpartition("\n")[2][-KNOWN_BY:]
    after = delivered[finding.page_end :].lstrip()
    after = after.partition("\n")[0][:KNOWN_BY]
    joined = widened(before + after)
    wide = widened(body)
    if not (before and after) or wide.count(joined) != 1:
        return None
    return wide.index(joined) + len(before)
