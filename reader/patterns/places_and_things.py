"""Places, bodies and things, by their names and by their last characters.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import row

# Characters that end a place or a body far oftener than a name.   + 石桥区, 文化局   - 王建国
PLACE_ENDS: Final = frozenset(
    "班嫂婶奶妈爸牌栏卡岛箱券费款额派赛奖杯节区县市镇乡街路厂馆店局厅署院校所站队组社寺庙祠殿桥寨屯巷弄桥站港湾村州省部委办团会网报台感型性化式级类率"
)
# Bodies by their short names, behind the place that they are of: 区 is a surname too.   + 区 | 侨联   -
# 区建国
SHORT_BODIES: Final = frozenset(
    row("侨联 台联 文联 残联 妇联 社联 科协 作协 政协 人大 团委 纪委 工会")
)
# Characters that end a place and also a name.   + 王村, 刘家湾   - 陈江, 李岭
SOFT_ENDS: Final = frozenset(
    "梨桃橘柚枣莓瓜薯稻鸡鸭肉虾蟹糕饼奶汤粉菜鱼山苑译著河江湖岭坪冲塘坡洞楼阁园城门口关岛滩沟家里业人族语"
)
# Characters that end a dictionary word of three characters which is a place or a thing.   + 钟点工,
# 吕梁山   - 陈凯歌
THING_ENDS: Final = SOFT_ENDS | frozenset(
    "工茶酒菜舞鱼草树木粉油虫鸟车戏病品记"
)
# Characters that end a thing of two characters oftener than a name.   + 栾树, 姜茶   - 常树
SOFT_SECONDS: Final = frozenset(
    "苑园简岭坪冲塘坡洞滩沟湾桃梨橘柚枣莓瓜果豆薯米麦稻树茶菜鱼草饭汤面湾庄屋楼寨"
)
# The last characters of what lists name besides people: places, dishes, plants.   + 黄龙洞、金鞭溪,
# 红烧肉、白切鸡
LISTED_THINGS: Final = (
    THING_ENDS | SOFT_SECONDS | frozenset("溪界谷峡肉鸡鸭虾蟹糕饼奶汁蛋花")
)
# Foreign places that are written in such characters.   + 伊拉克表示   - 克林顿
FOREIGN_PLACES: Final = frozenset(
    row(
        "阿富汗 阿尔巴尼亚 阿尔及利亚 阿根廷 阿曼 阿塞拜疆 埃及 埃塞俄比亚 爱尔兰 爱沙尼亚 安哥拉 奥地利 澳大利亚 澳门 巴巴多斯 巴布亚 巴哈马 巴基斯坦 巴勒斯坦 巴林 "
        "巴拿马 巴西 白俄罗斯 "
        "保加利亚 贝宁 比利时 波兰 玻利维亚 波黑 博茨瓦纳 布隆迪 丹麦 德国 中国 多哥 多米尼加 俄罗斯 厄瓜多尔 法国 菲律宾 斐济 芬兰 哥伦比亚 哥斯达黎加 格鲁吉亚 "
        "古巴 圭亚那 哈萨克斯坦 海地 "
        "韩国 荷兰 洪都拉斯 吉布提 吉尔吉斯斯坦 几内亚 加拿大 加纳 加蓬 柬埔寨 捷克 津巴布韦 喀麦隆 卡塔尔 科威特 克罗地亚 肯尼亚 拉脱维亚 莱索托 老挝 黎巴嫩 "
        "立陶宛 利比里亚 利比亚 卢森堡 "
        "卢旺达 罗马尼亚 马达加斯加 马尔代夫 马耳他 马拉维 马来西亚 马里 毛里求斯 毛里塔尼亚 美国 蒙古 孟加拉 秘鲁 缅甸 摩尔多瓦 摩洛哥 摩纳哥 莫桑比克 墨西哥 "
        "纳米比亚 南非 尼泊尔 尼加拉瓜 "
        "尼日尔 尼日利亚 挪威 葡萄牙 日本 瑞典 瑞士 萨尔瓦多 塞尔维亚 塞拉利昂 塞内加尔 塞浦路斯 沙特 沙特阿拉伯 斯里兰卡 斯洛伐克 斯洛文尼亚 苏丹 苏里南 索马里 "
        "塔吉克斯坦 泰国 坦桑尼亚 "
        "汤加 突尼斯 土耳其 土库曼斯坦 瓦努阿图 委内瑞拉 文莱 乌干达 乌克兰 乌拉圭 乌兹别克斯坦 西班牙 希腊 新加坡 新西兰 匈牙利 叙利亚 牙买加 亚美尼亚 也门 伊拉克 "
        "伊朗 以色列 意大利 印度 "
        "印度尼西亚 英国 约旦 越南 赞比亚 乍得 智利 南斯拉夫 苏格兰 英格兰 欧洲 亚洲 非洲 美洲 拉丁美洲 西伯利亚 加勒比 波罗的海 巴尔干 科索沃 克里米亚 高加索 "
        "克什米尔 夏威夷 加利福尼亚 "
        "华盛顿 莫斯科 巴黎 伦敦 柏林 罗马 东京 大阪 京都 慕尼黑 汉堡 日内瓦 维也纳 布鲁塞尔 马德里 里斯本 布拉格 布达佩斯 雅典 开罗 德黑兰 巴格达 大马士革 "
        "贝鲁特 喀布尔 安卡拉 伊斯坦布尔 "
        "曼谷 马尼拉 雅加达 吉隆坡 河内 金边 万象 仰光 达卡 加德满都 科伦坡 孟买 多伦多 温哥华 蒙特利尔 悉尼 墨尔本 堪培拉 惠灵顿 里约热内卢 布宜诺斯艾利斯 芝加哥 "
        "洛杉矶 西雅图 波士顿 底特律 "
        "休斯敦 达拉斯 迈阿密 拉萨 日喀则 林芝 那曲 阿里 喀什 和田 伊犁 塔城 阿勒泰 克拉玛依 吐鲁番 哈密 库尔勒 阿克苏 石河子 格尔木 德令哈 乌鲁木齐 呼和浩特 "
        "鄂尔多斯 锡林郭勒 阿拉善 齐齐哈尔 哈尔滨 "
        "奥运 亚运 马拉松 奥林匹克 卡拉 布尔什维克 诺贝尔 奥斯卡 托福 雅思 吉普 马赛克 巴士 欧盟 东盟 阿拉伯 伊斯兰"
    )
)
# Places and trades that lists name besides people.   + 江苏、安徽   - 华春
THINGS: Final = FOREIGN_PLACES | frozenset(
    row(
        "江苏 江西 安徽 云南 广东 广西 山东 山西 河北 河南 湖北 湖南 海南 甘肃 宁夏 陕西 福建 浙江 贵州 吉林 辽宁 四川 青海 新疆 西藏 北京 上海 天津 重庆 "
        "香港 澳门 台湾 内蒙古 黑龙江 "
        "华东 华北 华南 华中 东北 西北 西南 江南 江北 全国 全省 全市 全县 全区 全州 公司 单位 文化 卫生 安全 金融 商业 水利 水务 水产 安监 公安 司法 农业 "
        "林业 畜牧 石化 应急 宗教 统计 党校 团委 文明 经济 政治 扶贫 教育 科技 体育 法律 管理 宣传 组织 纪检 武装 工会 妇联"
    )
)
# How the words of a place end.   + 市委礼堂, 三楼会议室   - 掌声
_PLACE_END: Final = (
    r"(?:礼堂|剧院|剧场|剧团|教室|党校|影院|影剧院|会堂|俱乐部|广场|中心|[\u4e00-\u9fff\d]室|编辑部|\d房间|会议室|会议厅|报告厅|厅|宫|"
    r"宾馆|酒店|饭店|大厦|大楼|体育馆|体育场|馆|学校|小学|中学|大学|"
    r"[一二三四五六七八九十]中|学院|幼儿园|医院|公园|园|园区|基地|企业|"
    r"公司|集团|厂|村|寨|组|社区|街道|镇|乡|县|区|市|省|州|旗|站|港|机场|码头|"
    r"现场|工地|车间|小区|路|路段|段|街|大道|一带|营区|故居|陵园|墓|碑|寺|山|"
    r"湖|江|河|岛|局|委|院|所|库|桥|场|田|"
    r"附近|周边|沿线|驻地|泊位|出租屋|民房|仓库|家中|家|一线|堤|渡口|古镇|景区|畔|"
    r"岸边|江边|湖边|口|草坪|舞台|台|门|楼|大院|总部|窗口|店|海域|隧道|水域|"
    r"海面|江面|境内)"
)
PLACE_END: Final = re.compile(rf"{_PLACE_END}(?:等地|等)?$")
# The longest part of a run of words that ends as places do
LAST_PLACE_END: Final = re.compile(
    rf"[\u4e00-\u9fff\dA-Za-z\u00b7]{{0,26}}{_PLACE_END}"
)
