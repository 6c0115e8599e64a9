"""What an editor decides about two people of near names: one, with a slip or another name; two;
or not now.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from articles.models import Article, Mention
from editorial.change_log import logged
from editorial.correcting import correct
from editorial.merging.merger import merge
from editorial.merging.people import MergingPeople
from editorial.models import Step
from editorial.steps.taking import taking_step
from people.models import Pair, Person

PERMISSION = "people.change_pair"
# So many places at most are corrected with one press: what is printed more often is no slip.
MOST_SLIPS = 5


@dataclass(frozen=True, slots=True)
class OnePerson:
    """Who of a pair stays when the two are one, and whether the other's name is a slip of the
    paper, to be corrected where it stands.
    """

    stays: int
    is_slip: bool = False


def settle_pair(pair: Pair, verdict: str, by: User) -> None:
    """Note that a pair is two people, or that it is put off.

    Raise ``PermissionDenied``, or ``ValidationError`` for a pair that is decided already.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with taking_step(Step.Kind.PERSON, by) as step:
        current = _held(pair)
        step.watch_alone(current)
        current.verdict = verdict
        current.by = by
        current.save(update_fields=["verdict", "by"])


def _held(pair: Pair) -> Pair:
    """Return a pair that waits, kept from others."""
    waiting = Pair.objects.select_for_update(of=["self"])
    current = waiting.filter(pk=pair.pk).first()
    if current is None or current.verdict == Pair.Verdict.TWO:
        raise ValidationError(_("Somebody has decided about this pair."))
    return current


def join_pair(pair: Pair, one: OnePerson, by: User, reason: str) -> Person:
    """Make the two of a pair one and return who stays, as one step; the other's name is corrected
    where it is printed when it is a slip, and kept as an other name.

    Raise what ``merge`` raises, and ``ValidationError`` for a slip that is printed too often.
    """
    goes = pair.second_id if one.stays == pair.first_id else pair.first_id
    if one.stays not in (pair.first_id, pair.second_id):
        raise ValidationError(_("Neither of the two is this person."))
    with logged(), taking_step(Step.Kind.PERSON, by, reason=reason) as step:
        current = _held(pair)
        step.watch_alone(current)
        if one.is_slip:
            _correct_slips(current, goes, by, reason)
        return merge(MergingPeople, one.stays, [goes], by=by, reason=reason)


def _correct_slips(pair: Pair, goes: int, by: User, reason: str) -> None:
    wrong = pair.first
    right = pair.second
    if goes == right.pk:
        wrong = pair.second
        right = pair.first
    marks = slips_of(wrong)
    if len(marks) > MOST_SLIPS:
        message = _("“%(name)s” is printed in more than %(most)d places.")
        words = {"name": wrong.name, "most": MOST_SLIPS}
        raise ValidationError(message % words)
    for mark in marks:
        mark.refresh_from_db()
        _correct_slip(mark, right, by, reason)


def slips_of(person: Person) -> list[Mention]:
    """Return the places where somebody's name is printed, one more than may be corrected."""
    marks = Mention.objects.standing().filter(person=person)
    with_words = marks.select_related("article", "photo")
    return list(with_words.order_by("pk")[: MOST_SLIPS + 1])


def _correct_slip(mark: Mention, right: Person, by: User, reason: str) -> None:
    """Put the right name in the place of the wrong one, and mark it as who is meant."""
    article = Article.objects.get(pk=mark.article_id)
    words = mark.text
    text = words[: mark.start] + right.name + words[mark.end :]
    start = mark.start
    if mark.photo_id:
        captions = {mark.photo_id: text}
        texts: dict[str, str] = {}
    else:
        captions = {}
        texts = {mark.part: text}
    correct(
        article,
        texts=texts,
        captions=captions,
        by=by,
        version=article.version,
        reason=reason,
    )
    _mark_right(mark, right, start)


def _mark_right(mark: Mention, right: Person, start: int) -> None:
    mark = Mention.objects.select_related("article", "photo").get(pk=mark.pk)
    mark.name = right.name
    mark.person = right
    mark.anchor(start, start + len(right.name))
    mark.check_again = False
    mark.full_clean()
    mark.save()
