"""What can be done about a case: each act says what it does, and does that and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.models import Article, Photo
from editorial.casework.cases import Case
from editorial.casework.held_places import HeldPlaces
from editorial.casework.seams import seam_of
from editorial.casework.widening import count_halfwidth, widened
from editorial.correcting import correct
from editorial.deciding import accept, defer
from editorial.models import PRINT_RULES, Finding, Rule

# What a button says that leaves the words as they are, by the rule that names the case.
KEPT: Mapping[str, str | Promise] = {
    Rule.CUT_PARAGRAPH: gettext_lazy("Joined rightly"),
    Rule.CAPTION_IN_COLUMN: gettext_lazy("Moved out rightly"),
    Rule.JUMP_LINE: gettext_lazy("Continued rightly"),
    Rule.DOUBTFUL_HEADING: gettext_lazy("The headings are right"),
    Rule.HALFWIDTH_PUNCTUATION: gettext_lazy("Leave all as printed"),
    Rule.READER_REPORT: gettext_lazy("The reader is right"),
}
AWAITED: Mapping[str, str | Promise] = {
    Rule.MISSING_IMAGE: gettext_lazy("Wait for the picture"),
    Rule.JUMP_LINE: gettext_lazy("Wait for the other page"),
}


@dataclass(frozen=True, slots=True)
class PageWords:
    """The page a case is about: its text as delivered, its articles and their photos by key."""

    delivered: str
    articles: Mapping[int, Article]
    photos: Mapping[int, list[Photo]] = field(default_factory=dict)

    def article_of(self, case: Case) -> Article | None:
        key = case.lead.article_id
        if key is None:
            return None
        return self.articles.get(key)

    def halfwidth(self) -> int:
        """Count the half-width marks that stand beside Chinese in all articles."""
        texts = (
            text
            for each in self.articles.values()
            for text in self.texts_of(each)
        )
        return sum(map(count_halfwidth, texts))

    def texts_of(self, article: Article) -> Iterator[str]:
        """Yield the texts of an article, its captions last."""
        for name in Article.TEXT_FIELDS:
            yield getattr(article, name)
        for photo in self.photos.get(article.pk, ()):
            yield photo.caption


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to do: ``name`` tells it from the other acts of a case, ``says`` is what its button
    says; ``puts_off`` leaves the case for a later day.
    """

    name: str
    says: str
    carry_out: Callable[[Case, PageWords, User], None]
    puts_off: bool = False


def acts_of(case: Case, words: PageWords) -> list[Act]:
    """Return what can be done about a case as its words stand now, the likeliest first."""
    changing = list(_changing(case, words))
    if case.lead.replacement is not None:
        return changing
    kept = Act("keep", _kept(case), _keep)
    if case.rule in AWAITED:
        awaited = Act("wait", str(AWAITED[case.rule]), _wait, puts_off=True)
        return (
            [awaited, *changing, kept]
            if case.rule == Rule.JUMP_LINE
            else [awaited]
        )
    if case.rule == Rule.CUT_PARAGRAPH:
        return [kept, *changing]
    return [*changing, kept]


def act_named(case: Case, words: PageWords, name: str) -> Act:
    """Return the act of this name; raise ``ValidationError`` when it is none of the case any
    more.
    """
    for act in acts_of(case, words):
        if act.name == name:
            return act
    raise ValidationError(
        _("This can no longer be done; look at the case again.")
    )


def _kept(case: Case) -> str:
    rule = case.rule
    if Rule.CAPTION_IN_COLUMN in case.rules and rule == Rule.CUT_PARAGRAPH:
        return _("Joined and moved out rightly")
    if rule == Rule.REPEATED_RUN and not case.lead.part:
        return _("Left out rightly")
    if len(_runs(case)) > 1:
        return _("Printed twice, leave both")
    if rule in KEPT:
        return str(KEPT[rule])
    if rule in PRINT_RULES:
        return _("Misprint of the paper, leave as printed")
    return _("Seen, leave as it stands")


def _changing(case: Case, words: PageWords) -> Iterator[Act]:
    """Yield the acts that change words."""
    lead = case.lead
    if lead.replacement is not None:
        yield Act("offer", _offer(lead), _take_offer)
    elif case.rule == Rule.HALFWIDTH_PUNCTUATION:
        yield from _widening(words)
    elif case.rule == Rule.CUT_PARAGRAPH and _seam(case, words) is not None:
        yield Act("split", _("Part it into two paragraphs"), _split)
    elif len(_runs(case)) > 1:
        yield Act("first", _("Delete the first of the two"), _delete_first)
        yield Act("last", _("Delete the last of the two"), _delete_last)


def _offer(finding: Finding) -> str:
    new = finding.replacement
    named = {"old": finding.exact, "new": new}
    if not new:
        return _("Delete “%(old)s”") % named
    return _("“%(old)s” becomes “%(new)s”") % named


def _widening(words: PageWords) -> Iterator[Act]:
    count = words.halfwidth()
    if count:
        says = ngettext(
            "Make %(count)d mark full-width",
            "Make %(count)d marks full-width",
            count,
        )
        yield Act("widen", says % {"count": count}, _widen)


def _runs(case: Case) -> list[Finding]:
    """Return the places of words that stand twice, in the order of the text."""
    placed = [
        each
        for each in case.findings
        if each.rule == Rule.REPEATED_RUN and each.start is not None
    ]
    return sorted(placed, key=lambda each: each.page_start)


def _seam(case: Case, words: PageWords) -> int | None:
    article = words.article_of(case)
    if article is None:
        return None
    return seam_of(case.lead, words.delivered, article.body)


# What the acts write


def _keep(case: Case, words: PageWords, by: User) -> None:
    for finding in _unsettled(case):
        accept(finding, by)


def _wait(case: Case, words: PageWords, by: User) -> None:
    for finding in _unsettled(case):
        defer(finding, by, str(AWAITED[case.rule]))


def _take_offer(case: Case, words: PageWords, by: User) -> None:
    _keep(case, words, by)


def _split(case: Case, words: PageWords, by: User) -> None:
    article = _article(case, words)
    seam = _seam(case, words)
    if seam is None:
        raise ValidationError(_("The words around the join have changed."))
    new = f"{article.body[:seam]}\n{article.body[seam:]}"
    _keep(case, words, by)
    _put(article, case.lead, {case.lead.part or "body": new}, by)


def _delete_first(case: Case, words: PageWords, by: User) -> None:
    _delete(case, words, by, 0)


def _delete_last(case: Case, words: PageWords, by: User) -> None:
    _delete(case, words, by, -1)


def _delete(case: Case, words: PageWords, by: User, which: int) -> None:
    """Take one of the two places out of the text."""
    run = _runs(case)[which]
    article = _article(case, words)
    text = run.text_in(article)
    start = run.start or 0
    if text[start : run.end] != run.exact:
        raise ValidationError(
            _("The words of this case no longer stand in the article.")
        )
    _keep(case, words, by)
    _put(article, run, {run.part: text[:start] + text[run.end :]}, by)


def _widen(case: Case, words: PageWords, by: User) -> None:
    """Make the marks of every article of the page full-width; what they state stands."""
    with transaction.atomic():
        _keep(case, words, by)
        held = HeldPlaces(words.articles)
        articles = words.articles.values()
        for article in articles:
            _widen_one(case, article, words, by)
        held.put_back()


def _widen_one(
    case: Case, article: Article, words: PageWords, by: User
) -> None:
    photos = words.photos.get(article.pk, ())
    correct(
        article,
        texts={
            name: widened(getattr(article, name))
            for name in Article.TEXT_FIELDS
        },
        captions={photo.pk: widened(photo.caption) for photo in photos},
        by=by,
        version=article.version,
        reason=case.lead.message,
        finding=case.lead,
    )


def _put(
    article: Article, finding: Finding, texts: dict[str, str], by: User
) -> None:
    correct(
        article,
        texts=texts,
        by=by,
        version=article.version,
        reason=finding.message,
        finding=finding,
    )


def _article(case: Case, words: PageWords) -> Article:
    article = words.article_of(case)
    if article is None:
        raise ValidationError(
            _("The words of this case no longer stand in the article.")
        )
    return article


def _unsettled(case: Case) -> list[Finding]:
    """Return what nobody has settled of it: accepted and dismissed findings stay as they are."""
    settled = (Finding.Status.ACCEPTED, Finding.Status.DISMISSED)
    return [each for each in case.findings if each.status not in settled]
