"""Two pages of one issue join their jump lines, whichever comes first."""

import pytest

from articles.models import Article
from editorial.deciding import defer
from editorial.models import Finding, Step
from tests.importing.delivered import BACK, FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

FIRST, REST = (
    {"page__label": "A1", "position": 1},
    {"page__label": "A2", "position": 1},
)


def missing() -> list[str]:
    return list(
        Finding.objects.open()
        .filter(rule="missing_text")
        .values_list("message", flat=True)
    )


@pytest.mark.parametrize(
    ("pages", "is_step"),
    [
        ([(FRONT, "A1"), (BACK, "A2")], True),
        ([(BACK, "A2"), (FRONT, "A1")], False),
    ],
    ids=["forth", "back"],
)
def test_the_halves_join_whichever_comes_first(pages, is_step):
    """The half that was stored before is changed by a step of the load."""
    (text, label), (other_text, other_label) = pages
    deliver(text, label)
    assert not Article.objects.exclude(continuation=None).exists()
    [message] = missing()
    assert other_label in message
    deliver(other_text, other_label)
    assert Article.objects.get(**FIRST).continuation == Article.objects.get(
        **REST
    )
    assert missing() == []
    steps = Step.objects.all()
    assert [step.kind for step in steps] == [Step.Kind.LOAD] * is_step
    rows = [row.before for step in steps for row in step.rows.all()]
    assert rows == [{"continuation_id": None}] * is_step


def test_pages_of_another_day_do_not_join():
    deliver(FRONT)
    deliver(BACK, "A2", date="2019-03-16")
    assert not Article.objects.exclude(continuation=None).exists()
    assert len(missing()) == 2


def test_labels_join_with_and_without_zeros():
    deliver(FRONT.replace("A2版", "第二版"), "01")
    deliver(BACK.replace("A1版", "第1版"), "02")
    assert (
        Article.objects.get(
            page__label="01", position=1
        ).continuation.page.label
        == "02"
    )


def test_what_an_editor_deferred_is_the_editors_to_close(editor):
    deliver(FRONT)
    finding = Finding.objects.get(rule="missing_text")
    defer(finding, editor)
    deliver(BACK, "A2")
    assert Article.objects.get(**FIRST).continuation
    assert Finding.objects.filter(pk=finding.pk, status="deferred").exists()


def test_two_that_could_fit_are_not_guessed():
    deliver(FRONT)
    page = deliver(BACK + "\n\n" + BACK.replace("早稻", "油菜"), "A2").page
    assert not Article.objects.exclude(continuation=None).exists()
    messages = set(
        page.findings.filter(rule="ambiguous_jump").values_list(
            "message", flat=True
        )
    )
    assert messages == {
        "More than one article jumps from page A1 to page A2; link the right ones by hand."
    }


def test_an_equal_headline_decides_between_two():
    deliver(FRONT)
    again = "中国共产党滨江市第九次代表大会开幕\n\n(上接A1版)\n\n与群众的衣食住行有关,报告说到了大家的心坎上。\n\n\n"
    other = BACK.replace(">>> 上接 A1版", "老街修缮完工\n\n(上接A1版)")
    deliver(again + other, "A2")
    assert (
        Article.objects.get(**FIRST).continuation.headline
        == "中国共产党滨江市第九次代表大会开幕"
    )


def test_a_joined_page_read_again_stays_joined():
    deliver(FRONT)
    deliver(BACK, "A2")
    deliver(FRONT.replace("全体起立", "全场起立"))
    assert Article.objects.get(**FIRST).continuation == Article.objects.get(
        **REST
    )
    assert missing() == []
