"""The parts that Tibetan, Mongolian, Uyghur, Kazakh and other names of China's peoples are made of.

Such a name has no Chinese surname; two parts side by side are one, a part alone needs a title, a
verb or a list.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

from reader.patterns.characters import row

TIBETAN: Final = row(
    "扎西 顿珠 次仁 次旦 次旺 次央 次珍 拉姆 卓玛 卓嘎 央金 央宗 央珍 央吉 格桑 旺堆 旺姆 旺扎 旺久 旺杰 旺青 尼玛 多吉 多杰 德吉 达瓦 达娃 平措 白玛 曲珍 "
    "曲扎 曲杰 曲吉 云丹 嘉措 洛桑 罗桑 丹增 旦增 丹巴 丹珠 强巴 阿旺 "
    "贡觉 贡布 仓决 仓央 索朗 索南 边巴 米玛 普布 巴桑 桑珠 桑杰 桑吉 欧珠 晋美 久美 仁增 仁青 仁钦 群培 群宗 益西 旺姆 土登 洛追 占堆 边觉 加措 加布 才让 "
    "才旦 才仁 才旺 扎巴 扎堆 尕藏 尕玛 嘎玛 噶玛 热巴 坚赞 坚参 赤列 赤来 "
    "罗布 罗珠 其美 琼达 拉巴 拉珍 拉加 拉毛 拉吉 更登 更桑 更尕 贡桑 南杰 朗杰 多布 旦巴 旦真 华旦 华青 完玛 夏吾 杨措 卓措 卓尕 吉美 班玛 班觉 班久 土旦 "
    "洛绒 泽仁 泽郎 泽旺 格勒 俄色 俄日 俄地 降央 降初 四郎 呷绒 斯郎 阿布 阿珍 "
    "卓玛措 才旦措 才让措 拉毛措 贡保 公保 拉措 索南措 周毛 措毛 措姆 措珍 曲措 桑吉措 旺修 旺秀 道吉 项欠 昂毛 看卓 求吉"
)
MONGOLIAN: Final = row(
    "巴特尔 巴图 巴图尔 额尔敦 额尔登 额尔德尼 哈斯 其其格 其木格 格根 乌云 图雅 托娅 娜仁 高娃 苏和 苏日 苏德 宝音 德力格尔 朝鲁 朝鲁门 巴雅尔 巴音 斯琴 布仁 "
    "布和 阿拉坦 阿拉腾 那顺 那日苏 那木斯来 那木拉 孟和 孟克 朝克图 朝克 "
    "特木尔 特木勒 帖木儿 格日勒 格日乐 萨仁 萨日娜 莎日娜 牧仁 通拉嘎 查干 呼和 呼格吉勒 额日敦 吉日嘎拉 吉日木图 敖其尔 敖登 敖日格乐 道尔吉 道日吉 乌兰 乌恩 "
    "乌力吉 乌日娜 乌尼尔 青格乐 青格勒 毕力格 毕力格图 白音 白乙拉 "
    "斯钦 斯日古楞 苏亚拉 阿古拉 阿日斯楞 阿木古楞 阿斯楞 安达 满都拉 满都呼 达来 达楞 达古拉 丹巴 图布信 图门 图力古尔 温都苏 锡林 呼日查 恩和 恩克 塔娜 索布德 "
    "琪琪格 赛音 赛罕 赛吉 伊拉图 腾格尔 德德玛 巴达玛 木仁 哈达 哈森 桑布 官布 朋斯克 金巴 胡毕斯 呼木吉乐 新吉乐 包日玛"
)
TURKIC: Final = row(
    "买买提 买合木提 买合提 阿不都 阿不力孜 阿不拉 哈布都拉 阿布都拉 阿不都拉 阿卜杜拉 阿不都热合曼 哈布 都拉提 阿卜杜 阿布都 阿布力 热合曼 热合木 热依汗 热依木 热依拉 "
    "古丽 古丽娜 古丽娜尔 巴哈尔 帕提 帕提古 帕夏 帕尔哈提 吐尔洪 吐尔逊 吐尔地 吐尔孙 吐逊 吐地 艾合买提 艾买提 艾尼 艾尼瓦尔 艾力 艾山 艾海提 "
    "艾则孜 艾孜孜 依明 依马木 依布拉音 依力 亚森 亚力 亚库甫 卡德尔 卡哈尔 卡斯木 卡迪尔 哈力 哈力克 克力木 木合塔尔 木拉提 木扎提 玉素甫 玉山 玉苏普 托合提 托乎提 "
    "托乎 肉孜 如孜 沙吾提 沙塔尔 塔依尔 祖农 祖丽 努尔 努尔兰 努尔买买提 努尔古丽 叶尔兰 叶尔肯 叶尔波 "
    "别克 巴合提 巴哈提 波拉提 博拉提 赛力克 赛尔 沙依 加娜 加依 达吾提 达吾列 杰恩斯 江布尔 库尔班 库尔曼 麦麦提 麦合木提 米热古 米日古 米吉提 迪丽 迪丽娜尔 迪力 "
    "迪里 拜尔 拜合 尼亚孜 尼牙孜 伊力亚 伊明 伊布拉 海提 赛买提 孜亚 阿依 阿依夏木 阿依努尔 阿依古 阿米娜 阿曼 阿里木 "
    "阿吉 阿孜 阿迪力 阿地力 阿力木 阿尔孜 再娜 再努 再米 再同 茹仙 茹克 娜孜 仙古 丽巴 提江 买江 夏木 西木 依木 阿洪 甫江 "
    "热西提 热西 图尔 图尔荪 图荪 沙合 多拉 娜依 吐尔逊娜依 古丽江 阿依古丽 热孜 热孜亚 热孜万 努尔江 阿力甫 阿里甫 艾合买 托合塔 吾守尔 吾甫尔 "
    "克然木 巴拉提 其曼 沙达提 哈丽 哈丽娜 古海尔 叶斯 叶斯波 胡安 胡安德克 加尔肯 赛里克 木汗 别克江 拜克 帕孜 帕孜力 色力克"
)
OTHERS: Final = row(
    "吉克 阿木 木嘎 木果 木呷 尔布 尔古 尔体 阿依莫 阿妞 阿幼朵 阿朵 阿什 阿支 吉木 吉火 吉伍 沙马 沙玛 曲比 曲木 勒尔 勒排 日火 日木 日哈 马海 俄木 拉马 拉玛 "
    "什古 什哈 伍呷 伍各 子尔 惹古 子呷 乌呷 玉温 岩温 岩罕 玉罕 玉香 玉应 岩香 岩坎 玉坎 玉儿甩 刀承 阿诗 孜莫 石扎"
)
ALL: Final = frozenset((*TIBETAN, *MONGOLIAN, *TURKIC, *OTHERS))
_PARTS: Final = "|".join(sorted(ALL, key=lambda part: (-len(part), part)))
_FIRSTS: Final = "".join(sorted({part[0] for part in ALL}))
_SECONDS: Final = "".join(sorted({part[1] for part in ALL}))
# A run of such parts; the sets in front only keep the search fast.   + 卓玛 | 央金, 敖登 | 其木格, 买买提 | 江
# - 卓玛草
PARTS: Final = re.compile(
    f"(?=[{_FIRSTS}][{_SECONDS}])(?:{_PARTS}){{1,4}}[江汗措]?"
)
