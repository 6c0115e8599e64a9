"""An article set for its page: the words sought marked, names led on, halves joined, changes
shown.
"""

import pytest

from articles.models import Article, Publication
from articles.pieces import Marking, Piece, cut, cut_paragraphs
from articles.typesetting import Texts, set_article, set_as_read, set_changes
from editorial.publishing.publication_rows import new_publication
from editorial.publishing.signed.article_content import content_of
from editorial.publishing.signed.signed_fact import place_in_text
from tests.builders import (
    make_article,
    make_evidence,
    make_mention,
    make_page,
    make_person,
    make_photo,
)

pytestmark = pytest.mark.django_db


def published(article: Article) -> Publication:
    """Return what would be published of an article now, unsaved."""
    return new_publication(article, content_of(article), None)


def names_in(article: Article) -> dict[int, int]:
    return dict(article.mentions.values_list("pk", "person"))


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("柏松到会。", [], [Piece("柏松到会。")]),
        ("", [], []),
        (
            "柏松到会。",
            [Marking(0, 2, person=7)],
            [Piece("柏松", person=7), Piece("到会。")],
        ),
        (
            "请柏松讲话",
            [Marking(1, 3)],
            [Piece("请"), Piece("柏松", True, True), Piece("讲话")],
        ),
        (
            "柏松林晚",
            [Marking(0, 2, 1), Marking(2, 4, 2)],
            [Piece("柏松", person=1), Piece("林晚", person=2)],
        ),
        (
            "柏松林晚",
            [Marking(0, 3, 1), Marking(2, 4, 2)],
            [Piece("柏松林", person=1), Piece("晚")],
        ),
        ("柏松", [Marking(5, 7, 1)], [Piece("柏松")]),
    ],
)
def test_a_text_is_cut_by_its_spans(text, spans, expected):
    assert cut(text, spans) == expected


def test_no_character_is_lost_and_words_across_paragraphs_have_one_anchor():
    body = "第一段开头，\n第二段\n第三段结尾。"
    paragraphs = cut_paragraphs(body, [Marking(3, 13)])
    assert (
        "\n".join(
            "".join(piece.text for piece in pieces) for pieces in paragraphs
        )
        == body
    )
    sought = [
        piece for pieces in paragraphs for piece in pieces if piece.sought
    ]
    assert [piece.text for piece in sought] == ["开头，", "第二段", "第三"]
    assert [piece.anchor for piece in sought] == [True, False, False]


@pytest.mark.parametrize("part", ["kicker", "headline", "subtitle"])
def test_words_in_a_heading_are_marked_there_and_nowhere_else(part):
    article = make_article(
        kicker="春耕在即",
        headline="春耕开始",
        subtitle="春耕见闻",
        body="春耕。",
    )
    words = make_evidence(article=article, words="春耕", part=part)
    setting = set_article(published(article), {}, sought=place_in_text(words))
    marked = {
        name: [piece.text for piece in getattr(setting, name) if piece.anchor]
        for name in article.TEXT_FIELDS[:3]
    }
    assert marked == {
        name: ["春耕"] if name == part else []
        for name in article.TEXT_FIELDS[:3]
    }
    assert not any(piece.sought for piece in setting.paragraphs[0])


def test_words_in_a_caption_are_marked_under_their_photo_only():
    article = make_article()
    make_photo(article=article, caption="柏松下田。")
    second = make_photo(article=article, caption="柏松下田。")
    words = make_evidence(
        article=article, words="下田", part="caption", photo=second
    )
    setting = set_article(published(article), {}, sought=place_in_text(words))
    assert [
        [piece.text for piece in photo.caption if piece.anchor]
        for photo in setting.photos
    ] == [[], ["下田"]]


def test_a_name_leads_to_its_person_once_and_never_cuts_the_words_sought():
    article = make_article(body="柏松到会。\n柏松讲话。", published=True)
    person = make_person(name="柏松")
    make_mention(article=article, name="柏松", person=person)
    names = names_in(article)
    first, second = set_article(published(article), names).paragraphs
    assert [piece.person for piece in first] == [person.pk, None]
    assert [piece.person for piece in second] == [None]
    evidence = place_in_text(make_evidence(article=article, words="柏松到会"))
    setting = set_article(published(article), names, sought=evidence)
    assert setting.paragraphs[0] == [
        Piece("柏松到会", True, True),
        Piece("。"),
    ]


def test_people_stand_in_the_order_of_the_print():
    article = make_article(
        headline="林晚讲话", body="柏松到会。林晚讲话。", published=True
    )
    late, early = make_person(name="柏松"), make_person(name="林晚")
    make_mention(article=article, name="柏松", person=late)
    make_mention(article=article, name="林晚", person=early, part="headline")
    people = set_article(published(article), names_in(article)).people
    assert [person.person for person in people] == [early.pk, late.pk]
    assert list(map(str, people)) == ["林晚", "柏松"]


@pytest.mark.parametrize(
    ("end", "paragraphs"),
    [
        ("会上，", ["开头。", "会上，A2大家发言。", "完。"]),
        ("散会。", ["开头。", "散会。", "A2大家发言。", "完。"]),
    ],
)
def test_the_other_half_runs_on_when_it_is_published(end, paragraphs):
    rest = make_article(
        page=make_page(label="A2"),
        headline="",
        body="大家发言。\n完。",
        published=True,
    )
    article = make_article(
        page=make_page(label="A1"),
        body=f"开头。\n{end}",
        published=True,
        continuation=rest,
    )
    setting = set_article(published(article), {}, rest=published(rest))
    assert [
        "".join(piece.text for piece in pieces) for pieces in setting.paragraphs
    ] == paragraphs
    assert [
        piece.jump
        for pieces in setting.paragraphs
        for piece in pieces
        if piece.jump
    ] == [rest.get_absolute_url()]
    assert "发言" not in str(set_article(published(article), {}).paragraphs)


def test_changes_are_struck_out_and_put_in_character_by_character():
    article = make_article(
        body="安排部署工作。\n新的一段。", read_body="安排布署工作。新的一段。"
    )
    first, second = set_changes(published(article), {}).paragraphs
    assert first == [
        Piece("安排"),
        Piece("布", change="delete"),
        Piece("部", change="insert"),
        Piece("署工作。"),
        Piece("¶", change="insert"),
    ]
    assert "".join(piece.text for piece in second) == "新的一段。"
    assert set_as_read(published(article), {}).paragraphs == [
        [Piece("安排布署工作。新的一段。")]
    ]


def test_a_photo_added_since_is_put_in_as_a_whole():
    article = make_article()
    old = Texts.corrected(published(article))
    make_photo(article=article, caption="柏松下田。")
    photo = set_changes(published(article), {}, old).photos[0]
    assert photo.caption == [Piece("柏松下田。", change="insert")]


def test_a_struck_out_line_break_shows_and_joins():
    article = make_article(body="甲乙。", read_body="甲\n乙。")
    assert set_changes(published(article), {}).paragraphs == [
        [Piece("甲"), Piece("¶", change="delete"), Piece("乙。")]
    ]
