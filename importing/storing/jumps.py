"""Jump lines: the two halves of an article on two pages of one issue find each other, whichever
comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, product

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article, Block, Issue
from editorial.models import Finding, Rule, Severity
from importing.delivery.identity import same_label
from importing.storing.page_load import PageLoad
from importing.storing.wordings import one_in_other, without_marks
from reader.results import Span

# The beginning, and the continuation it may have.
JumpPair = tuple[Article, Article]
LACKS_CONTINUATION = ~Q(continues_on="") & Q(continuation=None)
LACKS_BEGINNING = ~Q(continued_from="") & Q(beginning=None)


def link_jumps(load: PageLoad) -> list[JumpPair]:
    """Link the halves of the issue that belong together and return this page's pairs.

    Halves that more than one could fit are reported, not guessed.
    """
    linked = []
    if _has_halves(load):
        linked = list(_newly_linked(load))
    if load.is_new:
        return linked
    return linked + _linked_before(load)


def _newly_linked(load: PageLoad) -> Iterator[JumpPair]:
    pairs = _possible(load.page.issue)
    for first, rest in pairs:
        if _has_rivals(pairs, first, rest):
            _report_rivals(load, first, rest)
        else:
            first.continuation = rest
            load.save_again(first, "continuation", "modified_at")
            yield first, rest


def _has_halves(load: PageLoad) -> bool:
    return any(
        half.continues_on or half.continued_from for half in load.articles
    )


def _has_rivals(pairs: list[JumpPair], first: Article, rest: Article) -> bool:
    """Tell whether one of the two halves could belong to yet another one."""
    return any((one is first) != (other is rest) for one, other in pairs)


def _report_rivals(load: PageLoad, first: Article, rest: Article) -> None:
    """Report a pair that may be wrong, where one of its halves is on this page."""
    on_page = [half for half in (first, rest) if half.page_id == load.page.pk]
    if not on_page:
        return
    own = on_page[0]
    message = _(
        "More than one article jumps from page %(first)s to page %(rest)s; "
        "link the right ones by hand."
    )
    words = {"first": first.page.label, "rest": rest.page.label}
    span = (own.start, own.end)
    told = message % words
    load.doubt(Rule.AMBIGUOUS_JUMP, span, told, Severity.WARNING)


# What a link answers


def drop_answered(linked: list[JumpPair]) -> None:
    """Take back the open findings that said a half was missing, now that it has arrived.

    They were the machine's. The reader puts such a finding behind the last words of a beginning
    and before the first words of a continuation.
    """
    open_ones = Finding.objects.filter(status=Finding.Status.OPEN)
    for pair in linked:
        open_ones.filter(_answered(*pair)).delete()


def _answered(first: Article, rest: Article) -> Q:
    """Return the condition on findings that the link of these halves answers."""
    rivals = Q(
        rule=Rule.AMBIGUOUS_JUMP,
        article__in=[first, rest],
    )
    return _missing_behind(first) | _missing_before(rest) | rivals


def _missing_behind(first: Article) -> Q:
    return Q(
        rule=Rule.MISSING_TEXT,
        article=first,
        page_start__gte=_end_of_text(first),
    )


def _missing_before(rest: Article) -> Q:
    return Q(
        rule=Rule.MISSING_TEXT,
        article=rest,
        page_start__lte=_start_of_text(rest),
    )


def _end_of_text(article: Article) -> int:
    """Return where on its page the last paragraph ends, the article's start without one."""
    spans = list(_spans_of_text(article))
    if not spans:
        return article.start
    _start, end = spans[-1]
    return end


def _start_of_text(article: Article) -> int:
    """Return where on its page the first paragraph starts, the article's end without one."""
    for start, _end in _spans_of_text(article):
        return start
    return article.end


def _spans_of_text(article: Article) -> Iterator[Span]:
    """Yield where on its page the body of an article stands, in order."""
    blocks = article.blocks.standing().in_order()
    for block in blocks.filter(kind=Block.Kind.PARAGRAPH):
        yield from block.delivered()


# Which halves


def _linked_before(load: PageLoad) -> list[JumpPair]:
    """Return the pairs of an earlier load: the page was read again, and its findings with it."""
    own = Q(page=load.page) | Q(continuation__page=load.page)
    firsts = Article.objects.filter(own).select_related("continuation")
    return [(one, one.continuation) for one in firsts if one.continuation]


def _possible(issue: Issue) -> list[JumpPair]:
    """Return the pairs of unlinked halves whose jump lines name each other's pages.

    Where a half could belong to two, an equal headline decides.
    """
    halves = _unlinked(issue)
    pairs = [pair for pair in product(halves, halves) if _jumps(*pair)]
    alike = [pair for pair in pairs if _alike(*pair)]
    sure = _keys(chain.from_iterable(alike))
    others = [pair for pair in pairs if sure.isdisjoint(_keys(pair))]
    return alike + others


def _keys(halves: Iterable[Article]) -> set[int]:
    return {half.pk for half in halves}


def _unlinked(issue: Issue) -> list[Article]:
    """Return the articles of an issue that lack their other half."""
    articles = Article.objects.filter(page__issue=issue)
    unlinked = articles.filter(LACKS_CONTINUATION | LACKS_BEGINNING)
    return list(unlinked.select_related("page", "beginning"))


def _jumps(first: Article, rest: Article) -> bool:
    """Tell whether ``first`` says that it goes on where ``rest`` says that it comes from."""
    if first.continuation_id or hasattr(rest, "beginning"):
        return False
    return _names(first.continues_on, rest) and _names(
        rest.continued_from, first
    )


def _names(label: str, half: Article) -> bool:
    """Tell whether a jump line names the page of a half."""
    return bool(label) and same_label(label, half.page.label)


def _alike(first: Article, rest: Article) -> bool:
    """Tell whether one headline is within the other, marks aside."""
    headlines = [without_marks(first.headline), without_marks(rest.headline)]
    return all(headlines) and one_in_other(*headlines, shortest=1)
