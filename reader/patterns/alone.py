"""What lines that stand alone look like: lists and their heads, schedules, the lines of letters.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.layout import HAN, NUMERALS

# A line of a schedule: a day, or what follows at an hour.   + 1月20日(星期三)   + 下午3时 召开预备会议   + 9:00
# 报到   - 8月20日城区限行
SCHEDULE_LINE: Final = re.compile(
    r"(?:\d{1,2}月)?\d{1,2}日\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?\s*(?:[上下]午|晚上?)?\s*:?$"
    r"|(?:[上下]午|中午|晚上?|凌晨)?\s*\d{1,2}(?:时(?:\d{1,2}分|半)?|:\d{2})(?:\s*[-—~至]\s*(?:\d{1,2}(?:时(?:\d{1,2}分|半)?|:\d{2})))?[\s:]"
)
# One candidate's votes.   + 时光 赞成208票,反对1票,弃权1票;   - 大会以208票赞成通过
VOTES_LINE: Final = re.compile(
    rf"[{HAN}·]{{1,8}}(?:\s[{HAN}])?[\s:]*(?:赞成|同意|得票?)?\d+票(?:[,、; ]\s*(?:赞成|反对|弃权|不赞成|另选他人)\d+票)*[,、;。]?$"
)
# Who wrote the book a notice is about.   + 简 繁 著   + 甲乙 译   - 名著
AUTHORED: Final = re.compile(
    rf"[{HAN}·、 ]{{2,20}}\s(?:著|编著|主编|编|译|绘|编译|选编)$"
)
# Where and for how much a book came out.   + 江岸文艺出版社 2011年3月版 定价:28.00元   - 出版社昨日
PUBLISHED: Final = re.compile(
    rf"[{HAN}]{{2,12}}(?:出版社|书局|书店|印书馆)\s*,?\s*\d{{4}}年"
)
# An entry of a list that says how many it names.   + 民间文学作品奖(5件):《峒河谣》甲乙   - 会议(3天):
LIST_ENTRY: Final = re.compile(
    rf"[{HAN}“”·]{{2,18}}\(\d+[人名件个项篇部户家位对]\):"
)
# Who signs a notice, and the day.   + 东岭区总工会 2019年11月7日   - 讨论稿 2019年
SIGNED_AND_DATED: Final = re.compile(
    rf"[{HAN}()、 ]{{4,40}}\s+\d{{4}}年\d{{1,2}}月\d{{1,2}}日$"
)
# A line of figures behind a mark.   + ■城镇新增就业:31.6万人   - ■本报记者 甲乙
FIGURES: Final = re.compile(
    rf"(?P<mark>[■●▲◆★□○◇▪•▶])\s*[{HAN}“”()、]{{2,24}}:.*\d"
)
# An office alone on a line, above the names of those who hold it.   + 市人大常委会主任   - 甲乙任市民政局局长
OFFICE_LINE: Final = re.compile(
    rf"(?!.*(?:任命|当选|出任|兼任|担任|会见|拜会|新任))[{HAN}]{{2,20}}(?:主任|书记|主席|[市县区州省院局厅]长|检察长|秘书长|委员|组长)(?:\([^()]{{2,20}}\))?$"
)
# The head of a list of names.   + 主席团(23人,按姓氏笔画为序)   + 秘书长:甲乙(兼)   - 县长:今年再修五十公里路
LIST_HEAD: Final = re.compile(
    rf".*(?:笔[画划](?:为序|排列|排序|顺序)|排名不分先后|为序排列|音序排列|\(\d+[人名件个项篇部户家位对]\)|\([^()]{{1,24}}为序\))"
    rf"|[{HAN}]{{0,8}}(?:长|主 *任|书 *记|主 *席|委 *员|成 *员|总监|召集人|票人|负责人|秘 *书|顾 *问)\s*:\s*(?:[{HAN}]{{2,4}}|[{HAN}] +[{HAN}])(?:[、 (,]|$)"
)
# A line of names, three and more; whether they look like names is the caller's to see.
#   + 甲乙 丙丁 戊　己(女)   + 城北街道:甲乙、丙丁、戊己   - 抓好春耕、备耕
NAME_ITEM: Final = re.compile(
    rf"(?:[{HAN}]\s+[{HAN}](?![{HAN}])|[{HAN}·]{{2,12}})(?:\([^()]{{1,12}}\))?(?:、|\s+|$)"
)
NAMES_LINE: Final = re.compile(
    rf"(?:[{HAN}]{{2,16}}(?:\([^()]{{1,24}}\))?:\s*)?(?P<names>(?:{NAME_ITEM.pattern})+)$"
)
DATE_LINE: Final = re.compile(
    rf"(?:二[〇零○O0]|\d{{2}})[\d{NUMERALS}○O]{{2}}年[\d{NUMERALS}]{{1,3}}月(?:[\d{NUMERALS}]{{1,3}}日)?$"
)
DAY_LINE: Final = re.compile(
    rf"(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日$|{DATE_LINE.pattern}"
)
# A day at the end of a letter or a notice.
DATED: Final = (DATE_LINE, SIGNED_AND_DATED)
# The lines of a letter that stand alone.   + 此致   + 敬礼!   + 尊敬的市民朋友们:
LETTER_LINE: Final = re.compile(
    r"(?:此致|敬礼!?|顺颂\S{2,4}|祝\S{0,6}[!。]?|谢谢!?|(?:尊敬|亲爱)的.{1,30}[::]?)$"
)
# Who signs a letter to the paper.   + 读者 甲乙   + 热心市民 甲乙   - 读者认为   - 梧桐里居民 甲乙
READER_SIGNS: Final = re.compile(
    rf"(?:热心|一名|一位|本报)?(?:读者|市民|网友|听众|观众)\s*[:/ ]\s*(?P<name>[{HAN}·]{{2,6}}|[{HAN}] +[{HAN}])$"
)
# How a letter or a speech greets.   + 亲爱的市民朋友们:   + 编辑同志:   + 各位代表:   - 尊敬的长辈教导我们
GREETING: Final = re.compile(
    r"(?:(?:尊敬|亲爱)的|各位|编辑|同志们|朋友们|市民|乡亲).{0,30}:$"
)
# Lines of lists: each is a paragraph of its own.
NO_HEADINGS: Final = (AUTHORED, FIGURES)
STANDS_ALONE: Final = (
    VOTES_LINE,
    SCHEDULE_LINE,
    LIST_ENTRY,
    AUTHORED,
    PUBLISHED,
    FIGURES,
)
