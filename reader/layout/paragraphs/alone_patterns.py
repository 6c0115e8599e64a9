"""What lines of lists, of letters and of notices look like.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.alone import (
    AUTHORED,
    FIELD_LINE,
    FIGURES,
    PROGRAMME_LINE,
    SCHEDULE_LINE,
    TERM_LINE,
)
from reader.patterns.characters import HAN

# One candidate's votes.   + 时光 赞成208票,反对1票,弃权1票;   - 大会以208票赞成通过
VOTES_LINE: Final = re.compile(
    rf"[{HAN}·]{{1,8}}(?:\s[{HAN}])?[\s:]*(?:赞成|同意|得票?)?\d+票(?:[,、; ]\s*(?:赞成"
    rf"|反对|弃权|不赞成|另选他人)\d+票)*[,、;。]?$"
)
# Where and for how much a book came out.   + 江岸文艺出版社 2011年3月版 定价:28.00元   - 出版社昨日
PUBLISHED: Final = re.compile(
    rf"[{HAN}]{{2,12}}(?:出版社|书局|书店|印书馆)\s*,?\s*\d{{4}}年"
)
# Who arranges what a notice is about.   + 主办:市妇联、本报   - 主办的单位
ARRANGED_BY: Final = re.compile(r"(?:主办|承办|协办)\s*[:/]\s*\S")
# An entry of a list that says how many it names.   + 民间文学作品奖(5件):《峒河谣》甲乙   - 会议(3天):
LIST_ENTRY: Final = re.compile(
    rf"[{HAN}“”·]{{2,18}}\(\d+[人名件个项篇部户家位对]\):"
)
# An office alone on a line, above the names of those who hold it.   + 市人大常委会主任   - 甲乙担任市民政局局长
OFFICE_LINE: Final = re.compile(
    rf"(?!.*(?:任命|当选|出任|兼任|担任|会见|拜会|新任))[{HAN}]{{2,20}}(?:主任|书记|主席"
    rf"|[市县区州省院局厅]长|检察长|秘书长|委员|组长)(?:\([^()]{{2,20}}\))?$|(?:秘书长|总?监票人|常务主席)$"
)
# Who is given an office, or loses one, in a list of them.   + 甲乙(女)为市中级人民法院副院长;   + 甲乙的市财政局局长职务。
#   + 甲乙同志任县妇联党组书记;   + 免去甲乙同志某镇党委书记职务,退休。   - 大会选举甲乙为主任
APPOINTED: Final = re.compile(
    rf"(?:任命|免去)?(?:[{HAN}·]{{2,8}}|[{HAN}] +[{HAN}])(?:\([^()]{{1,8}}\))?(?:同志)?(?:"
    rf"(?<![认以作成因])为[{HAN}“”、()]{{2,40}}(?:长|员|主任|书记|主席|官|代表)"
    rf"|的[{HAN}“”、()]{{2,40}}职务"
    rf"|(?<=同志)(?:任[{HAN}“”、()]{{2,40}}|[{HAN}“”、()]{{2,40}}职务))(?:,[{HAN}“”、(),]{{1,30}})?[;。]$"
)
# What took place in which half of the day above it.   + 上午,大会开幕。   + 晚7时,举行会议。   - 上午的会议
PART_OF_DAY: Final = re.compile(
    r"(?:上午|下午|中午|晚上?|全天|当[天日晚])(?:\d{1,2}[时点:][^,]{0,6})?[,:]"
)
# The lines of a letter that stand alone.   + 此致   + 敬礼!   + 尊敬的市民朋友们:
LETTER_LINE: Final = re.compile(
    r"(?:此致|敬礼!?|顺颂\S{2,4}|祝\S{0,6}[!。]?|谢谢!?|(?:尊敬|亲爱)的.{1,30}[::]?)$"
)
STANDS_ALONE: Final = (
    VOTES_LINE,
    SCHEDULE_LINE,
    TERM_LINE,
    LIST_ENTRY,
    AUTHORED,
    PUBLISHED,
    FIGURES,
    FIELD_LINE,
    PROGRAMME_LINE,
)
