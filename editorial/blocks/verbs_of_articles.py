"""What can be done with the articles that blocks are of: begin one, join one, move to another."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import F
from django.utils.translation import gettext as _

from articles.models import Article, Block
from editorial.blocks.makeup import Makeup
from editorial.blocks.order_of_blocks import UNPLACED, index_in

# Positions wait here while others take theirs: no two of a page may be equal even for a moment.
BEYOND = 1_000_000
# What an article that swallows another takes over where it has none.
TAKEN_OVER = (
    "dateline_source",
    "dateline_place",
    "dateline_date",
    "continues_on",
    "continued_from",
)


def husk_behind(article: Article) -> Article:
    """Make an article without words next behind another, as if it had been joined to it: what is
    begun there takes its place, and what is undone leaves it.
    """
    page = article.page
    behind = Article.every.filter(page=page, position__gt=article.position)
    behind.update(position=F("position") + BEYOND)
    moved = Article.every.filter(page=page, position__gt=BEYOND)
    moved.update(position=F("position") - BEYOND + 1)
    husk = Article(
        page=page,
        position=article.position + 1,
        start=article.start,
        end=article.end,
        joined_to=article,
    )
    husk.save()
    return husk


def begin_article(makeup: Makeup, block: Block, value: str) -> Block:
    """Let an article begin with a block: what stands from there on is that of the article without
    words whose key ``value`` is.
    """
    article = makeup.article_of(block)
    own = makeup.of(article)
    at = index_in(own, block)
    new = makeup.articles[int(value)]
    new.joined_to = None
    for other in own[at:]:
        other.article = new
    makeup.of(new)[:] = own[at:]
    del own[at:]
    makeup.restate(new, ["joined_to"])
    return block


def refuse_to_begin(makeup: Makeup, block: Block) -> None:
    """Raise ``ValidationError`` where an article would be left with nothing."""
    article = makeup.article_of(block)
    own = makeup.of(article)
    at = index_in(own, block)
    parts = [other.part for other in own[:at]]
    if not any(parts):
        raise ValidationError(_("The article begins with this block already."))


def join_article_above(makeup: Makeup, block: Block, _value: str) -> Block:
    """Join the article of a block to the one above it; its address leads there."""
    article = makeup.article_of(block)
    above = _article_above(makeup, article)
    own = makeup.of(article)
    for other in own:
        other.article = above
        other.place = UNPLACED
    makeup.of(above).extend(own)
    makeup.order[article.pk] = []
    article.joined_to = above
    _take_over(makeup, above, article)
    return block


def _article_above(makeup: Makeup, article: Article) -> Article:
    before = [
        one for one in makeup.standing() if one.position < article.position
    ]
    if not before:
        raise ValidationError(
            _("There is no article above on this page to join this one to.")
        )
    return before[-1]


def _take_over(makeup: Makeup, above: Article, article: Article) -> None:
    """Let the article that stays have what only the other says, and who signed it."""
    names = [name for name in TAKEN_OVER if not getattr(above, name)]
    for name in names:
        setattr(above, name, getattr(article, name))
    if above.continuation_id is None and article.continuation_id is not None:
        above.continuation_id = article.continuation_id
        article.continuation = None
        names.append("continuation")
    makeup.restate(article, ["joined_to", "continuation"])
    makeup.restate(above, names)
    makeup.give_bylines(article, above)


def move_to(makeup: Makeup, block: Block, value: str) -> Block:
    """Move a block to the end of another article of the page, whose position ``value`` is."""
    there = [one for one in makeup.standing() if str(one.position) == value]
    if not there:
        raise ValidationError(_("The page has no article of this number."))
    (article,) = there
    if block.article_id == article.pk:
        raise ValidationError(_("The block is of this article already."))
    if block.kind == Block.Kind.FURNITURE:
        block.kind = Block.Kind.PARAGRAPH
    makeup.order[block.article_id].remove(block)
    for other in _with_photo(makeup, block):
        makeup.order[other.article_id].remove(other)
        put_at_end(makeup, other, article)
    put_at_end(makeup, block, article)
    return block


def _with_photo(makeup: Makeup, block: Block) -> list[Block]:
    """Return what goes along with a caption: the credit of its photo."""
    if block.kind != Block.Kind.CAPTION or block.photo_id is None:
        return []
    return [
        other
        for other in makeup.blocks()
        if other.photo_id == block.photo_id and other is not block
    ]


def put_at_end(makeup: Makeup, block: Block, article: Article) -> None:
    """Let a block that was taken from its place stand behind all of an article."""
    block.article = article
    block.place = UNPLACED
    makeup.of(article).append(block)
