"""A reader's report is a finding; who asked for an answer gets one and is forgotten."""

import smtplib

import pytest
from django.core import mail
from django.core.management import call_command

from articles.models import Publication
from editorial.deciding import accept, defer, dismiss
from editorial.models import AwaitedAnswer, Finding
from editorial.publishing import publish
from editorial.readers_reports import answering
from editorial.readers_reports.taking_reports import ReaderReport, take_report
from tests.builders import make_article, make_evidence

pytestmark = pytest.mark.django_db


def reported(article, **fields) -> Finding:
    told = {
        "message": "应为柏嵩。",
        "title": "全市春耕",
        "address": "https://example.org/1/",
        "language": "zh-hans",
        **fields,
    }
    return take_report(ReaderReport(article=article.pk, **told))


def test_a_report_is_a_finding_at_the_words_the_reader_copied():
    article = make_article(body="柏松到会。", published=True)
    finding = reported(article, quoted="柏松")
    assert (finding.rule, finding.status) == ("reader_report", "open")
    assert (finding.part, finding.start, finding.end) == ("body", 0, 2)
    assert finding.message == "应为柏嵩。"
    elsewhere = reported(article, message="题错。", quoted="不在文中")
    assert (elsewhere.part, elsewhere.exact) == ("", "不在文中")
    assert elsewhere.start is None


def test_words_copied_with_the_full_width_marks_of_the_page_are_found():
    article = make_article(body="上午9时,柏松到会。", published=True)
    finding = reported(article, quoted="9时\uff0c柏松")
    assert (finding.part, finding.start, finding.end) == ("body", 2, 7)
    assert finding.exact == "9时,柏松"


def test_a_report_of_an_event_is_at_the_words_that_state_it():
    article = make_article(body="各位，柏松主持。", published=True)
    words = make_evidence(article=article, words="柏松主持")
    finding = reported(article, evidence=words.pk)
    assert (finding.part, finding.start) == ("body", words.start)
    assert finding.exact == "柏松主持"


def test_the_same_words_about_one_article_are_one_finding():
    article = make_article(published=True)
    one = reported(article, email="a@example.org")
    assert reported(article, email="b@example.org") == one
    assert reported(article, email="b@example.org") == one
    assert AwaitedAnswer.objects.count() == 2


def test_an_answer_is_sent_once_decided_and_the_address_forgotten(
    editor, django_capture_on_commit_callbacks
):
    article = make_article(published=True)
    finding = reported(article, email="a@example.org", language="en")
    with django_capture_on_commit_callbacks(execute=True):
        defer(finding, editor)
    assert mail.outbox == []
    with django_capture_on_commit_callbacks(execute=True):
        dismiss(finding, editor, "报上如此")
    [letter] = mail.outbox
    assert letter.to == ["a@example.org"]
    assert letter.subject == "Your report about “全市春耕”"
    for words in ("应为柏嵩。", "报上如此", "https://example.org/1/"):
        assert words in letter.body
    assert not AwaitedAnswer.objects.exists()


def test_a_report_that_repeats_a_decided_one_is_answered_at_once(
    editor, django_capture_on_commit_callbacks
):
    article = make_article(published=True)
    accept(reported(article), editor)
    with django_capture_on_commit_callbacks(execute=True):
        reported(article, email="a@example.org")
    [letter] = mail.outbox
    assert "编辑同意" in letter.body


def test_what_cannot_be_sent_waits_for_the_command(
    editor, monkeypatch, capsys, django_capture_on_commit_callbacks
):
    def fail(*args):
        raise smtplib.SMTPServerDisconnected

    article = make_article(published=True)
    finding = reported(article, email="a@example.org")
    with monkeypatch.context() as patch:
        patch.setattr(answering, "send_mail", fail)
        with django_capture_on_commit_callbacks(execute=True):
            accept(finding, editor)
    assert AwaitedAnswer.objects.due().count() == 1
    call_command("answer_reports")
    assert len(mail.outbox) == 1
    assert "1" in capsys.readouterr().out


def test_the_next_publication_says_that_a_reader_was_right(
    editor, sign_all, reviewers
):
    article = make_article(published=True)
    dismiss(reported(article), editor, "报上如此")
    signed_again(article, sign_all, reviewers[0])
    assert not Publication.objects.current().get().follows_report
    accept(reported(article, message="另一处错。"), editor)
    signed_again(article, sign_all, reviewers[0])
    assert Publication.objects.current().get().follows_report
    signed_again(article, sign_all, reviewers[0])
    assert not Publication.objects.current().get().follows_report


def signed_again(article, sign_all, publisher) -> None:
    article.refresh_from_db()
    article.status = "imported"
    article.save()
    article.reviews.all().delete()
    publish(sign_all(article), publisher)
