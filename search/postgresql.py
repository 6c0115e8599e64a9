"""The index on PostgreSQL: a tsvector of bigrams under a GIN index.

A tsvector remembers places only up to 16,383 and 256 of each entry, so its phrase queries lose hits
in a long text. Places are left out: the index finds the articles that hold all bigrams of a word,
and a word of three characters or more is then looked for in the text itself.

The table has no foreign key, which would hinder emptying ``search_entry``: a row without its entry
is never found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.db import connections
from django.db.models import Q
from django.db.models.expressions import RawSQL

from search.bigrams import bigrams, entries_of

CREATE = """
CREATE TABLE search_bigrams (
    article_id bigint PRIMARY KEY,
    entries tsvector NOT NULL
);
CREATE INDEX search_bigrams_entries ON search_bigrams USING gin (entries);
CREATE FUNCTION search_bigrams_find(query tsquery, words text[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE ROWS 100 SET enable_seqscan TO off
    AS $$
        SELECT article_id FROM search_bigrams AS found
        WHERE entries @@ query AND (cardinality(words) = 0 OR NOT EXISTS (
            SELECT FROM search_entry AS entry, unnest(words) AS word
            WHERE entry.article_id = found.article_id AND strpos(entry.text, word) = 0
        ))
    $$;
"""
DROP = "DROP FUNCTION IF EXISTS search_bigrams_find; DROP TABLE IF EXISTS search_bigrams"
# A tsvector ends at one megabyte; an entry takes twelve bytes at most. A longer text is always
# looked through.
MOST_ENTRIES = 60_000
ANYTHING = "any"
# A long word's first bigrams leave few articles; more of them would only cost time.
MOST_BIGRAMS = 32

# A function, because the planner takes both tables for small: their texts are out of line. It would
# read them all rather than ask the index, or walk the articles by date and test each one.
_FIND = f"""
SELECT search_bigrams_find(%s::tsquery, %s::text[])
UNION ALL SELECT search_bigrams_find('{ANYTHING}', %s::text[])
"""
_PUT = """
INSERT INTO search_bigrams (article_id, entries) VALUES (%s, array_to_tsvector(%s))
ON CONFLICT (article_id) DO UPDATE SET entries = excluded.entries
"""
_DELETE = "DELETE FROM search_bigrams WHERE article_id = ANY(%s)"


def containing(words: Sequence[str]) -> Q:
    """Return the condition on entries that they contain all these folded words."""
    wanted: dict[str, str] = {}
    for word in words:
        for entry in bigrams(word)[:MOST_BIGRAMS]:
            wanted[entry] = _quoted(entry)
    query = " & ".join(wanted.values())
    unsure = [word for word in words if len(word) > 2]
    return Q(pk__in=RawSQL(_FIND, [query, unsure, list(words)]))  # noqa: S611 - parameters


def replace(using: str, old: Mapping[int, str], new: Mapping[int, str]) -> None:
    """Take out the texts ``old`` and put in the folded texts ``new``, by article."""
    gone = list(old.keys() - new.keys())
    rows = [(pk, _stored(entries_of(text))) for pk, text in new.items()]
    with connections[using].cursor() as cursor:
        cursor.execute(_DELETE, [gone])
        cursor.executemany(_PUT, rows)


def clear(using: str) -> None:
    """Empty the index."""
    with connections[using].cursor() as cursor:
        cursor.execute("TRUNCATE search_bigrams")


def optimize(using: str) -> None:
    """Move what was written lately into the index proper, and count again for the planner."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT gin_clean_pending_list('search_bigrams_entries')"
        )
        cursor.execute("ANALYZE search_bigrams, search_entry")


def _quoted(entry: str) -> str:
    escaped = entry.replace("\\", "\\\\")
    doubled = escaped.replace("'", "''")
    return f"'{doubled}'"


def _stored(entries: Iterable[str]) -> list[str]:
    distinct = set(entries)
    if len(distinct) > MOST_ENTRIES:
        return [ANYTHING]
    return list(distinct)
