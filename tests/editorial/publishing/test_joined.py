"""An article that was public and was joined to another: readers are led to that one."""

from __future__ import annotations

import pytest

from articles.models import Article, Publication, PublicPhoto
from editorial.blocks.laying_out import lay_out_block
from editorial.change_log import latest_change, logged
from editorial.models import RecordKind, Step
from editorial.publishing.shown import lead_joined_on
from editorial.steps.undoing import undo
from tests.builders import make_user, show_as_it_stands
from tests.editorial.blocks.laid_out import block_saying
from tests.importing.delivered import FRONT, deliver

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    page = deliver(FRONT).page
    page.articles.update(status=Article.Status.PUBLISHED)
    show_as_it_stands(*page.articles.all())
    return page


def test_the_joined_article_stays_public_until_the_other_is_published(
    page, client
):
    by = make_user(username="by", superuser=True)
    kept, joined = page.articles.order_by("position")
    former = joined.get_absolute_url()
    block = block_saying("举行第一次会议。会议由")
    lay_out_block(page, block.pk, "fold", by=by)
    kept.refresh_from_db()
    assert kept.status == Article.Status.IMPORTED
    assert client.get(former).status_code == 200
    Article.objects.update(status=Article.Status.PUBLISHED)
    kept.refresh_from_db()
    show_as_it_stands(kept)
    with logged():
        lead_joined_on(kept)
    answer = client.get(former)
    assert answer.status_code == 301
    assert answer.url == kept.get_absolute_url()
    assert not Publication.objects.current().filter(article=joined).exists()
    assert PublicPhoto.objects.get().publication.article == kept
    change = latest_change(RecordKind.ARTICLE, joined.pk)
    assert change is not None
    assert change.into == kept.pk
    undo(Step.objects.get(), by)
    assert client.get(former).status_code == 301


def test_a_gap_is_marked_for_readers(page, client):
    by = make_user(username="by", superuser=True)
    article = page.articles.get(position=1)
    block = block_saying("上午9时,沈立秋")
    lay_out_block(page, block.pk, "gap", by=by)
    Article.objects.update(status=Article.Status.PUBLISHED)
    article.refresh_from_db()
    show_as_it_stands(article)
    html = client.get(article.get_absolute_url()).content.decode()
    assert '<p class="gap">' in html
