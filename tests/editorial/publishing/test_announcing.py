"""Readers are told that a correction is under way only when an editor says so."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from articles.models import Publication
from editorial.models import Change, Step
from editorial.publishing import withdraw
from editorial.publishing.announcing import (
    announce_correction,
    end_announcement,
)
from editorial.steps.undoing import undo
from tests.builders import make_article, make_user, show_as_it_stands
from tests.conftest import with_permissions
from tests.desk.members import member, text_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
LINE = "本文正在更正"
IN_ENGLISH = "A correction of this article is under way."


@pytest.fixture
def article():
    return make_article(body="春耕。", published=True)


@pytest.fixture
def head():
    return with_permissions(
        make_user(), "publish_article", "undo_steps_of_others"
    )


def told(client, article) -> bool:
    """Tell whether page, English page, text, linked data and API all say so; they agree."""
    address = article.get_absolute_url().removeprefix("/en")
    beside = address.removesuffix("/")
    record = reverse("api-article-detail", args=[article.pk])
    newest = article.publications.latest("number")
    publication = reverse(
        "api-publication-detail", args=[article.pk, newest.number]
    )
    [described] = client.get(f"{beside}.json").json()["@graph"]
    says = {
        LINE in text_of(client.get(address)),
        IN_ENGLISH in text_of(client.get(f"/en{address}")),
        LINE in text_of(client.get(f"{beside}.txt")),
        LINE in described.get("creativeWorkStatus", ""),
        client.get(record).json()["correction_under_way"],
        client.get(publication).json()["correction_under_way"],
    }
    [agreed] = says
    return agreed


def last_change() -> Change:
    return Change.objects.latest("number")


def test_said_taken_back_and_undone_each_with_one_line_of_the_log(
    client, article, head
):
    assert not told(client, article)
    number = last_change().number
    announce_correction(article, head)
    assert told(client, article)
    change = last_change()
    assert change.number == number + 1
    assert (change.kind, change.key) == ("article", article.pk)
    assert change.happened == "changed"
    assert change.digest == article.publications.get().sha256
    end_announcement(article, head)
    assert not told(client, article)
    assert last_change().number == number + 2
    ending = Step.objects.latest("pk")
    undo(ending, head)
    assert told(client, article)
    assert last_change().number == number + 3
    undo(Step.objects.earliest("pk"), head)
    assert not told(client, article)
    assert last_change().number == number + 4
    assert not Step.objects.exclude(changed=None).exists()


def test_it_goes_with_the_next_publication_and_a_withdrawal(
    client, article, head
):
    announce_correction(article, head)
    first = article.publications.get()
    again = Publication.objects.get(pk=first.pk)
    again.pk = None
    again.number = 2
    Publication.objects.filter(pk=first.pk).update(is_current=False)
    again.save()
    assert not told(client, article)
    version = text_of(client.get(first.get_version_url()))
    assert LINE not in version
    announce_correction(article, head)
    assert told(client, article)
    withdraw(article, head, "误刊。")
    assert LINE not in text_of(client.get(article.get_absolute_url()))
    with pytest.raises(ValidationError, match="see nothing"):
        announce_correction(article, head)


def test_it_needs_a_right_and_is_said_once(article, head):
    nobody = make_user(username="nobody")
    for verb in (announce_correction, end_announcement):
        with pytest.raises(PermissionDenied):
            verb(article, nobody)
    with pytest.raises(ValidationError, match="not told so"):
        end_announcement(article, head)
    announce_correction(article, head)
    with pytest.raises(ValidationError, match="told so already"):
        announce_correction(article, head)


def test_a_button_at_the_desk_says_it_and_takes_it_back(client, article):
    show_as_it_stands(article)
    chief = member("zhou", "总编")
    entry = member("wu", "录入")
    page = reverse("admin:articles_article_change", args=[article.pk])
    announce = reverse("admin:articles_article_announce", args=[article.pk])
    end = reverse("admin:articles_article_end_announcement", args=[article.pk])
    assert announce not in text_of(entry.get(page))
    assert entry.post(announce).status_code == 403
    assert announce in text_of(chief.get(page))
    chief.post(announce)
    assert told(client, article)
    shown = text_of(chief.get(page))
    assert end in shown
    assert announce not in shown
    assert "told so already" in text_of(chief.post(announce))
    chief.post(end)
    assert not told(client, article)
