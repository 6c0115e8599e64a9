"""What the parts of a printed page look like: openings, jump lines, headings, furniture.

Every pattern runs on folded text (see ``reader.layout.lines.fold``): punctuation, spaces and
letters are half-width, so full- and half-width pages need one row. ``+`` marks what a row must
match, ``-`` what it must not."""

from __future__ import annotations

import re
from typing import Final

HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
NUMERALS: Final = "零〇一二三四五六七八九十百"

# --- Lines -------------------------------------------------------------------------------------------------------

# A paragraph's indent that lost its line break: wide space behind a full stop.
#   + 。  次日上午   - 本报讯  近日
#   + 某题  本报讯(记者
INDENT_INSIDE: Final = re.compile(
    r"(?<=[。!?…”)])[ ]{2,}(?=\S)|[ ]{2,}(?=本报讯|\(记者|【?新华社\S{2,14}电)"
)
# What a printed line of verse ends with, and a broken line of a column mostly does not.
LINE_PUNCTUATION: Final = frozenset("。,;:!?、…”)")
# A line that begins something of its own even in a narrow column.
#   + ■记者 甲乙   + 本报讯(记者   + 责任编辑:   - 本报记者获悉
OWN_LINE: Final = re.compile(
    r"[■◆●▲▼※>]|\(?(?:本报|本网)讯|\(?(?:责任)?编辑:|责编|\(?(?:上接|下转|紧接)"
)

# --- Sentences ---------------------------------------------------------------------------------------------------

# A text that has come to its end.   + 闭幕。   + 好!”   + ……”   - 大会在“
CLOSED: Final = re.compile(r"[。!?…][”’\"'」』)》】]*(?:\(完\))?\s*$")
# A text that hands over to what follows on its own lines.   + 要求:   - 要求
HANDS_OVER: Final = re.compile(r"(?::|——)\s*$")
# A text that is left for what follows: it has come to its end or hands over.
LEFT: Final = re.compile(rf"{CLOSED.pattern}|{HANDS_OVER.pattern}")
# A block that cannot begin a paragraph.   + ,他说   + ”会议   - “会议   - ——副题
CANNOT_BEGIN: Final = re.compile(r"[,、。;:!?”’)》】」』%]")
# An item of a list, which begins a paragraph of its own.   + 一、坚持   + (二)   + 3.加强   + ●   - 一个   -
# 3月
ITEM: Final = re.compile(
    rf"(?:第?[{NUMERALS}]{{1,3}}(?:、|是[^{HAN}]|要)|[{NUMERALS}]是|\([{NUMERALS}\d]{{1,3}}\)|\d{{1,2}}[.、](?!\d)"
    r"|[①-⑳●○■□◆◇▲△★☆▶►※]|——)"
)

# --- Openings ----------------------------------------------------------------------------------------------------

_MEDIUM: Final = r"(?:日报|晚报|早报|晨报|午报|商报|时报|导报|快报|都市报|青年报|工人报|法治报|周报|周刊|报|通讯社|新社|华社|社|网|电视台|广播电台|电台|台|客户端|融媒体中心|融媒|云|刊)"
SOURCE_NAME: Final = (
    rf"(?:本报|本网|本刊|本台|本社|[{HAN}A-Za-z]{{1,9}}?{_MEDIUM})"
)
# A place alone opens a report as well.   + 云江讯(记者   + 云江讯 近日   - 通讯 春天里   - 音讯全无
_PLACE_NEWS: Final = rf"[{HAN}]{{2,6}}(?<![通资简短快喜音腾])(?=讯[\s(])"
DATE_WORDS: Final = rf"(?:(?:\d{{4}}年)?(?:\d{{1,2}}月)?\d{{1,2}}日|(?:[{NUMERALS}]{{1,3}}月)?[{NUMERALS}]{{1,3}}日)"
# The opening of a report. Between 讯/电 and the text stands a mark, a space or a byline; 本报讯 needs
# none.
#   + 本报讯   + 云江日报·掌上云江讯(   + 红网云江1月26日讯(   + 新华社北京9月27日电(   + 【新华社重庆十四日电】   + 本报合肥18日电
#   - 本报讯息台   - 国家电网通讯   - 新华社电讯稿件
DATELINE: Final = re.compile(
    rf"(?P<open>[【\[(〔])?\s*(?:据|综合)?(?P<source>{SOURCE_NAME}(?:·[{HAN}A-Za-z]{{2,8}}|时刻新闻|时刻)?|{_PLACE_NEWS})"
    rf"(?:消息)?(?P<place>[{HAN}]{{2,6}}?|[{HAN}]{{2,4}}·[{HAN}]{{2,4}})??\s*(?P<date>{DATE_WORDS})?(?P<word>专?讯|专?电|综合消息|消息)"
    r"(?:\s*[】\])〕]|(?=\s|\(|:|记者|通讯员|特约|见习|实习|$)|(?<=本报讯)(?![息号]))\s*"
)
# Names in brackets or run in behind the opening.   + (记者 甲乙)   + 记者甲乙报道:   - (资料图)
BRACKETED: Final = re.compile(r"\(([^()]{2,80})\)\s*")
REPORTS: Final = re.compile(
    rf"((?:[{HAN}·]{{0,8}}(?:记者|通讯员|特派员))[{HAN}·/、, ]{{1,40}}?)\s*(?:摄影|联合|综合)?报道\s*[:,]?\s*"
)

# --- Bylines -----------------------------------------------------------------------------------------------------

# What a role is called; the longest word of a row wins. Modifiers such as 全媒体 stand before it.
ROLES: Final[dict[str, str]] = {
    "见习记者": "intern", "实习记者": "intern", "实习生": "intern", "见习生": "intern", "见习": "intern", "实习": "intern",
    "记者": "reporter", "特派员": "reporter", "特约撰稿人": "writer", "撰稿人": "writer", "撰稿": "writer", "撰文": "writer",
    "特约评论员": "commentator", "评论员": "commentator", "通讯员": "correspondent", "文字": "writer", "文": "writer",
    "作者": "writer", "执笔": "writer", "图": "photo", "摄": "photo", "摄影": "photo", "供图": "photo",
}  # fmt: skip
MODIFIERS: Final = (
    "全媒体",
    "融媒体",
    "首席",
    "特约",
    "特派",
    "摄影",
    "文字",
    "视频",
    "高级",
    "资深",
    "驻京",
    "驻站",
    "新闻",
    "学生",
    "小",
)
# A role word inside a run of letters, with its modifiers.   + 云江日报全媒体记者   + 记者甲乙   - 记者会, 记者站
ROLE_WORD: Final = re.compile(
    rf"(?:{'|'.join(MODIFIERS)})*(?P<role>见习记者|实习记者|实习生|见习生|记者|特派员|通讯员|特约评论员|评论员|特约撰稿人|撰稿人|撰稿|撰文|执笔)(?![会站证们团文])"
)
# The first half of a padded name run on to its role.   + 记者甲| 乙   - 记者甲乙
ROLE_AND_SURNAME: Final = re.compile(rf"{ROLE_WORD.pattern}[{HAN}]$")
# What the people named before it did to the text.   + 甲乙整理   + 甲乙 编译
DOES: Final[dict[str, str]] = {
    "整理": "compiler",
    "编译": "compiler",
    "辑": "compiler",
    "综合整理": "compiler",
}
# A word of a byline; what was done stands apart even when run on.   + 甲乙|整理   + 记者|甲乙
_DONE: Final = rf"(?:{'|'.join(DOES)}|采写|撰写|供稿|采访|编写)(?=$|[\s)\]】])"
BYLINE_WORD: Final = re.compile(
    rf"{_DONE}|(?:(?!{_DONE})[^\s、,/|:;&()\[\]【】■□◆◇●○▲△★☆▌~—-])+"
)
# A word that tells where from or what for, not who.   + 北京报道   + 发自某地   + 受访者供图   - 甲乙
BYLINE_PHRASE: Final = re.compile(r".{0,6}报道$|发自.*|采写$|.*(?:提供|供图)$")
# Words between names that say nothing about a person.   + 报道, 发自   - 报
BYLINE_NOISE: Final = frozenset(
    [
        "报道",
        "摄影报道",
        "文图",
        "图文",
        "发自",
        "联合报道",
        "综合报道",
        "采写",
        "撰写",
        "采访",
        "编写",
        "等",
        "本报",
        "本网",
        "供稿",
        "据",
        "综合",
    ]
)
# One person wrote and photographed.   + 文/图 甲乙   + 本报记者 甲乙 文/图   - 文/甲 图/乙
TEXT_AND_PICTURES: Final = re.compile(
    rf"(?<![{HAN}])(?:文字?/?图|图/?文|文/?摄|文、图|摄影报道)(?=[\s/:)\]】]|$)|(?<=[\s/(])(?:文/图|图/文)"
)
# Who took the pictures did that, whatever the role.   + 图/本报记者 甲乙   - 图/甲乙
PICTURES_BY: Final = re.compile(
    rf"((?:图片?|摄影|摄)\s*[/:]\s*)([{HAN}]{{0,8}}?(?:记者|通讯员|实习生))"
)
# An office signs, not a person.   + 本报评论员   + 本报特约评论员   - 评论员文章
COMMENTATOR: Final = re.compile(rf"[{HAN}]{{0,8}}评论员|本报编辑部")
NUMBER: Final = re.compile(rf"[\d{NUMERALS}○O]+")
NOT_IN_BYLINE: Final = re.compile(r"[。,!?;…“”《》]")
# Names alone on a line are short words without brackets.   - 甲乙(苗族) 某某村石匠
NOT_IN_BARE_BYLINE: Final = re.compile(
    rf"[。,!?;…“”《》()\dA-Za-z]|[{HAN}]{{5}}(?!·)"
)
LONGEST_BYLINE: Final = 60
# Marks that may stand around a byline on a line of its own.   + ■记者   + □本报记者
BYLINE_MARKS: Final = "■□◆◇●○▲△★☆▌|/ 【】[]()—-~"
# A byline closing the text: the last thing on its line, behind a full stop.   + 。(甲乙整理)   + 。本报记者
# 甲乙 整理
CLOSING_BYLINE: Final = re.compile(
    r"(?<=[。!?…”])\s*(\([^()]{2,40}\)|(?:■|本报|[^。!?…”()]{0,10}(?:记者|通讯员|评论员))[^。!?…”()]{0,30})\s*$"
)
# One name in brackets, and no word that stands there instead.   + (电建平)   - (完)   - (下同)
ONE_NAME: Final = re.compile(
    rf"\((?!下同|以下|略|待续|未完|全文|图文|草案|摘要|节选|[{HAN}]{{0,3}}(?:讯|社|报|网|局|办|委|部|站))[{HAN}]{{2,3}}\)"
)
# Where a text was taken from, named at its end.   + (据新华社)   + (新华社北京9月27日电)   + (摘自《某某日报》)   +
# (体讯)   - (含三个社区)
CLOSING_SOURCE: Final = re.compile(
    rf"\((?:[{HAN}]{{0,2}}讯|综合|本报综合|(?:据|综合|来源:|摘自|原载|转自|选自)\s*《?[{HAN}·]{{0,10}}{_MEDIUM}》?[^()]{{0,16}}"
    rf"|(?:新华社|中新社|中国新闻社|人民日报|[{HAN}]{{2,6}}(?:日报|晚报))(?:[{HAN}]{{0,6}}{DATE_WORDS}?电)?)\)\s*$"
)

# --- Jump lines --------------------------------------------------------------------------------------------------

_ARROWS: Final = r"[>»→▶►▷↘↓☞⇒◀◁◄←«*…—-]{0,8}"
_PAGE: Final = rf"(?P<page>第?\s*[A-Za-z]?\s*(?:\d{{1,3}}|[{NUMERALS}]{{1,3}})(?:\s*[、,和至-]\s*第?[A-Za-z]?\d{{1,3}})*)\s*版?[①-⑳]?"
# The text goes on elsewhere: the end of a block.   + >>> 下转 C3版   + (下转第三版)   + 下转02版①   +
# (详见A2、A3版)   - 由下转上
JUMP_ON: Final = re.compile(
    rf"\s*[□■◆●▲(\[【]?\s*{_ARROWS}\s*(?:下转|转(?=\s*第?[A-Z\d])|(?:(?<=[(\[【])[^()\[\]【】。]{{0,16}}?|全文|相关报道|报道|图文|更多报道)?(?:详)?(?:见|刊)(?=\s*第?[A-Z\d{NUMERALS}]+[^。]*版))"
    rf"\s*[:：]?\s*(?:本报|今日)?\s*{_PAGE}(?:[^()。]{{0,6}}》?)?\s*{_ARROWS}\s*[)\]】]?\s*$"
)
# The text began elsewhere: the start of a block.   + (上接A1版)   + 上接第一版   + >>> 上接 C1版   - 上接天线
JUMP_FROM: Final = re.compile(
    rf"\s*[□■◆●▲(\[【]?\s*{_ARROWS}\s*(?:上接|紧接|接(?=\s*第?[A-Z\d{NUMERALS}]+\s*版))\s*:?\s*{_PAGE}\s*{_ARROWS}\s*[)\]】]?\s*"
)

# The same behind a heading on its line.   + 某题(上接A1版)   - 由下上接三版
JUMP_FROM_TAIL: Final = re.compile(
    rf"[(\[【]\s*{_ARROWS}\s*(?:上接|紧接)\s*:?\s*{_PAGE}\s*[)\]】]\s*$"
)
# Behind the text, jump lines, bylines and duties are looked for no farther back than this.
LONGEST_TAIL: Final = 100

# --- Headings ----------------------------------------------------------------------------------------------------

# Column heads and labels: they stand above a headline. Decoration around them is stripped first.
#   + 评论员文章   + 【短评】   + 讣 告   - 链接全球
LABELS: Final = frozenset({
    "社论", "评论", "短评", "微评", "微言", "微议", "短论", "三言两语", "画里有话", "时评", "快评", "述评", "锐评", "漫评", "评论员文章", "本报评论员文章", "特约评论员文章", "评论员观察", "今日评论",
    "编者按", "编者的话", "编后", "编后语", "编余", "开栏语", "开栏的话", "开篇语", "结束语", "核心提示", "内容提要", "导读", "导语",
    "链接", "相关链接", "新闻链接", "知识链接", "延伸阅读", "相关新闻", "新闻背景", "背景", "背景链接", "新闻助读", "名词解释", "人物名片",
    "人物简介", "简介", "记者手记", "采访手记", "采访札记", "手记", "特写", "侧记", "现场特写", "现场短新闻", "消息", "通讯", "综述",
    "综合消息", "特稿", "专访", "专稿", "调查", "深度", "图片新闻", "简讯", "快讯", "要闻", "要闻简报", "一句话新闻", "声音", "声音·观点",
    "言论", "代表风采", "代表声音", "委员声音", "代表委员热议", "党代表风采", "读者来信", "来信", "来信照登", "读者之声", "编读往来", "回音壁",
    "副刊", "诗歌", "诗", "散文", "随笔", "小小说", "杂文", "书评", "影评", "新闻速递", "党代会特写", "党代会日志", "会议日志", "两会特写",
    "两会日志", "公告", "通知", "启事", "更正", "致歉", "声明", "讣告", "今日看点", "今日关注", "聚焦", "热点", "观察", "观点", "释疑",
    "问答", "答疑", "答记者问", "小贴士", "温馨提示", "提示", "遗失声明", "广告", "分类广告", "通告", "公示", "唁电", "祭文", "倡议书", "感谢信",
    "天气预报", "天气", "今日天气", "征稿启事", "征文启事", "招聘启事", "招租", "勘误", "预告", "活动预告", "对话", "读编往来",
})  # fmt: skip
# A short line dressed as a label.   + 【聚焦党代会】   + ■党代会特写   + ◆ 链接   - ■本报记者 甲乙
DRESSED: Final = re.compile(
    rf"[【\[■◆●▌|▶◎※]\s*([{HAN}A-Za-z0-9·“”、 ]{{2,14}})\s*[】\]■◆●▌|◎]?$"
)
LABEL_DRESS: Final = "【】[]■□◆◇●○▌|▶◎※★☆—- :"
# A short line above a headline that names a series or a form.   + 五一特别报道   + 党代会特写   - 特别报道组
LABEL_END: Final = re.compile(
    r"(?:社论|评论员文章|传真|追踪|关注|信息|之窗|好声音|书架|书讯|服务台|公告栏|提醒|热线|连线|直击|点击|看台|视窗|万象|广角|茶座|漫笔|随笔|絮语|夜话|漫谈|杂谈|走笔|纵横|来信|论语|快语|微语|言论|话题|报道|特刊|专题|特写|侧记|时评|短评|快评|锐评|论坛|风采|花絮|短波|集锦|剪影|短新闻|速览|动态|简讯|快讯|纪实|观察|日志|速递|专栏|手记|访谈|调查|探访|系列|声音|回声|故事|聚焦|掠影|见闻|一线|之声|之[一二三四五六七八九十]|[①-⑩])$"
)
# A series named after what it follows, or in two halves.   + 聚焦市两会   + 喜迎党代会   + 走基层·一线见闻   -
# 关注民生，办好实事
LABEL_START: Final = re.compile(
    rf"(?:聚焦|关注|直击|喜迎|庆祝|纪念|解读|走进|新春走基层)[{HAN}\d“”]{{2,8}}$|[{HAN}\d“”]{{2,8}}·[{HAN}\d“”]{{2,8}}$"
)
# A headline that names a document.   + 停电通知   + 工匠名单   + 致全市人民的感谢信   - 通知书
DOCUMENT: Final = re.compile(
    r"(?:通知|通告|公告|公示|公报|启事|声明|更正|须知|预告|名单|日程|议程|日程安排|时间表|赛程|简历|章程|办法|条例|决定|决议|倡议书|[谢开问贺]信|一封信|贺电)$"
)
LONGEST_LABEL: Final = 14
# A label over several short articles of its own, each under a line.   + 会场花絮   + 简讯
GROUP_LABEL: Final = re.compile(
    r"(?:信息|传真|资讯|播报|扫描|提醒|服务台|简讯|花絮|短波|速递|集锦|快讯|剪影|短新闻|要闻|快报|速览|动态|简报)$"
)
# A headline that says first where.   + 茶场镇:炒茶能手同台“斗”技   - 核心提示:
PLACE_FIRST: Final = re.compile(rf"[{HAN}]{{2,10}}:[^\s:]")
# Who says the words below.   + 全国人大代表、市长甲乙:   + 市民刘先生:   - 名单如下:   - 代表大会选举:
SPEAKER: Final = re.compile(
    rf"[{HAN}·、“”\d]{{0,20}}?(?:(?:代表|委员|长|主任|书记|记者|市民|村民|居民|网友|读者|专家|教授)(?P<name>[{HAN}]{{2,3}})|(?:先生|女士|师傅)):"
)
# Speech in turns: text, not a heading.   + 问:   + 记者:   - 问题
TURN: Final = re.compile(r"(?:问|答|记者|主持人)\s*:")
# A list too long for a headline, as a column break leaves it.   + 甲、乙、丙、丁、戊、己   - 植树、造林、护绿成风尚
LONG_LIST: Final = re.compile("(?:[^、]*、){5}")
# A line in brackets under a headline says when it was passed or told.   + (2022年1月6日通过)   + (第三号)
# - (一)   - (排名不分先后)
BRACKETED_LINE: Final = re.compile(
    rf"\((?!.*不分先后)(?![{NUMERALS}\d]{{1,3}}\))[^()]{{2,60}}\)$"
)
# A headline broken behind the body that acts.   + 某市第十三届委员会|第二次全体会议公报
BREAKS_OFF: Final = re.compile(
    r"(?:委员会|大会|常委会|政府|政协|办公室|局|厅|部)$"
)
GOES_ON: Final = re.compile(
    r"第.{1,5}[次届]|关于|公报|公告|决议|决定|通知|通告|令$|名单"
)
# The mark of an author.   + □甲乙   - ■记者
AUTHOR_MARK: Final = "□"
# A marked author with where he lives.   + ○甲乙(云江)   - 甲乙(苗族)
AUTHOR_FROM: Final = re.compile(
    rf"(?P<author>[□○◎◇△☆◯●]\s*[{HAN}·]{{1,6}}(?: +[{HAN}]{{1,4}})?)\s*\([{HAN}]{{2,8}}\)"
)
# A second line that explains the headline.   + ——某市推进纪实   + — 写在前面
SUBTITLE_MARK: Final = re.compile(r"[—–\-~]{1,3}\s*\S")
# A line that leads into the headline: who said it, where, when.   + 甲乙在调研时强调   + 会议指出   - 强调纪律
LEADS_IN: Final = re.compile(
    rf"(?:强调|指出|要求|表示|提出|时说|寄语|勉励|调研时|考察时|讲话时|会见时)(?:大家|与会[{HAN}]{{2,4}}|全[市县省区][{HAN}]{{2,6}}|广大[{HAN}]{{2,6}})?:?$|:$"
)
# A second line that tells more of the first.   + 最快58分钟可达省城   + 只为归还一只布包   + 选举甲为县委书记   - 首届运动会开幕
TELLS_MORE: Final = re.compile(
    r"最[快高低多长早迟]|只为|选举.{2,4}为|首[批期](?!.*(?:开|启|发))|全[程长]\d|总投资|总[长面]|预计|涉及|惠及|覆盖|历时|其中|共有|不再|可[享办在]|有望"
)
# A second line that says what kind of account this is.   + 我市脱贫攻坚工作综述   - 纪实摄影展开幕
ACCOUNT: Final = re.compile(
    r"(?:综述|纪实|侧记|掠影|纪略|纪事|见闻|巡礼|述评|回眸|启示录?|速写|素描)$"
)
# A headline that states a meeting, and a line that says what it dealt with.   + 省政府召开常务会议| 研究夏粮收购
# - 会议室
MEETS: Final = re.compile(r"(?:会议?|召开|举行|开幕|闭幕)$")
DEALS_WITH: Final = re.compile(
    r"研究|审议|听取|传达|讨论|安排|部署|表决|通过|选举|补选|决定"
)
# A headline that says on which day.   + 鸿雁轴承昨登陆北交所   + 今起半幅封闭施工   + 8月20日起停水   - 昨日的健步走   - 今年   -
# 今后
SAYS_WHEN: Final = re.compile(
    r"(?<![至如当])[今昨](?:[日天晚晨早夜](?!的)|(?=[起开启登亮挂举揭抵正闭首通投上下发]))|明(?:[日天晚晨](?!的)|起)|本周[一二三四五六日末]|\d日起?(?!电)"
)
FIGURE: Final = re.compile(rf"\d+(?:\.\d+)?(?:%|[{HAN}])")
# A line that says who took part: in front it is a kicker, behind a subtitle.   + 甲乙出席   + 甲乙丙参加审议
# - 出席率
TOOK_PART: Final = re.compile(
    r"(?:出席|参加|主持|讲话|致辞|致词|(?<!工)作(?!用|为|品).{0,8}报告|陪同|列席|会见|调研|视察|巡察|宣布|就座|就坐|揭牌|发言|部署|等观看|批示|作说明|当选)"
)
# A line that can be no heading: it ends in the middle or closes a sentence.   + …,   + …。   - …?
# - …!
NOT_HEADING_END: Final = re.compile(
    r"[。,;、(《“]$|(?<!强调|指出|要求|表示|提出|寄语|勉励|希望):$"
)
# A sentence ends inside, or a letter is told: text, not a heading.   + 开幕。大会   + 读者甲乙来信问:   - 《好好》
#  - 读者来信
SENTENCE_INSIDE: Final = re.compile(
    r"。|来[信电函](?:反映|咨询|询问|问|说|称)[:,]"
)
# A text of the day's news.   + 9月27日上午,   + 近日,   - 秋风起时
NEWS_START: Final = re.compile(
    r"(?:\d{1,4}[年月日]|.{0,6}\d{1,2}日|近日|日前|连日来|昨[日天]|今[日天]|前[日天])"
)
# The date of an opening.   + 11月28日   + 十四日
DATE_IN_LINE: Final = re.compile(DATE_WORDS)
