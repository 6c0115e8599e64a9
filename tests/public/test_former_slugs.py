"""A newspaper's address changes once a second person says so, and the former ones lead on."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import FormerSlug, Newspaper
from editorial.models import Change, Step, WaitingStep
from editorial.steps.undoing import undo
from tests.builders import (
    make_article,
    make_newspaper,
    make_user,
    show_as_it_stands,
)
from tests.conftest import with_permissions
from tests.desk.members import confirm_all, member
from tests.desk.typed import typed
from tests.importing.delivered import FRONT, NEWSPAPER, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
BELOW = [
    "newspapers/{}/",
    "newspapers/{}.txt",
    "newspapers/{}.json",
    "newspapers/{}/feed/",
    "newspapers/{}/2021-09-28/",
    "newspapers/{}/2021-09-28.json",
    "newspapers/{}/2021-09-28/A1/",
    "newspapers/{}/2021-09-28/A1.txt",
    "newspapers/{}/2021-09-28/A1/1/",
    "newspapers/{}/2021-09-28/A1/1.txt",
    "newspapers/{}/2021-09-28/A1/1.json",
    "newspapers/{}/2021-09-28/A1/1/v1/",
    "en/newspapers/{}/2021-09-28/A1/1/",
    "newspapers/{}/2021-09-28/A1/1/?text=printed&marks=",
]


@pytest.fixture
def article():
    return make_article(published=True)


@pytest.fixture
def former(article):
    return article.newspaper.slug


def rename(newspaper, slug):
    newspaper.slug = slug
    newspaper.full_clean()
    newspaper.save()


@pytest.mark.parametrize("address", BELOW)
def test_every_address_leads_on_also_after_a_second_renaming(
    client, article, former, address
):
    rename(article.newspaper, "river")
    rename(article.newspaper, "river-daily")
    for slug in (former, "river"):
        answer = client.get("/" + address.format(slug))
        assert answer.status_code == 301
        assert answer.url == "/" + address.format("river-daily")
    assert client.get(answer.url).status_code == 200


def test_a_rename_back_leads_the_other_way(client, article, former):
    rename(article.newspaper, "river")
    rename(article.newspaper, former)
    assert client.get(f"/newspapers/{former}/").status_code == 200
    assert client.get(f"/newspapers/{former}/2001-01-01/").status_code == 404
    assert client.get("/newspapers/river/").url == f"/newspapers/{former}/"


def test_what_is_withdrawn_is_gone_at_its_new_address(client, article, former):
    article.publications.update(
        is_current=False,
        withdrawn_at="2021-10-01T00:00Z",
        withdrawal_note="撤下。",
        reach="current",
    )
    rename(article.newspaper, "river")
    address = f"/newspapers/{former}/2021-09-28/A1/1/"
    assert client.get(address, follow=True).status_code == 410


def asks_for_former(client, address) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return sum("formerslug" in each["sql"] for each in asked)


def test_one_look_up_and_only_where_nothing_is_found(client, article, former):
    rename(article.newspaper, "river")
    assert asks_for_former(client, "/newspapers/river/2021-09-28/A1/1/") == 0
    assert asks_for_former(client, "/timeline/999/") == 0
    assert asks_for_former(client, "/newspapers/nowhere/") == 1
    assert client.get("/newspapers/nowhere/").status_code == 404


def test_only_what_readers_had_leads_on():
    paper = make_newspaper(slug="quiet")
    rename(paper, "loud")
    assert not FormerSlug.objects.exists()


def test_what_readers_have_of_another_newspaper_is_refused(article, former):
    rename(article.newspaper, "river")
    other = make_newspaper(name="江城晚报")
    other.slug = former
    with pytest.raises(ValidationError) as refused:
        other.full_clean()
    said = ["Readers have this address of another newspaper."]
    assert refused.value.message_dict == {"slug": said}
    with pytest.raises(ValidationError):
        other.save()
    with pytest.raises(ValidationError):
        Newspaper.objects.create(name="新报", slug=former)


def test_it_waits_for_a_second_person_and_the_log_tells_it(
    client, article, former
):
    show_as_it_stands(article)
    paper = article.newspaper
    before = Change.objects.latest("number").number
    editor = member("lin", "部门主任")
    url = reverse("admin:articles_newspaper_change", args=[paper.pk])
    data = typed(editor.get(url), "newspaper_form", slug="river")
    answer = editor.post(url, data)
    waiting = WaitingStep.objects.get()
    assert answer.url == reverse("desk-asked", args=[waiting.pk])
    assert client.get(f"/newspapers/{former}/").status_code == 200
    confirm_all()
    assert client.get(f"/newspapers/{former}/").url == "/newspapers/river/"
    told = Change.objects.filter(number__gt=before)
    assert ("newspaper", paper.pk, "changed") in told.values_list(
        "kind", "key", "happened"
    )
    assert "/newspapers/river/" in (
        client.get("/sitemap-newspapers.xml").content.decode()
    )
    step = Step.objects.get(kind=Step.Kind.PAPER)
    by = with_permissions(
        make_user(), "change_newspaper", "undo_steps_of_others"
    )
    undo(step, by)
    assert client.get("/newspapers/river/").url == f"/newspapers/{former}/"


def test_a_paper_that_is_loaded_gets_no_former_address(
    settings, tmp_path, article
):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"
    rename(article.newspaper, "river")
    Newspaper.objects.filter(pk=article.newspaper.pk).update(name="旧名")
    deliver(FRONT)
    loaded = Newspaper.objects.get(name=NEWSPAPER)
    assert loaded.slug == "binjiangribao-2"
