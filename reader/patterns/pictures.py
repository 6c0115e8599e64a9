"""What stands under a picture: captions and who took it.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.layout import HAN, SOURCE_NAME

# A caption that says so itself.   + 图为会场。   + ▲代表入场   + 左图:   + 图①:   + 图1:   + 图一:   - 图书馆   - 图1处
CAPTION_OPENER: Final = re.compile(
    r"(?:▲|▼|◀|▶|△|▽|[←→↑↓↖↗↘↙]|"
    r"(?:[上下左右中]|[左右][上下]|组|主|大|小|题|本版|资料|以上|本)?(?:图片?|照片)(?:为|说明?:|:|[①-⑳]|\d{1,2}[:、.]|[一二三四五六七八九十]:|\([左右上下中一二三四五六]\):?|[①-⑳\d、]+[:为])|"
    r"[①-⑳]\s*(?=\S))"
)
# The next caption on the same line.   + 图①:会场。|图②:代表入场。   - 图①:见图②
CAPTION_INSIDE: Final = re.compile(
    r"(?<=[。;!?)])\s*(?=(?:图?[①-⑳]|图[\d一二三四五六七八九]|[上下左右中]图)\s*(?::|[^\s\d,。])[^。]{2})"
)
# Lines with a picture's mark that are none: classified advertisements.   + ▲某某遗失身份证,声明作废   - ▲代表入场
NOT_CAPTION: Final = re.compile(
    r".*(?:遗失|作废|招聘|出租|转让|注销公告|联系电话)"
)
# Nor is a short piece of news that is signed behind its full stop.   + ▲甲厂检修水泵。(甲乙)   - ▲代表(左)入场。
SIGNED_ITEM: Final = re.compile(r"^[▲▼△▽].*[。!?]\s*\([^()]{2,20}\)$")
# A line that credits the text first is a byline.   + 文/甲乙 图/某单位提供   - 文明之花
TEXT_FIRST: Final = re.compile(r"[■□◆●]?\s*(?:文字?|撰文|文/图|图/文)\s*[/:]")
# No picture page sets more captions above one credit.
MOST_CAPTIONS: Final = 8
# People shown are placed: only captions do so.   + 甲乙(左)与丙丁(右二)   - (左侧为河道)
PLACED: Final = re.compile(
    r"\((?:[左右中前后](?:排|起|数|侧)?[一二三四五六七八\d]?|[左右][起数]?[一二三四五六七八\d]|居中|[前后]排[左右中]?[一二三四五六七八\d]?)\)"
)
# A line that only names what a picture shows.   + 车间一角   + 与会代表合影   - 展现一角
SCENE: Final = re.compile(
    rf"[{HAN}·“”]{{2,24}}(?:一角|合影|留影|全景|鸟瞰|俯瞰|远眺|近影|生前照|工作照)$"
)
# A sentence that tells what one picture shows.   + 甲乙在检查启闭机。   + 村民正在采茶   - 他在会上说,
ONE_SCENE: Final = re.compile(
    rf"[{HAN}·()、]{{2,14}}(?:正?在|正|为|给|向|和|与)[{HAN}“”·、()]{{2,24}}[。]?$"
)
# What the person did: the last word of a credit.   + 甲乙摄   + 甲乙 摄影报道   + 甲乙供图   + 李文/摄   - 甲乙 文/摄
DONE: Final = r"(?:摄影报道|摄影|摄制|航拍|翻拍|抓拍|拍摄|摄|供图|提供|配图|制图|绘图|绘制|绘|漫画|制作|图片|图)"
CREDIT_END: Final = re.compile(
    rf"(?<![\s/])(?:\s+|(?<![^{HAN}]文)[\s/]*){DONE}\s*$"
)
# The word comes first.   + 图/甲乙   + 摄影:甲乙   + 供图/甲乙   - 图为
CREDIT_START: Final = re.compile(
    r"(?:摄影报道|摄影|摄|供图|配图|制图|绘图|漫画|图片来源|图片提供|图片|图)\s*[/:|]\s*"
)
# Pictures told apart by their marks in one credit.   + 图①图② 甲乙 摄| 图③ 丙丁 摄   - 图①:会场
PART: Final = re.compile(
    r"(?P<marks>(?:图?\s*[①-⑳][、,和\s]*)+)[由:]?\s*(?P<credit>[^①-⑳图:]{2,24}?)[;,、\s]*(?=图|[①-⑳]|$)"
)
NO_MARK: Final = re.compile(r"[^①-⑳]+")
# No person at all.   + 资料图   + 资料照片   + 视频截图   + 新华社发   - 发图
NO_PERSON: Final = re.compile(
    rf"(?:(?:本报|{SOURCE_NAME})?(?:资料图片?|资料照片|资料|档案图片|视频截图|网络截图|网络图片|图片来自网络|效果图|示意图|航拍图|(?:新华社|中新社)/?(?:发|照片|图)?))$"
)
# An agency's own form.   + 新华社发(甲乙 摄)
AGENCY: Final = re.compile(
    rf"(?P<source>{SOURCE_NAME})(?:发|照片)?\s*\((?P<inner>[^()]{{2,30}})\)$"
)
# Somebody who is no person gives the picture.   + 图片由某局提供   + 由某局供图
GIVEN_BY: Final = re.compile(
    r"(?:本?(?:组|版)?(?:图片?|照片)均?)?由\s*(?P<giver>.{2,20}?)\s*(?:提供|供图|拍摄|摄)$"
)
# One credit for everything above it.   + 本组图片均为   + (本版图片除署名外)
GROUP_PREFIX: Final = re.compile(
    r"(?:(?:本|以上|上|全|该|两|三)?(?:组|版|文|幅)?(?:图片?|照片)(?:除署名外)?(?:均|皆|都)|(?:本|以上|该)(?:组|版|文)?(?:图片?|照片)|均)[由为]?[:]?\s*"
)
# A body that gives or holds pictures: no person's name ends so.   + 市档案局, 县委宣传部   - 甲乙
BODY: Final = re.compile(
    rf"[{HAN}·]{{1,20}}(?:局|委|办|社|部|公司|中心|馆|学院|大学|学校|中学|小学|支队|大队|协会|会|处|所|站|电视台|网|报|店|厂|镇|乡|街道|医院|集团|单位|法院|检察院|政府|剧院|客户端|组|团)$"
)
# Bracketed words at the end of a caption.
TAIL_BRACKET: Final = re.compile(r"\((?P<inner>[^()]{1,40})\)\s*$")
# Where a credit may begin without a mark before it: a paper or a role.   + 会场本报记者甲乙摄
CREDIT_CUE: Final = re.compile(
    rf"(?:{SOURCE_NAME}(?:·[{HAN}]{{2,8}})?)?(?:首席|全媒体|融媒体|特约|见习|实习|摄影)*(?:记者|通讯员|实习生|摄影师|特派员)|(?:新华社|中新社)发"
)
# Behind who wrote the text stands no caption's credit.   + 。记者 甲乙/文   - 图文
WRITTEN: Final = re.compile(r"/文\s*$")
# Marks that end a sentence end the caption before the credit; who wrote has signed the text.   +
# 甲乙/文 丙丁/图
NOT_IN_CREDIT: Final = re.compile(
    rf"[。!?…;,“”]|(?<=\S)本报|^图为|/文(?![{HAN}/])"
)
# Somebody gave the picture and need not have taken it.   + 供图   + 提供   - 摄
GIVEN: Final = re.compile(r"供图|提供")
# Where a caption may end and its credit begin.   + 会场。|甲乙摄   + 会场 甲乙摄   + 新华社发(甲乙摄)
AGENCY_TAIL: Final = re.compile(
    rf"{SOURCE_NAME}(?:发|照片)?\s*\([^()]{{2,30}}\)\s*$"
)
CREDIT_TAIL_START: Final = re.compile(
    r"(?:摄影报道|摄影|摄|供图|配图|制图|绘图|漫画|图片来源|图片提供|图片|图)\s*[/:|]\s*[^。]{2,30}$|资料[图片照]+$|(?:发|截图)$"
)
CAPTION_END: Final = re.compile(r"[。!?…;][”’\"」』)]*")
SPACES: Final = re.compile(r"\s+")
# The paper's own people, wherever they stand.   + 会场本报记者甲乙摄
OWN_CUE: Final = re.compile(
    r"(?:本报|新华社|中新社)(?:首席|全媒体|融媒体|特约|见习|实习|摄影)*(?:记者|通讯员|实习生)"
)
# Who photographed and reported.   + 甲乙 摄影报道   - 甲乙 摄
REPORTS: Final = re.compile(r"摄影报道\W*$")
# Marks inside a sentence that a caption without a full stop hardly has.
RUNS: Final = re.compile(r"[,;]")
# Marks around words that a page quotes large from its own text.
QUOTE_MARKS: Final = '“”"「」『』 —…'
LONGEST_CREDIT: Final = 60
LONGEST_CAPTION: Final = 220
SHORT_CAPTION: Final = 60
