"""What the facts of an article are compared with."""

import pytest

from tests.editorial.contradicting.stated import contradict, rules

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site_in_english")]


def test_what_is_not_public_is_not_compared(article, public, person):
    contradict(article, public, person)
    assert rules(article) != []
    public.publications.update(is_current=False)
    assert rules(article) == []


@pytest.mark.parametrize("whose", ["mine", "others"])
def test_words_that_were_edited_away_state_nothing(
    article, public, person, whose
):
    contradict(article, public, person)
    (article if whose == "mine" else public).evidence.update(check_again=True)
    assert rules(article) == []
