"""Words that state a name: there even an everyday word is one.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.names.candidates.foreign_sounds import SOUNDED
from reader.names.candidates.minorities import PARTS
from reader.patterns.characters import HAN, NUMERALS, SPACES
from reader.patterns.people_words import GROUP_WORDS, PERSON_WORDS, POST_TITLES
from reader.patterns.places_and_things import PLACE_ENDS
from reader.patterns.printed_names import DOTTED, NOT_GIVEN, PADDED
from reader.patterns.surnames import SURNAMES_BEGIN

_GIVEN: Final = f"(?![{''.join(sorted(NOT_GIVEN))}])[{HAN}]"
# A word that may be a name by its length.   + 柏 松, 羿小舟   - 的路
_SHORT: Final = (
    f"{PADDED.pattern}|(?:{_GIVEN}){{2,4}}?(?<![{''.join(sorted(PLACE_ENDS))}])"
)
_TITLES: Final = "|".join(
    sorted({*POST_TITLES, *PERSON_WORDS}, key=lambda word: (-len(word), word))
)
_PEOPLE: Final = "|".join(
    sorted(
        {*PERSON_WORDS, *GROUP_WORDS, "人", "孩子", "娃娃"},
        key=lambda word: (-len(word), word),
    )
)
# Who is called so.   + 自己叫(明亮),, 有个叫(安静)的小姑娘   - 他叫停。, 有个叫(安乐)的小镇
CALLED: Final = re.compile(
    f"(?:[\u6211\u4ed6\u5979]|自己|名字|姓[{HAN}]{{1,2}},|{_PEOPLE})"
    f"(?:都|就|原)?(?:叫做?|名叫)({_SHORT})(?=[,\u3002;!?\u201d\n]|$)"
    f"|(?:[\u4e2a\u4f4d\u540d])?名?叫({DOTTED.pattern}|{_SHORT})(?=的[{HAN}]{{0,6}}?(?:{_PEOPLE}))"
)
# What is done to voices, prices and people, so no name.   + 叫(停)工, 叫(苦)连天   - 叫明亮
CALLS: Final = frozenset("停苦好卖屈绝喊价板嚣座醒开板响")
# A post with a colon in front of a name and nothing behind.   + 主任:(钟鼎铭), 总编辑:(商羽)   - 记者:高温天怎么办?
LABELLED: Final = re.compile(
    f"(?:^|[\u3002;,{SPACES}\n])(?:[{HAN}]{{0,8}}?)(?:{_TITLES})[{SPACES}]?:[{SPACES}]?"
    f"({_SHORT})(?=$|[{SPACES}(;\n])"
)
# The field of a notice that a person fills, and the next one there.
#   + 联系人:(屈正), 提案人:甲乙、(仇九州)   - 联系人:详见通知
FIELD: Final = re.compile(
    f"(?:^|[\u3002;,{SPACES}\n])(?:第一)?(?:联系|提案|附议|联名|领衔|主讲|讲述|召集|报告|受访|访谈|采访)[人者]"
    f"[{SPACES}]?:[{SPACES}]?({_SHORT})(?=$|[{SPACES}(;,\u3001\u3002\n])"
)
NEXT_IN_FIELD: Final = re.compile(
    rf"(?:\([^()\n]{{1,12}}\))?\u3001([{SURNAMES_BEGIN}][{HAN}]{{1,2}})"
    rf"(?=$|[{SPACES}(;,\u3001\u3002\n])"
)
# A name at the head of a statement, with who it is and where from.   + (唐诗)代表(城关街道):   +
# (高飞)(教育代表团):   - 文明代表城市
ADDRESSED: Final = re.compile(
    f"(?:^|[\n\u3002@])({_SHORT})(?:(?:代表|委员|同学|老师|同志|教授|院士)\\([^()\n]{{2,20}}\\)"
    f"|\\([^()\n]{{2,24}}(?:代表团|{_TITLES}|[员师官户])[^()\n]{{0,24}}\\)):"
)
# Who speaks in an interview: a name at the head of a paragraph.
#   + (欧阳望):有。   - 时间:上午
SPEAKER: Final = re.compile(f"[{SPACES}]*({DOTTED.pattern}|{_SHORT}):(?=.)")
# Who asks there.   + 记者:   + 本报记者:   - 记者说
ASKS: Final = re.compile(
    f"[{SPACES}]*(?:[{HAN}]{{0,4}}记者|问|主持人|编者|笔者|[{HAN}]{{2,4}}[报刊网]):"
)
# Who made a book, on a line of its own.   + (简繁) 著   - 名著
WRITTEN: Final = re.compile(
    f"(?:^|\n)[{SPACES}]*({_SHORT})[{SPACES}]{{1,4}}(?:编?著|主?编|译|口述|整理)(?=$|[{SPACES}\n])"
)
# Who an appointment names: with a surname, by sounds or parts of other peoples' names, or with a
# note behind.
_APPOINTEE: Final = (
    f"{PADDED.pattern}|[{SURNAMES_BEGIN}](?:(?!同志)[{HAN}]){{1,3}}|"
    f"{SOUNDED.pattern}|{PARTS.pattern}[{HAN}]{{0,3}}?"
    rf"|{DOTTED.pattern}|[{HAN}]{{2,4}}(?=\([女男]|\([{HAN}]{{1,4}}族)"
)
# One line of a list of appointments.   + (段干木兰)(女)为某市财政局局长;, (赫连山)的某院检察员职务;   - 会议为期三天。
APPOINTED: Final = re.compile(
    rf"(?:^|\n|[任免][命去]:?)(?![任免][命去])({_APPOINTEE})(?:\([^()\n]{{1,12}}\))?(?:同志)?"
    rf"(?:(?:为|任(?!命))[{HAN}、]{{3,30}}(?:{'|'.join(POST_TITLES)}|[长员])"
    rf"|的[{HAN}、]{{3,30}}职务)(?=[;\u3002\n]|$)"
)
# Who signs a letter to the paper, behind where from, on its last line.
#   + 江口造纸厂 (常有理), 退休教师 (穆老实)   - 县城 下雨了
SIGNED: Final = re.compile(
    f"^[{SPACES}]*[{HAN}]{{2,14}}(?:[厂校院局社区乡镇村街路店站团连]|公司|小学|中学|[教医]师|"
    f"工人|职工|居民|村民|学生|战士|党员)[{SPACES}]{{1,4}}({PADDED.pattern}|[{HAN}]{{2,3}})$"
)
# A name whose last character is the word that follows it too.
#   + 、(陈大为)为副主席, 市长(王建和)和市委书记   - 社区成为为民服务的主任
LAST_TWICE: Final = re.compile(
    rf"(?:^|[、,:\u3002{SPACES}]|选举|推选|任命|聘任|{'|'.join(POST_TITLES)})"
    rf"([{SURNAMES_BEGIN}][{HAN}](?:为(?=为)|和(?=和)|与(?=与)))"
    rf"(?=.[{HAN}]{{0,12}}?(?:{'|'.join(POST_TITLES)}))"
)
# A name with padding behind a title, whatever its characters.   + 副总经理(海 洋)、, 局长(丰 收)就   - 书记 李明
PADDED_BEHIND: Final = re.compile(
    f"(?:{'|'.join(POST_TITLES)})({PADDED.pattern})(?=[\u3001\u3002,;(在就说和与及]|$)"
)
# A whole item of a list with a people behind it, whatever its surname.   + 、(罕云峰)(傣族),
#   + (岩温)(女,布朗族)   - 选民(苗族)占一半
OF_A_PEOPLE: Final = re.compile(
    rf"(?:^|[\u3001,;\u3002{SPACES}\n])([{HAN}]{{2,4}})"
    rf"\((?:[女男],?)?[{HAN}]{{1,4}}族(?:,?[女男])?\)(?=[\u3001,;\u3002{SPACES}\n]|$)"
)
# Who counts the votes, whatever the name means.   + 监票人(于是)、, 总监票人(巩固)宣布   - 监票人名单
COUNTS_VOTES: Final = re.compile(
    rf"[监计]票人([{SURNAMES_BEGIN}][{HAN}]{{1,2}}?)(?=[\u3001\u3002,;(]|宣布|宣读|对|报告|$)"
)
# A name that ends in the word of grammar, a verb of taking part behind it.
#   + 秘书长(柳如是)出席   - 秘书长柳如是出席最多的
ENDS_IN_IS: Final = re.compile(
    rf"(?:{'|'.join(POST_TITLES)}|\u3001)([{SURNAMES_BEGIN}][{HAN}]是)"
    rf"(?=(?:同志)?(?:(?:出席|参加|列席|主持|讲话|宣读|致[{HAN}]?[辞词])(?![^\u3002,;]{{0,24}}的)"
    rf"|[\u3001\u3002]|$))"
)
# A delegate in a picture, whatever the name means.   + 代表(成千上)在投票   - 代表成员在投票
AT_THE_BALLOT: Final = re.compile(
    rf"(?:^|[\u3002,;:←→▲▼])(?:代表|委员)([{SURNAMES_BEGIN}][{HAN}]{{2}})"
    rf"(?=(?:正)?在(?:投票|举手|发言|审议|讨论|填写|阅读|听取|认真))"
)
# Behind a post and in front of what only people do at a meeting, whatever the name means.
#   + 市委书记(解放)作重要讲话, 县长(车同轨)代表县政府, 厂长(耿直)当场表态   - 主任向大会作报告, 市长代表
_POST_BEHIND: Final = "|".join(
    sorted({title[-2:] for title in POST_TITLES if len(title) > 1})
)
# Surnames that are words of grammar too are left out; the set in front keeps the search fast.
_FIRST: Final = SURNAMES_BEGIN.translate(
    dict.fromkeys(map(ord, "向和于由从与同应都能在"))
)
ACTS: Final = re.compile(
    rf"([{_FIRST}](?<=(?:{_POST_BEHIND}).)[{HAN}]{{1,2}}?)"
    rf"(?=作(?:了)?(?:题为|重要|总结|动员|工作|主旨|专题)?[{HAN}]{{0,4}}(?:讲话|报告|发言|部署|说明)"
    rf"|致(?:开幕|闭幕|欢迎|祝|贺|答谢)?[词辞]|到会(?:讲|祝贺|作|并|致)"
    rf"|代表(?:中共|[省市县区州镇乡校院厂][委政人]|上届|大会|主席团|筹委会)|当场(?:表态|回应|答复|承诺|拍板))"
)
# Who leads a meeting, whatever the name means.   + 由(程前)主持, 由(贝壳)召集   - 由市长主持, 由党委主持
CHAIRS: Final = re.compile(
    rf"由([{SURNAMES_BEGIN}][{HAN}]{{1,2}}?)(?<![长委会府局部办团组员席任记事])"
    rf"(?=(?:同志)?(?:主持|召集)(?:[,;\u3002、]|会议|大会|讨论|召开|$))"
)
# A post in front and what only people do behind, whatever the name means; not an adverb.
#   + 总经理(安全)参加。, 县长(史无前)坐镇, 镇长(丰收)等五人   - 县长应邀出席, 书记全程参加
_ADVERB: Final = "应邀|应约|全程|全部|全体|连续|单独|常常|时常|经常|曾经|曾多|曾到|都已|宣布|时任"
TAKES_PART: Final = re.compile(
    rf"(?!{_ADVERB})([{_FIRST}](?<=(?:{_POST_BEHIND}).)(?:{_GIVEN}){{1,2}}?)"
    rf"(?=(?:同志)?(?:参加(?:会议|审议|讨论|座谈|活动|[,\u3002])|主持(?:会议|大会|召开|开幕|闭幕|[,\u3002])"
    rf"|出席(?:会议|大会|开幕|闭幕|并|[,\u3002])|坐镇|听后说|联系(?:[,\u3002]|电话)|等[{NUMERALS}\d]{{1,3}}人"
    rf"|(?:日前|近日)(?:获|被|当选|荣|在|到|率|赴)))"
)
# How old somebody is, whatever the name means.   + 43岁的(米粒)是, 七十八岁的(丰收),   - 3岁的成长是
AGED: Final = re.compile(
    rf"(?:[2-9]\d|1[01]\d|[二三四五六七八九]十[一二三四五六七八九]?)岁的([{SURNAMES_BEGIN}](?:{_GIVEN}){{1,2}}?)"
    r"(?=[曾原]?是|,)"
)
# A trade, the name, the age or a long service.   + 探伤工(毕竟)今年四十一岁, 养路工(石满山)三十年不   - 老师连续三十年不
SERVES: Final = re.compile(
    rf"(?<=[工员师匠医])(?!{_ADVERB})([{SURNAMES_BEGIN}](?:{_GIVEN}){{1,2}}?)"
    rf"(?=今年[才已刚]?[{NUMERALS}\d]{{1,4}}岁|[{NUMERALS}\d]{{1,3}}年(?:如一日|不|来|坚|扎))"
)
# A delegate who speaks.   + 代表、(火旺)说:“, 代表(石满山)第一个发言   - 代表激动说:“
SPEAKS_UP: Final = re.compile(
    f"(?:代表|委员)((?:{_GIVEN}){{2,3}}?)"
    f"(?=说:[\u201c]|第[{NUMERALS}]个(?:发言|站|说)|抢先发言|站起来说|接过话头)"
)
# The last of those elected to one post.   + 、(万事通)为副书记。   - 、市长为主任
ELECTED_LAST: Final = re.compile(
    rf"(?<=[\u3001)])([{SURNAMES_BEGIN}](?:{_GIVEN}){{1,2}}?)"
    rf"(?=(?:当选)?为[{HAN}]{{0,14}}?(?:{'|'.join(POST_TITLES)})(?:[,;\u3002]|$))"
)
# What a name is corrected to.   + 应为“(杜娟华)”   - 应为“布置”
CORRECTED: Final = re.compile(
    rf"(?:应为|应是|更正为)[\u201c\u300c]([{SURNAMES_BEGIN}](?:{_GIVEN}){{1,2}})[\u201d\u300d]"
)
# Whose leave of an office is accepted.   + 接受(田野)辞去副县长职务的请求   - 接受采访
RESIGNED: Final = re.compile(
    rf"接受([{SURNAMES_BEGIN}](?:{_GIVEN}){{1,2}}?)(?=(?:同志)?(?:辞去|的?辞职|因[{HAN}]{{2,6}}辞去))"
)
# Who is elected by a count of votes.   + ,(郑重)以23票当选   - 议案以23票通过
BY_VOTES: Final = re.compile(
    rf"(?:^|[\u3001,;\u3002])([{SURNAMES_BEGIN}](?:{_GIVEN}){{1,2}}?)"
    rf"(?=(?:同志)?以\d{{1,4}}票(?:\u3001|当选))"
)
# The forms by signs of which each of them holds one: most passages hold none.
FORMS: Final = (
    (("\u53eb",), CALLED),
    ((":",), LABELLED),
    (("人:", "者:", "人 :", "者 :"), FIELD),
    ((":",), ADDRESSED),
    ((" ",), WRITTEN),
    ((" ",), SIGNED),
    (("\u4e3a\u4e3a", "\u548c\u548c", "\u4e0e\u4e0e"), LAST_TWICE),
    (("\u4e3a", "\u4efb", "\u804c\u52a1"), APPOINTED),
    ((" ",), PADDED_BEHIND),
    (("\u65cf",), OF_A_PEOPLE),
    (("\u7968\u4eba",), COUNTS_VOTES),
    (("\u662f",), ENDS_IN_IS),
    (("\u8868", "\u59d4\u5458"), AT_THE_BALLOT),
    (
        ("\u4f5c", "\u81f4", "\u5230\u4f1a", "\u4ee3\u8868", "\u5f53\u573a"),
        ACTS,
    ),
    (("主持", "召集"), CHAIRS),
    (
        (
            *("参加", "主持", "出席", "坐镇", "听后", "等"),
            *("日前", "近日"),
        ),
        TAKES_PART,
    ),
    (("岁的",), AGED),
    (("岁", "年"), SERVES),
    (("代表", "委员"), SPEAKS_UP),
    (("为",), ELECTED_LAST),
    (("接受",), RESIGNED),
    (("票",), BY_VOTES),
    (("应为", "应是", "更正为"), CORRECTED),
)
# All the signs, each once: a passage is asked for them one time.
SIGNS: Final = sorted({sign for signs, _form in FORMS for sign in signs})
# The forms in which a name needs no surname.
ANY_SURNAME: Final = (APPOINTED, PADDED_BEHIND, OF_A_PEOPLE, SPEAKS_UP)
# The forms in which no word of the dictionary is a name.
NO_WORD: Final = (CORRECTED, SPEAKS_UP)
