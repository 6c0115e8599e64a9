"""What an event is called once the page is yesterday's: without its day, and with its congress."""

from __future__ import annotations

import re

from reader.events.wording.titles import BULLETS
from reader.patterns.sentences import VERY
from reader.vocabulary import EventKind

# The marks in front of a short piece that are no part of its name.
MARKS = f"{BULLETS}\u25b3"
# What happens on a day.
_HAPPENS = (
    r"[开闭開閉揭]幕|举行|舉行|召开|召開|举办|舉辦|报到|報到|启动|開工|开[工馆赛园班学]|落幕|结束|开始"
    r"|竣工|投产|通车|首发|成立|揭牌|签约"
)
# A day as seen from the page, in front of what happens.
#   + 两会(昨日)闭幕   + 代表(今起)报到   + 代表(昨下午)分组讨论   - 今天我当家   - 今年
DAY_SEEN = re.compile(
    rf"[今昨明](?:[日天](?:上午|下午|晚上?)?|上午|下午|晚|晨|起|(?={_HAPPENS}))"
    rf"(?=隆重|胜利|圆满|正式|继续|分别|分组|在|离|抵|{_HAPPENS})"
)
# What is said of whom or what meets, in front of it.
#   + (为期三天的)某县第十一次代表大会   + (新当选的)市委   + (出席党代会的)各代表团   - 目的
SAID_OF_IT = re.compile(
    r"^(?:为期[^的]{1,6}|新当选|(?:出席|参加)[^的]{2,24})的"
)
# + 各代表团(分别)全体会议   - 分别时刻
EACH_ITS_OWN = re.compile("分别(?=全体会议|会议|座谈)")
# A bracket that the title does not close.   + 第一次全体会议(（开幕)   - 会议（第一次）
OPEN_BRACKET = re.compile(r"[(\uff08][^)\uff09]*$")
NOT_OF_IT = (DAY_SEEN, SAID_OF_IT, EACH_ITS_OWN, OPEN_BRACKET)
# + 隆重开幕   + 大会开幕   + 会议闭幕   - 开幕式   - 画展开幕
ONLY_OPENS = re.compile(rf"(?:大会|会议|全会)?{VERY}{{0,2}}(?P<verb>开幕|闭幕)")
# + 某市第六届人民代表大会常务委员会公告   + 公 告   - 公告栏前
ANNOUNCED = re.compile(r"公[ \u3000]*告$")
ELECTS = "选举"


def lasting_title(title: str, congress: str, *, elects: bool = False) -> str:
    """Return a title as it may stand apart from its page; of a congress that opens or closes, or
    announces whom it elected, with its name (``congress``, "" for none).
    """
    told = title.lstrip(MARKS)
    for words in NOT_OF_IT:
        told = words.sub("", told) or told
    if not congress:
        return told
    opens = ONLY_OPENS.fullmatch(told)
    if opens:
        return congress + opens["verb"]
    if elects and ANNOUNCED.search(told):
        return f"{congress}{ELECTS}"
    return told


def lasting_kind(kind: EventKind, title: str, congress: str) -> EventKind:
    """Return the kind of an event by its lasting title: what opens or closes a congress is one of
    its sessions.
    """
    if congress and title in (f"{congress}开幕", f"{congress}闭幕"):
        return EventKind.SESSION
    return kind
