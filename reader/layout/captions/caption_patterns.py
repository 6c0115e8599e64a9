"""What stands under a picture.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN

# A caption that says so itself.   + 图为会场。   + ▲代表入场   + 左图:   + 图①:   + 图1:   + 图一:   - 图书馆   - 图1处
CAPTION_OPENER: Final = re.compile(
    r"(?:▲|▼|◀|▶|△|▽|[←→↑↓↖↗↘↙]|"
    r"(?:[上下左右中]|[左右][上下]|组|主|大|小|题|本版|资料|以上|本)?(?:图片?|照片)(?:为|说明?:|:|[①-⑳]"
    r"|\d{1,2}[:、.]|[一二三四五六七八九十]:|\([左右上下中一二三四五六]\):?|[①-⑳\d、]+[:为])|"
    r"[①-⑳]\s*(?=\S))"
)

# Lines with a picture's mark that are none: advertisements, and what takes place at which hour.
#   + ▲某某遗失身份证,声明作废   + ▶下午3时 大会闭幕   - ▲代表入场   - ▲下午3时,代表入场
NOT_CAPTION: Final = re.compile(
    r"..?(?:[上下]午|中午|晚上?)?\d{1,2}(?:时|:\d\d) |.*(?:遗失|作废|招聘|出租|转让|注销公告|联系电话)"
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
# A line that only names what a picture shows.   + 车间一角   + 与会代表合影   - 展现车间一角的美
SCENE: Final = re.compile(
    rf"[{HAN}·“”]{{2,24}}(?:一角|合影|留影|全景|鸟瞰|俯瞰|远眺|近影|生前照|工作照)$"
)
# A sentence that tells what one picture shows.   + 甲乙在检查启闭机。   + 村民正在采茶   - 他在会上说,
ONE_SCENE: Final = re.compile(
    rf"[{HAN}·()、]{{2,14}}(?:正?在|正|为|给|向|和|与)[{HAN}“”·、()]{{2,24}}[。]?$"
)
# Who photographed and reported.   + 甲乙 摄影报道   - 甲乙 摄
PHOTO_REPORT: Final = re.compile(r"摄影报道\W*$")
# Marks inside a sentence that a caption without a full stop hardly has.   + 会场,代表   - 会场
RUNS: Final = re.compile(r"[,;]")
# Marks around words that a page quotes large from its own text.
QUOTE_MARKS: Final = '“”"「」『』 —…'
LONGEST_CAPTION: Final = 220
SHORT_CAPTION: Final = 60
