"""An article to be signed, a public one, a person, and two signatures."""

import pytest

from tests.builders import make_article, make_person
from tests.editorial.contradicting.stated import BODY, signed_twice


@pytest.fixture
def site_in_english(settings):
    settings.LANGUAGE_CODE = "en"


@pytest.fixture
def article():
    """The article that is to be signed."""
    return make_article(body=BODY)


@pytest.fixture
def public():
    return make_article(body=BODY, published=True)


@pytest.fixture
def person():
    return make_person()


@pytest.fixture
def twice_signed(article, reviewers):
    return signed_twice(article, reviewers)
