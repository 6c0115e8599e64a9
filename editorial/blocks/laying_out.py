"""Laying a page out: each verb is one act of a person, with its inverse."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from articles.models import Block, Page
from editorial.blocks import verbs_of_articles, verbs_of_blocks
from editorial.blocks.makeup import Makeup
from editorial.change_log import logged
from editorial.models import Step
from editorial.publishing.reopening import reopen_changed
from editorial.steps.taking import TakingStep, taking_step

PERMISSION = "articles.change_article"
Verb = Callable[[Makeup, Block, str], Block]
VERBS: Mapping[str, Verb] = {
    "kind": verbs_of_blocks.change_kind,
    "join": verbs_of_blocks.join_above,
    "split": verbs_of_blocks.split_here,
    "up": verbs_of_blocks.move_up,
    "down": verbs_of_blocks.move_down,
    "drop": verbs_of_blocks.drop,
    "aside": verbs_of_blocks.set_aside,
    "restore": verbs_of_blocks.bring_back,
    "gap": verbs_of_blocks.mark_gap,
    "begin": verbs_of_articles.begin_article,
    "fold": verbs_of_articles.join_article_above,
    "move": verbs_of_articles.move_to,
}


def lay_out_block(
    page: Page,
    key: int,
    verb: str,
    value: str = "",
    *,
    by: User,
    seen: str = "",
    reason: str = "",
) -> Block:
    """Do what ``verb`` says with the block of this key; return the block that is looked at next.

    ``seen`` is the digest of the block as it was shown, '' for any. Raise ``PermissionDenied``, or
    ``ValidationError`` when the block is another one now or the verb cannot be done. Then nothing
    is changed."""
    if not by.has_perm(PERMISSION):
        raise PermissionDenied
    carry_out = VERBS.get(verb)
    if carry_out is None:
        raise ValidationError(_("There is no such verb."))
    with logged():
        if verb == "begin":
            value = _husk(page, key, seen)
        with _one_step(page, by, reason) as (step, makeup):
            block = makeup.block(key)
            refuse_stale(block, seen)
            step.article = makeup.articles.get(block.article_id or 0)
            shown = carry_out(makeup, block, value)
            makeup.settle()
            step.watch_made_alone(*makeup.made)
        reopen_changed(makeup.articles)
    return shown


def _husk(page: Page, key: int, seen: str) -> str:
    """Return the key of a new article without words, for what is begun at a block."""
    makeup = Makeup.locked(page)
    block = makeup.block(key)
    refuse_stale(block, seen)
    verbs_of_articles.refuse_to_begin(makeup, block)
    husk = verbs_of_articles.husk_behind(makeup.article_of(block))
    return str(husk.pk)


@contextmanager
def _one_step(
    page: Page, by: User, reason: str
) -> Iterator[tuple[TakingStep, Makeup]]:
    with taking_step(
        Step.Kind.LAYOUT, by, page=page, reason=reason.strip()
    ) as step:
        makeup = Makeup.locked(page)
        step.by_blocks = True
        step.watch_keys(makeup.keys())
        yield step, makeup


def refuse_stale(block: Block, seen: str) -> None:
    """Raise ``ValidationError`` when a block is not as somebody saw it."""
    if seen and seen != digest_of_block(block):
        raise ValidationError(
            _("A colleague has changed this block since you opened it.")
        )


def digest_of_block(block: Block) -> str:
    """Return what tells a block as it is shown from what it may become: words, kind and article."""
    state = f"{block.article_id}|{block.kind}|{block.removed}"
    said = f"{state}|{block.text}"
    data = said.encode()
    digest = hashlib.sha256(data)
    return digest.hexdigest()[:16]
