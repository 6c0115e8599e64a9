"""The posts that publications state of a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from events.models import Statement

# The newest statements looked through, and the newest words shown of each post.
MOST_STATED = 1000
MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class PostInPrint:
    """A post as it is stated, with the newest words that state it."""

    label: str
    words: list[Statement]


def posts_of(person: int) -> list[PostInPrint]:
    """Return the posts of a person, the one stated last first."""
    stated = Statement.objects.of_person(person)
    posts = stated.memberships().newest_first()
    keys: dict[int | None, list[int]] = {}
    for key, post in posts.values_list("pk", "object")[:MOST_STATED]:
        keys.setdefault(post, []).append(key)
    newest = [key for of_post in keys.values() for key in of_post[:MOST_WORDS]]
    rows = Statement.objects.filter(pk__in=newest)
    return _by_label(rows.with_article().newest_first())


def _by_label(statements: Iterable[Statement]) -> list[PostInPrint]:
    words: dict[str, list[Statement]] = {}
    for each in statements:
        of_label = words.setdefault(each.value["label"], [])
        of_label.append(each)
    return [PostInPrint(label, own) for label, own in words.items()]
