"""Who took a photo, as readers and programs see it: only what was published, and whoever stays."""

import json
import re

import pytest

from articles.models import Photographer
from editorial.change_log import logged
from editorial.merging.merger import merge
from editorial.merging.people import MergingPeople
from tests.api.all_kinds import get
from tests.builders import (
    make_article,
    make_person,
    make_photo,
    make_user,
    saved,
    show_as_it_stands,
)
from tests.public.test_people import named, shown
from tests.published import picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo():
    photo = make_photo(
        article=make_article(published=True), creators="韩冰\n石磊"
    )
    photo.image.save("a.png", picture())
    return photo


@pytest.fixture
def person(photo):
    """Somebody whom nothing but the credit of a published photo names."""
    person = make_person(name="石磊")
    credit(photo, person)
    return person


def credit(photo, person) -> None:
    saved(Photographer(photo=photo, name="石磊", person=person))
    show_as_it_stands(photo.article)


def creators(html: str) -> list[dict]:
    data = re.search(
        r'<script type="application/ld\+json"[^>]*>(.*?)</script>',
        html,
        re.DOTALL,
    )
    nodes = json.loads(data[1])["@graph"]
    [image] = [node for node in nodes if node["@type"] == "ImageObject"]
    return image["creator"]


def test_the_page_of_a_photo_leads_to_who_took_it(client, photo, person):
    html = shown(client, photo.get_absolute_url())
    assert f'href="{person.get_absolute_url()}" rel="author">石磊<' in html
    assert "/photos/?by=%E9%9F%A9%E5%86%B0" in html
    first, second = creators(html)
    assert "url" not in first
    assert second["url"].endswith(person.get_absolute_url())


def test_a_person_shows_the_photos_taken_and_leads_to_all(
    client, photo, person
):
    html = shown(client, person.get_absolute_url())
    assert "此人所摄照片" in html
    assert photo.get_absolute_url() in html
    others = [
        make_photo(article=photo.article, creators="石磊") for _ in range(6)
    ]
    for each in others:
        credit(each, person)
    html = shown(client, person.get_absolute_url())
    assert f"/photos/?photographer={person.pk}" in html
    html = shown(client, f"/photos/?photographer={person.pk}")
    assert html.count('<a href="/photos/') >= 7
    assert person.get_absolute_url() in html


def test_who_took_no_photo_has_no_such_list(client, photo):
    person = named("柏松")
    assert "此人所摄照片" not in shown(client, person.get_absolute_url())
    shown(client, f"/photos/?photographer={person.pk}", 404)
    shown(client, "/photos/?photographer=x", 404)


def test_programs_read_who_took_a_photo_and_ask_for_the_photos_of_one(
    client, photo, person
):
    other = make_photo(article=photo.article, caption="另一张。")
    record = get(client, f"/api/v1/photos/{photo.pk}/")
    assert record["creators"] == ["韩冰", "石磊"]
    first, second = record["photographers"]
    assert first == {"name": "韩冰", "person": None}
    assert (second["name"], second["person"]["id"]) == ("石磊", person.pk)
    found = get(client, f"/api/v1/photos/?photographer={person.pk}")
    keys = [each["id"] for each in found["results"]]
    assert photo.pk in keys
    assert other.pk not in keys


def test_of_namesakes_only_the_one_who_is_linked_has_the_photo(
    client, photo, person
):
    namesake = named("石磊")
    assert "此人所摄照片" not in shown(client, namesake.get_absolute_url())
    html = shown(client, person.get_absolute_url())
    assert namesake.get_absolute_url() in html


def test_what_is_linked_and_not_published_is_nowhere(client, photo):
    person = make_person(name="石磊")
    saved(Photographer(photo=photo, name="石磊", person=person))
    assert person.get_absolute_url() not in shown(
        client, photo.get_absolute_url()
    )
    shown(client, person.get_absolute_url(), 404)
    record = get(client, f"/api/v1/photos/{photo.pk}/")
    assert record["photographers"][1] == {"name": "石磊", "person": None}


def test_a_merged_photographer_leads_on(client, photo, person):
    stays = make_person(name="石磊", note="摄影部")
    by = make_user(username="by", superuser=True)
    with logged():
        merge(MergingPeople, stays.pk, [person.pk], by=by, reason="同一人")
    html = shown(client, photo.get_absolute_url())
    assert stays.get_absolute_url() in html
    answer = client.get(person.get_absolute_url())
    assert answer.headers["Location"] == stays.get_absolute_url()


def test_an_article_says_in_its_data_who_took_its_photos(client, photo, person):
    html = shown(client, photo.article.get_absolute_url())
    data = re.search(
        r'<script type="application/ld\+json"[^>]*>(.*?)</script>',
        html,
        re.DOTALL,
    )
    assert f"/people/{person.pk}/" in data[1]
