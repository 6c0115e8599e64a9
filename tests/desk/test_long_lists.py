"""An article that names hundreds of people opens and saves in the admin, too."""

import pytest
from django.urls import reverse

from articles.models import Mention
from tests.builders import make_article
from tests.desk.members import member, text_of
from tests.desk.typed import Form, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
NAMES = [f"周{chr(0x4E00 + i)}" for i in range(348)]


def mark(article, names, **fields):
    marks = []
    start = 0
    for name in names:
        end = start + len(name)
        marks.append(
            Mention(
                article=article,
                name=name,
                part="body",
                start=start,
                end=end,
                exact=name,
                **fields,
            )
        )
        start = end + 1
    Mention.objects.bulk_create(marks)


@pytest.fixture
def editor():
    return member("an-editor", "Editors")


def page_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def rows(answer):
    fields = Form(text_of(answer), "article_form").fields
    return int(fields["mentions-TOTAL_FORMS"])


def test_of_348_names_those_are_rows_that_somebody_must_look_at(editor):
    article = make_article(body="、".join(NAMES))
    mark(article, NAMES)
    lost = Mention.objects.all()[5]
    lost.check_again = True
    lost.save()
    page = editor.get(page_of(article))
    assert rows(page) == 1
    assert "348, too many for one form." in text_of(page)
    fields = typed(page, headline="新题", reason="核对")
    assert len(fields) < 100
    assert editor.post(page_of(article), fields).status_code == 302
    article.refresh_from_db()
    assert article.headline == "新题"
    assert article.mentions.count() == 348


@pytest.mark.parametrize(("count", "shown"), [(60, 60), (61, 0)])
def test_a_list_is_long_from_sixty_one_rows_on(editor, count, shown):
    names = NAMES[:count]
    article = make_article(body="、".join(names))
    mark(article, names)
    page = editor.get(page_of(article))
    assert rows(page) == shown
    assert ("too many for one form" in text_of(page)) == (shown == 0)


def test_a_stale_save_of_a_long_list_names_no_row_as_new(editor):
    article = make_article(body="、".join(NAMES))
    mark(article, NAMES)
    page = editor.get(page_of(article))
    colleague = member("a-colleague", "Editors")
    first = typed(page, headline="同事的题")
    assert colleague.post(page_of(article), first).status_code == 302
    late = editor.post(page_of(article), typed(page, headline="我的题"))
    assert late.status_code == 200
    shown = text_of(late)
    assert "Both texts" in shown
    assert shown.count("<h4>") == 3
