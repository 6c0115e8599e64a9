"""Changing words, names and blocks on the workbench; who was slower than a colleague sees all three
texts.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from articles.models import Article, Block, Mention
from desk.admin.page import blocks_with_articles
from desk.bench.article_blocks import (
    anchor_of,
    anchor_of_block,
    places_shown,
)
from desk.bench.case_views import DecidingForm
from desk.bench.workbench import CONFLICT, BenchForm, refusal_words
from desk.signed_in import editor_of
from editorial.blocks.laying_out import lay_out_block
from editorial.casework.block_words import (
    BlockPlace,
    StaleBlock,
    change_block,
)
from editorial.casework.naming import PERMISSION, WhoItIs, say_who
from editorial.correcting import StaleSave
from importing.again.three_way import merge_texts
from records.plaintext import PlainLineField, PlainTextField


class WordsForm(forms.Form):
    article = forms.IntegerField()
    place = forms.CharField(max_length=40)
    base = PlainTextField(required=False, strip=False)
    words = PlainTextField(required=False, strip=False)
    reason = PlainLineField(required=False)


class WordsView(DecidingForm):
    """Put typed words in the place of those that a block held when it was opened."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = WordsForm(request.POST)
        if not form.is_valid():
            return self.refused(_("There is no such block."))
        typed = form.cleaned_data
        articles = Article.objects.filter(page=self.page)
        article = get_object_or_404(articles, pk=typed["article"])
        try:
            place = BlockPlace.parse(typed["place"])
            change_block(
                article,
                place,
                base=typed["base"],
                words=typed["words"],
                by=editor_of(request),
                reason=typed["reason"],
            )
        except StaleBlock as stale:
            return self._three_columns(stale, typed, article)
        except (ValidationError, StaleSave) as refusal:
            edited = f"{typed['article']}:{typed['place']}"
            return self.refused(
                refusal_words(refusal), edited=edited, typed_words=typed
            )
        anchor = f"#{anchor_of(article.pk, str(place))}"
        return self.done(_("The words are recorded."), anchor)

    def _three_columns(
        self, stale: StaleBlock, typed: dict[str, Any], article: Article
    ) -> HttpResponse:
        """Show what the words were, what a colleague made of them, and what was typed; where both
        changed other words, they are joined.
        """
        self.template_name = "admin/desk/clash.html"
        joined, clashes = merge_texts(stale.base, stale.theirs, stale.mine)
        part = BlockPlace.parse(typed["place"]).part
        made = article.corrections.filter(part=part).select_related("by")
        return self.shown(
            status=CONFLICT,
            stale=stale,
            typed_words=typed,
            article=article,
            words=stale.mine if clashes else joined,
            is_joined=not clashes,
            made_last=made.order_by("-pk").first(),
        )


class WhoForm(forms.Form):
    """``person`` is the key of somebody, ``new`` or ``none``."""

    person = forms.RegexField(r"^(?:new|none|[0-9]{1,18})$")
    facts = forms.BooleanField(required=False)
    same = forms.BooleanField(required=False)

    def naming(self) -> WhoItIs:
        said = self.cleaned_data["person"]
        return WhoItIs(
            person=int(said) if said.isdecimal() else None,
            is_new=said == "new",
            facts=self.cleaned_data["facts"],
            same=self.cleaned_data["same"],
        )


class WhoView(BenchForm):
    """Say who a name is."""

    def dispatch(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponseBase:
        user = request.user
        if not user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        marks = Mention.objects.filter(article__page=self.page)
        mention = get_object_or_404(marks, pk=kwargs["mention"])
        form = WhoForm(request.POST)
        if not form.is_valid():
            return self.refused(_("Choose who it is."))
        following = request.POST.get("next", "")
        try:
            say_who(mention, form.naming(), editor_of(request))
        except (ValidationError, StaleSave) as refusal:
            return self.refused(refusal_words(refusal))
        query = f"?name={following}" if following.isdecimal() else ""
        anchor = f"#article-{mention.article_id}"
        return self.done(_("The name is recorded."), anchor, query)


class VerbForm(forms.Form):
    verb = forms.SlugField(max_length=20)
    value = forms.CharField(max_length=20, required=False)
    seen = forms.CharField(max_length=32)


class BlockView(DecidingForm):
    """Do with a block what the button says."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        form = VerbForm(request.POST)
        key = kwargs["block"]
        if not form.is_valid():
            return self.refused(_("There is no such verb."))
        asked = form.cleaned_data
        try:
            shown = lay_out_block(
                self.page,
                key,
                asked["verb"],
                asked["value"],
                by=editor_of(request),
                seen=asked["seen"],
            )
        except ValidationError as refusal:
            why = refusal_words(refusal)
            return self.refused(why)
        return self.done(_("The layout is recorded."), self._place(shown))

    def _place(self, block: Block) -> str:
        """Return the anchor of a block where it stands now."""
        blocks = blocks_with_articles(self.page)
        places = places_shown(blocks)
        anchor = anchor_of_block(block, places)
        return f"#{anchor}" if anchor else ""
