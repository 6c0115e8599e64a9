"""Delivered files are kept, and pages are read again from what is kept."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.models import Article, Page
from importing.many_files import import_files
from importing.models import ImportRun, Original, originals
from importing.one_page import load_page
from tests.importing.delivered import FRONT, NEWSPAPER
from tests.importing.epaper_sites import layered, written
from tests.importing.library import BODY, HEADLINE, alto, block, mets
from tests.importing.printed import column, pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("english")]


@pytest.fixture(autouse=True)
def folders(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"


def load(*paths, **options) -> tuple[int, list[str]]:
    lines: list[str] = []
    code = import_files(
        paths, say=lines.append, complain=lines.append, **options
    )
    return code, lines


def kept(row: Original) -> bytes:
    with originals().open(row.kept_at) as file:
        return bytes(file.read())


def front(tmp_path, label: str = "A1"):
    file = tmp_path / f"{NEWSPAPER}_2019-03-15_{label}.txt"
    file.write_text(FRONT)
    return file


def test_the_bytes_of_a_page_are_kept_under_their_digest(tmp_path):
    data = FRONT.encode("gb18030")
    load_page(data, source_name=f"{NEWSPAPER}_2019-03-15_A1.txt")
    [row] = Original.objects.all()
    assert kept(row) == data
    assert row.sha256 == row.page.sha256


def test_a_page_is_read_again_when_what_was_delivered_is_gone(tmp_path):
    file = front(tmp_path)
    load(file)
    file.unlink()
    Article.objects.update(subtitle="")
    code, lines = load(again=True)
    assert (code, ImportRun.objects.count()) == (0, 2)
    assert ImportRun.objects.first().outcome == "updated"
    assert str(file) in lines[0]
    assert Original.objects.count() == 1


def test_only_the_pages_asked_for_are_read_again(tmp_path):
    load(front(tmp_path), front(tmp_path, "A2"))
    load(again=True, page="2")
    assert ImportRun.objects.count() == 2
    load(again=True, page="A2", date="2019-03-15", newspaper=NEWSPAPER)
    assert ImportRun.objects.count() == 3
    assert ImportRun.objects.first().page.label == "A2"


def test_each_page_of_a_file_is_read_again_from_the_one_file(tmp_path):
    words = "三月十四日全市早稻育秧现场会在南湖县召开各县区的代表下田察看"
    file = tmp_path / f"{NEWSPAPER}_2019-03-15.pdf"
    file.write_bytes(pdf(column(words, 50, 700), column(words[::-1], 50, 700)))
    load(file)
    texts = list(Page.objects.order_by("label").values_list("text", flat=True))
    file.unlink()
    assert load(again=True)[0] == 0
    assert texts == list(
        Page.objects.order_by("label").values_list("text", flat=True)
    )
    assert len({row.sha256 for row in Original.objects.all()}) == 1


def test_a_page_of_a_site_is_read_again_with_its_articles_and_pictures(
    tmp_path,
):
    site = written(tmp_path / "site", layered())
    load(site)
    page = Page.objects.get(label="01")
    names = [row.path.rpartition("/")[2] for row in page.originals.all()]
    assert names == [
        "node_01.html",
        "content_71.html",
        "content_72.html",
        "p01.jpg",
    ]
    picture = page.picture.name
    for file in sorted(site.rglob("*.*")):
        file.unlink()
    assert load(again=True)[0] == 0
    page.refresh_from_db()
    assert (page.picture.name, page.articles.count()) == (picture, 2)


def test_a_page_of_a_library_is_read_again_with_what_tells_of_it(tmp_path):
    words = alto(block("a", HEADLINE), block("b", BODY))
    told = mets(
        ('ORDERLABEL="A1"', "gone.xml", ""), ('ORDERLABEL="A2"', "2.xml", "")
    )
    (tmp_path / "issue.xml").write_text(told)
    (tmp_path / "2.xml").write_text(words)
    assert load(tmp_path)[0] == 1
    page = Page.objects.get()
    assert (page.label, page.text) == ("A2", "育秧开始\n\n大棚里\n一片新绿。")
    (tmp_path / "issue.xml").unlink()
    (tmp_path / "2.xml").unlink()
    assert load(again=True)[0] == 0
    assert Page.objects.get().label == "A2"


def test_what_is_kept_and_damaged_is_refused(tmp_path, settings):
    load(front(tmp_path))
    [row] = Original.objects.all()
    (tmp_path / "originals" / row.kept_at).write_bytes(b"other")
    code, lines = load(again=True)
    assert code == 1
    assert lines[0].endswith(": the kept file is damaged")
    (tmp_path / "originals" / row.kept_at).unlink()
    assert load(again=True)[1][0].endswith(": there is no such file")
    row.delete()
    assert "is not kept" in load(again=True)[1][0]


def test_a_load_mends_what_is_kept_and_damaged(tmp_path):
    file = front(tmp_path)
    load(file)
    [row] = Original.objects.all()
    (tmp_path / "originals" / row.kept_at).write_bytes(b"half")
    load(file, again=True)
    [row] = Original.objects.all()
    assert kept(row) == FRONT.encode()


def test_no_path_and_no_again_is_an_error():
    with pytest.raises(CommandError, match="name the files to load"):
        call_command("import_pages")
