"""What a publication says of its keywords."""

import pytest

from articles.models import Publication
from events.models import Delegation
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    make_mention,
    make_person,
    saved,
    show_as_it_stands,
)

pytestmark = pytest.mark.django_db


def keywords_with(*facts: str) -> set[str]:
    """Return the keywords of an article of which these facts are stated."""
    article = make_article(
        body="望山县代表团在神农大剧院观看歌剧，陈江河发言。", published=True
    )
    words = make_evidence(article=article, words="望山县")
    place = "神农大剧院" if "place" in facts else ""
    event = make_event(title="演出", place=place, evidence=words)
    if "person" in facts:
        make_mention(
            article=article, name="陈江河", person=make_person(name="陈江河")
        )
    if "delegation" in facts:
        saved(
            Delegation(event=event, number=3, origin="望山县", evidence=words)
        )
    show_as_it_stands(article)
    publication = Publication.objects.current().get(article=article)
    return set(publication.keywords)


def test_no_keyword_is_a_piece_of_a_name_of_which_a_fact_is_stated():
    pieces = {"山县", "神农", "大剧院", "江河"}
    plain = keywords_with()
    assert len(plain & pieces) > 1
    told = keywords_with("person", "place", "delegation")
    assert told & pieces == set()
    assert "歌剧" in told
