"""Contradictions among facts, found before an article passes its last review; they stand in the way
of that article and of no other.
"""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from articles.models import Article
from editorial.contradicting.contradiction import Contradiction
from editorial.contradicting.holders import two_holders
from editorial.contradicting.hours import one_hall, two_places
from editorial.contradicting.sums import (
    attendance_sums,
    seats_filled,
    votes_cast,
    votes_received,
)
from editorial.models import Finding, Review, Rule, Severity

RULES = (
    two_holders,
    two_places,
    one_hall,
    attendance_sums,
    votes_cast,
    votes_received,
    seats_filled,
)
# The rules under which the findings stand.
NAMES = (
    Rule.TWO_HOLDERS,
    Rule.TWO_PLACES,
    Rule.ONE_HALL,
    Rule.SUM_DIFFERS,
)
DISMISSED = Finding.Status.DISMISSED
# Rule and message: the same facts are contradicted in the same words.
Key = tuple[str, str]


def refuse_contradictions(article: Article, step: str, decision: str) -> None:
    """Raise ``ValidationError`` where the final review is to be approved and facts of the article
    contradict each other or what is public.

    What is found is kept, so that it is called before the transaction that signs."""
    is_final = step == Review.Step.FINAL
    if not is_final or decision != Review.Decision.APPROVED:
        return
    found = contradictions_of(article)
    if found:
        message = _(
            "Facts contradict each other; correct them, or dismiss the findings "
            "with a reason: %(facts)s"
        )
        facts = " ".join(finding.message for finding in found)
        raise ValidationError(message % {"facts": facts})


def contradictions_of(article: Article) -> list[Finding]:
    """Compare the facts that the article states with each other and with those of public articles;
    return the findings that stand against signing it.

    Each contradiction is one finding, told by its rule and its message, in the language of the
    site. One that a person has dismissed stays dismissed while the facts are the same; accepting it
    settles nothing, correcting the facts does, and then a finding that nobody has decided goes."""
    with transaction.atomic():
        current = Article.objects.locked(article.pk)
        found = _found(current)
        known = _known(current)
        _drop_settled(known, found)
        standing = [
            known.get(key) or _raised(one, current)
            for key, one in found.items()
        ]
    return [one for one in standing if one.status != DISMISSED]


def _found(article: Article) -> dict[Key, Contradiction]:
    """Return what contradicts, each once."""
    with translation.override(settings.LANGUAGE_CODE):
        every = [one for rule in RULES for one in rule(article)]
    found: dict[Key, Contradiction] = {}
    for one in every:
        found.setdefault((one.rule, one.message), one)
    return found


def _known(article: Article) -> dict[Key, Finding]:
    """Return the contradictions that were found in the article before."""
    known = article.findings.filter(rule__in=NAMES)
    return {(one.rule, one.message): one for one in known.order_by("pk")}


def _drop_settled(
    known: dict[Key, Finding], found: dict[Key, Contradiction]
) -> None:
    """Take back what contradicts no more and nobody has decided."""
    settled = [known[key].pk for key in known.keys() - found.keys()]
    Finding.objects.open().filter(pk__in=settled).delete()


def _raised(contradiction: Contradiction, article: Article) -> Finding:
    """Return the finding of a contradiction, stored, at the words that state it."""
    words = contradiction.words
    return Finding.objects.create(
        page=article.page,
        article=article,
        rule=contradiction.rule,
        severity=Severity.SEVERE,
        origin=Finding.Origin.TRANSCRIPTION,
        message=contradiction.message,
        page_start=article.start,
        page_end=article.end,
        part=words.part,
        photo=words.photo,
        start=words.start,
        end=words.end,
        exact=words.exact,
    )
