"""Words quoted from a text with a little of what stands around them (W3C TextQuoteSelector)."""

from __future__ import annotations

CONTEXT_LENGTH = 32


def quoted(text: str, start: int, end: int) -> dict[str, str]:
    """Return ``exact``, the characters of ``text[start:end]``, with ``prefix`` and ``suffix`` of
    ``CONTEXT_LENGTH`` characters at most.
    """
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT_LENGTH) : start],
        "suffix": text[end : end + CONTEXT_LENGTH],
    }
