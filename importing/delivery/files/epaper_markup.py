"""One HTML file of an e-paper: is it a page's index or an article, what does it say of its page,
what is its text?
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import (
    BeautifulSoup,
    Comment,
    Declaration,
    Doctype,
    NavigableString,
    Tag,
)

from importing.delivery.encoding import plain_text
from importing.delivery.files.soup import soup_of
from importing.delivery.identity import NEWSPAPER, SEPARATORS, Identity

# content_12.htm, content_12.html?div=-1; not node_2.pdf.
ARTICLE_LINK = re.compile(r"\.html?(?:[?#]|$)", re.IGNORECASE)
# The elements and marks that hold an article's text, the surest first.
BODIES = re.compile(
    r"^(?:ozoom|founder-?content|(?:art(?:icle)?|main|text|news)[-_]?(?:content|body|text|con)|content[-_]?text|cont)$",
    re.IGNORECASE,
)
# What the ids and classes of headings are called, in the order in which the lines stand on a page.
HEADINGS = (
    (
        "kicker",
        re.compile(
            r"pre[-_]?title|intro[-_]?title|^yin(?:ti|_title)$|kicker",
            re.IGNORECASE,
        ),
    ),
    (
        "subtitle",
        re.compile(
            r"sub[-_]?title|^fu(?:ti|_title)$|vice[-_]?title", re.IGNORECASE
        ),
    ),
    ("byline", re.compile(r"author|by[-_]?line|zuozhe|writer", re.IGNORECASE)),
    (
        "headline",
        re.compile(
            r"^(?:main|art(?:icle)?|news|founder)?[-_]?title$|headline|zhuti",
            re.IGNORECASE,
        ),
    ),
)
RANKS = ("kicker", "headline", "subtitle", "byline")
BLOCKS = re.compile(
    r"address|article|aside|blockquote|center|d[dlt]|div|fig(?:caption|ure)|footer|form|founder-content|h[1-6r]|header"
    r"|li|main|nav|[ou]l|p|pre|section|table|tbody|t[dhr]|thead"
)
UNSEEN = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "select",
        "button",
        "map",
    }
)
# Pictures of the site, not of the article.
ORNAMENT = re.compile(
    r"(?:^|/)(?:tpl|icon|logo|btn|button|blank|space|arrow|dot|line|bg)[^/]*(?:/|\.\w+$)|\.gif(?:[?#]|$)|^data:",
    re.IGNORECASE,
)
PRINTED_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})(?!\d)",
    re.ASCII,
)
# 第A01版:要闻, A1版, 第02版.
PRINTED_LABEL = re.compile(
    r"(?:第\s*([A-Za-z]{0,2}\d{1,3})|(?<![\w.])([A-Za-z]{0,2}\d{1,3}))\s*版",
    re.ASCII,
)
# The folders of such a site: 2021-09/28/node_2.htm.
DATED_FOLDER = re.compile(
    r"(?:^|/)((?:19|20)\d\d)-(\d\d)/(\d\d)/[^/]+$", re.ASCII
)
ABOUT_THE_SITE = re.compile(r"(?:[·|]|多媒体|数字|电子).*$")
SPACE = re.compile(r"[ \t\r\n\f]+")
HAN = r"[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f\u2014\u2018-\u201d]"
# Where the file's own line ends inside a sentence; a blank that was typed stays.
WRAPPED = re.compile(rf"(?<={HAN})[ \t]*[\r\n][ \t\r\n]*(?={HAN})")


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of an article, or the link to a picture that stands there."""

    text: str = ""
    link: str = ""

    @property
    def is_text(self) -> bool:
        return not self.link


@dataclass(frozen=True, slots=True)
class Markup:
    """What one HTML file holds: an index has links to articles and perhaps a picture of the page,
    an article its pieces.
    """

    identity: Identity
    links: tuple[str, ...] = ()
    picture: str = ""
    pieces: tuple[Piece, ...] = ()

    @property
    def is_index(self) -> bool:
        return not self.pieces and bool(self.links)


def read_markup(data: bytes, path: str) -> Markup:
    """Return what an HTML file holds; ``path`` may state the date. Raise ``ImportRefused`` when it
    is no HTML.
    """
    soup = soup_of(plain_text(data))
    identity = _identity(soup, path)
    areas = _links(soup, "area")
    body = _marked_body(soup) or (None if areas else _described_body(soup))
    if body is not None and (pieces := tuple(_pieces(soup, body))):
        return Markup(identity, pieces=pieces)
    picture = soup.find("img", usemap=True)
    return Markup(
        identity,
        areas or _links(soup, "a"),
        _address(picture, "src") if picture else "",
    )


def _links(soup: BeautifulSoup, tag: str) -> tuple[str, ...]:
    """Return the links of a picture map in the order of the list beside it, or those of the
    list.
    """
    found = [_address(each, "href") for each in soup.find_all(tag, href=True)]
    links = dict.fromkeys(link for link in found if ARTICLE_LINK.search(link))
    if tag == "area":
        listed = {
            link: number
            for number, link in reversed(list(enumerate(_links(soup, "a"))))
        }
        return tuple(
            sorted(links, key=lambda link: listed.get(link, len(listed)))
        )
    return tuple(links)


def _address(tag: Tag, name: str) -> str:
    return str(tag.get(name) or "").strip()


# The page it belongs to


def _identity(soup: BeautifulSoup, path: str) -> Identity:
    title = soup.title.get_text() if soup.title else ""
    words = " ".join(_words(soup))
    label = PRINTED_LABEL.search(title) or PRINTED_LABEL.search(words)
    folder = DATED_FOLDER.search(path)
    date = (
        _day(folder)
        or _day(PRINTED_DATE.search(title))
        or _day(PRINTED_DATE.search(words))
    )
    return Identity(
        _newspaper(title),
        date,
        (label[1] or label[2]).upper() if label else None,
    )


def _newspaper(title: str) -> str | None:
    pieces = (
        ABOUT_THE_SITE.sub("", piece) for piece in SEPARATORS.split(title)
    )
    return next((piece for piece in pieces if NEWSPAPER.fullmatch(piece)), None)


def _day(match: re.Match[str] | None) -> dt.date | None:
    try:
        return dt.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _words(soup: BeautifulSoup) -> Iterator[str]:
    """Yield the texts around an article: what the page says of itself stands outside it."""
    for text in soup.find_all(string=True):
        if (
            type(text) is NavigableString
            and text.strip()
            and not _is_inside(text)
        ):
            yield text.strip()


def _is_inside(text: NavigableString) -> bool:
    return any(
        parent.name in UNSEEN or parent.name == "p" or _is_body(parent)
        for parent in text.parents
    )


# The article


def _is_body(tag: Tag) -> bool:
    names = [tag.name, tag.get("id") or "", *(tag.get("class") or [])]
    return any(BODIES.match(str(name)) for name in names)


def _marked_body(soup: BeautifulSoup) -> Tag | None:
    """Return the element that the site's own marks say holds the text."""
    mark = soup.find(
        string=lambda text: (
            isinstance(text, Comment) and text.strip() == "enpcontent"
        )
    )
    found = [mark.parent] if mark else soup.find_all(_is_body)
    return next((tag for tag in found if tag.get_text(strip=True)), None)


def _described_body(soup: BeautifulSoup) -> Tag | None:
    """Return the element with most text in paragraphs of its own, when the file has a heading over
    it.
    """
    if not soup.find("h1"):
        return None
    sizes = {id(p.parent): [p.parent, 0] for p in soup.find_all("p")}
    for p in soup.find_all("p"):
        sizes[id(p.parent)][1] += len(p.get_text(strip=True))
    return max(sizes.values(), key=lambda each: each[1], default=[None])[0]


def _pieces(soup: BeautifulSoup, body: Tag) -> Iterator[Piece]:
    """Yield headings in the order of a printed page, then captions and text as they stand."""
    headings = _headings(soup, body)
    found: dict[str, list[Piece]] = {rank: [] for rank in RANKS}
    for rank, tag in headings:
        found[rank] += [piece for piece in _lines(tag) if piece.text]
    for rank in RANKS:
        yield from found[rank]
    for figure in _figures_before(body, [tag for _rank, tag in headings]):
        yield from _lines(figure)
    yield from _lines(body)


def _headings(soup: BeautifulSoup, body: Tag) -> list[tuple[str, Tag]]:
    """Return the headings with their ranks; what is inside one, or around the text or in it, is
    none.
    """
    taken = {id(tag) for tag in (body, *body.find_all(True), *body.parents)}
    found: list[tuple[str, Tag]] = []
    is_after = False
    for tag in soup.find_all(True):
        rank = None if id(tag) in taken else _rank(tag, is_after=is_after)
        if rank:
            found.append((rank, tag))
            taken |= {id(each) for each in tag.find_all(True)}
            is_after = is_after or rank == "headline"
    return found


def _rank(tag: Tag, *, is_after: bool) -> str | None:
    names = [str(tag.get("id") or ""), *map(str, tag.get("class") or [])]
    if tag.name in UNSEEN or tag.name in (
        "meta",
        "link",
        "input",
        "body",
        "html",
        "title",
    ):
        return None
    if tag.name == "h1" or (tag.name == "td" and "font01" in names):
        return "headline"
    for rank, pattern in HEADINGS:
        if any(pattern.search(name) for name in names):
            return rank
    if tag.name in ("h2", "h3", "h4") or (
        tag.name == "td" and "font02" in names
    ):
        return "subtitle" if is_after else "kicker"
    return None


def _figures_before(body: Tag, headings: list[Tag]) -> list[Tag]:
    """Return the tables and figures with pictures that stand between the headings and the text."""
    if not headings:
        return []
    around = {id(parent) for parent in body.parents}
    inside = {id(tag) for tag in body.find_all(True)}
    found: list[Tag] = []
    for tag in headings[-1].find_all_next(["table", "figure", "div"]):
        if tag is body or id(tag) in inside:
            break
        if id(tag) not in around and any(
            _is_photo(image) for image in tag.find_all("img")
        ):
            found.append(tag)
            around |= {id(each) for each in tag.find_all(True)}
    return found


def _is_photo(image: Tag) -> bool:
    source = _address(image, "src")
    return (
        bool(source) and not image.get("usemap") and not ORNAMENT.search(source)
    )


def _lines(tag: Tag) -> Iterator[Piece]:
    """Yield the lines of an element: blocks and breaks end a line, white space is seen as a browser
    shows it.
    """
    line: list[str] = []
    for part in (*_parts(tag), None):
        if isinstance(part, str):
            line.append(part)
            continue
        words = SPACE.sub(" ", WRAPPED.sub("", "".join(line))).strip(
            " \u3000\xa0"
        )
        line = []
        if words:
            yield Piece(words)
        if part is not None and part.name == "img" and _is_photo(part):
            yield Piece(link=_address(part, "src"))


def _parts(tag: Tag) -> Iterator[str | Tag | None]:
    """Yield the texts in an element; wherever a line ends, the element that ends it, or None behind
    a block.
    """
    waiting: list[Tag | NavigableString | None] = [tag]
    while waiting:
        each = waiting.pop()
        if each is None:
            yield None
        elif isinstance(each, NavigableString):
            if not isinstance(each, Comment | Declaration | Doctype):
                yield str(each)
        elif each.name not in UNSEEN:
            if BLOCKS.fullmatch(each.name) or each.name in ("br", "img"):
                yield each
                waiting.append(None)
            waiting += reversed(each.contents)
