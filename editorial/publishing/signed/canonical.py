"""The canonical form of a publication's content, and its digest."""

from __future__ import annotations

import hashlib
import json
from typing import Any

# Raised when the content takes another shape: a digest is worked out again by the form it has.
FORM = 1
# The key of a mention or of evidence at the desk: where the words stand says it already.
MARK = "mark"


def canonical(content: dict[str, Any]) -> bytes:
    """Return words, values and lasting keys of a content as JSON: keys sorted, UTF-8, no blanks.

    Raise ``TypeError`` for a number that is not whole: its digits would depend on who writes them.
    """
    text = json.dumps(
        _without_marks(content),
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return text.encode()


def content_digest(content: dict[str, Any]) -> str:
    """Return the SHA-256 of the canonical form, in hexadecimal digits."""
    return hashlib.sha256(canonical(content)).hexdigest()


def _without_marks(value: Any) -> Any:
    """Return a value of JSON without the keys of marks, however deep they stand."""
    if isinstance(value, float):
        raise TypeError(f"not a whole number: {value!r}")
    if isinstance(value, list):
        return [_without_marks(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _without_marks(part) for key, part in value.items() if key != MARK
    }
