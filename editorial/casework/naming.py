"""Saying who a name in an article is; what the same words state of that person goes along."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from articles.models import Article, Mention
from editorial.correcting import touch
from editorial.models import Step
from editorial.steps.taking import TakingStep, taking_step
from events.models import Participation
from people.models import Person

PERMISSION = "articles.change_mention"


@dataclass(frozen=True, slots=True)
class WhoItIs:
    """Who a name is: a person of this key, a new one, or nobody (no name at all)."""

    person: int | None = None
    is_new: bool = False
    facts: bool = False
    same: bool = False

    @property
    def is_nobody(self) -> bool:
        return self.person is None and not self.is_new


def people_named(mention: Mention) -> QuerySet[Person]:
    """Return the people of the name, by their own or another name, and who is marked now."""
    marked = Person.objects.filter(pk__in=[mention.person_id])
    return Person.objects.named(mention.name) | marked


def same_names(mention: Mention) -> QuerySet[Mention]:
    """Return the other marks of the article that have the name and the person of this one."""
    marks = Mention.objects.filter(article=mention.article_id)
    alike = marks.filter(name=mention.name, person=mention.person_id)
    return alike.exclude(pk=mention.pk)


def facts_of_words(mention: Mention) -> QuerySet[Participation]:
    """Return the parts in events that words around the name state of who is marked."""
    return Participation.objects.filter(
        person=mention.person_id,
        evidence__article=mention.article_id,
        evidence__part=mention.part,
        evidence__photo=mention.photo_id,
        evidence__start__lte=mention.start,
        evidence__end__gte=mention.end,
    ).select_related("event")


def say_who(mention: Mention, naming: WhoItIs, by: User) -> Person | None:
    """Mark a name as a person's, with the facts of its words and the same names of the article
    where asked for; return the person, None when the mark was taken off.

    Raise ``PermissionDenied``, or ``ValidationError`` for a person who is none of that name, and
    where the person takes the same part already.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with taking_step(Step.Kind.PERSON, by, article=mention.article) as step:
        article = Article.objects.locked(mention.article_id)
        marks = [mention, *(same_names(mention) if naming.same else ())]
        parts = list(facts_of_words(mention)) if naming.facts else []
        step.watch_alone(*marks, *parts)
        among = people_named(mention)
        person = person_meant(naming, mention.name, among, step)
        if person is not None:
            _give_parts(parts, person)
        for mark in marks:
            _mark(mark, person)
        touch(article, article.version)
    return person


def person_meant(
    who: WhoItIs, name: str, among: QuerySet[Person], step: TakingStep
) -> Person | None:
    """Return who a name is said to be: one of those that bear it, somebody new of that name, or
    None for nobody. Raise ``ValidationError`` for a person who is not ``among`` its bearers.
    """
    if who.is_nobody:
        return None
    if who.is_new:
        return _new_person(name, step)
    found = among.filter(pk__in=[who.person]).first()
    if found is None:
        raise ValidationError(_("Nobody of this number bears that name."))
    return found


def _new_person(name: str, step: TakingStep) -> Person:
    person = Person(name=name)
    person.save()
    step.watch_made(person)
    return person


def _give_parts(parts: list[Participation], person: Person) -> None:
    for part in parts:
        taken = Participation.objects.filter(
            event=part.event_id, role=part.role, person=person
        )
        if taken.exclude(pk=part.pk).exists():
            raise ValidationError(
                _("%(person)s takes this part already.")
                % {"person": person.name}
            )
        part.person = person
        part.save(update_fields=["person"])


def _mark(mark: Mention, person: Person | None) -> None:
    if person is None:
        mark.delete()
        return
    mark.person = person
    mark.save(update_fields=["person"])
