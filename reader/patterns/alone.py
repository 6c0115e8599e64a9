"""What lines that stand alone look like: lists and their heads, schedules, days, greetings.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, NUMERALS

# A line of a schedule: a day, or what follows at an hour or in a half-day.   + 1月20日(星期三)
#   + 今日   + 下午3时 召开预备会议   + 9:00 报到   + 上午 分组审议   - 8月20日城区限行
SCHEDULE_LINE: Final = re.compile(
    r"(?:\d{1,2}月)?\d{1,2}日\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?\s*(?:[上下]午|晚上?)?\s*:?$"
    r"|[今明昨][日天]\s*:?$|(?:[上下]午|晚上?)\s+[^\s\d,。]{4}"
    r"|(?:[上下]午|中午|晚上?|凌晨)?\s*\d{1,2}(?:时(?:\d{1,2}分|半)?"
    r"|:\d{2})(?:\s*[-—~至]\s*(?:\d{1,2}(?:时(?:\d{1,2}分|半)?|:\d{2})))?[\s:]"
)
# A line of what is on at which hour.   + 某台 19:35电视剧《某某》   + 21:30 体育大世界   - 19:30直播
PROGRAMME_LINE: Final = re.compile(
    rf"(?:[{HAN}][{HAN} ]{{0,8}})?\d{{1,2}}:\d{{2}}\s?(?=[《“{HAN}])(?!.*[,。])"
)
# One of the terms or sessions that a list goes through.   + 第一次:1984年5月10日至13日   - 第一次走进大山
TERM_LINE: Final = re.compile(rf"第[{NUMERALS}\d]{{1,3}}[次届]\s*:")
# Who wrote the book a notice is about.   + 简 繁 著   + 甲乙 译   - 名著
AUTHORED: Final = re.compile(
    rf"[{HAN}·、 ]{{2,20}}\s(?:著|编著|主编|编|译|绘|编译|选编)$"
)
# Who signs a notice, and the day.   + 东岭区总工会 2019年11月7日   - 讨论稿 2019年
SIGNED_AND_DATED: Final = re.compile(
    rf"[{HAN}()、 ]{{4,40}}\s+\d{{4}}年\d{{1,2}}月\d{{1,2}}日$"
)
# A line of figures behind a mark.   + ■城镇新增就业:31.6万人   - ■本报记者 甲乙
FIGURES: Final = re.compile(
    rf"(?P<mark>[■●▲◆★□○◇▪•▶])\s*[{HAN}“”()、]{{2,24}}:.*\d"
)
# An office at the end of a list, and who holds it.   + 秘书长 甲乙(兼)   + 总监票人 甲 乙   - 秘书长 甲乙作报告
OFFICE_HOLDERS: Final = re.compile(
    rf"[{HAN}]{{0,4}}(?:秘书长|召集人|监票人|常务主席)"
    rf"(?: +(?:[{HAN}]{{2,3}}|[{HAN}] +[{HAN}])(?:\([^()]{{1,8}}\))?)+$"
)
# The head of a list of names.   + 主席团(23人,按姓氏笔画为序)   + 秘书长:甲乙(兼)   + 秘书长 甲乙(兼)
#   - 县长:今年再修五十公里路
LIST_HEAD: Final = re.compile(
    rf".*(?:笔[画划](?:为序|排列|排序|顺序)|排名不分先后|为序排列|音序排列|\(\d+[人名件个项篇部户家位对]\)|\([^()]{{1,24}}为序\))"
    rf"|[{HAN}]{{0,8}}(?:长|主 *任|书 *记|主 *席|委 *员|成 *员|总监|召集人|票人|负责人|秘 *书"
    rf"|顾 *问)\s*:\s*(?:[{HAN}]{{2,4}}|[{HAN}] +[{HAN}])(?:[、 (,]|$)"
    rf"|{OFFICE_HOLDERS.pattern}"
)
# A field of a notice, a motion or an interview.   + 案由:关于加装电梯的建议   + 联系人:甲乙   - 会议主题:
FIELD_LINE: Final = re.compile(
    r"(?:案 *由|(?:第一)?提案人|附议人|联名人|(?:承|主|协|会)办单位|办理(?:单位|结果|情况)|答复(?:单位|时间)"
    r"|(?:报名|活动|讲座|展览|演出|举办|会议|开放|咨询|面试|招生|公示|受理|监督|举报)?(?:时 *间|地 *点|日期|方式|对象|电话)"
    r"|主 *讲人?|主持人|联系(?:人|方式|电话)|受访(?:者|人|对象|嘉宾)|对话(?:嘉宾|人物|者)|参加(?:对象|人员)|收费标准|票 *价)"
    r" *: *[^: ].{0,60}$"
)
# The date under a letter or a document.   + 2021年9月   + 二〇二一年九月二十八日   - 9月28日
DATE_LINE: Final = re.compile(
    rf"(?:二[〇零○O0]|一九|\d{{2}})[\d{NUMERALS}○O]{{2}}年[\d{NUMERALS}]{{1,3}}月"
    rf"(?:[\d{NUMERALS}]{{1,3}}日)?$"
)
# The same, or a day without its year.   + 9月28日   + 2021年9月28日   + 四月十五日   - 28日
DAY_LINE: Final = re.compile(
    rf"(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日$|[{NUMERALS}]{{1,2}}月[{NUMERALS}]{{1,3}}日$"
    rf"|{DATE_LINE.pattern}"
)
# How a letter, a speech or a circular greets.   + 亲爱的市民朋友们:   + 编辑同志:   + 各县(市、区)人民政府:
#   - 尊敬的长辈教导我们
GREETING: Final = re.compile(
    r"(?:(?:尊敬|亲爱)的|各位|各[县市区乡镇街单部][^:]*[府局委位会门]|编辑|同志们|朋友们|市民|乡亲).{0,30}:$"
)
