"""What says where an event takes place.

Each row has words that it takes and words that it leaves alone above it."""

from __future__ import annotations

import re

from reader.patterns.sentences import MARK, VERY, N

# Places. 在市委礼堂隆重开幕, 于会展中心举行; not 在热烈的掌声中开幕, not 在书记主持下召开
HELD_AT = re.compile(
    r"(?:在|(?<![关对由至处等位终属基鉴急善勇忠])于)(?P<place>[京沪津渝]|"
    rf"[^{MARK}\u201c\u201d\"在于]{{2,28}}?)(?:内|里)?{VERY}{{0,3}}(?:举行|"
    r"召开|开幕|闭幕|举办|启动|开馆|开工|动工|揭牌|揭幕|上演|演出(?!厅|中心)|"
    r"开班|开赛|落幕|破土|"
    r"落下帷幕|拉开|奠基|竣工|通车|首发|首演|签约|签署|发布(?!厅|中心)|"
    r"会见(?!厅)|主持(?!下)|出席|参加|观看|成立|挂牌|参观|与|同(?!志)|"
    r"发射(?!场|中心|基地)|升空|发生|进行|逝世|去世|病逝|开市|开演|开机|开业|"
    r"亮相|集结|集合|召集|投产|封顶|合龙|下线)"
)
NO_PLACE = re.compile(
    r"[中下时后前际上内里日年月点分时候陪]$|基础$|^每|(?<![车房田民空乡])间$|"
    r"(?:主持|陪同|带领|过程|同时|掌声|期间)|"
    rf"^(?:此|这|该|其|全|会议|会上|[今明昨][天日晚晨早年])|^{N}+[日月]|讲话|"
    r"^[我本各][市县区省州镇乡村国地校院厂]$|"
    rf"会议(?![中室厅大])|^{N}+路$|代表团$"
)
# 来到青屏县代表团, 会见金州市党政代表团, 在小组会上: people are meant, no place; not 青屏县代表大会
ITS_PEOPLE = re.compile(
    r"(?:党政|访问|学习|考察|调研)?(?:代表团|考察团)|(?:代表|委员)(?!大会|会)"
    r"|会(?:议)?上"
)
# 在人民路与建设路交会处: two streets say where; not 在市场路与群众交谈
CROSSING = re.compile(
    r"[在到](?P<place>[\u4e00-\u9fff]{1,8}[路街道巷线][与和、][\u4e00-\u9fff]{1,8}"
    r"[路街道巷线](?:交[会汇叉]处|交叉路?口|路口|口))"
)
# 在双桥乡正式破土动工: from this word on it is told what takes place
SOLEMNLY = re.compile(rf"(?<=[\u4e00-\u9fff]){VERY}")
# 在钟楼广场鸣枪起跑, 于江滨村开镰: a place word by word, whatever is done there; not 正在, 写在
AT = re.compile(
    r"(?:(?<![正现旨实存好潜自所内写挺记刻扛])在|(?<=[日时分午晚晨])于)(?=[\u4e00-\u9fff\dA-Z])"
)
# 将赴省博物馆观摩, 主队坐镇市体育馆: the goal word by word
TOWARDS = re.compile(
    r"(?:来到|前往|奔赴|坐镇|做客|(?<![奔先])赴|走进|走上|登上|深入|抵达|驶上|驶入|赶到|赶赴|位于)(?=[\u4e00-\u9fff\dA-Z])"
)
# Tags of words that no place is named with: verbs, adverbs, prepositions, particles, marks, idioms
NO_PLACE_TAGS = "vdpuxiyeozt"
NO_PLACE_WORD = re.compile(
    rf"{VERY}|(?:举|召|落|降|敲|鸣|挂|揭|打|开[幕赛镰工业学馆市播闸考启]|上[市演线]|会见|会谈|通[车水电]|首|成立|闭幕|正式|等|一行|全[体程]|分[组别])"
)
# A verb in front of these names a building: 发布厅, 展览馆, 活动中心
FACILITY = re.compile(
    r"(?:[\u4e00-\u9fff]{0,2})(?:厅|馆|室|中心|基地|广场|大厦|场[馆所地]|学校|公司|服务区|园区)"
)
# 文庙社区5栋的电梯正式启用, 陵园里松柏青青, 湘春路(甲至乙)半幅封闭: the clause begins with the place
BEGINS_AT = re.compile(
    r"(?:(?<![\u4e00-\u9fff\d])|(?<=的))(?P<place>"
    r"(?:[\u4e00-\u9fff\d]{2,10}(?:路|街|巷|大道|社区|小区|村)、){0,6}(?:"
    r"(?![到在于从和与的])[\u4e00-\u9fff]){0,14}?(?:社区|街道|小区|公园|广场|"
    r"陵园|桥|站|学校|中学|小学|[一二三四五六七八九十]中|幼儿园|学院|大学|"
    r"医院|村|寨|镇|乡|馆|厅|中心|"
    r"码头|景区|段|基地|园区|路|街|大道|一带|隧道|片区|农场|林场|车间|工地|礼堂|体育场|水库|室|宾馆|酒店|饭店|会堂|剧院|剧场|影院|俱乐部))"
    r"(?=里|内(?!部)|还|已|早已|又(?![是有])|一片|笼罩|灯火|江面|上空|\d+[栋号楼]|\d+[余多]?名|人头攒动|热闹非凡|人潮|锣鼓|张灯结彩|"
    r"(?:[(\uff08][^()\uff08\uff09]{1,30}[)\uff09])?(?:半幅|全线|全面|临时|正式|将|成功|顺利){0,2}"
    r"(?:通[车水电气]|启用|开放|开[工馆园学街镰]|投[产用]|建成|停[水电气]|"
    r"封闭|施工|管制|限行|举办|举行|召开|开展|组织|集中|迎来|上演|发生|起火|"
    r"突[起降]|完工|封顶|合龙|揭牌|挂牌))"
)
# 县新华书店六月一日开设专柜, 的盐田昨日举行动工典礼: the house in front of the day; not 市政府昨日
HOUSE = re.compile(
    r"(?:^|[^\u4e00-\u9fff\d]|的)"
    r"(?P<place>(?:(?!的)[\u4e00-\u9fff\d]){1,12}?(?:书店|商[店场厦]|公园|[图博文美科体][\u4e00-\u9fff]馆|影?剧院|宫|庙"
    r"|广场|站|码头|机场|水库|景区|农场|盐田|大桥))$"
)
# What such a house does then: 开设专柜, 举行典礼; not 发布通告
IN_HOUSE = re.compile(
    r"(?:隆重|正式)?(?:举行|举办|开设|增开|加开|开业|开馆|开园|开放|启用|动工|开工|奠基|竣工|通车|落成)"
)
# 从江滨公园出发: where it starts; not 从实际出发
STARTS_FROM = re.compile(
    rf"(?:从|由|自)(?P<place>[^{MARK}\u201c\u201d\"从由自]{{2,20}}?)(?:鸣枪|"
    r"集体|集中|准时|正式|一同|陆续)?(?:出发|起跑|启程|起航|启航|发车|起飞)"
)
# 抵达北京,: a goal without a word for places; not 抵达后
ARRIVED = re.compile(
    r"(?:抵达|飞抵|到达)(?P<place>[\u4e00-\u9fff]{2,6})(?=[,\uff0c\u3002])"
)
# 来到神农剧院, 深入某区调研; the place ends in a word for places
WENT_TO = re.compile(
    r"(?:来到|前往|奔赴|赴|走进|走上|登上|深入|齐聚|抵达|驶出|驶离|驶抵|驶入|"
    r"去[了往到]|(?<!去)到(?!会|位|场|了|达|底|来|账))"
    rf"(?P<place>[^{MARK}\u201c\u201d\"]{{1,40}}?)"
    r"(?=[,\uff0c\u3002]|集中|调研|考察|检查|督导|督查|慰问|参观|看望|"
    r"开展|观看|走访|出席|参加|视察|实地|进行|专题|指导|督战|督促|现场|报到|与|就|并|$)"
)
# 对国庆路全线停电: what is closed or cut off there; not 对用户停电
CUT_OFF = re.compile(
    rf"对(?P<place>[^{MARK}\u201c\u201d\"对]{{2,24}}?)(?:全线|全面|部分|进行|实施|实行){{0,2}}"
    r"(?:停[水电气]|封闭|交通管制|限行)"
)
# 1月18日下午,市图书馆三楼报告厅,主讲人: the hall alone between the time and the next clause
HALL = re.compile(
    rf"[,\uff0c][ \u3000]*(?P<place>(?:(?![来到赴往进入看访在于的])[^{MARK}\u201c\u201d\"]){{2,16}}(?:"
    r"报告厅|多功能厅|展厅|会议室|图书馆|博物馆|美术馆|文化馆|礼堂|会堂|剧[院场]|广场|体育[馆场]|公园))"
    rf"(?=[{MARK}]|$)"
)
# 地点:市图书馆报告厅。, 活动地点:城南公园; not 地点待定, not 作案地点:
LABELLED = re.compile(
    r"(?:^|[\u3000 ,\uff0c\u3002;\uff1b)\uff09\n])"
    r"(?:活动|会议|举办|演出|展览|展出|讲座|比赛|集合|报名)?"
    r"地[ \u3000]{0,2}点[:\uff1a][ \u3000]*"
    r"(?!不限|待定|另|详见)(?P<place>[^,\uff0c\u3002;\uff1b:\uff1a!?\n]{2,40}?)"
    r"(?=$|[,\uff0c\u3002;\uff1b\n]|[ \u3000]{2})"
)
# ,地点市图书馆报告厅: the label runs on into the place, which ends as places do
RUN_ON_LABEL = re.compile(
    rf"(?<=[,\uff0c\u3002;\uff1b])[ \u3000]*(?:活动|会议)?地点(?:设?在|为|是)?"
    rf"(?P<place>[^{MARK}\u201c\u201d\"]{{2,30}})"
)
# 下午2时 各组讨论(各组驻地): in brackets behind a line of a schedule; not (市长主持)
IN_BRACKETS = re.compile(
    r"[(\uff08](?P<place>[^()\uff08\uff09]{2,28})[)\uff09]$"
)
# 第二次全体会议 甘泉大剧院: the last column of a line of a schedule; not 听取 市长的报告
_WORD = r"[^ \u3000()\uff08\uff09:\uff1a]"
LAST_COLUMN = re.compile(rf"[ \u3000](?P<place>{_WORD}{{2,28}})$")
