"""A page with a paragraph that a column cut, and what is doubted on it."""

from editorial.casework.acts import acts_of
from editorial.casework.deciding_cases import (
    case_of,
    words_on_page,
)
from tests.builders import (
    make_finding,
)

CUT = "会议听取了关于春耕\n\n图说一行。记者 摄\n\n备耕的汇报。"


BODY = "会议听取了关于春耕备耕的汇报。"


TWICE = "水渠通到田头，粮仓备足种子。"


def on(article, rule, begins, ends, **fields):
    return make_finding(
        page=article.page,
        article=article,
        rule=rule,
        page_start=begins,
        page_end=ends,
        **fields,
    )


def twice(article):
    """The same words in two places, with what the first may have covered."""
    body = f"开头。{TWICE}中间。{TWICE}"
    article.body = body
    article.save()
    first = body.index(TWICE)
    last = body.rindex(TWICE)
    size = len(TWICE)
    places = [(first, 40), (last, 80)]
    found = [
        on(
            article,
            "repeated_run",
            at,
            at + size,
            part="body",
            start=start,
            end=start + size,
            exact=TWICE,
        )
        for start, at in places
    ]
    on(article, "missing_text", 80, 80, part="body", start=last, end=last)
    return found


def names(page, key):
    words = words_on_page(page)
    return [act.name for act in acts_of(case_of(page, key), words)]
