"""What tells kicker, headline and subtitle apart.

Patterns run on folded text. ``+`` marks what a row must match, ``-`` what it must not.
"""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import HAN, NUMERALS

# A headline broken behind the body that acts.   + 某市第十三届委员会   - 委员会议
BREAKS_OFF: Final = re.compile(
    r"(?:委员会|大会|常委会|政府|政协|办公室|局|厅|部)$"
)
# What such a headline goes on with.   + 第二次全体会议公报   - 全体会议
GOES_ON: Final = re.compile(
    r"第.{1,5}[次届]|关于|公报|公告|决议|决定|通知|通告|令$|名单"
)
# A line that is only whose congress it is.   + 某某土家族苗族自治县   - 我市举行
WHO_MEETS: Final = re.compile(rf"(?!我|全)[{HAN}]{{2,14}}[省市县区州旗]$")
# The line below it that goes on with the congress.   + 第七届人民代表大会第一次会议   - 第三届运动会
ITS_MEETING: Final = re.compile(
    rf"第[{NUMERALS}\d]{{1,3}}[届次](?:人民代表大会|代表大会|委员会)"
)
# A line that leads into the headline: who said it, where, when.   + 甲乙在调研时强调   + 会议指出   - 强调纪律
LEADS_IN: Final = re.compile(
    rf"(?:强调|指出|要求|表示|提出|时说|寄语|勉励|调研时|考察时|讲话时|会见时)(?:大家|与会[{HAN}]{{2,4}}"
    rf"|全[市县省区][{HAN}]{{2,6}}|广大[{HAN}]{{2,6}})?:?$|:$"
)
# A second line that tells more of the first.   + 最快58分钟可达省城   + 只为归还一只布包   + 选举甲乙为县委书记   - 首届运动会开幕
TELLS_MORE: Final = re.compile(
    r"最[快高低多长早迟]|只为|选举.{2,4}为|首[批期](?!.*(?:开|启|发))|全[程长]\d|总投资|总[长面]|预计|涉及"
    r"|惠及|覆盖|历时|其中|共有|不再|可[享办在]|有望"
)
# A second line that says what kind of account this is.   + 我市脱贫攻坚工作综述   - 纪实摄影展开幕
ACCOUNT: Final = re.compile(
    r"(?:综述|纪实|侧记|掠影|纪略|纪事|见闻|巡礼|述评|回眸|启示录?|速写|素描)$"
)
# A headline that states a meeting.   + 省政府召开常务会议   - 会议室
MEETS: Final = re.compile(r"(?:会议?|召开|举行|开幕|闭幕)$")
# Nothing but the short name of a meeting leads in.   + 区委七届一次全会   + 市第十次党代会   - 市委召开全会   - 党代会开幕
MEETING_ALONE: Final = re.compile(
    rf"[{HAN}]{{0,8}}(?:[{NUMERALS}\d]{{1,3}}[届次]){{1,2}}(?:全会|全体会议|会议|党代会|代表大会)$"
)
# A line that says what a meeting dealt with.   + 研究夏粮收购   - 夏粮收购
DEALS_WITH: Final = re.compile(
    r"研究|审议|听取|传达|讨论|安排|部署|表决|通过|选举|补选|决定|任命|免去|任免"
)
# A second line that quotes who spoke at the meeting.   + 甲乙强调:早动手,快进度   - 强调早动手
SAID_THERE: Final = re.compile(
    rf"[{HAN}]{{2,4}}(?:强调|要求|指出|提出|希望|说):\S"
)
# A headline that says on which day.   + 鸿雁轴承昨登陆北交所   + 今起半幅封闭施工   + 8月20日起停水   - 昨日的健步走   - 今年   -
# 今后
SAYS_WHEN: Final = re.compile(
    r"(?<![至如当])[今昨](?:[日天晚晨早夜](?!的)|(?=[起开启登亮挂举揭抵正闭首通投上下发]))"
    r"|明(?:[日天晚晨](?!的)|起)|本周[一二三四五六日末]|\d日起?(?!电)"
)
# A figure with what it counts.   + 58分钟   + 3.5%   - 第58
FIGURE: Final = re.compile(rf"\d+(?:\.\d+)?(?:%|[{HAN}])")
