/** The hundred and more commonest surnames; rarer ones count only behind words that say a name follows. */
const common =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤区欧麦关霍伍冼植萧丘温樊葛邢齐易乔庞颜庄聂鲁岳翟殷詹申耿左柳甘祝尚阮纪梅童凌毕裴苗倪蓝辛祁骆蒙滕饶柴鲍娄卓邝岑佟甄仇奚俞盛康";
const rarer =
  "常温康施文牛樊葛邢安齐易乔庞颜庄聂章鲁岳翟殷詹申耿焦左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴成苗谷曲冉盛于倪蓝路辛管祁骆蒙游滕饶柴鲍娄房巫辜卓连邝岑苑佟简甄古利招谌揭幸司仇卞花奚俞费景" +
  "阎佘向项涂池桂查车褚尤屈匡隋谈解窦米尧芦晏封艾湛敖粟姬闵党全来洪凤应时华水越喻柏窦昌计伏臧邬乐皮卞元卜平明麻强危梁家席江郭梅盛刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殴殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公练苟操官揭麦由代佘布农钭肇腾檀岩银雒桑但闭禤璞";
const double =
  "欧阳 司徒 上官 诸葛 司马 端木 皇甫 尉迟 公孙 慕容 令狐 东方 南宫 夏侯 轩辕 长孙 宇文 司空 鲜于 闾丘 呼延 申屠 太史 淳于 钟离 濮阳 独孤 拓跋 澹台 公冶 宗政 赫连 西门 百里 第五 东郭 南门 左丘 公羊 谷梁 段干 完颜 纳兰 叶赫";

export const commonSurnames: ReadonlySet<string> = new Set(common);
export const allSurnames: ReadonlySet<string> = new Set(common + rarer);
export const doubleSurnames: ReadonlySet<string> = new Set(double.split(" "));

/** Characters that stand in sentences and not in given names: a name ends before them. */
export const notInGivenNames: ReadonlySet<string> = new Set(
  "的了是在不住副城班院我你您他她它们这那哪谁和与及或也都就还又很要想去给把被让请问说讲看到从对为以所但而且因于之其个号楼电话手机身证联系地址现今昨男女岁先叔姨婆伯嫂哥姐弟爸妈爷奶师医管经记者人吗呢吧啊呀哦嘛啦喎㗎咗嘅喺唔冇佢啲咁边乜已没无再只最更太每各某什怎何时候打找加叫做办交收送报查租买卖关停坏漏吵闹喝吃走跑撞骂欠拖扣退赔拿取带用着吓哭死痛病血压拨咨询诉主",
);
/** Characters of given names (陈有才, 王来福) that far more often go on with the sentence: only where the name ends cleanly. */
export const seldomInGivenNames: ReadonlySet<string> = new Set("有来发才会能开上下左右前后中士老过得妹向家反申需希望");
