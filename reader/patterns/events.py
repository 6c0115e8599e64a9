"""Patterns of events: what counts as one, its kind, place and title, who did what in it, congresses
and counts.

``N`` stands for a Chinese or digit number. Tables are read in order, the first fitting row wins.
"""

from __future__ import annotations

import re

N = r"[〇零一二三四五六七八九十百\d]"
MARK = r",\uff0c\u3002\uff1b;:\uff1a!\uff01?\uff1f"
CLAUSE = rf"[^{MARK}\u201c\u201d\"]"
_VERY = r"(?:隆重|胜利|成功|顺利|圆满|正式|如期|共同|联合|集中|盛大|同时|分别|全面|火热|热烈|现场|举行|拉开|落下)"

# A sentence ends here, with the quotation marks that close it: …。” ; not at a comma
SENTENCE = re.compile(
    r"[^\u3002!\uff01?\uff1f;\uff1b]+[\u3002!\uff01?\uff1f;\uff1b]*[\u201d\u2019\"')\uff09\u300d]*"
)

# Something takes place: 召开会议, 赴园区调研, 揭牌; not 获悉, not 认为
EVENT_VERB = re.compile(
    r"召开|举行|举办|开幕|闭幕|落幕|落下帷幕|拉开|启动|启用|启幕|揭牌|揭幕|揭晓|开工|动工|竣工|奠基|通车|通航|开通|投产|投用|签约|签署|签订|"
    r"颁奖|颁发|授牌|授予|发表|演讲|会晤|接见|离开|返回|启程|观看|上演|演出|首演|首映|来到|前往|奔赴|赴|深入|走进|调研|考察|视察|慰问|看望|走访|检查|督导|督查|督战|参观|会见|会谈|座谈|"
    r"出席|参加|主持|审议|讨论|宣布|选举|当选|表决|开班|开学|开馆|开赛|开业|开放|开园|成立|挂牌|发布|发射|升空|抵达|到达|访问|发生|遇难|逝世|去世|"
    r"施行|实施|开始|开展|组织|报到|公布|起飞|起航|起跑|开跑|点亮|首发|开行|亮相|展出|演练|比赛|决赛|进行|部署|传达|安葬|升旗|敬献|酝酿|开市|开机|开演|首映|告别|祭扫|缅怀|救出|通水|通电|封顶|合龙|下线|出发|集结|表彰|停止|暂停|恢复|上调|下调|实行|领取|领奖|"
    r"发出|发现|赶到|赶赴|获救|脱险|被困|抢通|抓获|查获|破获|侦破|捣毁|起火|着火|失火|坍塌|相撞|追尾|侧翻|爆炸|袭击|登陆|突降|预警|走失|捐赠|捐款|捐献|献血|义诊|义卖|"
    r"开讲|开考|开镰|开犁|开闸|开标|开奖|开播|开唱|首播|上线|上映|上市|敲钟|登场|打响|对阵|迎战|挑战|击败|战胜|力克|夺冠|夺得|捧杯|收官|收拍|收兵|拉练|试飞|试航|首航|试运|"
    r"亮灯|建成|完工|贯通|放水|封闭施工|停水|停电|停气|停运|限行|管制|插秧|植树|种下|吊装|爆破|搬迁|入住|交付|交房|正在"
)
# An event of its own begins: 举行签约仪式, 召开会议; not 主持大会 (a step of the event told already)
HELD = re.compile(
    rf"(?:召开|举行|举办|揭牌|签约|观看|会见|上演|开工|首发|会谈)(?:了)?(?P<what>{CLAUSE}{{0,40}})"
)
# The event told already starts: 宣布开幕, 大会开始, 主持大会; not 开始以来
STARTS = re.compile(
    r"主持|宣布|开始|开幕|奏唱|拉开|启动|举行|召开|发令|鸣枪|揭幕|点火|起飞|升空"
)

# A story moves on to another place or person: 来到第四代表团, 走进田间
MOVES_ON = re.compile(
    r"^[,\uff0c]?[^\u3002,\uff0c]{0,16}(?:来到|前往|走进|走访|赶赴|赶到|奔赴|深入|看望|慰问|考察|调研|视察)"
)
# What a picture shows as the day's work: 志愿者发放手册, 工人检修线路; not 游客在花海里
AT_WORK = re.compile(
    r"翻耕|播种|春耕|备耕|育秧|移栽|嫁接|剪枝|捕捞|收获|晾晒|打包|分拣|直播|驾驶|操作|焊接|浇筑|架设|吊装|铺设|搜救|疏导|劝导|演练|展示|参加|参与|庆祝|竞技|角逐|"
    r"发放|宣传|志愿|清理|采摘|抢收|收割|加工|包装|制作|排练|训练|体验|选购|表演|巡逻|施工|作业|安装|检修|抢修|装卸|学习|宣讲|培训|联欢|捐|擦拭|清扫|打扫|种植|栽种|施肥|除草|喷洒|浇灌|抗旱|排涝|转移|救援|检查|执勤|义诊"
)
# What is announced: ,海燕队将迎战…, 还将有…; not 将军, not 将要求
COMING_AFTER = re.compile(
    r"(?:(?!表示|指出|认为|强调|要求|介绍)[^\u3002\uff1b;]){0,40}?将(?![军领近士帅门要])"
)
# The time bounds or attributes something else: 截至9月27日, 根据3月1日, 早在2018年; not 于9月27日
BACKGROUND_BEFORE = re.compile(
    rf"(?:截至|截止|截止到|截至到|根据|按照|依据|早在|曾于|曾在|对比|同比|比(?![赛拼武])|较(?!量)|距|距离|自从|始于|建于|(?<!先)生于|卒于|出生于|贯彻|落实|学习(?!中心|会|班|教育)|回顾|回忆|记得|继(?!续)){CLAUSE}{{0,10}}$|(?:原定|原计划|原拟)[于在]?$|(?<![迟期改])[到至]$|(?:(?:截稿|截止|征稿|报名)(?:日期|时间|期限)?|(?:征集|投稿|公示|有效|受理|办理|咨询|服务)(?:日期|时间|期限|期))(?:为|是|至|到|自|从|[:\uff1a])?$|预报[,\uff0c]$"
)
# 9月27日3版《…》一文, 今天白天阴有小雪, 9月27日以来, 今天起, 3月1日的讲话, 9月16日在…考察时指出; not 9月27日以座谈会形式
BACKGROUND_AFTER = re.compile(
    rf"第?[A-Za-z]?{N}{{1,2}}版|(?:白天|夜间|夜里|晚上|到)?{CLAUSE}{{0,6}}?(?:[阴晴](?:转|有|间|到|天|[,\uff0c])|多云|[小中阵][雨雪](?:转|到|[,\uff0c\u3002\uff1b]))|以来|以前|之前|{CLAUSE}{{0,6}}(?:当天|当日|当晚|之际|期间)|起(?![飞跑航降身]|(?:正式|全面)?(?:施行|实施|执行)|[,\uff0c]?{CLAUSE}{{0,18}}(?:停止|暂停|恢复|取消|启用|开放|实行|推行|上调|下调|封闭|关闭|改道|调整|限行|禁止|禁行|管制|开通|上线|试运[行营]|停[水电气运课]|受理|开[售征]|发售|征收|供[暖热]))|前后?[,\uff0c]|前(?![往去来后夕线期方])|(?:白天|夜间)?[\u4e00-\u9fff]{{0,4}}气温|至今|为止|的(?!{CLAUSE}{{0,20}}(?:会议|仪式|大会|活动|论坛|比赛)上)|"
    rf"{CLAUSE}{{0,40}}(?:重要讲话精神|重要指示精神|讲话精神|时指出|时强调|时的|印发的|出台的|发布的|颁布的|出生|参加工作|入党)"
)
# 今天 is these days, not a day: 今天，我们比任何时候都…; 今天她要去的，是… ; not 今天，我市召开会议
NOWADAYS = re.compile(
    rf"(?:今天|今日|明天|昨天)(?:[,\uff0c]?(?:我们(?![公单学])|人们|大家|中国(?!共产党{CLAUSE}{{0,12}}次)|面对|站在|回望|回首|越来越|再|依然|仍然|的)|{CLAUSE}{{1,10}}的[,\uff0c]?是)"
)
# A heading tells the day its text does not print: 12路公交昨起恢复运行, 大桥今日通车; not 今日鸣锣？, not 把今天当起点
HEADING_NEWS = re.compile(
    rf"(?<![把对给让和与到为的])(?:昨[日晚起]?|今[日晚起]|今(?=[开启揭举闭])|明[日晚起])[^{MARK}]{{0,16}}?(?:{EVENT_VERB.pattern})"
)
# That day somebody spoke, and nothing else is told of it: 9月27日上午,他激动地说:“…
ONLY_SAID = re.compile(
    rf"[,\uff0c]?{CLAUSE}{{0,30}}(?:表示|坦言|感慨|回忆|感叹|(?:介绍|激动地|笑着)说|说道?)[,\uff0c:\uff1a]"
)
# A note in brackets below a heading: (2021年9月26日预备会议通过)
NOTE = re.compile(r"[(\uff08][^()\uff08\uff09]{0,80}[)\uff09]\s*$")
# The day is only given its name: 3月5日是学雷锋纪念日 ; not 昨天是植树节,市里举办活动
NAMED_DAY = re.compile(
    rf"[,\uff0c]?(?:是|正值|恰逢|适逢|迎来|农历){CLAUSE}{{0,24}}(?:节|日|周年|天|夕|生日)[\u201d]?[{MARK}]?$"
)
# The news has its source that day, and its own day elsewhere: 昨日发布通告,… ; not 发布高温预警
ANNOUNCED = re.compile(
    rf"{CLAUSE}{{0,12}}(?:发布|发出|下发|印发|张贴|通报|公布)了?{CLAUSE}{{0,12}}(?:通告|公告|通知|提醒|提示|消息|公示|倡议书?|名单|情况)"
)
# The reporter's own path to the news: 记者从市教育局获悉, 记者看到; the news itself has no day
REPORTED = re.compile(
    rf"(?:获悉|了解到|告诉记者|对记者说|向记者(?:介绍|透露)|看到|见到|得知|悉[,\uff0c]|透露|采访|答复|回复|回应)|记者(?:来到|走进|在|从){CLAUSE}{{0,40}}"
)
MEETING_OF_REPORT = re.compile(
    rf"(?:召开|举行|举办)的?{CLAUSE}{{0,30}}(?:会|会议|仪式|活动)上"
)
# Said earlier in the sentence: 他介绍,9月1日… ; not 介绍会
SAID_BEFORE = re.compile(
    r"(?:指出|强调|认为|希望|要求|介绍|回忆|坦言|感慨|勉励|说|表示|告诉记者)[^\u3002\uff1b;,\uff0c:\uff1a]{0,4}[,\uff0c:\uff1a]"
)
# What follows is said, not done: 指出,… 他说:“…
SPEECH = re.compile(
    r"指出|强调|认为|希望|要求|介绍|回忆|坦言|感慨|勉励|(?:他|她|者|表|的)?说[,\uff0c:\uff1a]|表示|[:\uff1a][\u201c\"]"
)

# Kinds: a row names the kind, the pattern of the event's sentence. 审议 in a delegation beats 来到, a
# ceremony beats a meeting.
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "deliberation",
        re.compile(
            r"(?:代表团|分组|分团|小组|各组)[^\u3002]{0,40}(?:审议|讨论|酝酿)|(?:审议|讨论)[^\u3002]{0,30}(?:代表团|分组)"
        ),
    ),
    (
        "performance",
        re.compile(
            r"观看(?!了?(?:专题|警示|展板|展览|视频|宣传))|上演|首演|晚会|音乐会|演唱会|文艺演出|汇演|展演|首映"
        ),
    ),
    (
        "session",
        re.compile(
            rf"(?:代表大会|党代会|人大|政协|大会|全会|{N}次会议){CLAUSE}{{0,40}}(?:开幕|闭幕)|全体会议|预备会议"
        ),
    ),
    (
        "ceremony",
        re.compile(
            r"仪式|揭牌|揭幕|奠基|开工|动工|竣工|签约|签署|颁奖|授牌|启动|剪彩|升旗|公祭|开馆|通车|通航|首发|挂牌|成立|开班|开学|开园|开业|敬献"
        ),
    ),
    (
        "visit",
        re.compile(
            r"调研|考察|视察|慰问|看望|走访|检查|督导|督查|督战|参观|访问|会见|会谈"
        ),
    ),
    (
        "meeting",
        re.compile(
            r"会议|座谈|集体学习|推进会|大会|全会|常委会|发布会|研讨会|论坛|部署会|动员会|报告会|培训|审议|党组会|例会|调度会|[\u4e00-\u9fff](?<![灯庙晚乐唱社机集都体动博览])会(?![员计场长])"
        ),
    ),
    (
        "activity",
        re.compile(
            r"活动|比赛|决赛|开幕|闭幕|开赛|举办|展览|展出|节|演练|志愿|宣讲|来到|前往|赴|深入|走进|组织|开展|出席|参加|起跑|开跑|举行"
        ),
    ),
)

# 开幕 of what: 中国共产党某市第五次代表大会在会堂隆重开幕
OPENS = re.compile(
    rf"(?P<who>{CLAUSE}{{2,50}}?)(?:于|在{CLAUSE}{{2,30}}?)?{_VERY}{{0,2}}(?P<verb>开幕|闭幕|揭牌|揭幕|开工|开馆|通车|首发|启动|竣工|奠基|开赛|开班|成立|投产)(?!仪式|式|会|的)"
)
# 市委常委会召开会议, 大会主席团举行第二次会议, 某某主持召开座谈会
HOLDS = re.compile(
    rf"(?P<who>{CLAUSE}{{0,40}}?)(?:主持)?(?:召开|举行|举办)(?:了)?(?!的)(?P<what>{CLAUSE}{{2,40}})"
)
# 座谈会在长沙举行
IS_HELD = re.compile(
    rf"(?P<what>[^{MARK}]{{2,40}}?)(?:于|在{CLAUSE}{{2,30}}?)?{_VERY}{{0,2}}(?:召开|举行|举办|上演)(?!的|了)"
)
# 集中观看歌剧《…》
SEES = re.compile(rf"[^\u3002\uff1b;]{{0,40}}?(?P<what>(?:集中)?观看{CLAUSE}{{2,40}})")

# Places. 在市委礼堂隆重开幕, 于会展中心举行; not 在热烈的掌声中开幕, not 在书记主持下召开
HELD_AT = re.compile(
    rf"(?:在|(?<![关对由至处等位终属基鉴急善勇忠])于)(?P<place>[京沪津渝]|[^{MARK}\u201c\u201d\"在于]{{2,28}}?)(?:内|里)?{_VERY}{{0,3}}(?:举行|召开|开幕|闭幕|举办|启动|开馆|开工|动工|揭牌|揭幕|上演|演出(?!厅|中心)|开班|开赛|落幕|"
    r"落下帷幕|拉开|奠基|竣工|通车|首发|首演|签约|签署|发布(?!厅|中心)|会见(?!厅)|主持(?!下)|出席|参加|观看|成立|挂牌|参观|与|同|发射(?!场|中心|基地)|升空|发生|进行|逝世|去世|病逝|开市|开演|开机|开业|亮相|集结|集合|召集|投产|封顶|合龙|下线)"
)
NO_PLACE = re.compile(
    rf"[中下时后前际上内里日年月点分时候陪]$|基础$|(?<![车房田民空乡])间$|(?:主持|陪同|带领|过程|同时|掌声|期间)|^(?:此|这|该|其|全|会议|会上|今|明|昨)|^{N}+[日月]|讲话|会议(?![中室厅大])"
)
# 在双桥乡正式破土动工: from this word on it is told what takes place
SOLEMNLY = re.compile(rf"(?<=[\u4e00-\u9fff]){_VERY}")
# 在钟楼广场鸣枪起跑, 于江滨村开镰: a place word by word, whatever is done there; not 正在, not 现在
AT = re.compile(
    r"(?:(?<![正现旨实存好潜自所内])在|(?<=[日时分午晚晨])于)(?=[\u4e00-\u9fff\dA-Z])"
)
# 将赴省博物馆观摩, 主队坐镇市体育馆: the goal word by word
TOWARDS = re.compile(
    r"(?:来到|前往|奔赴|坐镇|做客|(?<![奔先])赴|走进|走上|登上|深入|抵达|驶上|驶入|赶到|赶赴|位于)(?=[\u4e00-\u9fff\dA-Z])"
)
# Tags of words that no place is named with: verbs, adverbs, prepositions, particles, marks, idioms
NO_PLACE_TAGS = "vdpuxiyeozt"
NO_PLACE_WORD = re.compile(
    rf"{_VERY}|(?:举|召|落|降|敲|鸣|挂|揭|打|开[幕赛镰工业学馆市播闸考启]|上[市演线]|会见|会谈|通[车水电]|首|成立|闭幕|正式|等|一行|全[体程])"
)
# A verb in front of these names a building: 发布厅, 展览馆, 活动中心
FACILITY = re.compile(
    r"(?:[\u4e00-\u9fff]{0,2})(?:厅|馆|室|中心|基地|广场|大厦|场[馆所地]|学校|公司|服务区|园区)"
)
# 文庙社区5栋的电梯正式启用, 陵园里松柏青青, 湘春路(甲至乙)半幅封闭: the clause begins with the place
BEGINS_AT = re.compile(
    r"(?:(?<![\u4e00-\u9fff\d])|(?<=的))(?P<place>(?:(?![到在于从和与的])[\u4e00-\u9fff]){0,14}?(?:社区|街道|小区|公园|广场|陵园|桥|站|学校|中学|小学|[一二三四五六七八九十]中|幼儿园|学院|大学|医院|村|寨|镇|乡|馆|厅|中心|"
    r"码头|景区|段|基地|园区|路|街|大道|一带|隧道|片区|农场|林场|车间|工地|礼堂|体育场|水库))"
    r"(?=里|内(?!部)|还|已|早已|又(?![是有])|一片|笼罩|灯火|江面|上空|\d+[栋号楼]|\d+[余多]?名|人头攒动|热闹非凡|人潮|锣鼓|张灯结彩|"
    r"(?:[(\uff08][^()\uff08\uff09]{1,30}[)\uff09])?(?:半幅|全线|全面|临时|正式|将|成功|顺利){0,2}"
    r"(?:通[车水电气]|启用|开放|开[工馆园学街镰]|投[产用]|建成|停[水电气]|封闭|施工|管制|限行|举办|举行|召开|开展|组织|集中|迎来|上演|发生|起火|突[起降]|完工|封顶|合龙|揭牌|挂牌))"
)
# 从江滨公园出发: where it starts; not 从实际出发
STARTS_FROM = re.compile(
    rf"(?:从|由|自)(?P<place>[^{MARK}\u201c\u201d\"从由自]{{2,20}}?)(?:鸣枪|集体|集中|准时|正式|一同|陆续)?(?:出发|起跑|启程|起航|启航|发车|起飞)"
)
# 抵达北京,: a goal without a word for places; not 抵达后
ARRIVED = re.compile(
    r"(?:抵达|飞抵|到达)(?P<place>[\u4e00-\u9fff]{2,6})(?=[,\uff0c\u3002])"
)
# 来到神农剧院, 深入某区调研; the place ends in a word for places
WENT_TO = re.compile(
    rf"(?:来到|前往|奔赴|赴|走进|走上|登上|深入|齐聚|抵达|驶出|驶离|驶抵|驶入|到(?!会|位|场|了|达|底|来|账))(?P<place>[^{MARK}\u201c\u201d\"]{{1,40}}?)"
    r"(?=[,\uff0c\u3002]|集中|调研|考察|检查|督导|督查|慰问|参观|看望|开展|观看|走访|出席|参加|视察|实地|进行|专题|指导|督战|督促|现场|与|就|并|$)"
)
_PLACE_END = (
    r"(?:礼堂|剧院|剧场|影院|影剧院|会堂|广场|中心|会议室|会议厅|报告厅|厅|宫|宾馆|酒店|饭店|大厦|大楼|体育馆|体育场|馆|学校|小学|中学|大学|[一二三四五六七八九十]中|学院|幼儿园|医院|公园|园|园区|基地|企业|"
    r"公司|集团|厂|村|寨|组|社区|街道|镇|乡|县|区|市|省|州|旗|站|港|机场|码头|现场|工地|车间|小区|路|路段|段|街|大道|一带|营区|故居|陵园|墓|碑|寺|山|湖|江|河|岛|局|委|院|所|库|桥|场|田|"
    r"附近|周边|沿线|泊位|出租屋|民房|仓库|家中|家|一线|堤|渡口|古镇|景区|畔|岸边|江边|湖边|口|草坪|舞台|台|门|楼|大院|总部|窗口|店|海域|隧道|水域|海面|江面|境内)"
)
PLACE_END = re.compile(rf"{_PLACE_END}(?:等地|等)?$")
# The longest part of a run of words that ends as places do
LAST_PLACE_END = re.compile(rf"[\u4e00-\u9fff\dA-Za-z\u00b7]{{0,26}}{_PLACE_END}")

# 同一地点还有一场: the place told before
SAME_PLACE = re.compile(r"(?:同一|同个|原)地[点方]?|同址")

STOP = re.compile(r"[\u3002!\uff01?\uff1f;\uff1b]")
STOPS = "\u3002!\uff01?\uff1f;\uff1b"
# Closing marks that belong to the sentence before: …。”
CLOSING = "\u201d\u2019\"')\uff09\u300d \u3000"
# 第二次会议, 2021年第三次会议, 集体学习: the body must be said with it
NEEDS_BODY = re.compile(
    rf"(?:大会)?(?:主席团)?第?{N}+次|{N}{{4}}年第|首次|(?:启动|开幕|闭幕|揭牌|颁奖|首发|开班|毕业|奠基|开工|通车)仪式|会议$|全体会议|例会|常务会议|总结会$|集体学习"
)
# 大会将于…闭幕: these words in front of the time are no part of the name
COMING = re.compile(
    r"^(?:北京|当地)时间|(?:将|拟|定|计划|预计)?[于在]?$|^(?:下一步|接下来|随后)?(?:还|也)?将?|^(?:为期[^的]{1,6}|原[定计][^的]{0,16})?的"
)
CLAUSES = re.compile(rf"[{MARK}]")
