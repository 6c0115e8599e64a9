"""The log of changes in the API: read on by number, and of what is gone only that it is."""

import pytest

from articles.models import Article, Newspaper
from editorial.change_log import last_number, logged, note_merged
from editorial.publishing import withdraw
from people.models import PublicPerson
from tests.api.all_kinds import get, make_records
from tests.builders import make_user
from tests.told import note_shown, tell_of_everything

pytestmark = pytest.mark.django_db
LOG = "/api/v1/changes/"


@pytest.fixture
def articles():
    """Three published articles, and three that are not."""
    made = [make_records(number) for number in range(3)]
    tell_of_everything()
    return [public for public, _hidden in made]


@pytest.fixture
def by():
    return make_user(superuser=True)


def told(client, query=""):
    return get(client, f"{LOG}{query}")["results"]


def test_the_log_is_read_in_pieces_that_lead_on(client, articles):
    seen = []
    address = f"{LOG}?limit=4"
    while address:
        page = get(client, address)
        assert len(page["results"]) <= 4
        seen += [change["number"] for change in page["results"]]
        address = page["next"]
    assert seen == list(range(1, last_number() + 1))
    assert page["last"] == last_number()


def test_whoever_has_the_last_number_gets_nothing_more(client, articles):
    page = get(client, f"{LOG}?after={last_number()}")
    assert page == {"last": last_number(), "next": None, "results": []}


def test_a_change_says_what_happened_to_what(client, articles):
    first = articles[0]
    change = next(each for each in told(client) if each["kind"] == "article")
    assert change.pop("at").startswith("20")
    assert len(change.pop("digest")) == 64
    assert change == {
        "number": 1,
        "kind": "article",
        "id": first.pk,
        "url": f"http://testserver/api/v1/articles/{first.pk}/",
        "happened": "published",
        "into": None,
    }


def test_every_change_leads_to_its_record(client, articles):
    kinds = set()
    for change in told(client):
        kinds.add(change["kind"])
        assert get(client, change["url"])["id"] == change["id"]
    assert len(kinds) == 8


def test_what_is_withdrawn_is_told_without_a_word_of_it(client, articles, by):
    number = last_number()
    withdraw(articles[0], by, "有误。")
    response = client.get(f"{LOG}?after={number}")
    gone = response.json()["results"][0]
    assert (gone["kind"], gone["happened"]) == ("article", "withdrawn")
    assert get(client, gone["url"], 410)["note"] == "有误。"
    for word in ("春耕", "柏松", "密"):
        assert word not in response.content.decode()


def test_a_newspaper_that_nobody_sees_has_no_address(client, articles, by):
    number = last_number()
    withdraw(articles[0], by, "有误。")
    newspaper = next(
        each
        for each in told(client, f"?after={number}")
        if each["kind"] == "newspaper"
    )
    assert newspaper["happened"] == "withdrawn"
    assert newspaper["url"] is None


def test_what_went_with_an_article_answers_that_it_is_gone(
    client, articles, by
):
    number = last_number()
    withdraw(articles[0], by, "有误。")
    gone = [
        each
        for each in told(client, f"?after={number}")
        if each["kind"] not in ("article", "newspaper", "organization")
    ]
    assert len(gone) == 5
    for each in gone:
        answer = client.get(each["url"])
        assert answer.status_code == 410
        assert set(answer.json()) == {"detail"}
        assert answer["Cache-Control"] == "no-store"


def test_a_merged_person_leads_on(client, articles):
    number = last_number()
    goes, stays = PublicPerson.objects.order_by("pk")[:2]
    with logged():
        note_merged("person", goes.pk, stays.pk)
        goes.delete()
    merged = told(client, f"?after={number}")[-1]
    assert (merged["happened"], merged["into"]) == ("merged", stays.pk)


def test_what_is_not_public_is_not_in_the_log(client, articles):
    hidden = Article.objects.exclude(pk__in=[each.pk for each in articles])
    keys = list(hidden.values_list("pk", flat=True))
    with logged():
        note_shown(Article, keys)
    seen = {each["id"] for each in told(client) if each["kind"] == "article"}
    assert len(keys) == 3
    assert seen.isdisjoint(keys)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("?after=-1", "after"),
        ("?after=x", "after"),
        ("?after=1000", "after"),
        ("?after=", "after"),
        ("?after=1&after=2", "after"),
        ("?limit=0", "limit"),
        ("?limit=1001", "limit"),
        ("?since=1", "since"),
        ("?ordering=number", "ordering"),
    ],
)
def test_what_the_log_does_not_know_is_refused(
    client, articles, query, parameter
):
    assert get(client, f"{LOG}{query}", 400)["parameter"] == parameter


def test_a_number_the_log_has_not_reached_is_refused(client, articles, english):
    last = last_number()
    get(client, f"{LOG}?after={last}")
    error = get(client, f"{LOG}?after={last + 1}", 400)
    assert error["detail"] == f"请给出0至{last}之间的数。"


def test_the_log_takes_a_fixed_number_of_queries(
    client, articles, django_assert_num_queries
):
    assert Newspaper.objects.count() == 3
    with django_assert_num_queries(3):
        get(client, LOG)
