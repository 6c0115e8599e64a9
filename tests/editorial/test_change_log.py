"""The log of changes: what is written when a transaction ends, in the order of commits."""

import pytest
from django.db import IntegrityError, transaction

from articles.models import Article, Photo, PublicPhoto
from editorial.change_log import (
    LOT,
    last_number,
    latest_change,
    logged,
    note_changes,
    note_merged,
    since,
)
from editorial.correcting import correct, touch
from editorial.models import Change, ChangeCounter
from editorial.publishing import publish, withdraw
from editorial.publishing.rows.person_rows import person_row
from people.models import Organization, Person, PublicName, PublicPerson
from tests.builders import (
    make_article,
    make_evidence,
    make_mention,
    make_person,
    make_photo,
    saved,
    show_as_it_stands,
)
from tests.told import note_shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article(headline="春耕开始", body="柏松主持大会。")


@pytest.fixture
def person(article):
    person = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=person)
    return person


@pytest.fixture
def published(article, person, sign_all, reviewers):
    """A published article that names a person, whom the log knows."""
    sign_all(article)
    publish(article, reviewers[0])
    return article


def lines(number=0):
    """Return the log behind a number: kind, key and what happened."""
    return [
        (change.kind, change.key, change.happened)
        for change in since(number, 1000)
    ]


def of(kind, number=0):
    return [line[2] for line in lines(number) if line[0] == kind]


def test_publishing_tells_of_all_that_appears(published, person):
    page = published.page
    issue = page.issue
    assert set(lines()) == {
        ("article", published.pk, "published"),
        ("person", person.pk, "published"),
        ("page", page.pk, "published"),
        ("issue", issue.pk, "published"),
        ("newspaper", issue.newspaper_id, "published"),
    }


def test_numbers_follow_each_other_from_one(published):
    numbers = [change.number for change in since(0, 1000)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert last_number() == numbers[-1] == ChangeCounter.objects.get().last


def test_what_is_not_public_leaves_no_line(article, person):
    with logged():
        note_shown(Article, [article.pk])
        note_shown(Person, [person.pk])
    assert lines() == []
    assert last_number() == 0


def test_what_was_public_already_is_changed(published, person):
    number = last_number()
    with logged():
        note_shown(Person, [person.pk])
    assert lines(number) == [("person", person.pk, "changed")]


def test_withdrawing_tells_of_all_that_goes(published, person, reviewers):
    number = last_number()
    withdraw(published, reviewers[0], "撤回。")
    assert ("article", published.pk, "withdrawn") in lines(number)
    assert ("person", person.pk, "withdrawn") in lines(number)
    assert of("newspaper", number) == ["withdrawn"]


def test_what_others_state_stays(published, person, reviewers, sign_all):
    other = make_article(headline="又一篇", body="柏松出席。")
    make_mention(article=other, name="柏松", person=person)
    sign_all(other)
    publish(other, reviewers[0])
    number = last_number()
    withdraw(published, reviewers[0], "撤回。")
    assert of("article", number) == ["withdrawn"]
    assert of("person", number) == ["changed"]
    assert of("newspaper", number) == ["changed"]


def test_what_comes_back_is_published_again(
    published, person, reviewers, sign_all
):
    withdraw(published, reviewers[0], "撤回。")
    number = last_number()
    sign_all(published)
    publish(published, reviewers[0])
    assert of("article", number) == ["published"]
    assert of("person", number) == ["published"]


def test_work_at_the_desk_is_told_when_it_is_published(published, editor):
    number = last_number()
    correct(
        published,
        texts={"headline": "春耕已经开始"},
        by=editor,
        version=published.version,
    )
    touch(published, published.version)
    assert last_number() == number


def test_a_correction_of_what_is_not_public_is_not_told(article, editor):
    correct(
        article,
        texts={"headline": "未刊"},
        by=editor,
        version=article.version,
    )
    assert lines() == []


def test_what_is_deleted_is_told_so(published):
    photo = make_photo(article=published)
    with logged():
        note_shown(Photo, [photo.pk])
    number = last_number()
    with logged():
        note_shown(Photo, [photo.pk])
        PublicPhoto.objects.all().delete()
        photo.delete()
    key = since(number, 10)[-1].key
    assert of("photo", number) == ["deleted"]
    assert latest_change("photo", key).happened == "deleted"


def test_what_is_merged_says_into_what(published, person):
    stays = make_person(name="柏嵩")
    number = last_number()
    with logged():
        note_merged("person", person.pk, stays.pk)
        PublicName.objects.all().delete()
        PublicPerson.objects.update(key=stays.pk)
    gone = latest_change("person", person.pk)
    assert (gone.happened, gone.into) == ("merged", stays.pk)
    assert latest_change("person", stays.pk).happened == "published"
    # Who follows the log has the record that stays before the other one leads to it.
    assert of("person", number) == ["published", "merged"]


def test_a_merger_of_what_nobody_saw_is_not_told():
    with logged():
        note_merged("person", make_person().pk, make_person(name="乙").pk)
    assert lines() == []


def test_the_latest_of_a_record_is_one_line(published, person):
    for _ in range(3):
        with logged():
            note_shown(Person, [person.pk])
    latest = Change.objects.last_of_each().filter(kind="person")
    assert [change.number for change in latest] == [last_number()]
    assert latest_change("person", person.pk).number == last_number()
    assert latest_change("person", person.pk + 1) is None


def test_two_latest_lines_of_a_record_are_refused(published, person):
    change = latest_change("person", person.pk)
    change.number = last_number() + 1
    with pytest.raises(IntegrityError), transaction.atomic():
        change.save(force_insert=True)


def test_only_a_merger_says_into_what(published):
    change = latest_change("article", published.pk)
    change.into = published.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        change.save()


def test_there_is_one_counter(published):
    with pytest.raises(IntegrityError), transaction.atomic():
        ChangeCounter.objects.create(pk=2)


def test_a_lost_counter_goes_on_behind_the_log(published, person):
    number = last_number()
    ChangeCounter.objects.all().delete()
    with logged():
        note_shown(Person, [person.pk])
    assert since(number, 10)[0].number == number + 1


# When it is written


def test_inner_transactions_leave_the_writing_to_the_outermost(
    published, person
):
    number = last_number()
    with logged():
        with logged():
            note_shown(Person, [person.pk])
        assert last_number() == number
        with logged():
            note_shown(Person, [person.pk])
    assert of("person", number) == ["changed"]


def change_and_fail(person):
    with logged():
        note_shown(Person, [person.pk])
        raise ZeroDivisionError


def test_what_is_rolled_back_is_not_told(published, person):
    number = last_number()
    with pytest.raises(ZeroDivisionError):
        change_and_fail(person)
    with logged(), pytest.raises(ZeroDivisionError):
        change_and_fail(person)
    assert last_number() == number


def test_what_is_told_stands_as_it_is_at_the_end(published, person):
    number = last_number()
    with logged():
        note_shown(Person, [person.pk])
        PublicPerson.objects.all().delete()
    assert lines(number) == [("person", person.pk, "withdrawn")]


def test_nothing_is_noted_outside(published):
    with pytest.raises(LookupError, match="outside"):
        note_changes([("article", published.pk)])
    with pytest.raises(LookupError, match="outside"):
        note_merged("person", 1, 2)


def test_a_digest_is_kept_with_what_is_seen(published):
    with logged():
        note_changes([("article", published.pk)], digest="ab12")
        with logged():
            note_shown(Article, [published.pk])
    assert latest_change("article", published.pk).digest == "ab12"


def shown_people(number):
    """Make so many people whom readers see; return their keys."""
    people = [make_person(name=f"人{n}") for n in range(number)]
    PublicPerson.objects.bulk_create(person_row(each, ()) for each in people)
    return [each.pk for each in people]


def test_a_lot_takes_its_numbers_at_once(published):
    number = last_number()
    keys = shown_people(LOT + 1)
    with logged():
        note_shown(Person, keys)
    told = since(number, 1000)
    assert of("person", number).count("published") == LOT + 1
    assert [change.number for change in told] == list(
        range(number + 1, last_number() + 1)
    )


@pytest.mark.parametrize("number", [1, 30])
def test_telling_costs_the_same_for_one_record_and_for_many(
    published, number, django_assert_num_queries
):
    keys = shown_people(number)
    # The counter; what was and what is seen; what is superseded, the lines, the counter; and the
    # ends of a savepoint, for the test itself is a transaction.
    with django_assert_num_queries(8), logged():
        note_shown(Person, keys)
        note_shown(Article, [published.pk])


# Reading


def test_a_follower_reads_on_in_pieces(published):
    first = since(0, 2)
    rest = since(first[-1].number, 100)
    assert [change.number for change in first] == [1, 2]
    assert [change.number for change in rest] == list(
        range(3, last_number() + 1)
    )
    assert since(last_number(), 100) == []


def test_the_last_number_is_one_question(published, django_assert_num_queries):
    number = Change.objects.count()
    with django_assert_num_queries(1):
        assert last_number() == number


def test_an_organization_appears_with_the_post_it_gives(published, person):
    organization = saved(Organization(name="市政府"))
    post = organization.posts.create(label="市长")
    membership = person.memberships.create(post=post)
    words = make_evidence(article=published, words="柏松主持大会")
    words.memberships.add(membership)
    number = last_number()
    show_as_it_stands(published)
    assert of("organization", number) == ["published"]
