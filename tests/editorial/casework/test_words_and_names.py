"""Words of one block, and who a name is."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Mention
from editorial.casework.block_words import (
    BlockPlace,
    StaleBlock,
    change_block,
    words_of_block,
)
from editorial.casework.naming import WhoItIs, say_who
from people.models import Person
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_participation,
    make_person,
    make_photo,
    make_user,
)
from tests.conftest import with_permissions

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture
def article():
    return make_article(body="甲段。\n乙段。\n丙段。", headline="题")


@pytest.fixture
def namer(editor):
    return with_permissions(editor, "change_mention")


def put(article, place, base, words, by):
    change_block(
        article, BlockPlace.parse(place), base=base, words=words, by=by
    )
    return article


def test_a_paragraph_is_changed_parted_taken_out_and_added(article, editor):
    put(article, "body:1", "乙段。", "乙一。\n乙二。", editor)
    assert article.paragraphs == ["甲段。", "乙一。", "乙二。", "丙段。"]
    put(article, "body:3", "丙段。", "", editor)
    assert article.paragraphs == ["甲段。", "乙一。", "乙二。"]
    put(article, "body:9", "", "末段。", editor)
    assert article.paragraphs[-1] == "末段。"


def test_a_paragraph_that_moved_is_found_by_its_words(article, editor):
    put(article, "body:0", "乙段。", "乙段改。", editor)
    assert article.paragraphs == ["甲段。", "乙段改。", "丙段。"]


def test_of_equal_paragraphs_the_one_of_the_number_is_meant(editor):
    article = make_article(body="同。\n同。")
    put(article, "body:1", "同。", "异。", editor)
    assert article.paragraphs == ["同。", "异。"]
    article = make_article(body="同。\n同。\n别。")
    with pytest.raises(StaleBlock):
        put(article, "body:2", "同。", "异。", editor)


def test_a_heading_and_a_caption_have_their_words_as_base(article, editor):
    photo = make_photo(article=article, caption="旧图说。")
    place = f"caption:{photo.pk}"
    put(article, place, "旧图说。", "新图说。", editor)
    put(article, "headline:0", "题", "新题", editor)
    assert article.headline == "新题"
    assert words_of_block(article, BlockPlace.parse(place)) == "新图说。"
    with pytest.raises(StaleBlock) as stale:
        put(article, place, "旧图说。", "我的。", editor)
    assert (stale.value.base, stale.value.theirs, stale.value.mine) == (
        "旧图说。",
        "新图说。",
        "我的。",
    )
    with pytest.raises(StaleBlock):
        put(article, "headline:0", "题", "我的题", editor)


@pytest.mark.parametrize(
    "place", ["", "body", "body:x", "nowhere:1", "body:9999999999999999999"]
)
def test_what_is_no_block_is_refused(place):
    with pytest.raises(ValidationError):
        BlockPlace.parse(place)


def test_a_caption_of_another_article_is_no_block(article, editor):
    photo = make_photo(article=make_article(page=article.page))
    with pytest.raises(ValidationError):
        put(article, f"caption:{photo.pk}", photo.caption, "改。", editor)


# Names


@pytest.fixture
def named(article):
    article.body = "林向晚致辞。林向晚讲话。"
    article.save()
    person = make_person(name="林向晚")
    first = make_mention(article=article, name="林向晚", person=person)
    second = Mention(article=article, name="林向晚", person=person)
    second.anchor(6, 9)
    second.save()
    return first, second


def test_one_mark_or_all_of_the_name_get_another_person(named, namer):
    first, second = named
    someone = say_who(first, WhoItIs(is_new=True), namer)
    second.refresh_from_db()
    assert first.person == someone != second.person
    assert Person.objects.filter(name="林向晚").count() == 2
    say_who(second, WhoItIs(person=someone.pk), namer)
    back = say_who(first, WhoItIs(is_new=True, same=True), namer)
    second.refresh_from_db()
    assert second.person == back


def test_what_is_no_name_loses_its_mark(named, namer):
    first, second = named
    assert say_who(first, WhoItIs(same=True), namer) is None
    assert not Mention.objects.exists()
    assert second.pk


def test_facts_go_along_only_when_asked_and_once(article, named, namer):
    first, _second = named
    event = make_event()
    words = make_evidence(article=article, words="林向晚致辞")
    part = make_participation(event=event, person=first.person, evidence=words)
    old = first.person
    say_who(first, WhoItIs(is_new=True), namer)
    part.refresh_from_db()
    assert part.person == old
    say_who(first, WhoItIs(person=old.pk), namer)
    other = make_person(name="林向晚")
    make_participation(event=event, person=other, evidence=words)
    with pytest.raises(ValidationError, match="already"):
        say_who(first, WhoItIs(person=other.pk, facts=True), namer)
    first.refresh_from_db()
    assert first.person == old


def test_only_who_may_change_marks_says_who(named):
    with pytest.raises(PermissionDenied):
        say_who(named[0], WhoItIs(is_new=True), make_user(username="else"))
