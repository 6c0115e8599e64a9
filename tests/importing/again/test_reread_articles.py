"""A page delivered anew: a person's work always stands, a clash becomes a finding."""

import pytest

from articles.composing import delivered_words
from articles.models import Article, Byline, Evidence, Mention, Photo
from editorial.change_log import last_number, latest_change
from editorial.correcting import correct
from editorial.deciding import dismiss
from editorial.models import Correction, Finding, Step
from events.models import Event, Participation
from importing.models import ImportRun
from tests.builders import make_user, show_as_it_stands
from tests.by_hand import changed_by_hand, deleted_by_hand
from tests.importing.delivered import FRONT, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]

ANEW = FRONT.replace("奏唱国歌", "高唱国歌").replace(
    "今后五年要办好的十件实事", "今后五年的十件实事"
)


def first() -> Article:
    return Article.objects.get(position=1)


def correct_body(old: str, new: str, by) -> None:
    article = first()
    assert old in article.body
    correct(
        article,
        texts={"body": article.body.replace(old, new)},
        by=by,
        version=article.version,
    )


def test_an_untouched_article_is_simply_read_anew():
    page = deliver(FRONT).page
    version, pk = first().version, first().pk
    run = deliver(ANEW)
    assert (run.outcome, run.page, run.replaced_text) == (
        "updated",
        page,
        FRONT,
    )
    article = first()
    assert article.body == article.read_body
    assert "高唱国歌" in article.body
    assert (article.version, article.pk) == (version + 1, pk)
    assert article.page.text == ANEW
    assert not Finding.objects.filter(rule="other_reading").exists()
    assert not Correction.objects.exists()
    for model in (Mention, Evidence):
        standing = model.objects.filter(check_again=False)
        assert standing.count() > 10
        for selector in standing.select_related("article", "photo"):
            selector.full_clean()
    blocks = list(article.blocks.standing().filter(kind="paragraph"))
    assert [block.text for block in blocks] == article.paragraphs
    for block in blocks:
        assert delivered_words(block, ANEW) == block.text


def test_facts_are_not_doubled_and_follow_their_words():
    deliver(FRONT)
    counts = {
        model: model.objects.count()
        for model in (Event, Participation, Mention, Byline, Photo)
    }
    deliver(ANEW.replace("工作报告。报告回顾", "工作报告,报告回顾"))
    assert {model: model.objects.count() for model in counts} == counts
    report = Participation.objects.get(role="作报告")
    assert not report.evidence.check_again
    assert report.evidence.exact in first().body


def test_reading_the_same_bytes_again_changes_no_record():
    deliver(FRONT)
    models = (Article, Event, Participation, Mention, Evidence, Photo, Byline)
    before = {
        model: list(model.objects.order_by("pk").values())
        for model in models
        if model is not Article
    }
    findings = Finding.objects.count()
    run = deliver(FRONT, again=True)
    assert (run.outcome, run.replaced_text) == ("updated", "")
    assert {
        model: list(model.objects.order_by("pk").values()) for model in before
    } == before
    assert (Finding.objects.count(), first().version) == (findings, 1)


def test_a_correction_stands_beside_what_is_read_anew(editor):
    deliver(FRONT)
    correct_body("奏唱国歌", "齐唱国歌", editor)
    deliver(FRONT)
    assert "齐唱国歌" in first().body
    deliver(FRONT.replace("今后五年要办好的十件实事", "今后五年的十件实事"))
    article = first()
    assert "齐唱国歌" in article.body
    assert "今后五年的十件实事" in article.body
    assert "奏唱国歌" in article.read_body
    assert article.body != article.read_body
    assert not Finding.objects.filter(rule="other_reading").exists()


def test_a_clash_leaves_the_persons_words_and_shows_the_reading(editor):
    deliver(FRONT)
    correct_body("奏唱国歌", "齐唱国歌", editor)
    page = deliver(ANEW).page
    article = first()
    assert "齐唱国歌" in article.body
    assert "今后五年的十件实事" in article.body
    finding = page.findings.get(rule="other_reading")
    assert (finding.exact, finding.replacement, finding.article) == (
        "齐",
        "高",
        article,
    )
    assert article.body[finding.start : finding.end] == "齐"
    assert page.text[finding.page_start : finding.page_end] == "高"
    assert finding.message == "齐 is now read as 高."


def test_nothing_is_offered_for_words_that_a_person_deleted(editor):
    deliver(FRONT)
    last = first().paragraphs[-1]
    correct_body(f"\n{last}", "", editor)
    before = first().body
    page = deliver(
        FRONT.replace("今后五年要办好的十件实事", "今后五年要做好的十件实事")
    ).page
    finding = page.findings.get(rule="other_reading")
    assert (finding.replacement, finding.exact, first().body) == (
        None,
        "",
        before,
    )


def test_words_stay_and_another_reading_is_signed_again(sign_all):
    deliver(FRONT)
    sign_all(first())
    before = first().body
    page = deliver(ANEW).page
    article = first()
    assert (article.body, article.version, article.status) == (
        before,
        1,
        "imported",
    )
    assert "高唱国歌" in article.read_body
    offers = page.findings.filter(rule="other_reading", part="body")
    assert {(offer.exact, offer.replacement) for offer in offers} >= {
        ("奏", "高")
    }


def test_readers_of_the_log_are_told_that_a_page_was_read_again():
    page = deliver(FRONT).page
    article = first()
    article.status = Article.Status.PUBLISHED
    article.save()
    show_as_it_stands(article)
    number = last_number()
    deliver(ANEW)
    assert latest_change("page", page.pk).number > number


def test_a_decided_finding_is_not_raised_again(editor):
    deliver(FRONT)
    finding = Finding.objects.get(rule="missing_image")
    dismiss(finding, editor, "本版无图。")
    page = deliver(ANEW).page
    again = page.findings.get(rule="missing_image")
    assert (again.pk, again.status) == (finding.pk, "dismissed")
    assert ANEW[again.page_start : again.page_end].isspace()


def test_a_mention_a_person_took_out_stays_out():
    deliver(FRONT)
    mention = Mention.objects.get(name="蔡溪")
    deleted_by_hand(mention)
    deliver(ANEW)
    assert not Mention.objects.filter(name="蔡溪").exists()


def test_a_mention_no_longer_read_goes_unless_a_person_touched_it():
    deliver(FRONT)
    kept = Mention.objects.get(name="欧阳文海")
    changed_by_hand(kept, person=None)
    deliver(FRONT.replace("蔡溪、欧阳文海", "等五位同志"))
    assert not Mention.objects.filter(name="蔡溪").exists()
    kept.refresh_from_db()
    assert kept.check_again


def test_words_that_vanished_take_their_fact_out_of_sight_until_they_are_read_again():
    deliver(FRONT)
    deliver(FRONT.replace("高长林同志就选举办法作了说明。", ""))
    fact = Participation.objects.get(person__name="高长林", role="作说明")
    assert fact.evidence.check_again
    deliver(FRONT)
    fact.refresh_from_db()
    assert not fact.evidence.check_again
    assert fact.evidence.exact == "高长林同志就选举办法作了说明。"


def test_a_load_is_nobodys_change(editor):
    deliver(FRONT)
    assert not Step.objects.changers_of(first())
    correct_body("奏唱国歌", "齐唱国歌", editor)
    deliver(
        FRONT.replace("周一鸣", "周一明").replace(
            "今后五年要办好的十件实事", "今后五年的十件实事"
        ),
        by=make_user(username="x"),
    )
    changers = Step.objects.changers_of(first())
    assert (changers, first().version) == ({editor.pk}, 3)


def test_edited_bylines_and_details_stand():
    deliver(FRONT)
    article = first()
    byline = article.bylines.get(name="何田")
    changed_by_hand(byline, name="何畑")
    changed_by_hand(article, dateline_source="滨江讯")
    page = deliver(
        FRONT.replace("记者 周一鸣 通讯员 何田", "记者 周一明").replace(
            "本报讯", "新华社电"
        )
    ).page
    assert [b.name for b in first().bylines.all()] == ["周一鸣", "何畑"]
    assert first().dateline_source == "滨江讯"
    messages = " ".join(
        page.findings.filter(rule="other_reading").values_list(
            "message", flat=True
        )
    )
    assert "周一明" in messages


def test_untouched_bylines_and_details_are_read_anew():
    deliver(FRONT)
    deliver(FRONT.replace("记者 周一鸣 通讯员 何田", "记者 周一明"))
    assert [b.name for b in first().bylines.all()] == ["周一明"]


def test_captions_merge_like_any_text(editor):
    deliver(FRONT)
    photo = Photo.objects.get()
    article = photo.article
    correct(
        article,
        texts={},
        captions={photo.pk: "代表们步入大会会场。"},
        by=editor,
        version=article.version,
    )
    deliver(
        FRONT.replace(
            "代表们步入会场。本报记者 石磊", "代表们步入会场时。本报记者 石垒"
        )
    )
    photo.refresh_from_db()
    assert photo.caption == "代表们步入大会会场时。"
    assert photo.creators == "石垒"


def test_a_caption_not_read_again_stays_and_a_new_one_joins_it():
    deliver(FRONT)
    page = deliver(
        FRONT.replace(
            "代表们步入会场。本报记者 石磊 摄",
            "会场外彩旗招展,鼓乐齐鸣。本报记者 石磊 摄",
        )
    ).page
    captions = Photo.objects.order_by("position").values_list(
        "caption", flat=True
    )
    assert list(captions) == ["代表们步入会场。", "会场外彩旗招展,鼓乐齐鸣。"]
    assert "代表们步入会场" in page.findings.get(rule="not_read_again").message


def test_a_detail_read_otherwise_is_offered_under_a_signature(sign_all):
    deliver(FRONT)
    sign_all(first())
    page = deliver(
        FRONT.replace(
            "本报讯(记者 周一鸣 通讯员 何田)", "滨江日报讯(记者 周一明)"
        )
    ).page
    article = first()
    assert (
        article.dateline_source,
        [b.name for b in article.bylines.all()],
    ) == (
        "本报讯",
        ["周一鸣", "何田"],
    )
    messages = " ".join(
        page.findings.filter(rule="other_reading").values_list(
            "message", flat=True
        )
    )
    assert "滨江日报讯" in messages
    assert "周一明" in messages


def test_an_article_not_read_again_stays_and_is_reported():
    deliver(FRONT)
    second = Article.objects.get(position=2)
    page = deliver(
        FRONT[: FRONT.index("市第九次党代会主席团举行第一次会议")]
    ).page
    assert Article.objects.filter(pk=second.pk).exists()
    finding = page.findings.get(rule="not_read_again", article=second)
    assert second.headline in finding.message


def test_a_new_article_gets_a_free_place():
    deliver(FRONT)
    second = Article.objects.get(position=2)
    extra = "今春第一批早稻完成育秧\n\n本报讯(记者 钟鸣) 3月13日,南湖县第一批早稻在连栋大棚里完成育秧。\n\n\n"
    page = deliver(extra + FRONT).page
    assert Article.objects.get(position=2) == second
    added = Article.objects.get(position=3)
    assert added.headline == "今春第一批早稻完成育秧"
    assert added.address_number == page.last_address_number == 3
    printed = page.blocks.exclude(article=None).values_list("article__position")
    assert {position for (position,) in printed} == {1, 2, 3}


def test_every_replaced_text_is_kept():
    deliver(FRONT)
    deliver(ANEW)
    deliver(FRONT)
    assert list(
        ImportRun.objects.order_by("pk").values_list("replaced_text", flat=True)
    ) == [
        "",
        FRONT,
        ANEW,
    ]
