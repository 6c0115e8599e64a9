"""People whom the words around them state, however they are written: appointed, called, numbered,
answering.
"""

from __future__ import annotations

import pytest

from tests.reader.growth import assert_linear
from tests.reader.named import names_in

STATED = {
    "called so": (
        "他说自己叫路遥，读三年级。有个叫金枝的女孩天天来。",
        "路遥 金枝",
    ),
    "a post and a colon": ("副主任：商周\n委员：鲁迅文", "商周 鲁迅文"),
    "addressed with where from": (
        "文明代表（县医院）：村医最缺的是药。",
        "文明",
    ),
    "named with where from in brackets": (
        "高飞（教育代表团，市三中教师）：作业少了。",
        "高飞",
    ),
    "two foreign names that are joined": (
        "肖恩·约翰逊和纳斯蒂娅·柳金获奖。",
        "肖恩·约翰逊 纳斯蒂娅·柳金",
    ),
    "between a post and a mark": (
        "区政协主席费宏业，副主任哈金生（回族）到会。",
        "费宏业 哈金生",
    ),
    "the writer of a book": ("程远　著\n作者程远用了七年。", "程远 程远"),
    "appointed": (
        "任命：\n巴雅尔图为北山州司法局局长；\n赫连山的北山州审计局局长职务。",
        "巴雅尔图 赫连山",
    ),
    "appointed, with no surname": ("咸辉（女）为北山州财政局局长；", "咸辉"),
    "padded behind a post": (
        "经理海　风、工会主席雪　松在会上表态。",
        "海风 雪松",
    ),
    "an age and what he is": ("八十九岁的老桨手江流在岸上喊号子。", "江流"),
    "units in front": (
        "铸造厂：高　山、车小兵　装配厂：步　青（女）、第五大江　技术中心：商　羽",
        "高山 车小兵 步青 第五大江 商羽",
    ),
    "units on lines of their own": (
        "一车间：万里\n二车间：邰大勇\n三车间：谷雨、火　旺",
        "万里 邰大勇 谷雨 火旺",
    ),
    "numbers of players": (
        "首发：1-鲁宁；3-查理、5-项　飞；8-阿迪力·麦麦提",
        "鲁宁 查理 项飞 阿迪力·麦麦提",
    ),
    "works and their makers": (
        "书法奖：《兰亭序》陆青；《滕王阁序》丛林（女）；《大风歌》司徒正",
        "陆青 丛林 司徒正",
    ),
    "who answers": ("记者：您种了多少年树？\n鲜于秀：三十年。", "鲜于秀"),
    "who answers under a dotted name": (
        "记者：您种了多少年树？\n卡洛斯·门德斯：三十年。",
        "卡洛斯·门德斯",
    ),
    "winners of two kinds": ("常乐、秋实分获男、女单打冠军。", "常乐 秋实"),
    "two of them": ("司马亮、成功两位企业家代表发言。", "司马亮 成功"),
    "a name that ends in a word of grammar": (
        "丁一、于谦和、木子华等六十一人为委员。",
        "丁一 于谦和 木子华",
    ),
    "a word of grammar in front of a list": (
        "由孙道远、乔榛、丁建华三人主演。",
        "孙道远 乔榛 丁建华",
    ),
    "a compound surname and a word behind": (
        "工程师司马晴坐在屋里，主帅东方亮则认为不妥。",
        "司马晴 东方亮",
    ),
    "a foreign name with a hyphen": (
        "指挥家让-马克·杜邦执棒。",
        "让-马克·杜邦",
    ),
    "cut before the hyphen": (
        "法国声乐教育家让-皮埃尔·莫雷尔担任评委。",
        "让-皮埃尔·莫雷尔",
    ),
    "parts of a minority name before the dot": (
        "冠军是别克波拉提·赛力克、木拉提。",
        "别克波拉提·赛力克 木拉提",
    ),
    "two words of sounds before the dot": (
        "牧民江格尔齐加·朱乃斯坐下。",
        "江格尔齐加·朱乃斯",
    ),
    "cut where a new word stops writing sounds": (
        "外援尤里·科瓦连科接队友直塞。",
        "尤里·科瓦连科",
    ),
    "a verb behind a foreign name": (
        "作家加西亚·马尔克斯来。",
        "加西亚·马尔克斯",
    ),
    "a quality in front of a mark": ("赛后他点赞小将舒畅。", "舒畅"),
    "a post before a name like a place": (
        "地委书记侯镇、专员雷雨田到会。",
        "侯镇 雷雨田",
    ),
    "于 behind a role": ("教练于春水说，孩子们肯吃苦。", "于春水"),
}
NOBODY = {
    "words with brackets and a colon": "说明（以代表团为单位）：统一填写。交通（第三代表团）：乘车前往。",
    "called something else": "他叫停了工程，有人叫好，山脚有个叫石桥的村子，村民管他叫马叔。",
    "what goes well when called": "孩子叫响亮。他叫醒悟，也叫醒陈二。",
    "who asks and what is said": "记者：高温天怎么办？\n主任：应对有方案。\n时间：上午",
    "labels of things": "产品：黄桃、水蜜桃、金秋梨、丰水梨\n菜单：红烧肉、白切鸡、水煮鱼、黄焖鸡",
    "labels and everyday words": "一车间：安全 二车间：质量 三车间：文明",
    "units with figures": "一车间产值：三百万元 二车间产值：四百万元",
    "names in every way but that they end alike": "一等奖：金冠梨、黄冠梨、程冠梨、丰水梨",
    "items that end alike": "一等奖：金冠梨、黄冠梨、翠冠梨、丰水梨",
    "a measure word twice": "今年写了五张条子，张张有回音。",
    "what is grown": "石塘黄桃种到了山上。",
    "a preposition and a town behind a role": "记者从贵阳驱车前往，编辑在信中说，天气转好。",
    "于 where": "书记于今年调走，主任于北京返程。",
    "a preposition of many years": "教授经多年努力，获得成功。",
    "a role that cannot but must": "员工应知应会，司机路过时要减速。",
    "people of a place": "他说，我是唐山人，不怕。",
    "towns": "长沙、株洲分获一、二名。",
    "a piece of a longer word": "各企业主管部门也在抓紧。",
}


@pytest.mark.parametrize(("text", "names"), STATED.values(), ids=STATED)
def test_a_stated_name_is_read_though_it_is_a_word(
    text: str, names: str
) -> None:
    assert names_in(text) == names.split()


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_what_only_looks_like_a_statement_names_nobody(text: str) -> None:
    assert names_in(text) == []


def test_a_longer_name_is_not_the_person_of_history_it_begins_with() -> None:
    assert names_in("秋瑾的诗还在。裁判秋瑾瑜说，规则要严。") == [
        "秋瑾",
        "秋瑾瑜",
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "组：",
        "1-王",
        "《一》",
        "叫王",
        "为局长",
        "王为",
        "海 洋",
        "任命",
        "克-",
        "岁的",
        "：",
        "主任：",
    ],
)
def test_time_grows_with_the_text_alone(unit: str) -> None:
    assert_linear(names_in, unit, 2_000)
