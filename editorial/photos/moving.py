"""A photo that belongs to another article of its page or issue, or to none: its caption, its credit
and all that is marked in them go along.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max
from django.utils.translation import gettext as _

from articles.models import Article, Block, Page, Photo
from editorial.blocks.makeup import Makeup
from editorial.blocks.verbs_of_articles import put_at_end
from editorial.correcting import touch
from editorial.models import Correction, Step
from editorial.steps.taking import TakingStep, taking_step

PERMISSIONS = ("articles.change_photo", "articles.change_article")


def remove_photo(photo: Photo, by: User, reason: str = "") -> None:
    """Let a photo go. Its words are left out at the page and can be put back; readers see it until
    the article is published again.

    Raise ``PermissionDenied``, or ``ValidationError`` for one that is gone."""
    with _held(photo, by, reason) as held:
        for block in held.blocks:
            block.photo = None
            block.removed = True
        held.let_go()
        held.count_changes(held.photo.article_id)


def move_photo(photo: Photo, to: Article, by: User, reason: str = "") -> None:
    """Let a photo be the last of another article of its page, one without words printed on the page
    of another article of its issue; readers see it where it was until one of the two is published
    again.

    Raise ``PermissionDenied``, or ``ValidationError`` for a photo that is gone and for an article
    that it cannot be moved to."""
    with _held(photo, by, reason) as held:
        was = held.photo.article_id
        article = held.other_article(to)
        position = held.last_position(article) + 1
        for block in held.blocks:
            held.makeup.order[block.article_id].remove(block)
            put_at_end(held.makeup, block, article)
        held.settle()
        held.place(article, position)
        held.count_changes(was, article.pk)
    photo.refresh_from_db()


@dataclass(frozen=True, slots=True)
class HeldPhoto:
    """A photo kept from others, with the blocks that hold its words, while one step is taken."""

    photo: Photo
    blocks: list[Block]
    makeup: Makeup

    def settle(self) -> None:
        """Let the page be what its blocks now make up."""
        if self.blocks:
            self.makeup.settle()

    def let_go(self) -> None:
        """Delete the photo, once what is marked in its words stands elsewhere."""
        if self.blocks:
            self.makeup.lose_photo(self.photo)
            self.settle()
            return
        Correction.objects.filter(photo=self.photo).update(photo=None)
        self.photo.delete()

    def other_article(self, to: Article) -> Article:
        """Return the article that is meant, kept from others; it is not the photo's own."""
        article = self.makeup.articles.get(to.pk) or self._elsewhere(to.pk)
        if article is None or article.joined_to_id is not None:
            raise ValidationError(
                _("A photo is moved to another article of its page.")
            )
        if article.pk == self.photo.article_id:
            raise ValidationError(_("The photo is of this article already."))
        return article

    def _elsewhere(self, key: int) -> Article | None:
        """Return the article of another page of the issue, for a photo without printed words."""
        if self.blocks:
            return None
        article = _of_issue(self.makeup.page, key)
        if article is not None:
            self.makeup.articles[key] = article
        return article

    def last_position(self, article: Article) -> int:
        """Return the position of the last photo of an article, 0 where it has none."""
        last = article.photos.aggregate(last=Max("position"))
        return last["last"] or 0

    def place(self, article: Article, position: int) -> None:
        self.photo.article = article
        self.photo.position = position
        self.photo.save(update_fields=["article", "position"])

    def count_changes(self, *articles: int) -> None:
        """Count a change of articles of the page; what was signed of them otherwise is signed
        again.
        """
        for key in sorted(articles):
            article = self.makeup.articles[key]
            touch(article, article.version)


def _of_issue(page: Page, key: int) -> Article | None:
    """Return an article of the issue of a page, kept from others."""
    issue = page.issue_id
    of_issue = Article.objects.filter(page__issue=issue)
    locked = of_issue.select_for_update(of=["self"])
    return locked.filter(pk=key).first()


@contextmanager
def _held(photo: Photo, by: User, reason: str) -> Iterator[HeldPhoto]:
    """Open one step on a photo, all articles of its page kept from others."""
    if not by.has_perms(PERMISSIONS):
        raise PermissionDenied
    article = photo.article
    with taking_step(
        Step.Kind.PHOTO, by, article=article, reason=reason
    ) as step:
        makeup = Makeup.locked(article.page)
        held = _photo_in(makeup, photo.pk)
        blocks = [
            block for block in makeup.blocks() if block.photo_id == held.pk
        ]
        _watch(step, makeup, held, blocks)
        yield HeldPhoto(held, blocks, makeup)


def _photo_in(makeup: Makeup, key: int) -> Photo:
    held = makeup.photos.get(key)
    if held is None:
        raise ValidationError(_("This photo is on the page no more."))
    return held


def _watch(
    step: TakingStep, makeup: Makeup, photo: Photo, blocks: list[Block]
) -> None:
    """Watch what is laid out anew; a photo without words lays nothing out."""
    if blocks:
        step.by_blocks = True
        step.watch_keys(makeup.keys())
    else:
        step.watch(photo, wholly=True)
