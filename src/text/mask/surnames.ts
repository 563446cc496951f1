/** The hundred and more commonest surnames; rarer ones count only behind words that say a name follows. */
const common =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤区欧麦关霍伍冼植" +
  "張劉陳楊黃趙吳孫馬鄭羅謝許韓馮鄧鄒蔣葉蘇魏呂盧鐘譚陸範賈韋龍賀顧龔錢嚴湯歐麥關";
const rarer =
  "常温康施文牛樊葛邢安齐易乔庞颜庄聂章鲁岳翟殷詹申耿焦左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴成苗谷曲冉盛于倪蓝路辛管祁骆蒙游滕饶柴鲍娄房巫辜卓连邝岑苑佟简甄古利骆招谌揭幸司仇卞花奚俞费景";
const double = "欧阳 司徒 上官 诸葛 司马 端木 皇甫 尉迟 公孙 慕容 令狐 东方 南宫 夏侯 歐陽 司徒";

export const commonSurnames: ReadonlySet<string> = new Set(common);
export const allSurnames: ReadonlySet<string> = new Set(common + rarer);
export const doubleSurnames: ReadonlySet<string> = new Set(double.split(" "));

/** Characters that stand in sentences and not in given names: a name ends before them. */
export const notInGivenNames: ReadonlySet<string> = new Set(
  "的了是在有不住副中市城班院我你您他她它们这那哪谁和与及或也都就才还又很要想能会去来给把被让请问说讲看到从向对为以所但而且因于之其个号楼电话手机身证联系地址现今昨前后上下左右本男女岁先士叔姨婆伯嫂哥姐弟妹爸妈爷奶老师医主管经理书记者吗呢吧啊呀了哦嘛啦喎㗎咗嘅喺系唔冇佢啲咁边乜已没无再只最更太每各某什怎何时候打找加叫做办交收发送报查租买卖开关停坏漏吵闹喝吃走跑撞骂欠拖扣退赔拿取带用过得着吓哭死痛病血压",
);
