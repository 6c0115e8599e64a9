"""References as programs exchange them: BibTeX, RIS, CSL-JSON."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from articles.citations.cited_article import CitedArticle

LANGUAGE = "zh-CN"
# Source: RIS specification of 2011: lines end in CRLF.
RIS_LINE = "\r\n"
# What TeX reads as a command, and how it is written instead.
TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex(articles: Iterable[CitedArticle]) -> Iterator[str]:
    """Yield an entry an article, for BibTeX and biblatex alike."""
    for article in articles:
        fields = _filled("  {} = {{{}}},\n", _bibtex_fields(article))
        yield f"@article{{{article.key},\n{fields}}}\n\n"


def _filled(line: str, fields: Iterable[tuple[str, str]]) -> str:
    """Return a line of this form for each field that holds something."""
    return "".join(line.format(*field) for field in fields if field[1])


def _bibtex_fields(article: CitedArticle) -> Iterator[tuple[str, str]]:
    """Yield the fields; braces keep a name and a title whole."""
    authors = [f"{{{name.translate(TEX)}}}" for name in article.authors]
    yield "entrysubtype", "newspaper"
    yield "author", " and ".join(authors)
    yield "title", f"{{{article.title.translate(TEX)}}}"
    yield "journal", article.newspaper.translate(TEX)
    yield "issuetitle", article.edition.translate(TEX)
    yield "date", article.day.isoformat()
    yield "year", str(article.day.year)
    yield "number", str(article.issue_number or "")
    yield "pages", article.page.translate(TEX)
    yield "issn", article.issn
    yield "language", LANGUAGE
    yield "langid", "chinese"
    yield "url", article.address
    yield "urldate", article.seen_on.isoformat()


def ris(articles: Iterable[CitedArticle]) -> Iterator[str]:
    """Yield a record of type NEWS an article."""
    for article in articles:
        fields = _filled(f"{{}}  - {{}}{RIS_LINE}", _ris_fields(article))
        yield f"TY  - NEWS{RIS_LINE}{fields}ER  - {RIS_LINE}"


def _ris_fields(article: CitedArticle) -> Iterator[tuple[str, str]]:
    yield "ID", article.key
    for name in article.authors:
        yield "AU", name
    yield "TI", article.title
    yield "T2", article.newspaper
    yield "PY", str(article.day.year)
    yield "DA", _ris_day(article.day)
    yield "ET", article.edition
    yield "IS", str(article.issue_number or "")
    yield "SP", article.page
    yield "SE", article.section
    yield "SN", article.issn
    yield "LA", LANGUAGE
    yield "UR", article.address
    yield "Y2", _ris_day(article.seen_on)


def _ris_day(day: dt.date) -> str:
    return f"{day:%Y/%m/%d}"


def csl_json(articles: Iterable[CitedArticle]) -> Iterator[str]:
    """Yield the parts of a list of items after CSL 1.0.2."""
    opening = "["
    for article in articles:
        item = json.dumps(csl_item(article), ensure_ascii=False, indent=1)
        yield f"{opening}{item}"
        opening = ",\n"
    yield "]\n" if opening != "[" else "[]\n"


def csl_item(article: CitedArticle) -> dict[str, Any]:
    """Return an article as an item of CSL-JSON, without what is not known."""
    item = {
        "id": article.key,
        "type": "article-newspaper",
        "author": [{"literal": name} for name in article.authors],
        "title": article.title,
        "container-title": article.newspaper,
        "issued": _csl_day(article.day),
        "edition": article.edition,
        "issue": str(article.issue_number or ""),
        "page": article.page,
        "section": article.section,
        "ISSN": article.issn,
        "language": LANGUAGE,
        "URL": article.address,
        "accessed": _csl_day(article.seen_on),
    }
    return {name: value for name, value in item.items() if value}


def _csl_day(day: dt.date) -> dict[str, list[list[int]]]:
    return {"date-parts": [[day.year, day.month, day.day]]}
