"""The characters that write foreign names.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

import re
from typing import Final

# Characters that write foreign sounds.   + 斯特凡诺夫   - 王建国
SOUNDS: Final = frozenset(
    "阿埃艾爱安昂奥澳巴芭白拜班邦保鲍贝本比彼毕宾波伯博勃布采查察柴昌彻茨慈次达大戴丹当德登邓迪蒂蒂地丁东杜顿多厄恩尔伐法凡范菲费芬丰冯佛夫弗福盖甘冈高戈哥格葛"
    "根贡古瓜圭哈海汉豪赫黑亨洪侯胡华怀霍基吉季加贾简江杰金津京卡凯坎康考柯科可克肯孔库夸奎昆拉腊来莱赖兰朗劳勒雷黎里理利莉廉良列烈林琳留隆卢鲁路伦罗洛吕"
    "马玛迈麦曼芒毛梅门蒙孟米密缅敏明摩莫墨姆木穆拿那纳娜南内妮尼涅宁纽农努诺欧帕潘庞培佩彭皮平珀普齐奇恰钱强乔切钦琼丘热日荣茹儒瑞若萨塞赛桑瑟森沙山尚绍舍申圣施什"
    "龙蓬卜合吾守吐依夏麦买热穆孜艾力提汗再努买合木赛依甫江迪丽热巴古丽娜尔阿依努尔门菲娅婭莉荪晓捷肯吴本诃雅措妥莎丝蕾黛薇琪倩玫芙蓓玻吕岑连"
    "史舒思斯松苏索塔泰坦唐特滕提图吐托陀娃瓦万旺威韦维伟温文翁沃乌武西希锡夏香肖歇谢辛欣兴雄休许雅亚延扬耶叶伊因英尤于约宰赞曾扎詹哲珍芝朱卓兹宗佐孜买司义杰列"
)
# A run of such characters.   + 门德斯   - 德
SOUNDED: Final = re.compile(f"[{''.join(sorted(SOUNDS))}]{{2,10}}")
