"""Choosing, block by block, what stands of a new reading and of corrections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import TemplateView

from articles.models import Article
from desk.bench.workbench import CONFLICT, SEE_OTHER, refusal_words
from desk.clash.clash_rows import (
    BEFORE,
    NOW,
    OURS,
    TYPED,
    ClashRow,
    clash_rows,
    corrected_last,
    last_read,
)
from desk.screens import DeskScreen
from desk.signed_in import editor_of
from desk.unsaved.page_drafts import draft_of, forget
from editorial import deciding
from editorial.casework.block_words import BlockPlace, StaleBlock
from editorial.casework.settling import SettledBlock, settle_clashes
from editorial.correcting import StaleSave
from editorial.models import Draft
from records.plaintext import key_in, plain_lines

MOST_ROWS = 200


class ClashView(DeskScreen, TemplateView):
    """The three columns of an article; only what was chosen is settled."""

    template_name = "admin/desk/readings.html"

    @cached_property
    def article(self) -> Article:
        articles = Article.objects.with_page().defer("page__blocks")
        return get_object_or_404(
            articles,
            pk=self.kwargs["article"],
        )

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows, others = clash_rows(self.article)
        user = editor_of(self.request)
        context = super().get_context_data(**kwargs)
        return context | {
            "article": self.article,
            "rows": [(row, self._chosen(row)) for row in rows],
            "others": others,
            "last_read": last_read(self.article),
            "corrected": corrected_last(self.article),
            "may_settle": _may_settle(user),
            "draft": self._draft,
            "draft_address": self._address,
            "is_draft_used": bool(self._drafted),
        }

    @property
    def _address(self) -> str:
        return f"clash/{self.article.pk}"

    @cached_property
    def _draft(self) -> Draft | None:
        return draft_of(editor_of(self.request), self._address)

    @property
    def _drafted(self) -> dict[str, str]:
        """What was chosen and typed of the article as it stands; of another version nothing is put
        in place, for its blocks may be others.
        """
        draft = self._draft
        if draft is None:
            return {}
        version = str(self.article.version)
        if draft.base != version:
            return {}
        return draft.typed

    def _chosen(self, row: ClashRow) -> dict[str, str]:
        """Return what was chosen and typed of a row in a form that was refused."""
        sent = self.request.POST or self._drafted
        place = str(row.place)
        typed = sent.get(
            f"words-{place}",
            row.merged,
        )
        joined = TYPED if row.is_joined else ""
        return {
            "pick": sent.get(
                f"pick-{place}",
                joined,
            ),
            "words": typed,
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        user = editor_of(request)
        if not _may_settle(user):
            return self.handle_no_permission()
        try:
            settled = list(self._settled())
            if not settled:
                raise ValidationError(_("Choose what shall stand first."))
            count = settle_clashes(self.article, settled, user)
        except (ValidationError, StaleBlock, StaleSave) as refusal:
            return self._refused(refusal_words(refusal))
        says = ngettext(
            "%(count)d case settled.", "%(count)d cases settled.", count
        )
        forget(request)
        messages.success(request, says % {"count": count})
        return HttpResponseRedirect(request.path, status=SEE_OTHER)

    def _settled(self) -> Iterator[SettledBlock]:
        """Yield the blocks of which something was chosen."""
        places = self.request.POST.getlist("place")[:MOST_ROWS]
        for place in places:
            words = self._words_chosen(place)
            if words is not None:
                yield SettledBlock(
                    BlockPlace.parse(place),
                    base=self._sent("ours", place),
                    words=words,
                    findings=self._findings(place),
                )

    def _words_chosen(self, place: str) -> str | None:
        """Return the words that were chosen for a block, None for nothing."""
        columns = {BEFORE: "before", NOW: "now", OURS: "ours", TYPED: "words"}
        name = columns.get(
            self._sent(
                "pick",
                place,
            )
        )
        if name is None or f"{name}-{place}" not in self.request.POST:
            return None
        return self._sent(
            name,
            place,
        )

    def _sent(self, name: str, place: str) -> str:
        """Return what the form says of a block, with the line breaks that are stored."""
        return plain_lines(self.request.POST.get(f"{name}-{place}", ""))

    def _findings(self, place: str) -> list[int]:
        keys = self._sent("findings", place).split(",")
        return list(filter(None, map(key_in, keys)))

    def _refused(self, why: str) -> HttpResponse:
        self.__dict__.pop(
            "article",
            None,
        )
        whole = self.get_context_data(refusal=why)
        return self.render_to_response(
            whole,
            status=CONFLICT,
        )


def _may_settle(user: Any) -> bool:
    needed = ["articles.change_article", deciding.PERMISSION]
    return user.has_perms(needed)
