"""What says who took or gave a picture.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.layout.bylines.dateline_patterns import SOURCE_NAME
from reader.patterns.characters import HAN

# What the person did: the last word of a credit.   + 甲乙摄   + 甲乙 摄影报道   + 甲乙供图   + 李文/摄   - 甲乙 文/摄
# - 沙·巴图
DONE: Final = r"(?:摄影报道|摄影|摄制|航拍|翻拍|抓拍|拍摄|摄|供图|提供|配图|制图|绘图|绘制|绘|漫画|制作|图片|(?<!·[\u4e00-\u9fff])图)"
CREDIT_END: Final = re.compile(
    rf"(?<![\s/])(?:\s+|(?<![^{HAN}]文)[\s/]*){DONE}\s*$"
)
# The word comes first.   + 图/甲乙   + 摄影:甲乙   + 供图/甲乙   - 图为
CREDIT_START: Final = re.compile(
    r"(?:摄影报道|摄影|摄|供图|配图|制图|绘图|漫画|图片来源|图片提供|图片|图)\s*[/:|]\s*"
)
# Pictures told apart by their marks in one credit.   + 图①图② 甲乙 摄| 图③ 丙丁 摄   - 会场 甲乙 摄
PART: Final = re.compile(
    r"(?P<marks>(?:图?\s*[①-⑳][、,和\s]*)+)[由:]?\s*(?P<credit>[^①-⑳图:]{2,24}?)[;,、\s]*(?=图|[①-⑳]|$)"
)
# A name of two characters set wide.   + 阿 紫   - 甲乙 丙丁
PADDED_NAME: Final = re.compile(rf"[{HAN}] {{1,2}}[{HAN}]")
# What stands between the marks of pictures.   + 图、   - ①
NO_MARK: Final = re.compile(r"[^①-⑳]+")
# No person at all.   + 资料图   + 资料照片   + 视频截图   + 新华社发   - 发图
NO_PERSON: Final = re.compile(
    rf"(?:(?:本报|{SOURCE_NAME})?(?:资料图片?|资料照片|资料|档案图片|视频截图|网络截图|网络图片|图片来自网络"
    rf"|效果图|示意图|航拍图|(?:新华社|中新社)/?(?:发|照片|图)?))$"
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
    r"(?:(?:本|以上|上|全|该|两|三)?(?:组|版|文|幅)?(?:图片?|照片)(?:除署名外)?(?:均|皆|都)|(?:本|以上"
    r"|该)(?:组|版|文)?(?:图片?|照片)|均)[由为]?[:]?\s*"
)
# Bracketed words at the end of a caption.   + 会场。(甲乙摄)   - (甲乙摄)会场
TAIL_BRACKET: Final = re.compile(r"\((?P<inner>[^()]{1,40})\)\s*$")
# Where a credit may begin without a mark before it: a paper or a role.   + 会场本报记者甲乙摄
CREDIT_CUE: Final = re.compile(
    rf"(?:{SOURCE_NAME}(?:·[{HAN}]{{2,8}})?)?(?:首席|全媒体|融媒体|特约|见习|实习|摄影)*(?:记者"
    rf"|通讯员|实习生|摄影师|特派员)|(?:新华社|中新社)发"
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
# An agency's own form at the end of a caption.   + 会场。新华社发(甲乙摄)   - 会场(甲乙摄)
AGENCY_TAIL: Final = re.compile(
    rf"{SOURCE_NAME}(?:发|照片)?\s*\([^()]{{2,30}}\)\s*$"
)
# A credit at the end of a caption whose word comes first.   + 会场。图/甲乙   - 图为会场
CREDIT_TAIL_START: Final = re.compile(
    r"(?:摄影报道|摄影|摄|供图|配图|制图|绘图|漫画|图片来源|图片提供|图片|图)\s*[/:|]\s*[^。]{2,30}$|资料[图片照]+$|(?:发|截图)$"
)
# Where a caption may end and its credit begin: behind a full stop, or a space.   + 会场。|甲乙摄
# - 会场,甲乙摄
CAPTION_END: Final = re.compile(r"[。!?…;][”’\"」』)]*")
# + 会场 |甲乙摄   - 会场甲乙摄
SPACES: Final = re.compile(r"\s+")
# The paper's own people, wherever they stand.   + 会场本报记者甲乙摄
OWN_CUE: Final = re.compile(
    r"(?:本报|新华社|中新社)(?:首席|全媒体|融媒体|特约|见习|实习|摄影)*(?:记者|通讯员|实习生)"
)
LONGEST_CREDIT: Final = 60
