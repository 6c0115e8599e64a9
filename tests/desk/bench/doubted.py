"""A page with an article at the workbench, and what is doubted and written there."""

from tests.builders import (
    make_finding,
)

CUT = "会议听取了关于春耕\n\n图说一行。\n\n备耕的汇报。"


BODY = "林向晚主持会议。\n会议听取了关于春耕备耕的汇报。"


def cut(article):
    return make_finding(
        page=article.page,
        article=article,
        page_start=9,
        page_end=18,
        message="接排。",
    )


def doubt(article, start, end, **fields):
    return make_finding(
        page=article.page,
        article=article,
        rule="extra_char",
        part="body",
        page_start=start,
        page_end=end,
        start=start,
        end=end,
        exact=article.body[start:end],
        message=f"多字{start}。",
        **fields,
    )


def words(article, place, base, new, **more):
    typed = {"article": article.pk, "place": place, "base": base}
    return typed | {"words": new} | more
