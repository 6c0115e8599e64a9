"""E-paper sites in the layouts of several programs: the same three articles on two pages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.importing.printed import jpeg

ARTICLES = {
    1: ("育秧大棚一片新绿", "南湖县的早稻三月十四日完成育秧。"),
    2: ("老街重新开放", "修缮后的老街三月十五日迎来街坊。"),
    3: ("三条公交线路开通", "新线路三月十六日起连接南北两城。"),
}
TITLES = {number: title for number, (title, _body) in ARTICLES.items()}
ON_PAGE = {"01": (1, 2), "02": (3,)}

Files = dict[str, str | bytes]


def written(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, data in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return root


def html(body: str, title: str = "北岭晚报", after: str = "") -> str:
    head = f"<head><meta charset=utf-8><title>{title}</title></head>"
    return f"<!DOCTYPE html><html>{head}<body>{body}</body></html>{after}"


def _body(number: int) -> str:
    _title, words = ARTICLES[number]
    return f"<!--enpcontent--><p>\u3000\u3000{words}</p><!--/enpcontent-->"


def daily() -> Files:
    """A daily's site of the years before 2024: ``nbs`` are indexes, ``nw`` articles."""
    day = "2023-03/17"
    nav = '<div id="riqi_">2023年03月17日 星期五</div>' + "".join(
        f'<a id="pageLink" href="nbs.D21blwb_{label}.htm">第{label}版:要闻</a>'
        for label in ON_PAGE
    )
    files: Files = {}
    for label, numbers in ON_PAGE.items():
        names = [
            f"nw.D21blwb_20230317_{number}-{label}.htm" for number in numbers
        ]
        areas = "".join(f'<area href="{name}">' for name in names)
        image = f"../../../images/{day}/{label}/page.jpg"
        files[f"blwb/html/{day}/nbs.D21blwb_{label}.htm"] = html(
            f'{nav}<div class="ban"><img src="{image}" usemap="#m"><map name="m">{areas}</map>'
            f'</div><div class="l_t">第{label}版:要闻</div>'
        )
        files[f"blwb/images/{day}/{label}/page.jpg"] = jpeg()
        for name, number in zip(names, numbers, strict=True):
            files[f"blwb/html/{day}/{name}"] = html(
                f"{nav}<h1>{TITLES[number]}</h1><h2></h2>"
                f'<div class="lai">《北岭晚报》(2023年03月17日  第 {label} 版)</div>'
                f'<div id="ozoom">{_body(number)}</div>',
                f"{TITLES[number]}-北岭晚报",
            )
    return files


def layered() -> Files:
    """The layout of today's sites: indexes, articles and pictures in folders of their own."""
    day = "202503/17"
    files: Files = {}
    pages = "".join(
        f'<a href="../../../layout/{day}/node_{label}.html">{label}版:要闻</a>'
        for label in ON_PAGE
    )
    header = '<p class="date">2025年03月17日 星期一</p>'
    for label, numbers in ON_PAGE.items():
        links = [
            f"../../../content/{day}/content_7{number}.html"
            for number in numbers
        ]
        areas = "".join(f'<area href="{link}">' for link in links)
        listed = "".join(f'<li><a href="{link}">题</a></li>' for link in links)
        files[f"site/layout/{day}/node_{label}.html"] = html(
            f'{header}{pages}<img usemap="#m" src="../../../pic/{day}/p{label}.jpg">'
            f'<map name="m">{areas}</map><p class="left ban">第{label}版:要闻</p><ul>{listed}</ul>'
        )
        files[f"site/pic/{day}/p{label}.jpg"] = jpeg()
        for number in numbers:
            files[f"site/content/{day}/content_7{number}.html"] = html(
                f"{header}{pages}<h3></h3><h1>{TITLES[number]}</h1>"
                f'<p class="sec"> 本报记者\u3000石磊 <span class="date">《北岭晚报》'
                f"(2025年03月17日 第 {label} 版)</span></p>"
                f'<div id="ozoom">{_body(number)}</div>'
            )
    return files


def founder(day_of_month: str = "17") -> Files:
    """A site without maps in undated folders; its program's comments say which page is which."""
    files: Files = {}
    nodes = "".join(
        f"<a href=node_{node}.htm>第A{label}版:要闻</a>"
        for node, label in enumerate(ON_PAGE, 2)
    )
    for node, (label, numbers) in enumerate(ON_PAGE.items(), 2):
        listed = "".join(
            f"<a href=content_8{number}.htm><div>{TITLES[number]}</div></a>"
            for number in numbers
        )
        files[f"{day_of_month}/node_{node}.htm"] = html(
            f'<p class="rq">2017年3月{day_of_month}日</p>{listed}{nodes}'
            '<a href="../16/node_2.htm">上一期</a><a href="http://ad.example/1.htm">广告</a>',
            after=f"<!--enpproperty <founder-date>2017-03-{day_of_month} 23:59:59</founder-date>"
            f"<founder-pagenum>A{label}</founder-pagenum>"
            "<founder-papername>北岭晚报</founder-papername> /enpproperty-->",
        )
        for number in numbers:
            files[f"{day_of_month}/content_8{number}.htm"] = html(
                f"{nodes}<div id=ozoom><founder-content>{_body(number)}</founder-content></div>",
                "北岭晚报数字报",
                f"<!--enpproperty <articleid>8{number}</articleid><author>本报记者\u3000石磊</author>"
                f"<introtitle>晴好天气</introtitle><title>{TITLES[number]}</title>"
                "<subtitle>各方关注</subtitle> /enpproperty-->",
            )
    return files
