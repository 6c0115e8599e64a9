"""A congress that readers see, and a client that reads English."""

import pytest

from events.models import Event
from tests.builders import (
    make_article,
    make_event,
    make_evidence,
    published_once,
)
from tests.public.events.happenings import EnglishClient


@pytest.fixture
@published_once()
def congress() -> Event:
    article = make_article(
        body="市第七次党代会于九月二十七日开幕。", published=True
    )
    words = make_evidence(article=article, words="市第七次党代会")
    return make_event(
        title="市第七次党代会",
        edtf="2021-09-27/2021-09-29",
        kind="congress",
        evidence=words,
    )


@pytest.fixture
def english_client():
    return EnglishClient()
