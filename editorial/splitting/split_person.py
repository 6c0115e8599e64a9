"""Splitting one person into two: the marks somebody chose are another person's."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from articles.models import Article, Newspaper
from editorial.change_log import logged
from editorial.correcting import touch
from editorial.models import Step
from editorial.splitting.stated_facts_of import (
    MarkWithFacts,
    bylines_of,
    facts_going_along,
    marks_with_facts,
    photographs_of,
)
from editorial.steps.taking import TakingStep, taking_step
from people.models import Pair, Person

PERMISSIONS = ("people.change_person", "people.add_person")


@dataclass(frozen=True, slots=True)
class SplitOff:
    """What is another person's: marks, bylines and photos' photographers by key; ``person`` is the
    key of who that is, None for somebody new, whose name and note these are.
    """

    marks: Collection[int]
    bylines: Collection[int] = ()
    photographs: Collection[int] = ()
    person: int | None = None
    name: str = ""
    note: str = ""


def split_person(person: Person, off: SplitOff, by: User) -> Person:
    """Give chosen marks of a person, and what only their words state, to another person, and
    return that one. The two count as two people from then on.

    Raise ``PermissionDenied``, or ``ValidationError`` when nothing is chosen, when all is chosen
    of somebody new, and where the other takes a part already. Then nothing is changed.
    """
    if not by.has_perms(PERMISSIONS):
        raise PermissionDenied
    with logged(), taking_step(Step.Kind.PERSON, by) as step:
        held = Person.objects.select_for_update(of=["self"]).get(pk=person.pk)
        marks = marks_with_facts(held)
        moved = _chosen(held, marks, off)
        articles = _locked_articles(moved)
        step.watch_alone(*moved)
        other = _other(held, off, step)
        for row in moved:
            _give(row, other)
        _two_people(held, other, by, step)
        _join_lists(other, articles, step)
        for article in articles:
            touch(article, article.version)
    return other


def _chosen(
    person: Person, marks: list[MarkWithFacts], off: SplitOff
) -> list[Model]:
    """Return the rows that go: marks, bylines, photos taken, facts."""
    mentions = [mark.mention for mark in marks if mark.mention.pk in off.marks]
    signed = bylines_of(person)
    taken = photographs_of(person)
    bylines = [row for row in signed if row.pk in off.bylines]
    photographs = [row for row in taken if row.pk in off.photographs]
    places = [*mentions, *bylines, *photographs]
    if not places:
        raise ValidationError(_("Tick at least one place."))
    known = len(marks) + len(signed) + len(taken)
    if len(places) == known and off.person is None:
        raise ValidationError(
            _("All places are ticked: then it is still one person.")
        )
    facts = facts_going_along(marks, off.marks)
    return [*places, *facts]


def _locked_articles(rows: Iterable[Any]) -> list[Article]:
    """Return the articles in which these rows stand, each kept from others."""
    keys = {row.article_id for row in rows if getattr(row, "article_id", None)}
    return [Article.objects.locked(key) for key in sorted(keys)]


def _other(person: Person, off: SplitOff, step: TakingStep) -> Person:
    if off.person is not None:
        found = Person.objects.filter(pk=off.person).first()
        if found is None or found == person:
            raise ValidationError(_("Nobody else has this number."))
        return found
    other = Person(name=off.name.strip() or person.name, note=off.note.strip())
    other.full_clean()
    other.save()
    step.watch_made(other)
    return other


def _give(row: Any, other: Person) -> None:
    row.person = other
    message = _("%(person)s has this already: %(fact)s")
    words = {"person": other.name, "fact": row}
    try:
        row.validate_constraints()
    except ValidationError as error:
        raise ValidationError(message % words) from error
    row.save(update_fields=["person"])


def _two_people(one: Person, other: Person, by: User, step: TakingStep) -> None:
    """Let nobody ask again whether the two are one."""
    first, second = sorted((one.pk, other.pk))
    found = Pair.objects.filter(first=first, second=second).first()
    if found is not None:
        step.watch_alone(found)
    pair = found or Pair(
        first_id=first,
        second_id=second,
        likeness=Pair.Likeness.SAME_NAME,
    )
    pair.verdict = Pair.Verdict.TWO
    pair.by = by
    pair.save()
    if found is None:
        step.watch_made(pair)


def _join_lists(
    other: Person, articles: Iterable[Article], step: TakingStep
) -> None:
    """Put the other on the authority lists of the papers that name them."""
    listed = Newspaper.people.through
    papers = {article.page.issue.newspaper_id for article in articles}
    known = listed.objects.filter(person=other, newspaper__in=papers)
    papers -= set(known.values_list("newspaper", flat=True))
    for paper in sorted(papers):
        row = listed(newspaper_id=paper, person=other)
        row.save()
        step.watch_made(row)
