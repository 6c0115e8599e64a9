"""What publications state of a person: the posts held and the parts taken in events."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from events.models import PublicEvent, Statement
from people.models import Organization, Post
from records.grouping import grouped

# So many statements of a kind are read of one person, whatever there are.
NEWEST = 200


@dataclass(frozen=True, slots=True)
class LabelledPost:
    """A post under the label that a publication gives it."""

    pk: int | None
    stated_label: str
    role: str
    organization: Organization | None


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post somebody holds, and the words of each publication that states just this."""

    post: LabelledPost
    value: dict[str, Any]
    evidence: list[Statement]


def held_posts(person: int) -> list[HeldPost]:
    """Return the posts of the person of this key, those stated earliest first."""
    stated = Statement.objects.of_person(person).memberships()
    facts = _by_fact(_newest(stated))
    keys = {words[0].object for words in facts}
    posts = Post.objects.select_related("organization").in_bulk(keys)
    held = [_held(words, posts) for words in facts]
    held.sort(key=_stated_on)
    return held


def _held(words: list[Statement], posts: dict[int, Post]) -> HeldPost:
    """Return the post that these words state; one whose record is gone has the label alone."""
    newest = words[0]
    record = posts.get(newest.object or 0, Post())
    post = LabelledPost(
        pk=newest.object,
        stated_label=newest.value["label"],
        role=record.role,
        organization=record.organization,
    )
    return HeldPost(post, newest.value, words)


def _newest(stated: Any) -> Iterable[Statement]:
    newest: Iterable[Statement] = stated.with_article().newest_first()[:NEWEST]
    return newest


def _by_fact(statements: Iterable[Statement]) -> list[list[Statement]]:
    """Put together those that state the same."""
    facts = grouped((_fact(each), each) for each in statements)
    return list(facts.values())


def _fact(stated: Statement) -> tuple[int, int | None, str]:
    value = json.dumps(stated.value, sort_keys=True)
    return stated.subject, stated.object, value


def _stated_on(held: HeldPost) -> str:
    day: str | None = held.value["stated_on"]
    return day or ""


@dataclass(frozen=True, slots=True)
class PartTaken:
    """A part in an event, with the words of the newest publication that states just this."""

    event: PublicEvent
    evidence: Statement


def parts_taken(person: int) -> Iterator[PartTaken]:
    """Yield the parts that the person of this key took in public events, the newest first."""
    stated = Statement.objects.taking_part(person)
    newest = [words[0] for words in _by_fact(_newest(stated))]
    events = PublicEvent.objects.in_bulk({each.subject for each in newest})
    for each in newest:
        if each.subject in events:
            yield PartTaken(events[each.subject], each)
