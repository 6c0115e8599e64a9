"""Surnames, parted by how often they are words instead.

``+`` marks what a row must match, ``-`` what it must not. Text is folded first
(``reader.layout.lines.fold_width``)."""

from __future__ import annotations

from typing import Final

from reader.patterns.characters import row

# Surnames that are hardly ever the first character of another word.
CLEAR_SURNAMES: Final = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱郭何罗宋郑谢韩唐冯董萧程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪姜范姚谭廖邹熊陆郝"
    "习崔邱秦侯邵孟龚黎庞樊殷陶翟颜倪俞葛聂邢岳覃霍翁阮柯闫肖易贺赖尹汤钱段雷龙毛孔康韦伍詹靳祁裴褚邬臧姬郜晏栾郁喻窦鄢虞卞竺冼佟栗匡巩"
    "卿蔺谌胥岑荆鞠巫缪邝鄂佘揭蒯禹苟奚屠瞿滕饶辜闵桂柏鲍屈甄欧耿牟祝梅庄辛涂舒凌霍亢呙訾郄郇隗芮阚桓厉嵇宦裘狄贲羿汲邴钭韶郦郤璩扈郏庾寇殳夔厍谯尧蹇琚綦庹雒郃隋戚丘芦郎邸敖糜逄亓麻慕晁逯宓"
    "沃昝湛骆樊缑毌乜甯俎仵恽禚眭睢暨弋郐隽俟曩爨鄞豫郈苻蘧虢遆蕢蒉嬴妫姒楮檗畲衮隰颛骈鬲麹僪侴仡佤戢撖敫樗氾淦颉苌缐杞荔锺晟梁杭仉佴茆禤蔄檀翦褟佀旷邾瑞凃仝"
)
# Surnames that are also everyday words or parts of many: they need more around them.
#   + 高原表示   - 高原地区, 万元, 时光, 石桥区
WORDY_SURNAMES: Final = frozenset(
    "曾年储伊过区于高方文万石江金白田任路关古米来全应原官单华强包左车房边党商计和向时连从成明常武安史顾温兰齐焦严牛季章鲁申尤毕丛柳管谷苗费纪盛童项曲游阳席卫查植甘景薄司宁解柴冉吉刁池晋苑畅"
    "宫简娄盖符木穆燕冀谈蒙迟宇"
    "冷卓花仇艾蓝稽井练仲乐封衣楚宗台桑银扬沙伏保乔林马洪施耐公令尚修初岩占危召展幸库德忻惠承朴水涛濮牧玉甫由皮矫砚秋税笪粟红缴臣茅荀荣莘蒲蓟衡豆贝贡赫逢邰那邓郗酆钮铁阙隆雍靖革鹿斯代冶凤刀"
    "励劳双青师昌浦丰归巢滑戎平云元莫卜宣诸索寿农容满闻居益盘付操苍富弓廉祖怀印扶茹慎弘禄蔚勾融麦帅束松乌漆宰杭"
)
# Surnames that are far oftener words: a title, a cue or a list must speak for them.   + 质检员火统元   -
# 火车到站
RARE_SURNAMES: Final = frozenset(
    "哈回展步支经干羊於仰暴咸籍能通鱼戈国广利越权相养空门火电战信敬母厚海达图仁奉赏招巨竹善沐虎黑斗候律旷撒税公过商"
    "释鲜宿粘么寸枚冒闪阴折芒班英泉星羽崇淡渠环智言藤随雪尉岐资楼刑勇忽晃朝蓬堵毋墨腾揣妥汝敏仪钦琴伯礼普皇端宾督布丹秘续锁玄昔彤弥终衷巴闯"
)
# Of the surnames that are also words, the ones so frequent that a name is as likely as a word.
FREQUENT_SURNAMES: Final = frozenset("曾林马高金田洪石白江顾史任方常万安武乔文")
COMPOUND_SURNAMES: Final = frozenset(
    row(
        "欧阳 尉迟 司马 司徒 上官 诸葛 皇甫 令狐 慕容 东方 西门 南宫 夏侯 公孙 轩辕 端木 百里 呼延 独孤 宇文 长孙 澹台 公冶 宗政 濮阳 淳于 单于 "
        "段干 梁丘 左丘 乐正 漆雕 公良 夹谷 壤驷 宰父 谷梁 羊舌 微生 公羊 公西 巫马 第五 太史 东郭 南门 子车 贺兰 哥舒 叱干 "
        "太叔 申屠 仲孙 钟离 闾丘 鲜于 司空 亓官 司寇 拓跋 万俟 闻人 赫连 完颜 纳兰 叶赫"
    )
)
# Of these, the ones that are also words.   + 装配工第五大江   - 第五大湖
WORDY_COMPOUNDS: Final = frozenset(
    row("第五 百里 东郭 南门 西门 乐正 太史 公羊 公良 子车 微生")
)
# Surnames of two characters in Japanese names.   + 小林健二   - 清水流过
JAPANESE_SURNAMES: Final = frozenset(
    row(
        "佐藤 铃木 高桥 田中 渡边 伊藤 山本 中村 小林 加藤 吉田 山田 佐佐 山口 松本 井上 木村 清水 斋藤 安倍 岸田 福田 麻生 小泉 鸠山 野田 石破 村上 川端 大江 "
        "黑泽 宫崎 池田 前田 藤田 冈田 后藤 长谷 石川 近藤 坂本 远藤 青木 藤井 西村 太田 三浦 冈本 松田 中岛 中野 原田 小野 竹内 金子 和田 中山 石原 森田 河野 "
        "福原 早田 羽生 本田 桥本 渡部 植田 上野 丰田 松下 盛田 稻盛 "
        "川岛 冈村 白井 岩村 岩崎 岩田 岩本 川口 川上 川村 川崎 大野 大岛 大塚 大冢 大谷 大冈 内田 内山 内藤 樱井 千叶 三宅 三岛 三井 上村 "
        "上原 下田 今井 今村 中川 中田 中尾 久保 佐野 八木 前川 北村 古川 吉川 吉村 吉野 名取 土井 坂井 坂口 坂田 堀江 堀内 堀口 增田 增井 "
        "夏目 多田 奥田 奥村 安藤 安田 宇野 宫本 宫泽 宫田 宫下 富永 寺岛 寺田 小川 小松 小池 尾崎 尾形 岛田 岛崎 岛津 岛村 岸本 工藤 平田 "
        "平野 平山 平井 广濑 庄司 德川 志村 户田 手塚 手冢 日野 星野 服部 木下 木户 本间 杉山 杉本 村山 村田 村井 村松 东条 松尾 松井 松冈 "
        "松浦 柴田 栗原 桑原 梅田 梶原 森本 森下 植木 横山 横井 樋口 武田 武藤 永井 永田 江口 河合 河本 泷川 泽田 浅野 浅井 海部 涩谷 熊谷 "
        "片山 犬养 牧野 畑中 益田 真田 矢野 石田 石井 福井 秋山 稻田 稻垣 竹下 竹村 竹中 竹田 筱原 细川 细田 织田 羽田 绪方 若林 荒木 荒川 "
        "菅原 菊池 菊地 萩原 藤本 藤原 藤村 藤泽 藤山 西乡 西田 西尾 西川 谷口 谷川 赤松 足立 辻井 近卫 都筑 野口 野村 镰田 长井 长尾 关根 "
        "阿部 青山 青柳 须田 饭田 饭岛 高木 高野 高仓 鹤田 黑田 黑木 齐藤 新井 仓田 仓本 园田 圆谷 壶井 山崎 山下 山内 山村 山川 山岸 山根 "
        "山县 神谷 神山 榊原 相泽 相马 滨田 滨口 滨崎 泷泽 嘉纳 榎本 沟口 沟田 押井 新海 是枝 北野 福泽 乃木 伊东 芥川 谷崎 志贺 三船 渡濑 "
        "栗山 仲代 铃村 穗积 龟田 龟井 猪俣 猪木 米仓 鹫尾 大矢 小岛 小出 小畑 小栗 小笠 三木 三好 土屋 土肥 土田 上杉 上岛 中泽 中条 中根 丹羽 水野 水谷 "
        "水岛 冈崎 冈部 风间 加山 加纳 古贺 古田 古屋 叶山 平川 平冈 平泽 平松 平林 本庄 本乡 白鸟 矢部 矢岛 石黑 石坂 石塚 石冢 竹本 竹山 早川 "
        "早坂 曾我 曾根 池上 池内 池谷 江藤 佐久 佐竹 佐伯 佐川 佐原 儿玉 儿岛 松岛 松崎 松永 松平 板仓 板垣 河村 河井 河田 金井 长岛 "
        "长泽 青野 柳田 柳泽 柳原 浅田 浅利 津田 津岛 重光 相川 相原 秋元 神田 原口 宫内 宫川 宫原 宫地 浦野 浦田 涩泽 高岛 高杉 高畑 高濑 清田 "
        "富冈 奥野 奥平 越智 森山 森口 森岛 筒井 菅野 菅谷 黑川 黑岩 黑柳 筑紫 鸟居 鸟山 鹿野 横田 藤冈 藤川 藤野 藤森 藤永 藤林 樱内 樱木 濑户 "
        "濑川 鲸冈 笹川 笹本 笠原 辻村 饭野 饭冢 饭塚 驹田 齐田 吉冈 吉井 吉本 吉原 吉永 向井 名仓 名越 寺内 寺山 寺泽 成濑 有马 有田 有岛 "
        "有贺 江崎 羽仁 羽鸟 胜间 胜田 胜又 芦田 芦原 角田 角谷 谷村 足利 进藤 里见 野泽 野坂 野间 野崎 植松 椎名 椎野 渥美 增冈 新垣 新谷 塚原 "
        "塚本 冢原 冢本 塩见 盐见 盐谷 盐野 铃江"
    )
)
LONG_SURNAMES: Final = COMPOUND_SURNAMES | JAPANESE_SURNAMES
SURNAMES: Final = (
    CLEAR_SURNAMES | WORDY_SURNAMES | RARE_SURNAMES | LONG_SURNAMES
)
# Of these, those that a word does not begin with oftener than a name.
USUAL_SURNAMES: Final = SURNAMES - RARE_SURNAMES
# The characters that begin a surname.
SURNAMES_BEGIN: Final = "".join(sorted({surname[0] for surname in SURNAMES}))
