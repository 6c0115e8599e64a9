"""An e-paper site as such sites are built: an index of each page with a map of its articles, one
file for each article.
"""

from __future__ import annotations

INDEX = """<html><head><title>滨江日报数字报-2019年03月15日-第A1版:要闻</title></head><body>
<img src="../../tplimg/logo.jpg"><span>2019年03月15日 星期五</span>
<a href="node_1.htm">第A1版:要闻</a> <a href="node_2.htm">第A2版:综合</a>
<img src="../../images/2019-03/15/A1/page.jpg" usemap="#PagePicMap">
<map name="PagePicMap">{areas}</map>
<ul>{links}</ul></body></html>"""

ARTICLE = """<html><head><title>滨江日报数字报-{headline}</title><script
>var p = "第C9版";</script></head><body>
<table><tr><td>2019年03月15日</td><td>第A1版:要闻</td><td><a href="content_9.htm">下一篇</a></td></tr></table>
<img src="../../tplimg/blank.gif">
<p id="PreTitle">{kicker}</p><h1 id="Title">{headline}</h1><h2 id="SubTitle">{subtitle}</h2><div
id="author">{byline}</div>
{figures}
<div id="ozoom"><founder-content><!--enpcontent-->{body}<!--/enpcontent--></founder-content></div>
<div class="tools">放大 缩小</div></body></html>"""

FIGURE = """<table><tr><td><img src="{source}"></td></tr><tr><td>{caption}</td></tr></table>"""


def index(*articles: str, listed: tuple[str, ...] = ()) -> str:
    areas = "".join(
        f'<area coords="0,0,9,9" href="{name}">' for name in articles
    )
    return INDEX.format(
        areas=areas,
        links="".join(
            f'<li><a href="{name}">题</a></li>' for name in listed or articles
        ),
    )


def article(
    headline: str, *paragraphs: str, figures: str = "", **parts: str
) -> str:
    parts = {"kicker": "", "subtitle": "", "byline": "", **parts}
    body = "".join(
        f"<p>\u3000\u3000{paragraph}</p>\n" for paragraph in paragraphs
    )
    return ARTICLE.format(
        headline=headline, body=body, figures=figures, **parts
    )


def figure(source: str, caption: str = "") -> str:
    return FIGURE.format(source=source, caption=caption)
