"""People by surname and organization, told from their namesakes, with posts, names and photos."""

import datetime as dt
import re

import pytest

from events.models import TenureBound
from people.models import Membership, Organization, OtherName, Post
from people.pinyin import chinese_surname
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_issue,
    make_mention,
    make_page,
    make_person,
    make_photo,
    saved,
    show_as_it_stands,
)
from tests.public.test_people import named, shown

pytestmark = pytest.mark.django_db
ENTRY = re.compile(r'<li><a href="/people/(\d+)/">(.*?)</a></li>', re.DOTALL)


def entries(html: str) -> dict[int, str]:
    """What the index says of each person, by key, without the tags."""
    found = ENTRY.findall(html)
    return {
        int(key): " ".join(re.sub(r"<[^>]*>", " ", entry).split())
        for key, entry in found
    }


def printed_on(year: int, name: str, person, headline: str = "题") -> None:
    """Let an issue of a year name a person."""
    issue = make_issue(date=dt.date(year, 5, 4))
    page = make_page(issue=issue)
    article = make_article(
        page=page, headline=headline, body=f"{name}到会。", published=True
    )
    make_mention(article=article, name=name, person=person)


def state_post(person, label: str, organization: str, article):
    """Let an article state that a person holds a post."""
    body, _ = Organization.objects.get_or_create(name=organization)
    post, _ = Post.objects.get_or_create(label=label, organization=body)
    held = saved(Membership(person=person, post=post))
    make_evidence(article=article, words="到会").memberships.add(held)
    show_as_it_stands(article)
    return held


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("柏松", "柏"),
        ("欧阳修远", "欧阳"),
        ("阿依古丽\u00b7买买提", ""),
        ("Ω", ""),
        ("Bai Song", ""),
        ("", ""),
    ],
)
def test_a_surname_is_that_of_a_chinese_name(name, surname):
    assert chinese_surname(name) == surname


def test_the_index_is_by_surname_under_its_letter(client):
    for name in ("柏松", "白露", "白杨", "欧阳修远", "曹植"):
        named(name)
    html = shown(client, "/people/?initial=B")
    surnames = re.findall(r'href="\?surname=[^"]+">(.)</a>', html)
    assert surnames == ["柏", "白"]
    html = shown(client, "/people/?surname=白")
    told = [entry.split()[0] for entry in entries(html).values()]
    assert told == ["白露", "白杨"]
    assert 'aria-current="page">白</a>' in html
    assert "欧阳修远" in shown(client, "/people/?surname=欧阳")
    shown(client, "/people/?surname=赵", 404)


def test_people_are_listed_by_organization(client, django_assert_num_queries):
    bai, cao = named("白露"), named("曹植")
    article = make_article(body="白露到会。", published=True)
    held = state_post(bai, "局长", "春耕局", article)
    unstated = saved(Organization(name="秋收局"))
    with django_assert_num_queries(2):
        html = shown(client, "/people/organizations/")
    assert "春耕局" in html
    assert "秋收局" not in html
    key = held.post.organization_id
    html = shown(client, f"/people/?organization={key}")
    assert entries(html).keys() == {bai.pk}
    assert cao.pk not in entries(html)
    for nonsense in (unstated.pk, "x", "", "9" * 30):
        shown(client, f"/people/?organization={nonsense}", 404)


def test_namesakes_are_told_apart_by_post_and_years(client):
    first, second = (make_person(name="柏松") for _ in range(2))
    printed_on(1987, "柏松", first, headline="春耕开始")
    printed_on(2019, "柏松", second)
    printed_on(2021, "柏松", second)
    article = make_article(body="柏松到会。", published=True)
    make_mention(article=article, name="柏松", person=second)
    state_post(second, "市长", "市政府", article)
    other = named("曹植")
    told = entries(shown(client, "/people/"))
    assert told[first.pk] == "柏松 Bai Song 春耕开始 1987"
    assert told[second.pk] == "柏松 Bai Song 市长 2019\u20132021"
    assert told[other.pk] == "曹植 Cao Zhi"
    html = shown(client, first.get_absolute_url())
    assert "另有同名者" in html
    assert entries(html)[second.pk] == told[second.pk]
    assert "另有同名者" not in shown(client, other.get_absolute_url())


def test_who_bears_another_ones_name_as_an_other_name_is_named_beside(client):
    person, other = named("柏松"), named("柏嵩")
    saved(OtherName(person=other, name="柏松"))
    printed_on(2020, "柏松", other)
    html = shown(client, person.get_absolute_url())
    assert other.get_absolute_url() in html.split("另有同名者")[1]
    assert "又作" in shown(client, other.get_absolute_url())


def test_an_english_index_puts_pinyin_first_and_keeps_the_characters(client):
    person = named("曹慧泉")
    html = shown(client, "/en/people/")
    [name] = re.findall(r'/people/\d+/">(.*?)</a></li>', html, re.DOTALL)
    words = re.sub(r"<[^>]*>", " ", name).split()
    assert words == ["Cao", "Huiquan", "曹慧泉"]
    assert "Cao Huiquan" in shown(client, person.get_absolute_url())


def test_a_post_tells_from_when_to_when_it_is_stated(client):
    person = named("柏松")
    for year in (2019, 2021):
        issue = make_issue(date=dt.date(year, 5, 4))
        page = make_page(issue=issue)
        article = make_article(page=page, body="柏松到会。", published=True)
        held, _made = Membership.objects.get_or_create(
            person=person,
            post=Post.objects.get_or_create(label="市长")[0],
        )
        words = make_evidence(article=article, words="柏松到会")
        words.memberships.add(held)
        show_as_it_stands(article)
    held.start_date = "2021-05-04"
    held.save()
    event = make_event(title="选举", evidence=words)
    bound = TenureBound(
        membership=held,
        event=event,
        edge="begins",
        manner="election",
        evidence=words,
    )
    saved(bound)
    show_as_it_stands(article)
    html = shown(client, person.get_absolute_url())
    posts = html.split('id="posts"')[1].split("</section>")[0]
    assert re.findall(r'<time datetime="([\d-]+)"', posts) == [
        "2019-05-04",
        "2021-05-04",
    ]
    assert event.get_absolute_url() in posts


def test_photos_that_name_a_person_or_are_credited_to_the_name(client):
    person = named("柏松")
    photographer = named("易翔")
    article = make_article(published=True)
    photo = make_photo(article=article, caption="柏松在田间。", creators="易翔")
    make_mention(
        article=article,
        name="柏松",
        person=person,
        part="caption",
        photo=photo,
    )
    show_as_it_stands(article)
    html = shown(client, person.get_absolute_url())
    assert f"/photos/{photo.pk}/" in html.split('id="photos"')[1]
    html = shown(client, photographer.get_absolute_url())
    assert "/photos/?by=%E6%98%93%E7%BF%94" in html
    assert "?person=" not in html
