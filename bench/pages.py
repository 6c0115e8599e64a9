"""Newspaper pages made up for measuring: the same number gives the same page on every machine."""

from __future__ import annotations

import datetime as dt
from random import Random

NEWSPAPER = "滨江日报"
FIRST_DAY = dt.date(2015, 1, 1)
PAGES_A_DAY = 8

SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田"
    "董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
GIVEN = "建国志强晓明文华海涛永红春梅雪峰丽萍俊杰家豪思远雨桐子轩浩然欣怡梓涵天宇嘉琪立新光明德胜玉兰桂英秀珍金凤成龙少华卫东爱民"
PLACES = (
    "市委礼堂",
    "市会议中心",
    "市民文化广场",
    "青山区政务中心",
    "临港工业园",
    "南湖街道办事处",
)
BODIES = (
    "青山区",
    "临港区",
    "南湖县",
    "云岭县",
    "石桥镇",
    "市教育局",
    "市水利局",
    "市交通局",
    "市总工会",
    "市供销社",
    "高新区",
)
MEETINGS = (
    "经济工作会议",
    "安全生产工作会议",
    "城市更新现场推进会",
    "乡村振兴工作推进会",
    "招商引资调度会",
)
OPENINGS = (
    "今年以来",
    "在项目现场",
    "记者在村里看到",
    "据了解",
    "按照部署",
    "入春以后",
    "走进车间",
    "近年来",
    "下一步",
    "截至目前",
)
SUBJECTS = (
    "当地改造老旧管网",
    "园区新增标准厂房",
    "全县建成高标准农田",
    "街道新装路灯和监控",
    "合作社流转闲置土地",
    "施工单位完成路基填筑",
    "社区整修楼道和外墙",
    "码头扩建货物堆场",
    "林业站补植防护林",
    "水利部门清理淤塞沟渠",
)
UNITS = ("公里", "平方米", "亩", "处", "公顷", "万立方米", "户", "米")
RESULTS = (
    "群众步行十分钟就能走到一处绿地",
    "审批时间比原来缩短了一半",
    "上下游企业跟着添了设备",
    "汛期排涝能力明显提高",
    "村集体经济有了稳定收入",
    "工期比计划提前了两个月",
    "居民反映强烈的噪声问题得到解决",
    "农产品当天就能运进城区市场",
    "用工需求带动了周边就业",
    "投诉量逐月下降",
)
CLOSINGS = (
    "各项工作按进度推进",
    "责任落实到了每个岗位",
    "验收将在年底进行",
    "这一做法已在邻近乡镇推开",
    "后续管护由专人负责",
)


def page(number: int) -> tuple[str, str]:
    """Return the file name and the text of a page: five articles, about 6,400 characters and 80
    mentions.
    """
    random = Random(number)
    day = FIRST_DAY + dt.timedelta(days=number // PAGES_A_DAY)
    label = f"A{number % PAGES_A_DAY + 1}"
    day_before = day - dt.timedelta(days=1)
    articles = [
        _article(random, random.choice(BODIES) + meeting, day_before)
        for meeting in random.sample(MEETINGS, 5)
    ]
    return f"{NEWSPAPER}_{day}_{label}.txt", "\n\n\n".join(articles)


def _article(random: Random, meeting: str, day: dt.date) -> str:
    place = random.choice(PLACES)
    chair, speaker, *others = (_name(random) for _ in range(12))
    paragraphs = [
        f"本报讯(记者 {_name(random)} 通讯员 {_name(random)}) {day.month}月{day.day}日上午,{meeting}在{place}召开。"
        f"市委副书记、市长{chair}主持会议并讲话,{'、'.join(others)}出席会议。"
        + _told(random, 5),
        f"{chair}强调," + _told(random, 6),
        f"{speaker}在发言中说," + _told(random, 6),
        _told(random, 6),
        f"随后,{chair}、{speaker}一行来到项目现场,察看施工进度。"
        + _told(random, 3),
    ]
    return "\n\n".join([f"{meeting}召开", f"{chair}主持并讲话", *paragraphs])


def _told(random: Random, sentences: int) -> str:
    return "".join(_sentence(random) for _ in range(sentences))


def _sentence(random: Random) -> str:
    """Return one of some ten million sentences, so that none repeats the other by chance."""
    done = f"{random.choice(SUBJECTS)}{random.randrange(12, 980)}{random.choice(UNITS)}"
    return f"{random.choice(OPENINGS)},{done},{random.choice(RESULTS)},{random.choice(CLOSINGS)}。"


def _name(random: Random) -> str:
    """Return one of the few thousand names that a city paper prints in a year."""
    who = Random(random.randrange(3000))
    return who.choice(SURNAMES) + "".join(
        who.sample(GIVEN, who.choice((1, 2, 2)))
    )
