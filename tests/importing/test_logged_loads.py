"""What a load tells the log of changes: nothing of what is new, all that it changes for readers."""

import pytest
from django.utils import timezone

from articles.models import Article
from editorial.change_log import last_number, since
from tests.importing.delivered import FRONT, deliver
from tests.told import tell_of_all_that_is_public

pytestmark = pytest.mark.django_db


@pytest.fixture
def published():
    """The articles of a loaded page, all published."""
    deliver(FRONT)
    Article.objects.update(status="published", published_at=timezone.now())
    tell_of_all_that_is_public()
    return list(Article.objects.order_by("position"))


def told_since(number):
    return {
        (change.kind, change.key): change.happened
        for change in since(number, 1000)
    }


def test_a_load_of_what_nobody_sees_is_not_told():
    deliver(FRONT)
    deliver(FRONT.replace("奏唱国歌", "高唱国歌"))
    assert last_number() == 0


def test_a_page_read_again_tells_what_it_changed(published):
    number = last_number()
    deliver(FRONT.replace("奏唱国歌", "高唱国歌"))
    told = told_since(number)
    assert told["page", published[0].page_id] == "changed"
    for article in Article.objects.published():
        assert told["article", article.pk] == "changed"
    hidden = {each.pk for each in published} - set(
        Article.objects.published().values_list("pk", flat=True)
    )
    for key in hidden:
        assert told["article", key] == "withdrawn"


def test_the_same_bytes_again_are_not_told(published):
    number = last_number()
    deliver(FRONT)
    assert last_number() == number


def test_an_article_new_on_a_public_page_hides_its_picture(published):
    number = last_number()
    deliver(f"{FRONT}\n\n又一篇新来的稿件\n本报讯 昨日，农技人员下田指导。\n")
    assert told_since(number)["page", published[0].page_id] == "changed"
