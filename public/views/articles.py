"""The public page of an article, and those of its earlier publications."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.views.generic import TemplateView

from articles.citations.cited_article import cited
from articles.citations.national_standard import references_to
from articles.models import Publication, PublicPhoto
from articles.typesetting import (
    PlaceInArticle,
    Setting,
    Texts,
    set_article,
    set_as_read,
    set_changes,
    set_version,
)
from events.models.statement import CREDIT
from public.around_article import (
    Stated,
    Surroundings,
    joined_to,
    stated_in,
    surroundings_of,
    versions_of,
)
from public.downloads.alternates import Alternate, reference_files
from public.person.namesakes import apart_by_name
from public.person.pinyin_names import with_pinyin
from public.typography.query_marks import (
    has_marks,
    query_in,
    with_words_marked,
)
from public.typography.reading_marks import with_full_width_marks

# The versions of a text that ``?text=`` may ask for beside the one as corrected.
SETTINGS = {"printed": set_as_read, "changes": set_changes}
# Which lists of the content hold the words that ``?evidence=`` and ``?mention=`` lead to.
WORDS = {"evidence": "facts", "mention": "marks"}


class PublicationView(TemplateView):
    """What was published at the address of an article."""

    template_name = "articles/article_detail.html"
    extra_context = {"section": "newspapers"}

    def published_here(self) -> QuerySet[Publication]:
        """Return what was ever published at this address, the current one first."""
        found = Publication.objects.published_at(self.kwargs)
        return found.select_related("announced_correction").with_page()

    @cached_property
    def publication(self) -> Publication:
        publication = self.published_here().first()
        if publication is None:
            raise Http404
        return publication

    def withdrawn(self, publication: Publication) -> HttpResponse:
        """Answer that the article is gone, with the public note and not a word of the text."""
        context = {
            "note": publication.withdrawal_note,
            "page": publication.page,
        }
        template = "articles/article_withdrawn.html"
        gone = self.response_class(self.request, template, context, status=410)
        # What a browser kept of it would hide the article when it is back.
        patch_cache_control(gone, no_store=True)
        return gone

    def current_page(self) -> dict[str, Any]:
        """Return what the page of a current publication shows."""
        article = self.publication
        around = self.around
        path = article.get_absolute_url()
        address = self.request.build_absolute_uri(path)
        setting = self.setting()
        return {
            "article": article,
            "around": around,
            "notes": around.notes_until(article.number),
            "events": self.stated.events,
            "people": with_pinyin(setting.people),
            "is_corrected": self.is_corrected,
            "shown": self.shown,
            "setting": setting,
            "query": self.query,
            "distinctions": apart_by_name(
                (each.name, each.person) for each in setting.people
            ),
            "query_is_marked": self.query and has_marks(setting),
            "marks": self.marks,
            "words_are_gone": self.words_are_asked_for and not self.sought,
            "references": references_to(cited(article, address)),
            "citation_files": self.citation_files(),
            "canonical": address,
        }

    def citation_files(self) -> list[Alternate]:
        """Return the references to the article as files, whichever version is shown."""
        keys = {**self.kwargs}
        keys.pop("number", None)
        return list(reference_files("article", keys))

    @cached_property
    def around(self) -> Surroundings:
        return surroundings_of(self.publication)

    @cached_property
    def stated(self) -> Stated:
        return stated_in(self.publication, self.around.rest)

    @property
    def is_corrected(self) -> bool:
        return self.publication.is_corrected

    @cached_property
    def shown(self) -> str:
        """The version asked for; as corrected unless another one differs from it."""
        text = self.request.GET.get("text")
        if text in SETTINGS and self.is_corrected:
            return text
        return "corrected"

    def setting(self) -> Setting:
        """Return the version asked for as it is set."""
        names = self.stated.names
        if self.shown in SETTINGS:
            set_so = SETTINGS[self.shown]
            return set_so(self.publication, names)
        setting = with_words_marked(self.signed_setting, self.query)
        if self.marks == "full-width":
            return with_full_width_marks(setting)
        return setting

    @property
    def query(self) -> str:
        """The words of a search that led here, unless other words or another version are asked
        for.
        """
        if self.words_are_asked_for or self.shown in SETTINGS:
            return ""
        return query_in(self.request.GET)

    @cached_property
    def signed_setting(self) -> Setting:
        """The corrected version as it is set, character by character as it was signed."""
        return set_article(
            self.publication,
            self.stated.names,
            sought=self.sought,
            rest=self.around.rest,
        )

    @cached_property
    def marks(self) -> str:
        """How the marks of the corrected version are shown: ``full-width`` for reading, ``signed``
        where asked for or where words are led to; empty where that is no difference.
        """
        setting = self.signed_setting
        if self.shown in SETTINGS or with_full_width_marks(setting) == setting:
            return ""
        if "marks" in self.request.GET or self.words_are_asked_for:
            return "signed"
        return "full-width"

    @property
    def words_are_asked_for(self) -> bool:
        asked = self.request.GET
        return any(parameter in asked for parameter in WORDS)

    @cached_property
    def sought(self) -> PlaceInArticle | None:
        """The place of the words that an evidence link points to, as long as they stand."""
        for parameter, part in WORDS.items():
            key = self.request.GET.get(parameter)
            for words in self.publication.content[part]:
                if str(words["mark"]) == key and words["part"] != CREDIT:
                    return words
        return None


class ArticleView(PublicationView):
    """One article as its current publication has it; ``?evidence=`` or ``?mention=`` marks the
    words asked for, ``?q=`` those of a search, ``?text=`` chooses the version of the text.
    """

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if self.publication.is_current:
            return self.render_to_response(
                self.get_context_data(**self.current_page())
            )
        newest = versions_of(self.publication)[0]
        if newest.is_current:
            return self.moved(newest)
        joined = joined_to(newest)
        if joined is not None:
            return self.moved(joined)
        return self.withdrawn(newest)

    def moved(self, publication: Publication) -> HttpResponse:
        """Lead to where the article stands now, with what was asked of it."""
        address = publication.get_absolute_url()
        asked = self.request.GET.urlencode()
        if asked:
            address = f"{address}?{asked}"
        return redirect(address, permanent=True)


class VersionView(PublicationView):
    """One publication of an article; ``?since=`` an earlier number shows what changed from that
    one.
    """

    def published_here(self) -> QuerySet[Publication]:
        """Return the publication of this number, wherever its article was printed then."""
        number = self.kwargs["number"]
        here = super().published_here()
        articles = here.order_by().values("article")
        of_article = Publication.objects.filter(article__in=articles)
        version = of_article.filter(number=number)
        return version.select_related("announced_correction").with_page()

    def get(
        self, request: HttpRequest, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        publication = self.publication
        if publication.is_withdrawn:
            return self.withdrawn(publication)
        page = self.earlier_page()
        if publication.is_current:
            page = self.current_page()
        return self.render_to_response(
            self.get_context_data(**page, is_version=True, since=self.since)
        )

    def earlier_page(self) -> dict[str, Any]:
        """Return what the page of a publication that is not current shows: its words alone."""
        current = self.around.current
        address = ""
        if current is not None:
            path = current.get_absolute_url()
            address = self.request.build_absolute_uri(path)
        return {
            "article": self.publication,
            "around": self.around,
            "notes": self.around.notes_until(self.publication.number),
            "setting": self.setting(),
            "current": current,
            "canonical": address,
        }

    @cached_property
    def around(self) -> Surroundings:
        if self.publication.is_current:
            return surroundings_of(self.publication)
        return Surroundings(versions=versions_of(self.publication))

    def setting(self) -> Setting:
        if self.since is not None:
            return self.comparison(Texts.corrected(self.since))
        if self.publication.is_current:
            return super().setting()
        return self.with_public_photos(set_version(self.publication))

    def comparison(self, old: Texts) -> Setting:
        """Return the publication as it is set with what changed since it had the old texts."""
        names = self.stated.names if self.publication.is_current else {}
        return self.with_public_photos(
            set_changes(self.publication, names, old)
        )

    def with_public_photos(self, setting: Setting) -> Setting:
        """Leave out of a setting the pictures that readers see no more."""
        keys = [each.photo.pk for each in setting.photos]
        public = PublicPhoto.objects.filter(pk__in=keys)
        setting.leave_pictures(set(public.values_list("pk", flat=True)))
        return setting

    @cached_property
    def since(self) -> Publication | None:
        """The earlier publication to compare with, if readers may see it."""
        asked = self.request.GET.get("since")
        for version in self.around.versions:
            is_earlier = version.number < self.publication.number
            if is_earlier and str(version.number) == asked:
                return None if version.is_withdrawn else version
        return None
