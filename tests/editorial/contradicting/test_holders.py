"""Two holders of one post on one day."""

import pytest

from editorial.contradictions import contradictions_of
from tests.editorial.contradicting.stated import (
    BEFORE,
    DAY,
    LATER,
    NEXT,
    hold,
    post_of,
    rules,
    words_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_in_english")]


def test_two_holders_of_one_post_on_one_day_are_found(article, public):
    post = post_of()
    hold(public, post, "周易安", stated_on=DAY)
    words = words_of(article)
    hold(article, post, "林向晚", words=words, stated_on=DAY)
    (finding,) = contradictions_of(article)
    assert (finding.rule, finding.severity, finding.exact) == (
        "two_holders",
        1,
        words.exact,
    )
    assert (finding.part, finding.start, finding.end) == (
        words.part,
        words.start,
        words.end,
    )
    assert finding.message == (
        "滨江市市长 is held by one person at a time: "
        "on 2021-09-28 by 周易安 and by 林向晚."
    )


@pytest.mark.parametrize(
    ("mine", "others"),
    [
        ({"stated_on": DAY}, {"start_date": "2021-09-01", "stated_on": LATER}),
        ({"start_date": "2021-09-28"}, {"start_date": "2021-09-28"}),
        ({"end_date": "2021-09-28"}, {"end_date": "2021-09-28"}),
        ({"stated_on": DAY}, {"stated_on": DAY}),
        (
            {"end_date": "2021-09-29", "stated_on": DAY},
            {"start_date": "2021-09-28", "stated_on": LATER},
        ),
        ({"start_date": "2021-09-01", "end_date": "2021-10-01"}, {"stated_on": DAY}),
    ],
)  # fmt: skip
def test_days_that_overlap_are_found(article, public, mine, others):
    post = post_of()
    hold(public, post, "周易安", **others)
    hold(article, post, "林向晚", **mine)
    assert rules(article) == ["two_holders"]


@pytest.mark.parametrize(
    ("mine", "others"),
    [
        ({"stated_on": DAY}, {"stated_on": NEXT}),
        ({"stated_on": DAY}, {}),
        ({}, {}),
        ({"stated_on": DAY}, {"start_date": "2021-09"}),
        ({"stated_on": DAY}, {"end_date": "2021"}),
        # The day of the change: the old one and the new one are both right.
        ({"end_date": "2021-09-28"}, {"stated_on": DAY}),
        ({"stated_on": DAY}, {"start_date": "2021-09-28"}),
        ({"end_date": "2021-09-28", "stated_on": BEFORE}, {"start_date": "2021-09-28"}),
        ({"start_date": "2021-09-28", "stated_on": LATER}, {"end_date": "2021-09-28"}),
    ],
)  # fmt: skip
def test_days_that_do_not_overlap_or_are_not_known_say_nothing(
    article, public, mine, others
):
    post = post_of()
    hold(public, post, "周易安", **others)
    hold(article, post, "林向晚", **mine)
    assert rules(article) == []


@pytest.mark.parametrize(
    ("post", "is_found"),
    [
        ({"label": "滨江市委书记", "role": "书记", "body": "滨江市委"}, True),
        ({"label": "滨江市委副书记", "role": "副书记", "body": "滨江市委"}, False),
        ({"label": "滨江市环保局处长", "role": "处长"}, False),
        ({"label": "市长", "body": ""}, False),
        ({"label": "中央书记处书记", "role": "书记", "body": "中央书记处"}, False),
        ({"has_one_holder": False}, False),
        ({"label": "滨江日报总编辑", "role": "总编辑", "has_one_holder": True}, True),
        ({"label": "团长", "body": "", "has_one_holder": True}, True),
    ],
)  # fmt: skip
def test_only_posts_of_one_holder_are_compared(article, public, post, is_found):
    post = post_of(**post)
    hold(public, post, "周易安", stated_on=DAY)
    hold(article, post, "林向晚", stated_on=DAY)
    assert rules(article) == (["two_holders"] if is_found else [])


def test_one_person_stated_twice_and_two_posts_are_no_contradiction(
    article, public
):
    post = post_of()
    person = hold(article, post, "林向晚", stated_on=DAY).person
    words_of(public).memberships.set(person.memberships.all())
    other = post_of(label="临江市市长", body="临江市")
    hold(
        article,
        other,
        "周易安",
        words=words_of(article, "周易安"),
        stated_on=DAY,
    )
    assert rules(article) == []
