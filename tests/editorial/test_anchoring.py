"""Words and their offsets stay together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.models import Mention
from editorial.anchoring import moved, reanchor, successor
from records.diff import runs
from tests.builders import make_article, make_evidence, make_mention, make_photo

TEXT = st.text(alphabet="林向晚到会。\n", max_size=40)


def edit(article, new: str):
    old, article.body = article.body, new
    article.save()
    return reanchor(article, "body", None, old, new)


@given(old=TEXT, new=TEXT, data=st.data())
def test_what_moved_reads_the_same(old, new, data):
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    edits = runs(old, new)
    place = moved(edits, start, end)
    if place is not None:
        assert new[slice(*place)] == old[start:end]
    first, last = successor(edits, start, end)
    assert 0 <= first <= last <= len(new)


@pytest.mark.parametrize(
    ("old", "new", "words", "successors"),
    [
        ("林向皖到会。", "林向晚到会。", "林向皖", "林向晚"),
        ("主席林向皖到会。", "林向晚到会。", "林向皖", "林向晚"),
        ("林向晚到会。", "到会。", "林向晚", ""),
        ("林向晚到会。", "", "林向晚", ""),
    ],
)
def test_the_words_that_took_over(old, new, words, successors):
    start = old.index(words)
    edits = runs(old, new)
    assert moved(edits, start, start + len(words)) is None
    assert (
        new[slice(*successor(edits, start, start + len(words)))] == successors
    )


@pytest.mark.django_db
class TestReanchor:
    def test_words_move_with_an_edit_before_them(self):
        article = make_article(body="会议由林向晚主持，周易安讲话。")
        first = make_mention(article=article, name="林向晚")
        second = make_mention(article=article, name="周易安")
        evidence = make_evidence(article=article, words="周易安讲话")
        assert edit(article, "昨天，会议由林向晚主持，周易安讲话。") == []
        for selector in (first, second, evidence):
            selector.refresh_from_db()
            selector.full_clean()
            assert not selector.check_again
        assert first.start == 6
        assert first.prefix == "昨天，会议由"

    def test_neighbours_may_move_into_each_others_places(self):
        article = make_article(body="甲甲甲甲，到会。")
        places = [(0, 1), (1, 2), (2, 3), (3, 4)]
        for place in places:
            mention = Mention(article=article, name="甲")
            mention.anchor(*place)
            mention.save()
        edit(article, "在甲甲甲甲，到会。")
        assert list(article.mentions.values_list("start", "end")) == [
            (1, 2),
            (2, 3),
            (3, 4),
            (4, 5),
        ]

    def test_words_edited_away_are_to_be_checked_again(self):
        article = make_article(body="会议由林向皖主持。周易安讲话。")
        mention = make_mention(article=article, name="林向皖")
        other = make_mention(article=article, name="周易安")
        evidence = make_evidence(article=article, words="林向皖主持")
        assert edit(article, "会议由林向晚主持。周易安讲话。") == [
            mention,
            evidence,
        ]
        for selector in (mention, evidence, other):
            selector.refresh_from_db()
        assert mention.check_again
        assert evidence.check_again
        assert not other.check_again
        assert mention.exact == "林向皖"
        assert article.body[mention.start : mention.end] == "林向晚"

    def test_words_that_vanish_together_do_not_collide(self):
        article = make_article(body="林向晚、周易安到会。大家鼓掌。")
        for name in ("林向晚", "周易安"):
            make_mention(article=article, name=name)
        assert len(edit(article, "大家鼓掌。")) == 2
        assert len(edit(article, "")) == 0
        assert article.mentions.filter(check_again=True).count() == 2

    def test_a_paragraph_moved_elsewhere_keeps_its_facts(self):
        article = make_article(
            body="林向晚主持会议并作报告。\n第二段讲的是别的事情。\n第三段也是。"
        )
        evidence = make_evidence(article=article, words="林向晚主持会议")
        edit(
            article,
            "第二段讲的是别的事情。\n第三段也是。\n林向晚主持会议并作报告。",
        )
        evidence.refresh_from_db()
        evidence.full_clean()
        assert not evidence.check_again

    def test_other_parts_are_left_alone(self):
        article = make_article(body="林向晚到会。", headline="林向晚到会")
        photo = make_photo(article=article, caption="林向晚到会。")
        headline = make_mention(article=article, name="林向晚", part="headline")
        caption = make_mention(
            article=article, name="林向晚", part="caption", photo=photo
        )
        edit(article, "在场的有林向晚。")
        for mention in (headline, caption):
            mention.refresh_from_db()
            assert mention.start == 0
            mention.full_clean()

    def test_a_mended_slip_leaves_the_marks_as_they_were(self):
        article = make_article(body="林向晚到会。")
        mention = make_mention(article=article, name="林向晚")
        evidence = make_evidence(article=article, words="林向晚到会")
        edit(article, "林向婉到会。")
        assert edit(article, "林向晚到会。") == []
        for selector in (mention, evidence):
            selector.refresh_from_db()
            selector.full_clean()
            assert not selector.check_again

    def test_a_slip_mended_beside_another_change_leads_back(self):
        article = make_article(body="昨天林向晚到会。")
        mention = make_mention(article=article, name="林向晚")
        edit(article, "昨天林向婉到会。")
        edit(article, "今天林向晚未到会。")
        mention.refresh_from_db()
        mention.full_clean()
        assert not mention.check_again

    @pytest.mark.parametrize(
        "back",
        [
            "大家鼓掌。\n林向晚、周易安、林向晚到会。",
            "林向晚、周易安、林向晚到会。\n大家鼓掌。",
        ],
    )
    def test_a_paragraph_cut_and_put_back_has_its_marks_again(self, back):
        names = "林向晚、周易安、林向晚到会。"
        article = make_article(body=f"{names}\n大家鼓掌。")
        for place in ((0, 3), (4, 7), (8, 11)):
            mention = Mention(article=article, name=names[slice(*place)])
            mention.anchor(*place)
            mention.save()
        edit(article, "大家鼓掌。")
        assert article.mentions.filter(check_again=True).count() == 3
        edit(article, back)
        moved_by = back.index(names)
        kept = article.mentions.order_by("pk")
        assert [(one.start - moved_by, one.check_again) for one in kept] == [
            (0, False),
            (4, False),
            (8, False),
        ]
        for mention in kept:
            mention.full_clean()

    def test_words_that_come_back_elsewhere_are_looked_at_by_a_person(self):
        article = make_article(body="林向晚到会。")
        mention = make_mention(article=article, name="林向晚")
        edit(article, "大家鼓掌。")
        edit(article, "大家鼓掌。\n有人提到林向晚。")
        mention.refresh_from_db()
        assert mention.check_again

    def test_what_comes_back_twice_is_looked_at_by_a_person(self):
        article = make_article(body="开会。\n林向晚到会。")
        mention = make_mention(article=article, name="林向晚")
        edit(article, "散会。")
        edit(article, "散会。\n林向晚到会。\n林向晚到会。")
        mention.refresh_from_db()
        assert mention.check_again

    def test_what_comes_back_takes_no_place_of_another(self):
        article = make_article(body="林向晚到会。")
        lost = make_mention(article=article, name="林向晚")
        edit(article, "到会。")
        edit(article, "周到会。")
        stands = Mention(article=article, name="林向晚")
        article.body = "林向晚到会。"
        article.save()
        stands.article = article
        stands.anchor(0, 3)
        stands.save()
        edit(article, "林向晚到会。会后散步。")
        lost.refresh_from_db()
        stands.refresh_from_db()
        assert lost.check_again
        assert (stands.start, stands.check_again) == (0, False)

    @settings(max_examples=60)
    @given(texts=st.lists(TEXT, min_size=1, max_size=4), data=st.data())
    def test_going_back_step_by_step_leaves_every_mark_its_own_words(
        self, texts, data
    ):
        body = data.draw(TEXT.filter(bool))
        article = make_article(body=body)
        ends = st.tuples(
            st.integers(0, len(body) - 1), st.integers(1, len(body))
        )
        drawn = data.draw(st.sets(ends.filter(lambda p: p[0] < p[1])))
        # Nobody marks the end of a line alone.
        places = [place for place in drawn if body[slice(*place)].strip()]
        for place in places:
            mention = Mention(article=article, name="名")
            mention.anchor(*place)
            mention.save()
        for text in [*texts, *reversed(texts[:-1]), body]:
            edit(article, text)
            for mention in article.mentions.standing():
                mention.full_clean(exclude=["person"])
        assert article.mentions.count() == len(places)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("甲：林向晚到会。", [(2, 5)]),
        ("前\n甲：林向晚到会。\n后", [(4, 7)]),
        ("又甲：林向晚到会。", []),
        ("甲：林向晚到会。又", []),
        ("甲：林向晚到会。\n甲：林向晚到会。", [(2, 5), (11, 14)]),
    ],
)
def test_words_are_found_between_the_words_of_their_line(text, places):
    selector = Mention(
        exact="林向晚", prefix="前面一行。\n甲：", suffix="到会。\n下"
    )
    assert list(selector.places_in(text)) == places


def test_a_long_line_need_not_be_whole():
    selector = Mention(exact="林向晚", prefix="甲" * 32, suffix="乙" * 32)
    text = "甲" * 40 + "林向晚" + "乙" * 33
    assert list(selector.places_in(text)) == [(40, 43)]
    assert list(selector.places_in("甲" * 31 + "林向晚" + "乙" * 33)) == []
