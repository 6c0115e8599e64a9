"""Jump lines: the two halves of an article on two pages of one issue find each other, whichever
comes first.
"""

from __future__ import annotations

import re

from django.db.models import Q
from django.utils.translation import gettext as _

from articles.models import Article, Issue
from editorial.models import Finding, Rule
from importing.delivery.identity import same_label
from importing.storing.page_load import WARNING, PageLoad
from records.history import LOADED

# The beginning, and the continuation it may have.
Pair = tuple[Article, Article]
NOT_WORDS = re.compile(r"[\W_]+")


def link_jumps(load: PageLoad) -> list[Pair]:
    """Link the halves of the issue that belong together and return the pairs that this page has a
    part in.

    Halves that more than one could fit are reported, not guessed.
    """
    is_half = any(
        article.continues_on or article.continued_from for article in load.articles
    )
    pairs = _possible(load.page.issue) if is_half else []
    linked = []
    for first, rest in pairs:
        rivals = [pair for pair in pairs if (pair[0] is first) != (pair[1] is rest)]
        own = first if first.page_id == load.page.pk else rest
        if not rivals:
            first.continuation = rest
            first._change_reason = LOADED
            first.save(update_fields=["continuation", "modified_at"])
            linked.append((first, rest))
        elif own.page_id == load.page.pk:
            words = {"first": first.page.label, "rest": rest.page.label}
            message = _(
                "More than one article jumps from page %(first)s to page %(rest)s; link the right ones by hand."
            )
            load.doubt(
                Rule.AMBIGUOUS_JUMP, (own.start, own.end), message % words, WARNING
            )
    return linked if load.is_new else linked + _linked_before(load)


def settle_jumps(linked: list[Pair]) -> None:
    """Take back the open findings that said a half was missing: they were the machine's, and the
    half has arrived.

    The reader puts such a finding behind the last words of a beginning and before the first words
    of a continuation."""
    missing = Q(rule=Rule.MISSING_TEXT)
    ambiguous = Q(rule=Rule.AMBIGUOUS_JUMP)
    for first, rest in linked:
        if first.paragraph_sources:
            ends = first.paragraph_sources[-1][-1][1]
        else:
            ends = first.start
        begins = rest.paragraph_sources[0][0][0] if rest.paragraph_sources else rest.end
        gaps = Q(missing, article=first, page_start__gte=ends) | Q(
            missing, article=rest, page_start__lte=begins
        )
        settled = gaps | Q(ambiguous, article__in=[first, rest])
        Finding.objects.filter(settled, status=Finding.Status.OPEN).delete()


def _linked_before(load: PageLoad) -> list[Pair]:
    """Return the pairs of an earlier load: the page was read again, and its findings with it."""
    own = Q(page=load.page) | Q(continuation__page=load.page)
    return [
        (first, first.continuation)
        for first in Article.objects.filter(own).select_related("continuation")
        if first.continuation
    ]


def _possible(issue: Issue) -> list[Pair]:
    """Return the pairs of unlinked halves whose jump lines name each other's pages; an equal
    headline decides.
    """
    onward = ~Q(continues_on="") & Q(continuation=None)
    back = ~Q(continued_from="") & Q(beginning=None)
    halves = list(
        Article.objects.filter(onward | back, page__issue=issue).select_related(
            "page", "beginning"
        )
    )
    pairs = [
        (first, rest) for first in halves for rest in halves if _jumps(first, rest)
    ]
    alike = [pair for pair in pairs if _alike(*pair)]
    sure = {half.pk for pair in alike for half in pair}
    return alike + [pair for pair in pairs if not sure & {pair[0].pk, pair[1].pk}]


def _jumps(first: Article, rest: Article) -> bool:
    return bool(
        first.continues_on
        and rest.continued_from
        and first.continuation_id is None
        and not hasattr(rest, "beginning")
        and same_label(first.continues_on, rest.page.label)
        and same_label(rest.continued_from, first.page.label)
    )


def _alike(first: Article, rest: Article) -> bool:
    one, other = sorted(
        (NOT_WORDS.sub("", first.headline), NOT_WORDS.sub("", rest.headline)), key=len
    )
    return bool(one) and one in other
