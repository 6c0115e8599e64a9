"""Two people of one kind of name, words of an article that readers see, and who merges."""

import pytest

from tests.builders import make_article, make_evidence, make_person, make_user
from tests.editorial.merging.one_record import BODY


@pytest.fixture
def by():
    return make_user(username="by", superuser=True)


@pytest.fixture
def article():
    return make_article(body=BODY, published=True)


@pytest.fixture
def words(article):
    return make_evidence(article=article, words="林向晚主持会议")


@pytest.fixture
def pair():
    return make_person(name="林向晚"), make_person(name="林向皖")
