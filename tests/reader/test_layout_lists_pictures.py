"""Lists and pictures in the habits of many papers."""

from __future__ import annotations

import pytest

from tests.reader.printed_forms import NEXT, ONE, TWO, headings, read, texts

# Lists


def test_a_schedule_is_a_list_under_its_title() -> None:
    days = (
        "1月20日(星期三)",
        "下午3时 召开预备会议",
        "1月21日(星期四)",
        "上午9时 开幕大会,听取报告",
        "9:00-11:00 分组审议",
    )
    first, schedule, last = read(
        "老街改造完成",
        f"本报讯 {ONE}",
        "老人说好。",
        "大会日程",
        "(12月1日预备会议通过)",
        *days,
        *NEXT.split("\n"),
    )
    assert headings((schedule,)) == [("", "大会日程", "(12月1日预备会议通过)")]
    assert texts(schedule) == list(days)
    assert (texts(first), last.headline) == (
        [ONE, "老人说好。"],
        "江堤步道昨日开放",
    )


@pytest.mark.parametrize(
    "line", ["8月20日城区部分路段限行", "9时开考 全市三万考生赴考"]
)
def test_headlines_with_a_day_are_no_schedule(line: str) -> None:
    assert read(f"{line}\n本报讯 {ONE}")[0].headline == line


def test_entries_votes_and_book_notices_stand_alone() -> None:
    lines = (
        "现将名单公布如下:",
        "终身成就奖(3人):田德生(土家族) 戴冰如(女)",
        "文学奖(2件):《老街》王磊;《江声》李芳",
        "时 光 赞成208票,反对1票;",
        "乔 木 赞成206票,反对2票。",
    )
    assert texts(read("民间文艺奖揭晓", f"本报讯 {ONE}", *lines)[0])[
        1:
    ] == list(lines)
    notice = ("李　芳　著", "云江文艺出版社 2021年3月版 定价:28.00元")
    assert texts(read("新书架", "《云江旧城记》", *notice, ONE)[0])[:2] == list(
        notice
    )


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (
            (
                "王　成　刘国龙　汤　瑛(女)",
                "邓爱华(女,土家族)　彭建忠　谢　军",
                "熊　炜　周　敏",
            ),
            1,
        ),
        (("城北街道:王成、刘国龙、汤瑛", "城南街道:邓爱华、彭建忠"), 2),
        (("王成、刘国龙、汤瑛", "邓爱华　彭建忠　谢　军"), 2),
    ],
)
def test_a_roster_set_in_several_lines_is_one_paragraph(
    lines: tuple[str, ...], count: int
) -> None:
    roster, second = read(
        "主席团名单", "(共9名,按姓氏笔画为序)", *lines, *NEXT.split("\n")
    )
    assert (roster.headline, len(roster.paragraphs), roster.byline) == (
        "主席团名单",
        count,
        (),
    )
    assert second.headline == "江堤步道昨日开放"


@pytest.mark.parametrize("head", [("下列同志当选:",), ()])
def test_names_in_lines_under_no_head_of_a_list_stay_apart(
    head: tuple[str, ...],
) -> None:
    lines = (*head, "邬玉兰　丘明山　查　尔", "夏侯婷　娄　敏　糜小鹿")
    assert texts(read("十佳教师揭晓", *lines, "颁奖典礼择期举行。")[0])[
        : len(lines)
    ] == list(lines)


def test_a_day_heads_a_part_of_a_schedule() -> None:
    lines = ("1月20日", "下午3时 召开预备会议", "1月21日", "上午9时 开幕")
    (article,) = read("大会日程", *lines)
    assert (article.headline, texts(article)) == ("大会日程", list(lines))


def test_offices_of_a_roster_keep_their_lines() -> None:
    lines = (
        "主 任:胡忠雄",
        "副主任:黎石秋 潘水祥",
        "委 员(按姓氏笔画为序):",
        "王 成 刘国龙 汤 瑛(女)",
    )
    assert texts(read("资格审查委员会名单", *lines)[0]) == list(lines)


@pytest.mark.parametrize(
    ("lines", "headlines"),
    [
        (
            ("导读", "高考成绩明日可查　　3版", "城铁下月试运行……A5版"),
            ["老街改造完成"],
        ),
        (
            ("高考成绩明日可查　　3版", "城铁下月试运行　　第五版"),
            ["老街改造完成"],
        ),
        (("【今日看点】", "高考成绩明日可查>>>A3"), ["老街改造完成"]),
        (("高考成绩明日可查 3版",), ["老街改造完成", "高考成绩明日可查 3版"]),
        (
            ("今日导读", "A03　高考成绩明日可查", "A05　城铁下月试运行"),
            ["老街改造完成"],
        ),
        (("导读", "2版 高考成绩明日可查"), ["老街改造完成"]),
        (
            ("A03 高考成绩明日可查", "A05 城铁下月试运行"),
            ["老街改造完成", "A03 高考成绩明日可查 A05 城铁下月试运行"],
        ),
    ],
)
def test_the_index_of_other_pages_belongs_to_no_article(
    lines: tuple[str, ...], headlines: list[str]
) -> None:
    articles = read("老街改造完成", f"本报讯 {ONE}", *lines, *NEXT.split("\n"))
    assert [one.headline or one.kicker for one in articles][
        : len(headlines)
    ] == headlines or len(headlines) > 1
    assert len(articles) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ("今日导读", "A03　高考成绩明日可查", "A05　城铁下月试运行"),
        ("导读", "2版 高考成绩明日可查"),
        ("【今日看点】", "高考成绩明日可查>>>A3"),
    ],
)
def test_an_index_under_its_label_is_no_text_of_the_article_above(
    lines: tuple[str, ...],
) -> None:
    first, second = read(
        "老街改造完成", f"本报讯 {ONE}", *lines, *NEXT.split("\n")
    )
    assert texts(first) == [ONE]
    assert second.kicker == ""


# Pictures


def test_a_title_above_a_caption_makes_an_article_of_pictures() -> None:
    first, photo, last = read(
        "老街改造完成",
        f"本报讯 {ONE}",
        "春茶飘香",
        "茶场的早茶获得丰收。　　本报记者　王磊摄影",
        *NEXT.split("\n"),
    )
    assert (
        photo.headline,
        photo.photos[0].caption,
        photo.photos[0].photographers,
    ) == (
        "春茶飘香",
        "茶场的早茶获得丰收。",
        ("王磊",),
    )
    assert (first.photos, last.photos) == ((), ())


def test_a_paragraph_that_leads_in_pictures_has_a_headline() -> None:
    pictures = (
        "图①:代表步入会场。",
        "图②:代表翻看笔记。",
        "(图①王磊 摄 图②李芳 摄)",
    )
    articles = read(
        "老街改造完成",
        f"本报讯 {ONE}",
        TWO,
        "镜头里的大会",
        ONE,
        *pictures,
        *NEXT.split("\n"),
    )
    assert [one.headline for one in articles][1] == "镜头里的大会"
    assert [one.photographers for one in articles[1].photos] == [
        ("王磊",),
        ("李芳",),
    ]


@pytest.mark.parametrize(
    ("byline", "line", "photos"),
    [
        ("本报记者 王磊 文/图", "谌水生在检查启闭机。", 1),
        ("本报记者 王磊 文/图", "谌水生说,他不累。", 0),
        ("本报记者 王磊", "谌水生在检查启闭机。", 0),
    ],
)
def test_a_byline_for_pictures_finds_its_caption(
    byline: str, line: str, photos: int
) -> None:
    (article,) = read("水清了脚步才踏实", byline, ONE, line, TWO)
    assert (len(article.photos), len(article.paragraphs)) == (
        photos,
        3 - photos,
    )
