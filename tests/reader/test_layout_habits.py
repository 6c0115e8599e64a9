"""Habits of papers: section heads, short signed pieces, letters, schedules, rosters, indexes, web
lines, photo pages.
"""

from __future__ import annotations

import datetime as dt

import pytest

from reader.layout import lay_out
from reader.results import PageContext, ReadArticle

CONTEXT = PageContext("云江日报", dt.date(2021, 12, 3))
ONE = "市民政局昨天宣布,城区新设三处老年食堂,由街道自办,老人凭卡就餐,一荤两素八元钱。"
TWO = "食堂中午开两小时,老人凭卡就餐,住在城北的周阿姨说,过去中午常常拿早上的剩粥对付。"
NEXT = f"江堤步道昨日开放\n本报讯(记者 王磊) {ONE}"


def read(*lines: str) -> tuple[ReadArticle, ...]:
    return lay_out("\n".join(lines), CONTEXT).articles


def texts(article: ReadArticle) -> list[str]:
    return [paragraph.text for paragraph in article.paragraphs]


def signed(article: ReadArticle) -> str:
    return " ".join(f"{one.name}/{one.role}" for one in article.byline)


def headings(articles: tuple[ReadArticle, ...]) -> list[tuple[str, str, str]]:
    return [(one.kicker, one.headline, one.subtitle) for one in articles]


# Ranks


@pytest.mark.parametrize(
    ("lines", "kicker", "headline", "subtitle"),
    [
        (
            "今起云江路半幅封闭\n两座桥改道",
            "",
            "今起云江路半幅封闭",
            "两座桥改道",
        ),
        (
            "昨日的一碗热饭\n三家食堂开门迎客",
            "昨日的一碗热饭",
            "三家食堂开门迎客",
            "",
        ),
        (
            "老年食堂开门迎客\n7条街受益，工期45天",
            "",
            "老年食堂开门迎客",
            "7条街受益，工期45天",
        ),
        (
            "投资增长18.7% 外贸增长21%\n云江经济稳中向好",
            "投资增长18.7% 外贸增长21%",
            "云江经济稳中向好",
            "",
        ),
        (
            "市政府召开常务会议\n研究老年食堂建设",
            "",
            "市政府召开常务会议",
            "研究老年食堂建设",
        ),
        (
            "下楼有热饭\n城北街道养老服务综述",
            "",
            "下楼有热饭",
            "城北街道养老服务综述",
        ),
        ("炉前灯下\n师傅的一把卡尺", "炉前灯下", "师傅的一把卡尺", ""),
        (
            "云江日报社论\n凝聚起建设新云江的磅礴力量",
            "云江日报社论",
            "凝聚起建设新云江的磅礴力量",
            "",
        ),
        (
            "聚焦市两会\n代表热议政府工作报告",
            "聚焦市两会",
            "代表热议政府工作报告",
            "",
        ),
        (
            "走基层·一线见闻\n这个村的路通了",
            "走基层·一线见闻",
            "这个村的路通了",
            "",
        ),
        (
            "市民刘先生:\n这条路何时能修好?",
            "市民刘先生:",
            "这条路何时能修好?",
            "",
        ),
        (
            "市党代会开幕\n周敏主持\n王磊等在主席台就座",
            "",
            "市党代会开幕",
            "周敏主持 王磊等在主席台就座",
        ),
        ("最美邻居名单\n(共10名)", "", "最美邻居名单", "(共10名)"),
    ],
)
def test_two_lines_are_ranked_by_what_they_say(
    lines: str, kicker: str, headline: str, subtitle: str
) -> None:
    assert headings(read(f"{lines}\n本报讯(记者 王磊) {ONE}", TWO)) == [
        (kicker, headline, subtitle)
    ]


def test_a_line_that_hands_over_is_no_heading() -> None:
    first, second = read(
        "老街改造完成", f"本报讯 {ONE}", "名单如下:", *NEXT.split("\n")
    )
    assert (texts(first), second.kicker) == ([ONE, "名单如下:"], "")


# Sections

LETTER = ("编辑同志:", TWO)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ("便民信息", "明日沿河街停水", ONE, "盼好心人提供线索", TWO),
            ["", ""],
        ),
        (
            ("便民信息", "明日沿河街停水", ONE, "短评", "水也要省着用", TWO),
            ["便民信息", "短评"],
        ),
        (
            ("读者来信", "站牌躲在树后", *LETTER, "为小伙点个赞", *LETTER),
            ["", ""],
        ),
        (
            ("读者来信", "站牌躲在树后", *LETTER, "", "停水公告", ONE),
            ["读者来信", ""],
        ),
        (
            (
                "乡镇传真",
                "茶场镇:炒茶能手斗技",
                f"本报讯 {ONE}",
                "石门乡:环境整治见效",
                f"本报讯 {TWO}",
            ),
            ["", ""],
        ),
        (
            (
                "乡镇传真",
                "炒茶能手同台斗技",
                f"本报讯 {ONE}",
                "环境整治今见成效",
                f"本报讯 {TWO}",
            ),
            ["乡镇传真", ""],
        ),
        (
            (
                "短评",
                "一碗热饭里的民生",
                "王磊",
                TWO,
                f"(下转第三版)\n\n本报讯 {ONE}",
            ),
            ["短评", ""],
        ),
    ],
)
def test_the_head_of_a_section_is_the_kicker_of_none(
    lines: tuple[str, ...], expected: list[str]
) -> None:
    assert [one.kicker for one in read(*lines)] == expected


# Who signs


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("读者 卜晓光", "卜晓光/writer"),
        ("热心市民 容　易", "容易/writer"),
        ("(通讯员 王磊)", "王磊/correspondent"),
        ("(体讯)", ""),
        ("(王磊 李芳)", "王磊/reporter 李芳/reporter"),
    ],
)
def test_a_line_behind_the_text_signs_it(line: str, names: str) -> None:
    first, second = read(
        "站牌躲在树后", f"本报讯 {ONE}", TWO, line, *NEXT.split("\n")
    )
    assert (signed(first), texts(first), second.headline) == (
        names,
        [ONE, TWO],
        "江堤步道昨日开放",
    )


@pytest.mark.parametrize(
    "line",
    [
        "读者 常青\n2021年12月1日",
        "书院街居民 燕　平\n12月1日",
        "梧桐里居民 邓小芸",
        "读者 们都说好吃得很",
    ],
)
def test_a_signature_over_a_date_or_with_an_address_stays(line: str) -> None:
    (article,) = read("站牌躲在树后", "编辑同志:", TWO, line)
    assert (signed(article), texts(article)[-1]) == ("", line.split("\n")[-1])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("来源:云江日报 作者:王磊 编辑:李芳", "王磊/writer"),
        ("作者:本报记者 王磊", "王磊/reporter"),
        ("2021-12-03 来源:云江日报 作者:云江发布", ""),
    ],
)
def test_the_author_line_of_an_e_paper_counts_where_nobody_signs(
    line: str, names: str
) -> None:
    unsigned, own = read(
        "站牌躲在树后",
        line,
        f"本报讯 {ONE}",
        "江堤步道开放",
        line,
        f"本报讯(记者 张强) {TWO}",
    )
    assert (unsigned.headline, signed(unsigned), texts(unsigned)) == (
        "站牌躲在树后",
        names,
        [ONE],
    )
    assert (own.headline, signed(own)) == ("江堤步道开放", "张强/reporter")


def test_the_author_line_may_stand_behind_the_text() -> None:
    first, second = read(
        "站牌躲在树后",
        f"本报讯 {ONE}",
        "来源:云江日报 作者:王磊",
        *NEXT.split("\n"),
    )
    assert (signed(first), second.headline) == (
        "王磊/writer",
        "江堤步道昨日开放",
    )


def test_a_bracketed_byline_under_a_headline_opens_the_text() -> None:
    (article,) = read("站牌躲在树后", "(记者 王磊)", ONE, TWO)
    assert (article.headline, signed(article)) == (
        "站牌躲在树后",
        "王磊/reporter",
    )


# Short pieces


@pytest.mark.parametrize("end", [("(电建平)", "(闻笛)"), ("", "")])
def test_marked_short_pieces_are_no_captions(end: tuple[str, str]) -> None:
    first, second = read(
        "简　讯",
        f"▲昨日,水厂检修水泵。{end[0]}",
        f"▲学校开展祭扫。{end[1]}",
        *NEXT.split("\n"),
    )
    assert texts(first) == ["▲昨日,水厂检修水泵。", "▲学校开展祭扫。"]
    assert [one.name for one in first.byline] == [
        name.strip("()") for name in end if name
    ]
    assert (first.photos, second.headline) == ((), "江堤步道昨日开放")


@pytest.mark.parametrize(
    "lines",
    [
        ("简讯", "▲昨日,水厂检修水泵", "▲学校开展祭扫", "王磊 摄"),
        ("简讯", "▲昨日,水厂检修水泵"),
        ("街头见闻", "▲昨日,水厂检修水泵", "▲学校开展祭扫"),
    ],
)
def test_captions_keep_their_marks(lines: tuple[str, ...]) -> None:
    assert [one.photos for one in read(*lines) if one.photos]


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


# Verse

POEM = (
    "把黄昏系在木桩上",
    "船就不走了",
    "对岸的人提着灯",
    "水把石头磨圆",
    "把喊声磨薄",
)


@pytest.mark.parametrize(
    ("lines", "below"),
    [
        (
            (
                *(f"　　{line}" for line in POEM),
                "清溪访谈",
                "把村庄写进年轮里",
                "——对话作家王磊",
            ),
            3,
        ),
        ((*POEM, "把村庄写进年轮里", "——对话作家王磊"), 2),
        ((*POEM, "像没写完的信。", "清溪访谈", "把村庄写进年轮里"), 2),
        ((*POEM, "", "清溪访谈", "把村庄写进年轮里"), 2),
        ((*POEM, "把村庄写进年轮里"), 1),
    ],
)
def test_verse_ends_before_the_headings_below(
    lines: tuple[str, ...], below: int
) -> None:
    poem, report = read("渡口", "□石光", *lines, "本报记者 李芳", ONE, TWO)
    assert len(poem.paragraphs) == len([line for line in lines if line]) - below
    assert (
        sum(map(bool, (report.kicker, report.headline, report.subtitle)))
        == below
    )
    assert texts(report) == [ONE, TWO]


def test_a_jump_line_may_name_what_stands_elsewhere() -> None:
    (article,) = read("老街改造完成", f"本报讯 {ONE}", "(工作报告摘要见第三版)")
    assert (article.continues_on, texts(article)) == ("3", [ONE])


def test_a_document_is_signed_below() -> None:
    notice, second = read(
        "第一次会议公告",
        "(第三号)",
        ONE,
        "主任:钟鼎铭",
        "现予公告。",
        "云江市大会主席团",
        "2021年12月1日",
        *NEXT.split("\n"),
    )
    assert headings((notice,)) == [("", "第一次会议公告", "(第三号)")]
    assert texts(notice)[1:] == [
        "主任:钟鼎铭",
        "现予公告。",
        "云江市大会主席团",
        "2021年12月1日",
    ]
    assert second.headline == "江堤步道昨日开放"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("　　王磊 李芳", "王磊/reporter 李芳/reporter"),
        ("　　　　　　　　王磊", "王磊/reporter"),
        ("　　人人称好", ""),
    ],
)
def test_names_set_in_behind_the_text_sign_it(line: str, names: str) -> None:
    assert (
        signed(
            read("站牌躲在树后", f"本报讯 {ONE}", line, *NEXT.split("\n"))[0]
        )
        == names
    )
    assert signed(read("站牌躲在树后", f"本报讯 {ONE}", line)[0]) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [("○王磊(云江)", "王磊/writer"), ("□王　磊（云江）", "王磊/writer")],
)
def test_an_author_may_say_where_he_lives(line: str, names: str) -> None:
    (article,) = read("站牌躲在树后", line, TWO, TWO[:30] + "。")
    assert (article.headline, signed(article)) == ("站牌躲在树后", names)


def test_offices_and_their_holders_are_no_headline_and_byline() -> None:
    lines = (
        "大会选举:",
        "市人大常委会主任",
        "王磊",
        "市人大常委会副主任(按姓氏笔画排列)",
        "李芳(女)　张强　赵亮",
        "现予公布。",
    )
    (article,) = read("第一次会议选举结果公告", "(2021年12月1日)", *lines)
    assert (article.headline, article.byline, texts(article)) == (
        "第一次会议选举结果公告",
        (),
        list(lines),
    )
    assert signed(read("市长", "王磊", TWO, ONE)[0]) == "王磊/writer"


def test_who_said_it_stands_under_the_words() -> None:
    first, second = read(
        "声音", "“路通了,心也通了。”", "——村民张强", *NEXT.split("\n")
    )
    assert (texts(first)[-1], headings((second,))) == (
        "——村民张强",
        [("", "江堤步道昨日开放", "")],
    )


# What the text keeps


@pytest.mark.parametrize(
    "line",
    ["联系人:周女士 电话:0731-28829110", "如有意见,请反映,监督电话:28829110。"],
)
def test_whom_to_ask_stands_in_the_notice(line: str) -> None:
    [article] = read("闲置设备拍卖公告", f"本报讯 {ONE}", line)
    assert texts(article)[-1] == line


@pytest.mark.parametrize(
    "line",
    [
        "新闻热线:0731-28829110",
        "责任编辑:周敏 校对:毛志远 新闻热线:0731-28829110",
    ],
)
def test_whom_to_call_at_the_paper_is_furniture(line: str) -> None:
    [article] = read("闲置设备拍卖公告", f"本报讯 {ONE}", line)
    assert texts(article) == [ONE]


def test_a_list_of_leaders_cut_by_a_column_is_no_headline() -> None:
    cut = "王磊、李芳、赵海、钱大明、孙亮、周", "敏、吴迪等分别参加讨论。"
    [article] = read("代表团讨论报告", f"本报讯(记者 郑强) {ONE}", *cut, TWO)
    assert texts(article) == [ONE, "".join(cut), TWO]


def test_indented_clauses_are_paragraphs_each() -> None:
    clauses = [
        "王磊为市教育局局长;",
        "李芳为市财政局局长;",
        "赵海为市水利局局长。",
    ]
    [article] = read(
        "市人大常委会任命名单",
        *("\u3000\u3000" + line for line in (f"本报讯 {ONE}", *clauses)),
    )
    assert texts(article) == [ONE, *clauses]
    [article] = read("市人大常委会任命名单", f"本报讯 {ONE}", *clauses)
    assert texts(article) == [ONE, "".join(clauses)]


def test_what_a_reader_asks_is_the_letter_and_no_headline() -> None:
    asked = "云江读者周敏来信问:老年食堂的饭卡丢了,怎样补办?"
    [article] = read(*NEXT.split("\n"), "", "读者来信", asked, TWO)[1:]
    assert (article.headline, texts(article)) == ("读者来信", [asked, TWO])


def test_who_publishes_a_paper_is_part_of_its_head() -> None:
    page = read(
        "云江日报  中共云江市委主管 云江报业集团主办",
        "2021年12月3日 星期五 第1版",
        *NEXT.split("\n"),
    )
    assert headings(page) == [("", "江堤步道昨日开放", "")]


@pytest.mark.parametrize(
    "head",
    [
        "云江日报  A2  聚焦市第八次党代会·图文专版\n2021年12月3日 星期五",
        "云 江 日 报\n2021年12月3日 星期五 第1版",
        "主办:中共云江市委宣传部  内部资料\n云江日报 2021年12月3日",
    ],
)
def test_heads_with_a_long_section_a_wide_name_or_a_publisher_are_no_articles(
    head: str,
) -> None:
    assert headings(read(*head.split("\n"), *NEXT.split("\n"))) == [
        ("", "江堤步道昨日开放", "")
    ]


def test_all_lines_between_the_halves_of_a_word_stand_under_pictures() -> None:
    halves = (
        f"{TWO}他说,要算生态账、算长远账,让绿色真正成为云江高质量发展的底",
        "色。",
    )
    pictures = (
        "代表们在讨论间隙研读报告。",
        "周敏(左二)和代表们交流。",
        "(本组图片由本报记者 尤立冬 摄)",
    )
    [article] = read(
        "代表团讨论报告",
        f"本报讯(记者 郑强) {ONE}",
        halves[0],
        *pictures,
        halves[1],
    )
    assert texts(article) == [ONE, "".join(halves)]
    assert [photo.caption for photo in article.photos] == list(pictures[:2])


def test_figures_behind_marks_are_paragraphs_and_no_headings() -> None:
    figures = ["■城镇新增就业:31.6万人", "■新改建农村公路:4270公里"]
    first, second = read(
        "五年之变", f"本报讯 {ONE}", *figures, *NEXT.split("\n")
    )
    assert (texts(first), second.headline) == (
        [ONE, *figures],
        "江堤步道昨日开放",
    )


def test_who_signed_a_notice_with_the_day_ends_it() -> None:
    items = ["1.王磊,男,市一中教师", "2.李芳,女,市二中教师"]
    rest, signed_by = (
        "对公示对象有异议的,可向本局反映。",
        "云江市教育局 2021年12月2日",
    )
    first, second = read(
        "拟表彰教师公示", ONE, *items, rest, signed_by, "", "停水通知", TWO
    )
    assert (texts(first), second.headline) == (
        [ONE, *items, rest, signed_by],
        "停水通知",
    )


def test_a_line_that_leads_in_with_a_dash_is_the_kicker() -> None:
    lines = (
        "从打工妹到带头人,她用十年告诉乡亲——",
        "一双手绣出一片天",
        f"本报讯 {ONE}",
    )
    assert headings(read(*lines)) == [(*lines[:2], "")]
