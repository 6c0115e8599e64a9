"""What was done, in lists: findings lead to where they are decided, people stand by name."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from editorial.models import Correction
from importing.models import ImportRun
from tests.builders import (
    make_article,
    make_finding,
    make_page,
    make_photo,
    make_user,
    saved,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def root(client):
    client.force_login(make_user(username="root", superuser=True))
    client.cookies["django_language"] = "en"
    return client


def shown(client, name: str, *args: object) -> str:
    return client.get(reverse(f"admin:{name}", args=args)).content.decode()


def test_the_first_link_of_a_finding_leads_to_its_case_at_the_workbench(root):
    article = make_article(page=make_page(label="A1"))
    own = make_finding(page=article.page, article=article, message="一")
    whole = make_finding(page=article.page, message="二")
    lone = make_finding(page=make_page(label="A2"), message="三")
    html = shown(root, "editorial_finding_changelist")
    for finding in (own, whole, lone):
        url = reverse("desk-page", args=[finding.page_id])
        link = f'<a href="{url}?case={finding.pk}#cases">{finding.message}</a>'
        assert link in html
        assert (
            reverse("admin:editorial_finding_change", args=[finding.pk]) in html
        )


def test_lists_pages_and_filters_show_names_not_logins(root):
    by = make_user(username="bianji", first_name="周编辑")
    article = make_article()
    saved(
        Correction(
            article=article,
            part="body",
            start=0,
            old="甲",
            new="乙",
            version=1,
            by=by,
        )
    )
    now = timezone.now()
    run = saved(
        ImportRun(
            source_name="a.txt",
            outcome="created",
            started_at=now,
            finished_at=now,
            by=by,
        )
    )
    finding = make_finding(
        page=article.page, decided_by=by, decided_at=now, status="dismissed"
    )
    pages = [
        shown(root, "editorial_correction_changelist"),
        shown(root, "importing_importrun_changelist"),
    ]
    pages += [
        shown(root, "importing_importrun_change", run.pk),
        shown(root, "editorial_finding_change", finding.pk),
    ]
    assert all("周编辑" in page and "bianji" not in page for page in pages)
    assert pages[0].count("周编辑") == 2  # In the row and in the filter.


def test_a_photo_is_called_so_in_chinese(root):
    photo = make_photo(article=make_article())
    finding = make_finding(
        page=photo.article.page,
        article=photo.article,
        part="caption",
        photo=photo,
    )
    with translation.override("zh-hans"):
        assert (
            finding._meta.get_field("photo").verbose_name
            == Correction._meta.get_field("photo").verbose_name
        )
    root.cookies["django_language"] = "zh-hans"
    assert "Photo:" not in shown(root, "editorial_finding_change", finding.pk)


def test_the_desk_shows_no_pages_of_other_packages(root):
    assert "axes" not in shown(root, "index").lower()


def test_who_saves_a_published_article_is_told_that_the_last_one_stays(root):
    for article, told in (
        (make_article(published=True), 1),
        (make_article(), 0),
    ):
        make_finding(
            page=article.page, article=article, message=f"请核对{told}。"
        )
        html = shown(root, "articles_article_change", article.pk)
        assert html.count("Readers go on seeing what was signed") == told
        bench = reverse("desk-page", args=[article.page_id])
        edit = root.get(f"{bench}?edit={article.pk}:body:0").content.decode()
        assert edit.count("Readers go on seeing what was signed") == told
