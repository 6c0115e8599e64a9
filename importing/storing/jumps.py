"""Jump lines: the two halves of an article on two pages of one issue find each other, whichever
comes first.
"""

from __future__ import annotations

import re

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article, Issue
from editorial.models import Finding, Rule, Severity
from importing.delivery.identity import same_label
from importing.storing.page_load import PageLoad
from records.history import LOADED

# The beginning, and the continuation it may have.
Pair = tuple[Article, Article]
NOT_WORDS = re.compile(r"[\W_]+")


def link_jumps(load: PageLoad) -> list[Pair]:
    """Link the halves of the issue that belong together and return this page's pairs.

    Halves that more than one could fit are reported, not guessed.
    """
    pairs = _possible(load.page.issue) if _has_halves(load) else []
    linked = []
    for first, rest in pairs:
        if _has_rivals(pairs, first, rest):
            _report_rivals(load, first, rest)
        else:
            first.continuation = rest
            first._change_reason = LOADED
            first.save(update_fields=["continuation", "modified_at"])
            linked.append((first, rest))
    if load.is_new:
        return linked
    return linked + _linked_before(load)


def _has_halves(load: PageLoad) -> bool:
    return any(
        half.continues_on or half.continued_from for half in load.articles
    )


def _has_rivals(pairs: list[Pair], first: Article, rest: Article) -> bool:
    """Tell whether one of the two halves could belong to yet another one."""
    return any((one is first) != (other is rest) for one, other in pairs)


def _report_rivals(load: PageLoad, first: Article, rest: Article) -> None:
    """Report a pair that may be wrong, where one of its halves is on this page."""
    own = first if first.page_id == load.page.pk else rest
    if own.page_id != load.page.pk:
        return
    message = _(
        "More than one article jumps from page %(first)s to page %(rest)s; link the right ones by hand."
    )
    words = {"first": first.page.label, "rest": rest.page.label}
    span = (own.start, own.end)
    load.doubt(Rule.AMBIGUOUS_JUMP, span, message % words, Severity.WARNING)


def settle_jumps(linked: list[Pair]) -> None:
    """Take back the open findings that said a half was missing, now that it has arrived.

    They were the machine's. The reader puts such a finding behind the last words of a beginning
    and before the first words of a continuation.
    """
    missing = Q(rule=Rule.MISSING_TEXT)
    ambiguous = Q(rule=Rule.AMBIGUOUS_JUMP)
    for first, rest in linked:
        behind = Q(missing, article=first, page_start__gte=_end_of_text(first))
        before = Q(missing, article=rest, page_start__lte=_start_of_text(rest))
        rivals = Q(ambiguous, article__in=[first, rest])
        settled = Finding.objects.filter(behind | before | rivals)
        settled.filter(status=Finding.Status.OPEN).delete()


def _end_of_text(article: Article) -> int:
    """Return where on its page the last paragraph ends, the article's start without one."""
    if not article.paragraph_sources:
        return article.start
    _start, end = article.paragraph_sources[-1][-1]
    return end


def _start_of_text(article: Article) -> int:
    """Return where on its page the first paragraph starts, the article's end without one."""
    if not article.paragraph_sources:
        return article.end
    start, _end = article.paragraph_sources[0][0]
    return start


def _linked_before(load: PageLoad) -> list[Pair]:
    """Return the pairs of an earlier load: the page was read again, and its findings with it."""
    own = Q(page=load.page) | Q(continuation__page=load.page)
    return [
        (first, first.continuation)
        for first in Article.objects.filter(own).select_related("continuation")
        if first.continuation
    ]


def _possible(issue: Issue) -> list[Pair]:
    """Return the pairs of unlinked halves whose jump lines name each other's pages.

    Where a half could belong to two, an equal headline decides.
    """
    onward = ~Q(continues_on="") & Q(continuation=None)
    back = ~Q(continued_from="") & Q(beginning=None)
    unlinked = Article.objects.filter(onward | back, page__issue=issue)
    halves = list(unlinked.select_related("page", "beginning"))
    pairs = [
        (first, rest)
        for first in halves
        for rest in halves
        if _jumps(first, rest)
    ]
    alike = [pair for pair in pairs if _alike(*pair)]
    sure = {half.pk for pair in alike for half in pair}
    others = [pair for pair in pairs if not sure & {half.pk for half in pair}]
    return alike + others


def _jumps(first: Article, rest: Article) -> bool:
    """Tell whether ``first`` says that it goes on where ``rest`` says that it comes from."""
    if first.continuation_id is not None or hasattr(rest, "beginning"):
        return False
    if not first.continues_on or not rest.continued_from:
        return False
    onward = same_label(first.continues_on, rest.page.label)
    return onward and same_label(rest.continued_from, first.page.label)


def _alike(first: Article, rest: Article) -> bool:
    """Tell whether one headline is within the other, marks aside."""
    headlines = [NOT_WORDS.sub("", half.headline) for half in (first, rest)]
    short, long = sorted(headlines, key=len)
    return bool(short) and short in long
