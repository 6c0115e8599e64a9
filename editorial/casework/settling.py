"""Settling what a page read anew says otherwise than editors left it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from articles.models import Article
from editorial.casework.block_words import BlockPlace, change_block
from editorial.deciding import PERMISSION
from editorial.models import Finding, Step
from editorial.steps.taking import taking_step


@dataclass(frozen=True, slots=True)
class SettledBlock:
    """What shall stand in a block: ``base`` are the words that it held when this was decided, and
    ``findings`` the keys of what is settled by it.
    """

    place: BlockPlace
    base: str
    words: str
    findings: Sequence[int]

    @property
    def is_changed(self) -> bool:
        return self.words != self.base


def settle_clashes(
    article: Article, blocks: Sequence[SettledBlock], by: User
) -> int:
    """Write what was chosen in each block, and decide what was said of it, in one step: accepted
    where words change, dismissed where they stay. Return how many blocks were settled.

    Raise ``PermissionDenied``, ``ValidationError`` when somebody has decided one of them already,
    and what ``change_block`` raises.
    """
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    with taking_step(Step.Kind.REREADING, by, article=article) as step:
        Article.objects.locked(article.pk)
        for block in blocks:
            waiting = _waiting(article, block.findings)
            step.watch_alone(*waiting)
            _decide(waiting, by, is_changed=block.is_changed)
        # From the last to the first: words put in do not move what is still to be changed.
        for block in sorted(blocks, key=_number, reverse=True):
            if block.is_changed:
                change_block(
                    article,
                    block.place,
                    base=block.base,
                    words=block.words,
                    by=by,
                )
    return len(blocks)


def _number(block: SettledBlock) -> int:
    return block.place.number


def _waiting(article: Article, keys: Sequence[int]) -> list[Finding]:
    locked = Finding.objects.select_for_update(of=["self"]).open()
    found = list(
        locked.filter(
            article=article,
            pk__in=keys,
        )
    )
    if len(found) < len(set(keys)):
        raise ValidationError(_("Somebody has decided this finding already."))
    return found


def _decide(findings: Iterable[Finding], by: User, *, is_changed: bool) -> None:
    status = Finding.Status.DISMISSED
    reason = _("The correction stands.")
    if is_changed:
        status = Finding.Status.ACCEPTED
        reason = ""
    for finding in findings:
        finding.decide(status, by, reason)
        finding.save()
