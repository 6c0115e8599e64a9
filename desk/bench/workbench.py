"""The workbench of one page, and the one answer that all its small forms give."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from articles.models import Block, Mention, Page
from desk.admin.page import blocks_with_articles
from desk.bench.article_blocks import beside_texts, shown_articles
from desk.bench.case_cards import CaseCard, cards_of
from desk.bench.delivered import delivered_pieces, placed_pieces
from desk.bench.same_kind import same_kind
from desk.bench.verbs_menu import VerbsMenu, menu_of
from desk.bench.who_panel import WhoPanel, who_panel
from desk.screens import DeskScreen, presence
from desk.signed_in import editor_of
from desk.unsaved.page_drafts import PageDrafts, forget
from editorial import deciding
from editorial.casework import attaching
from editorial.casework.acts import PageWords
from editorial.casework.cases import Case
from editorial.casework.deciding_cases import cases_on, words_on_page
from editorial.models import Severity
from editorial.office.holding import keep_reserved
from editorial.steps.last_steps import last_steps
from records.plaintext import key_in

# The header by which the script asks for the page itself in place of a redirect to it.
PARTS = "X-Desk"
SEE_OTHER = 303
CONFLICT = 409


class Workbench(DeskScreen, TemplateView):
    """One page: delivered text, articles, cases. ``?case=``, ``?edit=``, ``?verbs=``,
    ``?name=`` and ``?same=`` open one of them.
    """

    template_name = "admin/desk/workbench.html"
    # The case to open whatever the address asks for, 0 for none.
    case_asked = 0

    @cached_property
    def page(self) -> Page:
        pages = Page.objects.select_related("issue__newspaper", "geometry")
        return get_object_or_404(pages, pk=self.kwargs["page"])

    @property
    def address(self) -> str:
        return reverse("desk-page", args=[self.page.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(title=self.page.label)
        context |= self._opened() | kwargs | self._bench()
        context["drafts"] = self.drafts
        return context

    def _bench(self) -> dict[str, Any]:
        """Return the three panes."""
        words = words_on_page(self.page)
        cases = cases_on(self.page, words)
        cards = cards_of(cases, words)
        asked = self._asked("same")
        blocks = blocks_with_articles(self.page)
        shown = shown_articles(words, cases, blocks)
        pieces = delivered_pieces(self.page, blocks)
        return {
            "page": self.page,
            "pieces": pieces,
            "placed": placed_pieces(pieces),
            "articles": shown,
            "furniture": list(beside_texts(blocks, None)),
            "menu": self._menu(blocks, words),
            "cards": cards,
            "same": same_kind(asked, cards, words),
            "severities": _by_severity(cases),
            "findings": sum(len(case.findings) for case in cases),
            "left": sum(len(case.findings) for case in cases if case.is_open),
            "now": self._case_now(cards),
            "last": last_steps(self.page, editor_of(self.request)),
            **self._presence(),
        }

    @property
    def subject(self) -> str:
        """What a reservation calls the page."""
        return f"page:{self.page.pk}"

    def _presence(self) -> dict[str, Any]:
        """Return who else is at this page."""
        return presence(self.subject, editor_of(self.request))

    def _menu(
        self, blocks: Sequence[Block], words: PageWords
    ) -> VerbsMenu | None:
        """Return the menu of verbs that the address opens."""
        key = self.kwargs.get("block") or self._asked("verbs")
        return menu_of(key, blocks, list(words.articles.values()))

    def _opened(self) -> dict[str, Any]:
        """Return what the address opens, and what this person may do."""
        user = editor_of(self.request)
        may_change = user.has_perm("articles.change_article")
        return {
            "edited": self._edited if may_change else "",
            "typed_words": self.drafts.words_used,
            "who": self._who(),
            "may_change": may_change,
            "may_name": user.has_perm("articles.change_mention"),
            "may_decide": may_change and user.has_perm(deciding.PERMISSION),
            "may_attach": user.has_perm(attaching.PERMISSION),
        }

    @property
    def _edited(self) -> str:
        """The block that the address opens for editing."""
        return self.request.GET.get("edit", "")

    @cached_property
    def drafts(self) -> PageDrafts:
        """What this person has typed on the page and not saved."""
        used = self._edited if "draft" in self.request.GET else ""
        return PageDrafts(self.page, editor_of(self.request), used)

    def _asked(self, name: str) -> int:
        """Return the key that the address asks for by this name, 0 for none."""
        return key_in(self.request.GET.get(name, ""))

    def _who(self) -> WhoPanel | None:
        key = self._asked("name")
        if not key:
            return None
        marks = Mention.objects.select_related("article", "person")
        on_page = marks.filter(article__page=self.page)
        mention = on_page.filter(pk=key).first()
        if mention is None:
            return None
        return who_panel(mention)

    def _case_now(self, cards: Sequence[CaseCard]) -> int | None:
        """Return the case to open: the one asked for, else the first that waits."""
        asked = self.case_asked or self._asked("case")
        for card in cards:
            if asked in card.case.keys:
                return card.case.key
        for card in cards:
            if card.case.is_open:
                return card.case.key
        return None


def _by_severity(cases: Sequence[Case]) -> list[tuple[int, str, int]]:
    """Return how many open cases each severity has, the worst first; none is left out."""
    found = []
    for severity in Severity:
        count = sum(
            each.is_open and each.severity == severity for each in cases
        )
        if count:
            found.append((severity.value, str(severity.label), count))
    return found


class BenchForm(Workbench):
    """A small form of the workbench: it is answered by a redirect to what comes next, or, to the
    script, by the page itself.
    """

    http_method_names = ["post"]

    @property
    def wants_parts(self) -> bool:
        return PARTS in self.request.headers

    def done(
        self, said: str, anchor: str = "", query: str = ""
    ) -> HttpResponse:
        """Say what was recorded, and lead on."""
        forget(self.request)
        keep_reserved(self.subject, editor_of(self.request))
        if self.wants_parts:
            return self.shown(said=said)
        request = self.request
        messages.success(request, said)
        bench = self.address
        following = f"{bench}{query}{anchor}"
        return HttpResponseRedirect(following, status=SEE_OTHER)

    def refused(self, why: str, **typed: Any) -> HttpResponse:
        """Show the workbench again with what was typed, and why nothing was recorded."""
        return self.shown(status=CONFLICT, refusal=why, **typed)

    def shown(self, status: int = 200, **context: Any) -> HttpResponse:
        whole = self.get_context_data(**context)
        return self.render_to_response(whole, status=status)

    def leading_on(self, case: int) -> str:
        """Return the query that opens the first open case behind this one, or before it."""
        cases = cases_on(self.page, words_on_page(self.page))
        keys = [each.key for each in cases]
        place = keys.index(case) if case in keys else 0
        following = [*cases[place + 1 :], *cases[:place]]
        for each in following:
            if each.is_open:
                return f"?case={each.key}#case-{each.key}"
        return f"?case={case}#case-{case}"


def refusal_words(refusal: Any) -> str:
    """Return why something was refused, in a line."""
    return " ".join(getattr(refusal, "messages", [str(refusal)]))


def recorded(case: Case) -> str:
    """Return what is said of a case that was decided."""
    told = {
        "message": case.lead.message,
        "status": case.lead.get_status_display(),
    }
    return _("%(message)s: %(status)s") % told
