"""What can be done with a block where it stands: its kind, its neighbours, its place."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.composing import BETWEEN, delivered_words
from articles.models import Block, Photo
from articles.models.selector import Part
from editorial.blocks.makeup import Makeup
from editorial.blocks.order_of_blocks import UNPLACED, index_in
from editorial.blocks.spans_of_words import SpannedWords, cut_spanned

KINDS = Block.Kind
# What a person may say that words are; a gap has none, and furniture has verbs of its own.
GIVEN_KINDS = (
    KINDS.KICKER,
    KINDS.HEADLINE,
    KINDS.SUBTITLE,
    KINDS.BYLINE,
    KINDS.DATELINE,
    KINDS.CROSSHEAD,
    KINDS.PARAGRAPH,
    KINDS.CAPTION,
    KINDS.CREDIT,
    KINDS.JUMP_LINE,
)


def change_kind(makeup: Makeup, block: Block, value: str) -> Block:
    """Let words be a headline, a paragraph …: ``value`` is the kind."""
    given = [str(kind) for kind in GIVEN_KINDS]
    if value not in given:
        raise ValidationError(_("There is no such kind of block."))
    _refuse_wordless(block)
    if block.photo is not None:
        _leave_photo(makeup, block)
    block.kind = value
    if value == KINDS.CAPTION:
        _give_photo(makeup, block)
    _read_as(makeup, block)
    return block


def _read_as(makeup: Makeup, block: Block) -> None:
    """Part what was printed as the kind of the block parts it."""
    if len(block.spans) > 1:
        delivered = makeup.page.text
        block.read = delivered_words(block, delivered)


def _leave_photo(makeup: Makeup, block: Block) -> None:
    """Take the words of a caption from its photo; one that has nothing else goes."""
    photo = makeup.photos[block.photo_id or 0]
    for other in makeup.blocks():
        if other.photo_id == photo.pk:
            other.photo = None
    if photo.image or photo.creators:
        return
    makeup.lose_photo(photo)


def _give_photo(makeup: Makeup, block: Block) -> None:
    """Let words be the caption of a photo of their own."""
    article = makeup.article_of(block)
    last = article.photos.order_by("-position").first()
    photo = Photo(
        article=article,
        position=last.position + 1 if last else 1,
        caption=block.text,
        read_caption=block.read,
    )
    for start, end in block.delivered():
        photo.start = start
        photo.end = end
    makeup.gain_photo(photo)
    block.photo = photo


def join_above(makeup: Makeup, block: Block, _value: str) -> Block:
    """Put the words of a block behind those of the one above in the same text."""
    _refuse_wordless(block)
    above = _above(makeup, block)
    if above is None or above.kind == KINDS.GAP:
        raise ValidationError(_("There is no block above to join this to."))
    spanned = SpannedWords.of(above)
    behind = SpannedWords.of(block)
    spanned.add(behind)
    spanned.put_into(above)
    above.text += _between(above)
    above.text += block.text
    nothing = SpannedWords()
    nothing.put_into(block)
    block.removed = True
    return above


def _between(block: Block) -> str:
    """Return what parts the words of two blocks that become one."""
    if block.part == Part.BODY:
        return ""
    if block.part == Part.CAPTION:
        return BETWEEN[Part.CAPTION]
    return " "


def _above(makeup: Makeup, block: Block) -> Block | None:
    """Return the block before this one in the same text."""
    article = makeup.article_of(block)
    own = makeup.of(article)
    at = index_in(own, block)
    for other in reversed(own[:at]):
        if _is_above(other, block):
            return other
    return None


def _is_above(other: Block, block: Block) -> bool:
    """Tell whether two blocks are pieces of one text; of words in no text, whether they are of one
    kind.
    """
    if other.removed:
        return False
    if not block.part:
        return other.kind == block.kind
    is_same_photo = other.photo_id == block.photo_id
    return other.part == block.part and (
        is_same_photo or block.part != Part.CAPTION
    )


def split_here(makeup: Makeup, block: Block, value: str) -> Block:
    """Part a block in two before the character whose offset ``value`` is; return the second."""
    _refuse_wordless(block)
    before, after = _halves(block, value)
    first, second = cut_spanned(block, len(before))
    new = Block(
        page=makeup.page,
        article_id=block.article_id,
        photo=block.photo,
        kind=block.kind,
        read_kind=block.read_kind,
        text=after.strip(),
        place=UNPLACED,
    )
    first.put_into(block)
    second.put_into(new)
    block.text = before.rstrip()
    own = makeup.order[block.article_id]
    own.insert(index_in(own, block) + 1, new)
    makeup.made.append(new)
    return new


def _halves(block: Block, value: str) -> tuple[str, str]:
    at = 0
    is_number = value.isdecimal() and len(value) < 10
    if is_number:
        at = int(value)
    before = block.text[:at]
    after = block.text[at:]
    if not (before.strip() and after.strip()):
        raise ValidationError(
            _("Say before which character the block is parted.")
        )
    return before, after


def move_up(makeup: Makeup, block: Block, _value: str) -> Block:
    """Let a block change places with the one above."""
    own = makeup.order[block.article_id]
    at = index_in(own, block)
    before = range(at)
    above = _standing(own, before)
    if not above:
        raise ValidationError(_("The block is the first of its article."))
    own.remove(block)
    own.insert(above[-1], block)
    block.place = UNPLACED
    return block


def move_down(makeup: Makeup, block: Block, _value: str) -> Block:
    """Let a block change places with the one below."""
    own = makeup.order[block.article_id]
    at = index_in(own, block)
    behind = range(at + 1, len(own))
    below = _standing(own, behind)
    if not below:
        raise ValidationError(_("The block is the last of its article."))
    own.remove(block)
    own.insert(below[0], block)
    block.place = UNPLACED
    return block


def _standing(blocks: list[Block], places: range) -> list[int]:
    """Return at which of these places a block stands that was not taken out."""
    return [place for place in places if not blocks[place].removed]


def drop(makeup: Makeup, block: Block, _value: str) -> Block:
    """Leave out words that were printed twice, or a gap that is none; they can be restored."""
    block.removed = True
    return block


def set_aside(makeup: Makeup, block: Block, _value: str) -> Block:
    """Say that words belong to the furniture of the page and to no text."""
    _refuse_wordless(block)
    if block.photo is not None:
        _leave_photo(makeup, block)
    block.kind = KINDS.FURNITURE
    return block


def bring_back(makeup: Makeup, block: Block, _value: str) -> Block:
    """Put words back that were left out, or that are no furniture."""
    if block.removed:
        block.removed = False
        if not block.spans and block.read_kind:
            raise ValidationError(_("These words stand in another block."))
        if block.kind == KINDS.CAPTION and block.photo is None:
            _give_photo(makeup, block)
        return block
    if block.kind != KINDS.FURNITURE:
        raise ValidationError(_("This block is not left out."))
    block.kind = KINDS.PARAGRAPH
    if block.read_kind and block.read_kind != KINDS.FURNITURE:
        block.kind = block.read_kind
    if block.article_id is None:
        _bring_in(makeup, block)
    if block.kind == KINDS.CAPTION:
        _give_photo(makeup, block)
    return block


def _bring_in(makeup: Makeup, block: Block) -> None:
    """Put words of no article behind those that were printed before them."""
    start = _first_offset(block)
    before = [
        other
        for other in makeup.blocks()
        if other.article_id and other.spans and _first_offset(other) < start
    ]
    articles = makeup.standing()
    if not articles:
        raise ValidationError(_("The page has no article."))
    makeup.order[None].remove(block)
    block.place = UNPLACED
    if not before:
        block.article = articles[0]
        makeup.of(articles[0]).insert(0, block)
        return
    last = max(before, key=_first_offset)
    own = makeup.order[last.article_id]
    block.article_id = last.article_id
    own.insert(index_in(own, last) + 1, block)


def _first_offset(block: Block) -> int:
    starts = []
    for start, _end in block.delivered():
        starts.append(start)
    return min(starts, default=0)


def mark_gap(makeup: Makeup, block: Block, _value: str) -> Block:
    """Say that words of the copy are missing behind a block."""
    article = makeup.article_of(block)
    gap = Block(
        page=makeup.page, article=article, kind=KINDS.GAP, place=UNPLACED
    )
    own = makeup.of(article)
    at = index_in(own, block)
    own.insert(at + 1, gap)
    makeup.made.append(gap)
    return gap


def _refuse_wordless(block: Block) -> None:
    is_gap = block.kind == KINDS.GAP
    if is_gap or block.removed:
        message = _("This block has no words.")
        raise ValidationError(message)
