"""Who took a photo: said by a person, signed as other facts are, followed by what readers see."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.models import Photo, Photographer
from editorial.casework.naming import WhoItIs
from editorial.merging.merger import merge
from editorial.merging.people import MergingPeople
from editorial.models import Change, Step
from editorial.photos.crediting import say_photographer
from editorial.photos.moving import move_photo
from editorial.publishing import publish
from editorial.publishing.checking import rebuild_rows, unlike_publications
from editorial.splitting.split_person import SplitOff, split_person
from editorial.steps.undoing import undo
from events.models import Statement
from people.models import OtherName, Person, PublicPerson
from tests.builders import (
    make_article,
    make_person,
    make_photo,
    make_user,
    saved,
)
from tests.importing.delivered import FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

NOBODY = WhoItIs()


@pytest.fixture
def by():
    return make_user(username="by", superuser=True)


@pytest.fixture
def photo():
    return make_photo(article=make_article(), creators="韩冰\n石磊")


@pytest.fixture
def person():
    return make_person(name="石磊")


def published(photo, sign_all, reviewers):
    article = photo.article
    article.refresh_from_db()
    return publish(sign_all(article), reviewers[-1])


def test_who_took_a_photo_is_one_step_that_is_undone(photo, person, by):
    said = say_photographer(photo, "石磊", WhoItIs(person.pk), by)
    assert (said.name, said.person) == ("石磊", person)
    step = Step.objects.get()
    assert (step.kind, step.by) == ("photo", by)
    assert list(step.changed.all()) == [photo.article]
    undone = undo(step, by)
    assert not Photographer.objects.exists()
    undo(undone, by)
    assert Photographer.objects.get().person == person


def test_it_is_changed_and_taken_off_again(photo, person, by):
    other = make_person(name="石磊", note="另一人")
    say_photographer(photo, "石磊", WhoItIs(person.pk), by)
    say_photographer(photo, "石磊", WhoItIs(other.pk), by)
    assert Photographer.objects.get().person == other
    say_photographer(photo, "石磊", NOBODY, by)
    assert Photographer.objects.get().person is None
    undo(Step.objects.order_by("-pk").first(), by)
    assert Photographer.objects.get().person == other


def test_somebody_new_is_made_and_undone_with_the_step(photo, by):
    said = say_photographer(photo, "韩冰", WhoItIs(is_new=True), by)
    assert said.person == Person.objects.get(name="韩冰")
    undo(Step.objects.get(), by)
    assert not Person.objects.exists()


def test_only_who_bears_a_name_of_the_credit_is_linked(photo, person, by):
    stranger = make_person(name="高长林")
    with pytest.raises(ValidationError, match="bears that name"):
        say_photographer(photo, "石磊", WhoItIs(stranger.pk), by)
    with pytest.raises(ValidationError, match="does not hold this name"):
        say_photographer(photo, "高长林", WhoItIs(stranger.pk), by)
    saved(OtherName(person=stranger, name="石磊"))
    assert set(Person.objects.named("石磊")) == {person, stranger}
    assert say_photographer(photo, "石磊", WhoItIs(stranger.pk), by)


def test_it_asks_for_the_right_to_photos(photo, person, editor):
    with pytest.raises(PermissionDenied):
        say_photographer(photo, "石磊", WhoItIs(person.pk), editor)


def test_a_load_links_nobody_however_alike_the_names_are():
    make_person(name="石磊")
    deliver(FRONT)
    assert Photo.objects.get().creator_names == ["石磊"]
    assert not Photographer.objects.exists()


def test_readings_leave_what_was_linked_and_unlinked(by):
    person = make_person(name="石磊")
    deliver(FRONT)
    photo = Photo.objects.get()
    for who in (WhoItIs(person.pk), NOBODY):
        say_photographer(photo, "石磊", who, by)
        deliver(FRONT, again=True)
        assert Photographer.objects.get().person_id == who.person


def test_it_is_stated_by_the_words_of_the_credit(
    photo, person, by, sign_all, reviewers
):
    say_photographer(photo, "石磊", WhoItIs(person.pk), by)
    publication = published(photo, sign_all, reviewers)
    told = Statement.objects.get(field="photographer")
    assert (told.subject, told.photo, told.exact) == (
        person.pk,
        photo.pk,
        "石磊",
    )
    assert told.prefix == "韩冰\n"
    assert told.get_absolute_url() == (
        f"{publication.get_absolute_url()}#photo-{photo.pk}"
    )
    # Nothing but the photo names the person, and readers see who it is.
    assert PublicPerson.objects.get().pk == person.pk
    assert Change.objects.filter(kind="person", key=person.pk).exists()
    assert list(unlike_publications()) == []
    rebuild_rows()
    assert Statement.objects.photographing(person.pk).count() == 1


def test_linking_after_the_signatures_opens_the_reviews_again(
    photo, person, by, sign_all
):
    article = sign_all(photo.article)
    say_photographer(photo, "石磊", WhoItIs(person.pk), by)
    article.refresh_from_db()
    assert article.status == "imported"


def test_a_credit_without_the_name_states_nothing_until_it_is_back(
    photo, person, by, sign_all, reviewers
):
    say_photographer(photo, "石磊", WhoItIs(person.pk), by)
    for creators, stated in (("韩冰", 0), ("石磊", 1)):
        Photo.objects.filter(pk=photo.pk).update(creators=creators)
        photo.article.status = "imported"
        photo.article.save()
        photo.article.reviews.void()
        published(photo, sign_all, reviewers)
        assert Statement.objects.photographing(person.pk).count() == stated


def test_a_merged_person_leads_on_and_comes_back(
    photo, person, by, sign_all, reviewers
):
    say_photographer(photo, "石磊", WhoItIs(person.pk), by)
    published(photo, sign_all, reviewers)
    stays = make_person(name="石磊", note="摄影部")
    merge(MergingPeople, stays.pk, [person.pk], by=by, reason="同一人")
    assert Photographer.objects.get().person == stays
    assert Statement.objects.get(field="photographer").subject == stays.pk
    assert list(unlike_publications()) == []
    article = photo.article
    article.refresh_from_db()
    assert article.status == "published"
    undo(Step.objects.order_by("-pk").first(), by)
    assert Photographer.objects.get().person == person
    assert Statement.objects.get(field="photographer").subject == person.pk


def test_a_photo_goes_to_the_other_when_a_person_is_split(photo, person, by):
    said = say_photographer(photo, "石磊", WhoItIs(person.pk), by)
    second = make_photo(article=photo.article, creators="石磊")
    say_photographer(second, "石磊", WhoItIs(person.pk), by)
    other = split_person(person, SplitOff((), (), [said.pk]), by)
    said.refresh_from_db()
    assert said.person == other
    assert second.photographers.get().person == person
    undo(Step.objects.order_by("-pk").first(), by)
    said.refresh_from_db()
    assert said.person == person


def test_who_took_a_photo_moves_with_it(person, by):
    deliver(FRONT)
    photo = Photo.objects.get()
    say_photographer(photo, "石磊", WhoItIs(person.pk), by)
    articles = photo.article.page.articles
    move_photo(photo, articles.exclude(pk=photo.article_id).get(), by)
    assert photo.photographers.get().person == person
