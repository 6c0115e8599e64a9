"""Posts that a page gives its people: recorded, or reported with the words."""

import datetime as dt

import pytest

import reader
from editorial.models import Finding
from people.models import Membership, Post
from reader.results import (
    Block,
    BlockKind,
    Paragraph,
    ReadArticle,
    ReadPage,
    ReadPost,
    Span,
)
from tests.builders import make_newspaper, make_person, saved
from tests.by_hand import changed_by_hand, deleted_by_hand
from tests.importing.delivered import FRONT, NEWSPAPER, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

TEXT = "滨江市市长蔡溪主持。"
WORDS = (0, len(TEXT) - 1)
OUTSIDE = (len(TEXT) - 1, len(TEXT) + 2)


def deliver_post(
    monkeypatch: pytest.MonkeyPatch, label: str, span: Span
) -> list[Finding]:
    """Load a page that gives one post at these words; return what it reports."""
    whole = (0, len(TEXT))
    article = ReadArticle(span=whole, paragraphs=(Paragraph(TEXT, (whole,)),))
    read = ReadPage(
        f"{TEXT}\n\n\n",
        NEWSPAPER,
        dt.date(2019, 3, 15),
        "A1",
        1.0,
        (Block(BlockKind.PARAGRAPH, *whole, 0),),
        (article,),
        posts=(ReadPost("蔡溪", label, span),),
    )
    monkeypatch.setattr(reader, "read_page", lambda text, context: read)
    return list(deliver(read.text).page.findings.order_by("pk"))


def test_a_post_is_recorded_with_its_words(monkeypatch):
    assert deliver_post(monkeypatch, "滨江市市长", WORDS) == []
    held = Membership.objects.get()
    assert (held.person.name, held.post.label) == ("蔡溪", "滨江市市长")
    assert held.evidence.get().exact == TEXT[slice(*WORDS)]


@pytest.mark.parametrize(
    ("label", "span"),
    [("滨江市市长", OUTSIDE), ("市" * 121, WORDS)],
    ids=["words in no article", "longer than a post may be"],
)
def test_a_post_that_is_dropped_is_reported(monkeypatch, label, span):
    [finding] = deliver_post(monkeypatch, label, span)
    assert finding.rule == "unplaced_fact"
    assert f"蔡溪 {label}" in finding.message
    assert (finding.page_start, finding.page_end) == span
    assert not Post.objects.exists()
    assert not Membership.objects.exists()


def test_a_post_of_one_of_two_namesakes_is_reported(monkeypatch):
    paper = make_newspaper(name=NEWSPAPER)
    for _ in range(2):
        make_person(name="蔡溪").newspapers.add(paper)
    findings = deliver_post(monkeypatch, "滨江市市长", WORDS)
    told = {finding.rule: finding.message for finding in findings}
    assert set(told) == {"ambiguous_name", "unplaced_fact"}
    assert "蔡溪 滨江市市长" in told["unplaced_fact"]
    assert not Membership.objects.exists()


# Loaded again


CHANGED = FRONT.replace("石磊", "石垒")


def titles() -> set[tuple[str, str]]:
    """Return who holds which post."""
    rows = Membership.objects.values_list("person__name", "post__label")
    return set(rows)


@pytest.fixture
def mayor() -> Membership:
    """A post as the front page was loaded first."""
    deliver(FRONT)
    held = Membership.objects.filter(person__name="沈立秋")
    return held.earliest("pk")


def test_a_post_that_a_person_took_out_stays_out(mayor):
    deleted_by_hand(mayor)
    before = titles()
    deliver(CHANGED)
    assert titles() == before


def test_a_post_that_a_person_put_right_stays_right(mayor):
    changed_by_hand(mayor, post=saved(Post(label="滨江市代市长")))
    before = titles()
    deliver(CHANGED)
    assert titles() == before
    assert mayor.evidence.exists()


def test_a_post_that_a_person_renamed_is_not_made_anew(mayor):
    changed_by_hand(mayor.post, label="中共滨江市委副书记、滨江市市长")
    before = titles()
    posts = Post.objects.count()
    deliver(CHANGED)
    assert titles() == before
    assert Post.objects.count() == posts


def test_another_page_may_tell_what_was_taken_out_of_this_one(mayor):
    before = titles()
    deleted_by_hand(mayor)
    deliver(FRONT, label="B3")
    assert titles() == before
