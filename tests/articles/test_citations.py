"""References to an article: the national standard in two editions, and what programs read."""

import datetime as dt
import json
import re

import pytest
from django.core.exceptions import ValidationError

from articles.citations.citation_files import CITATION_FILES
from articles.citations.cited_article import CitedArticle
from articles.citations.national_standard import (
    GBT_2015,
    GBT_2025,
    references_to,
)
from articles.models.printed_numbers import check_cn_number, check_issn

ADDRESS = "https://example.org/newspapers/x/2021-09-28/A1/1/"


def article(**fields) -> CitedArticle:
    known = {
        "key": "x-20210928-A1-1",
        "authors": (),
        "title": "春耕开始",
        "newspaper": "滨江日报",
        "edition": "",
        "day": dt.date(2021, 9, 28),
        "page": "A1",
        "section": "要闻",
        "issue_number": 12345,
        "issn": "2095-0683",
        "cn_number": "43-0013",
        "address": ADDRESS,
        "seen_on": dt.date(2026, 11, 27),
    }
    return CitedArticle(**known | fields)


def written(form: str, *articles: CitedArticle) -> str:
    return "".join(CITATION_FILES[form].write(articles))


@pytest.mark.parametrize(
    ("names", "lead"),
    [
        ((), ""),
        (("甲一",), "甲一. "),
        (("甲一", "乙二", "丙三"), "甲一，乙二，丙三. "),
        (("甲一", "乙二", "丙三", "丁四"), "甲一，乙二，丙三，等. "),
    ],
)
def test_the_edition_that_holds_takes_full_width_marks(names, lead):
    cited = article(authors=names)
    printed = f"{lead}春耕开始[N]. 滨江日报，2021-09-28（A1）."
    assert GBT_2025.printed(cited) == printed
    assert GBT_2025.online(cited) == (
        f"{lead}春耕开始[N/OL]. 滨江日报，2021-09-28（A1）[2026-11-27]. {ADDRESS}."
    )


def test_the_edition_before_takes_half_width_marks():
    cited = article(authors=("甲一", "乙二"))
    printed = "甲一, 乙二. 春耕开始[N]. 滨江日报, 2021-09-28(A1)."
    assert GBT_2015.printed(cited) == printed
    assert "(A1)[2026-11-27]. https" in GBT_2015.online(cited)


def test_each_reference_says_which_edition_it_follows():
    editions = [each.edition for each in references_to(article())]
    assert editions == ["GB/T 7714—2025", "GB/T 7714—2015"]


def test_bibtex_keeps_names_whole_and_tex_quiet():
    text = written("bib", article(authors=("甲一", "乙二"), title="100% {好}_"))
    assert text.startswith("@article{x-20210928-A1-1,\n")
    assert "author = {{甲一} and {乙二}}," in text
    assert r"title = {{100\% \{好\}\_}}," in text
    assert "urldate = {2026-11-27}," in text
    assert text.count("{") == text.count("}")
    assert "author" not in written("bib", article())


def test_ris_has_a_tag_a_line_from_type_to_end():
    text = written("ris", article(authors=("甲一",)), article())
    lines = text.split("\r\n")
    assert lines[-1] == ""
    assert all(re.fullmatch("[A-Z][A-Z0-9]  - .*", line) for line in lines[:-1])
    first = lines[: lines.index("ER  - ") + 1]
    assert first[0] == "TY  - NEWS"
    for line in ("AU  - 甲一", "DA  - 2021/09/28", "SN  - 2095-0683"):
        assert line in first
    assert text.count("TY  - ") == text.count("ER  - ") == 2


def test_csl_is_a_list_of_items_without_empty_properties():
    items = json.loads(written("json", article(authors=("甲一",)), article()))
    assert items[0]["author"] == [{"literal": "甲一"}]
    assert items[0]["issued"] == {"date-parts": [[2021, 9, 28]]}
    assert items[0]["type"] == "article-newspaper"
    assert "author" not in items[1]
    assert json.loads(written("json")) == []


@pytest.mark.parametrize("issn", ["2095-0683", "0317-8471", "1050-124X"])
def test_an_issn_is_taken(issn):
    check_issn(issn)


@pytest.mark.parametrize(
    "issn", ["2095-0684", "20950683", "1050-124x", "2095-068", "ISSN 2095-0683"]
)
def test_what_is_no_issn_is_refused(issn):
    with pytest.raises(ValidationError):
        check_issn(issn)


def test_a_cn_number_is_its_two_groups():
    check_cn_number("43-0013")
    for wrong in ("CN 43-0013", "43-013", "4-00013"):
        with pytest.raises(ValidationError):
            check_cn_number(wrong)
