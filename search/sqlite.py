"""The index on SQLite: an FTS5 table of bigrams, asked with phrases.

The table is contentless: ``search_entry.text`` is its content, folded but not cut into bigrams,
which would take more than twice the room. FTS5 therefore has to be told the old entries when a row
goes."""

from __future__ import annotations

import string
from collections.abc import Mapping, Sequence

from django.db import connections
from django.db.models import Q
from django.db.models.expressions import RawSQL

from search.bigrams import bigrams, entries_of

# The ascii tokenizer leaves everything beyond ASCII whole; it must not split at ASCII punctuation
# either.
_TOKENIZER = "ascii tokenchars '{}'".format(
    string.punctuation.replace("'", "''")
)
_QUOTED_TOKENIZER = _TOKENIZER.replace('"', '""')
CREATE = (
    "CREATE VIRTUAL TABLE search_bigrams "
    f'USING fts5(entries, content="", tokenize="{_QUOTED_TOKENIZER}")'
)
DROP = "DROP TABLE search_bigrams"
_FIND = "SELECT rowid FROM search_bigrams WHERE search_bigrams MATCH %s"
_INSERT = "INSERT INTO search_bigrams (rowid, entries) VALUES (%s, %s)"
_DELETE = "INSERT INTO search_bigrams (search_bigrams, rowid, entries) VALUES ('delete', %s, %s)"


def containing(words: Sequence[str]) -> Q:
    """Return the condition on entries that they contain all these folded words."""
    query = " ".join(map(_phrase, words))
    return Q(pk__in=RawSQL(_FIND, [query]))  # noqa: S611 - a parameter


def replace(using: str, old: Mapping[int, str], new: Mapping[int, str]) -> None:
    """Take out the folded texts ``old`` (exactly those put in before) and put in ``new``, by
    article.
    """
    with connections[using].cursor() as cursor:
        cursor.executemany(_DELETE, _rows(old))
        cursor.executemany(_INSERT, _rows(new))


def clear(using: str) -> None:
    """Empty the index."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_bigrams (search_bigrams) VALUES ('delete-all')"
        )


def optimize(using: str) -> None:
    """Merge the index after many changes, so that queries read one segment."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_bigrams (search_bigrams) VALUES ('optimize')"
        )


def _phrase(word: str) -> str:
    entries = " ".join(bigrams(word))
    doubled = entries.replace('"', '""')
    return f'"{doubled}"'


def _rows(texts: Mapping[int, str]) -> list[tuple[int, str]]:
    """Return the rows of these texts, by article, as the table takes them."""
    return [(pk, " ".join(entries_of(text))) for pk, text in texts.items()]
