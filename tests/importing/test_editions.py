"""Pages of two editions of one day are loaded into their issues."""

import csv
import datetime as dt

import pytest

from articles.models import Article, Issue, Page
from editorial.models import Finding, Step
from editorial.steps.undoing import undo
from importing.batch import Batch
from importing.delivery.manifest import read_manifest
from importing.many_files import import_files
from importing.one_page import load_page
from importing.refusal import ImportRefused
from importing.taken_back.move_page import PrintedIn, move_page
from reader import PageError
from tests.builders import make_user
from tests.importing.delivered import BACK, FRONT, NEWSPAPER, deliver

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]
EXTRA = "我市队夺冠\n\n本报讯 昨日,我市队夺冠。\n"
HEAD = f"{NEWSPAPER} 2019年3月15日 号外 A1版\n\n"


def editions():
    return sorted(Issue.objects.values_list("edition_name", "edition"))


@pytest.mark.parametrize("typed", ["号外", " 号外 ", "extra"])
def test_one_label_stands_in_both_issues_of_a_day(typed):
    first = deliver(FRONT).page
    other = deliver(EXTRA, edition=typed).page
    assert first != other
    assert (first.label, other.label) == ("A1", "A1")
    assert editions() == [("", ""), ("号外", "extra")]
    assert Article.objects.get(page=other).edition == "extra"


def test_the_page_head_says_that_it_is_an_extra():
    deliver(FRONT)
    page = deliver(HEAD + EXTRA).page
    assert page.issue.edition_name == "号外"
    assert deliver(HEAD + EXTRA).outcome == "unchanged"
    assert deliver(HEAD + EXTRA, again=True).page == page


def test_an_extra_in_traditional_characters_is_read_again_as_one():
    text = (
        "東江日報 2019年3月15日 號外 A1版\n\n我市隊奪冠\n\n"
        "本報訊 記者從體育館獲悉,我市隊奪得全國聯賽冠軍,觀眾歡慶勝利。\n"
    )
    page = load_page(text.encode(), source_name="a.txt").page
    assert (page.issue.edition_name, page.issue.edition) == ("號外", "extra")
    batch = Batch(again=True)
    ((stored,),) = batch.stored()
    (result,) = batch.results_of(stored)
    assert result.outcome == "updated"


def test_the_name_of_a_file_says_that_it_is_an_extra():
    name = f"{NEWSPAPER}_2019-03-15_号外_A1.txt"
    run = load_page(EXTRA.encode(), source_name=name)
    assert run.page.issue.edition_name == "号外"


def test_two_sources_that_disagree_are_refused():
    with pytest.raises(PageError, match="edition 号外, but 下午版 was given"):
        deliver(HEAD + EXTRA, edition="下午版")
    assert not Page.objects.exists()


@pytest.mark.parametrize("typed", ["！", "号" * 21])
def test_an_edition_without_an_address_is_refused(typed):
    with pytest.raises(ImportRefused, match="unreadable edition"):
        deliver(EXTRA, edition=typed)


def test_a_word_that_may_be_a_section_is_doubted_and_not_believed():
    head = f"{NEWSPAPER} 2019年3月15日 城市版 A1版\n\n"
    page = deliver(head + EXTRA).page
    assert page.issue.edition == ""
    finding = Finding.objects.get(rule="doubtful_edition")
    assert finding.page == page


def test_the_two_halves_of_an_article_meet_within_their_edition():
    deliver(FRONT)
    deliver(BACK, "A2", edition="下午版")
    assert not Article.objects.filter(continuation__isnull=False).exists()
    deliver(FRONT.replace("上午", "下午"), edition="下午版")
    joined = Article.objects.get(continuation__isnull=False)
    assert joined.edition == joined.continuation.edition == "afternoon"


def test_a_manifest_names_the_edition(tmp_path):
    page = tmp_path / "scan.txt"
    page.write_text(EXTRA, encoding="utf-8")
    table = tmp_path / "pages.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "newspaper", "date", "page", "edition"])
        writer.writerow(["scan.txt", NEWSPAPER, "2019-03-15", "A1", "号外"])
    batch = Batch(manifest=read_manifest(table))
    for group in batch.groups([page]):
        for item in group:
            list(batch.results_of(item))
    assert editions() == [("号外", "extra")]


def test_an_option_gives_all_files_of_a_run_one_edition(tmp_path):
    page = tmp_path / f"{NEWSPAPER}_2019-03-15_A1.txt"
    page.write_text(EXTRA, encoding="utf-8")
    said = []
    import_files([page], edition="号外", say=said.append, complain=said.append)
    assert editions() == [("号外", "extra")]


def test_stored_pages_are_read_again_in_their_edition():
    page = deliver(EXTRA, edition="号外").page
    batch = Batch(again=True, edition="号外")
    ((stored,),) = batch.stored()
    (result,) = batch.results_of(stored)
    assert result.outcome == "updated"
    assert Page.objects.get() == page
    assert Batch(again=True, edition="").stored() == []


def test_a_page_is_moved_to_the_extra_and_back():
    page = deliver(EXTRA).page
    by = make_user(superuser=True)
    to = PrintedIn(page.issue.newspaper, page.day, "A1", "号外")
    moved = move_page(page, to, by, "它是号外")
    assert moved.issue.edition == "extra"
    assert Article.objects.get().edition == "extra"
    undo(Step.objects.get(), by)
    assert Article.objects.get().edition == ""
    assert editions() == [("", "")]


def test_the_date_of_an_extra_changes_alone():
    first = deliver(FRONT).page
    extra = deliver(EXTRA, edition="号外").page
    issue = extra.issue
    issue.date = dt.date(2019, 3, 16)
    issue.save()
    first.refresh_from_db()
    extra.refresh_from_db()
    assert (first.day, extra.day) == (dt.date(2019, 3, 15), issue.date)
