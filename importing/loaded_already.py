"""What is loaded already: the same bytes as the same page, the same page from other files."""

from __future__ import annotations

from django.utils.translation import gettext as _

from articles.models import Page
from articles.models.printed_numbers import sort_label_of
from importing.delivery.delivered_page import Delivery
from importing.delivery.files import FilePage
from importing.delivery.identity import Identity, place_in
from importing.models import ImportRun
from importing.refusal import ImportRefused


def page_of_same_bytes(delivery: Delivery) -> Page | None:
    """Return the stored page that these very bytes were loaded as, None for none, or when something
    given now says another one.

    Raise ``ImportRefused`` when what is given contradicts itself.
    """
    known = delivery.identity
    pages = Page.objects.filter(sha256=delivery.file.digest)
    place = place_in(delivery.file.name)
    for page in pages.select_related("issue__newspaper").listed():
        if place_in(page.source_name) == place and _is_same(page, known):
            return page
    return None


def _is_same(page: Page, known: Identity) -> bool:
    """Tell whether nothing that is known says another page."""
    issue = page.issue
    if known.newspaper not in (None, issue.newspaper.name):
        return False
    if known.date not in (None, issue.date):
        return False
    if known.edition not in (None, issue.edition_name):
        return False
    if known.page is None:
        return True
    return sort_label_of(known.page) == page.sort_label


def check_page(page: Page, file: FilePage, run: ImportRun) -> None:
    """Raise ``ImportRefused`` for a page that another file of this run is already, and for articles
    without their page that would replace it.
    """
    _check_whole(page, file)
    _check_only(page, file, run)


def _check_whole(page: Page, file: FilePage) -> None:
    """Refuse articles that came without their page when it was loaded from other files: it would be
    replaced by them.
    """
    if not file.is_whole and page.pk and page.source_name != file.name[-255:]:
        words = {"page": page, "file": page.source_name}
        raise ImportRefused(
            _(
                "%(page)s is loaded from %(file)s already; deliver all its articles together"
            )
            % words
        )


def _check_only(page: Page, file: FilePage, run: ImportRun) -> None:
    """Refuse a second file for a page within one run: neither replaces the other, and a repeated
    run finds the same.
    """
    if page.pk is None or run.batch is None:
        return
    earlier = run.same_batch().filter(page=page).order_by("pk")
    own = (place_in(file.name), file.digest)
    for name, digest in earlier.values_list("source_name", "sha256"):
        if (place_in(name), digest) != own:
            words = {"page": page, "file": name}
            raise ImportRefused(
                _(
                    "%(page)s is loaded from %(file)s in this run already; "
                    "give one file a page"
                )
                % words
            )
