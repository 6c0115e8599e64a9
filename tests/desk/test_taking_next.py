"""Taking the next: it is reserved, shown to colleagues, and let go."""

import re

import pytest
from django.urls import reverse

from articles.models import Article
from editorial.models import Hold
from editorial.office.holding import reserve
from tests.builders import make_article, make_finding, make_page
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def pages():
    """Two pages to clear, the older first."""
    found = [make_page(label=label) for label in ("A1", "A2")]
    for page in found:
        make_finding(page=page, article=make_article(page=page))
    return found


def take_next(client):
    return client.post("/admin/desk/take/")["Location"]


def bench(page):
    return f"/admin/desk/page/{page.pk}/"


def test_two_editors_take_two_pages(pages):
    one, other, third = [
        member(name, "Editors") for name in ("one", "other", "third")
    ]
    first, second = pages
    assert take_next(one) == bench(first)
    assert take_next(one) == bench(first)
    board = text_of(other.get("/admin/"))
    assert f'<p class="song title" lang="zh-Hans">{second}</p>' in board
    assert "is at it until" in board
    assert take_next(other) == bench(second)
    assert take_next(third) == "/admin/"
    shown = text_of(third.get("/admin/"))
    assert "Nothing waits that no colleague is at." in shown
    assert "Take the next" not in shown
    # What waits is counted whoever is at it.
    assert '<td class="n">2</td>' in shown


def test_who_is_at_a_page_is_said_there(pages):
    one = member("one", "Editors")
    other = member("other", "Editors")
    take_next(one)
    assert "is at it until" not in text_of(one.get(bench(pages[0])))
    assert "is at it until" in text_of(other.get(bench(pages[0])))
    assert "is at it until" not in text_of(other.get(bench(pages[1])))


def test_a_reservation_is_renewed_by_presence_and_let_go(pages):
    one = member("one", "Editors")
    take_next(one)
    sent = {"subject": f"page:{pages[0].pk}"}
    before = Hold.objects.get().until
    assert one.post("/admin/desk/presence/", sent).status_code == 204
    after = Hold.objects.get().until
    assert after > before
    finding = pages[0].findings.get()
    one.post(f"{bench(pages[0])}case/{finding.pk}/later/")
    assert Hold.objects.get().until > after
    finding.refresh_from_db()
    assert "Reserved for you" not in text_of(one.get("/admin/"))


def test_what_is_reserved_is_let_go_from_the_front_page(pages):
    one = member("one", "Editors")
    take_next(one)
    assert "Reserved for you until" in text_of(one.get("/admin/"))
    sent = {"subject": f"page:{pages[0].pk}"}
    assert one.post("/admin/desk/release/", sent)["Location"] == "/admin/"
    assert not Hold.objects.exists()


def test_an_article_held_by_a_colleague_is_said_so_to_the_reviewer(pages):
    article = pages[0].articles.get()
    colleague = member("one", "Reviewers")
    reserve(f"article:{article.pk}", colleague.user)
    reviewer = member("two", "Reviewers")
    sheet = f"/admin/desk/review/{article.pk}/"
    assert "is at it until" in text_of(reviewer.get(sheet))
    assert "is at it until" not in text_of(colleague.get(sheet))


def test_the_next_of_one_queue_is_taken(pages):
    desk = member("third", "Editors")
    article = make_article(page=pages[0])
    Article.objects.filter(pk=article.pk).update(status="withdrawn")
    shown = text_of(desk.get("/admin/"))
    found = re.search(
        r'value="(\d+)">Take one<span\s+class="[\w-]+">: With', shown
    )
    answer = desk.post("/admin/desk/take/", {"queue": found[1]})
    assert answer["Location"] == reverse(
        "admin:articles_article_change", args=[article.pk]
    )
    # A queue that is not there, or empty, gives nothing.
    for number in ("99", "x", "-1"):
        assert (
            desk.post("/admin/desk/take/", {"queue": number})["Location"]
            == "/admin/"
        )
