"""The review sheets of an issue in one file, to print or to keep."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from articles.models import Article, Issue
from desk.review_sheet.sheet import ReviewSheet

STYLE = "desk/sheet.css"


def review_sheets(issue: Issue, user: User) -> bytes:
    """Return an archive with a page of HTML for each article of an issue, named by page and place,
    and the style that they share.
    """
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        archive.write(str(finders.find(STYLE)), "sheet.css")
        for article in _articles(issue):
            name = f"{article.page.label}-{article.position}.html"
            archive.writestr(name, _sheet(article, user))
    return packed.getvalue()


def _articles(issue: Issue) -> Any:
    articles = Article.objects.with_page().filter(page__issue=issue)
    return articles.order_by("page__sort_label", "position").defer(
        "page__text", "page__blocks"
    )


def _sheet(article: Article, user: User) -> str:
    sheet = ReviewSheet(article, user, since="read")
    context = sheet.context() | {"article": article}
    return render_to_string("admin/desk/proofs/sheet.html", context)
