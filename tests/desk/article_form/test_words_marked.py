"""Words of an article marked as names and evidence."""

import pytest

from articles.models import Article, Byline, Mention
from tests.builders import make_mention, make_person, saved
from tests.desk.article_form.article_pages import BODY
from tests.desk.typed import typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


def test_new_words_are_found_and_named(article, page, editor):
    person = make_person(name="周易安")
    data = typed(editor.get(page), mentions__TOTAL_FORMS=1)
    data |= {
        "mentions-0-where": "body",
        "mentions-0-exact": "周易安",
        "mentions-0-person": person.pk,
    }
    assert editor.post(page, data).status_code == 302
    mention = Mention.objects.get()
    mention.full_clean()
    assert (mention.name, mention.person, mention.start, mention.prefix) == (
        "周易安",
        person,
        10,
        BODY[:10],
    )


@pytest.mark.parametrize(
    ("words", "complaint"),
    [("不在文中", "do not stand there"), ("周易安", "marked already")],
)
def test_words_that_cannot_be_marked_are_refused(
    article, page, editor, words, complaint
):
    make_mention(article=article, name="周易安")
    data = typed(editor.get(page), mentions__TOTAL_FORMS=2)
    response = editor.post(
        page, data | {"mentions-1-where": "body", "mentions-1-exact": words}
    )
    assert complaint in response.content.decode()
    assert Mention.objects.count() == 1


def test_words_edited_away_are_shown_and_confirmed(article, page, editor):
    mention = make_mention(article=article, name="林向皖")
    editor.post(page, typed(editor.get(page), body=BODY.replace("皖", "晚")))
    html = editor.get(page).content.decode()
    assert "1 marked place must be checked again" in html
    assert "<p>林向晚</p>" in html
    data = typed(editor.get(page), mentions__0__confirmed="on")
    assert "do not stand there" in editor.post(page, data).content.decode()
    assert (
        editor.post(page, data | {"mentions-0-exact": "林向晚"}).status_code
        == 302
    )
    mention.refresh_from_db()
    mention.full_clean()
    assert (mention.exact, mention.name, mention.check_again) == (
        "林向晚",
        "林向晚",
        False,
    )


def test_leading_a_name_to_a_person_reopens_the_review(
    article, page, editor, sign_all
):
    make_mention(article=article, name="周易安")
    sign_all(article)
    editor.post(
        page,
        typed(
            editor.get(page), mentions__0__person=make_person(name="周易安").pk
        ),
    )
    article.refresh_from_db()
    assert (article.status, article.version) == (
        Article.Status.IMPORTED,
        2,
    )


def test_a_byline_reopens_the_review(article, page, editor, sign_all):
    saved(Byline(article=article, name="罗小满", role="reporter"))
    sign_all(article)
    editor.post(page, typed(editor.get(page), bylines__0__name="罗小曼"))
    article.refresh_from_db()
    assert article.status == Article.Status.IMPORTED
