import { describe, expect, it } from "vitest";
import { whatIsAsked, withoutWords } from "../../src/answer/asked.js";
import { nation, type Place } from "../../src/domain/place.js";
import { plainDate } from "../../src/domain/plain-date.js";
import { loadAskedRules } from "../../src/knowledge/asked.js";
import { knowledgeFolder } from "../../src/paths.js";
import { gazetteer, officePlace } from "../fixtures/corpus.js";

const today = plainDate("2026-11-23");
const knowledge = { asked: loadAskedRules(knowledgeFolder), places: gazetteer };
const ask = (question: string, home = officePlace) => whatIsAsked(question, home, today, knowledge);

describe("a question about the law of another day", () => {
  it.each([
    ["2020年的时候生二胎要罚款吗", "2020-12-31"],
    ["二〇一五年那时候结婚，能不能请晚婚假？", "2015-12-31"],
    ["20年的时候办暂住要不要交钱", "2020-12-31"],
    ["2015年生二胎要罚款吗", "2015-12-31"],
    ["2015年生的二胎要交社会抚养费吗", "2015-12-31"],
    ["2018年结婚必须婚检吗", "2018-12-31"],
    ["按2020年的规定，陪产假是几天", "2020-12-31"],
    ["依照2019年的老办法算对我有没有好处", "2019-12-31"],
    ["2019年的低保标准是多少", "2019-12-31"],
    ["前年的规定是怎么写的", "2024-12-31"],
    ["2016年的计划生育政策是什么", "2016-12-31"],
    ["我2014年生的老二，当时要罚款吗", "2014-12-31"],
    ["我们2013年超生，那时候的规定是罚多少", "2013-12-31"],
    ["2016年之前生二胎要罚款吗", "2015-12-31"],
    ["2019年以前出租房子要不要登记", "2018-12-31"],
    ["今年1月1日前登记的算不算", "2025-12-31"],
    ["今年7月1号之前的产假是多少天", "2026-06-30"],
    ["2021年5月的时候生三胎违法吗", "2021-05-31"],
    ["十年前生二胎算不算超生", "2016-12-31"],
    ["2019年高空抛物砸到人，当时的规定是谁赔", "2019-12-31"],
    ["去年底的时候养狗要办证吗", "2025-12-31"],
    ["前年的时候辞退员工要提前几天通知", "2024-12-31"],
    ["2020年的时候高温补贴要发吗", "2020-12-31"],
    ["明年开始产假有几天", "2027-01-01"],
    ["2027年1月1日起办居住证有什么新规定", "2027-01-01"],
    ["明年的产假规定是多少天", "2027-01-01"],
    ["下个月领证的话婚假能休几天吗", "2026-12-01"],
  ])("%s", (question, day) => {
    expect(ask(question)).toMatchObject({ day });
  });
});

describe("a date that only tells the story leaves the question with today's law", () => {
  it.each([
    "我2015年入职，现在被辞退能赔多少",
    "去年被车撞残了，残疾赔偿金怎么算",
    "去年在工地摔断腿能算工伤吗",
    "2019年买的房子现在漏水找谁修",
    "2020年的时候被公司辞退，补偿现在还能要吗",
    "上个月交的社保，这个月生孩子能报销吗",
    "昨天小区停车被贴条，要交钱吗",
    "2018年签的合同没写期限，房东能赶我走吗",
    "我98年参加工作，什么时候能退休",
    "三年前借出去的钱没还，过了时效吗",
    "前年办的居住证过期了怎么补",
    "十年前盖的房子要不要补办手续",
    "2013年生的二胎现在上户口要罚款吗",
    "2016年之前买的房，卖掉要交税吗",
    "去年的工资没发，怎么要回来",
    "2021年结婚，去年离婚，彩礼要不要退",
    "孩子2020年出生，明年上小学要什么材料",
    "明天居委会几点开门",
    "明年的生育津贴标准公布了吗",
    "明年1月1日之前办完可以吗",
    "疫情那年欠的租金要还吗",
    "交了20年社保能领多少",
    "2015年和2018年的标准有什么不同",
    "去年还能报销今年就不能了吗",
    "2020年那年的租金减免政策还有吗",
    "产假有几天",
  ])("%s", (question) => {
    expect(ask(question)).toMatchObject({ day: today, date: null });
  });
});

describe("a question about another place's rule", () => {
  it.each([
    ["北京的产假多少天", "北京市", "北京"],
    ["湖南的产假几天", "湖南省", "湖南"],
    ["在北京办居住证要带什么", "北京市", "北京"],
    ["惠州的失业金怎么领", "广东省/惠州市", "惠州"],
    ["我在东莞住院，怎么报销", "广东省/东莞市", "东莞"],
    ["江门市区遛狗要拴绳吗", "广东省/江门市", "江门市"],
    ["请问深圳养犬要办证吗", "广东省/深圳市", "深圳"],
    ["上海有没有高温补贴", "上海市", "上海"],
    ["我想问广西的婚假是多少天", "广西壮族自治区", "广西"],
    ["珠海的居住证签注要带什么", "广东省/珠海市", "珠海"],
    ["广东省惠州市的低保怎么申请", "广东省/惠州市", "广东省惠州市"],
    ["深圳经济特区控烟罚多少", "广东省/深圳市", "深圳"],
  ])("%s", (question, place, text) => {
    expect(ask(question)).toMatchObject({ place, elsewhere: { text } });
  });
});

describe("where somebody is registered decides what goes by the household register", () => {
  it.each([
    ["我户口在湖南，能生三胎吗", "湖南省", "湖南"],
    ["我是湖南户口，二胎要办什么手续", "湖南省", "湖南"],
    ["户籍是四川的，高龄津贴从几岁开始", "四川省", "四川"],
    ["浙江人生二胎产假几天", "浙江省", "浙江"],
    ["我是江西人，生二胎产假多久", "江西省", "江西"],
  ])("%s", (question, place, text) => {
    expect(ask(question)).toMatchObject({ place, elsewhere: { text } });
  });

  it.each(["我户口在湖南，想在这里生孩子要办什么", "户口在江西，小孩上学要什么材料"])("but not %s", (question) => {
    expect(ask(question)).toMatchObject({ elsewhere: null });
  });
});

describe("a place that is only where somebody comes from leaves the question here", () => {
  it.each([
    "我户口在湖南，能在这里办居住证吗",
    "我是湖南人，在这里打工，孩子能上学吗",
    "外地户口怎么办居住证",
    "湖南户口可以参加这边的医保吗",
    "我从四川来的，要办什么证",
    "爸妈在湖北，医保怎么报",
    "我老家在江西，结婚登记要回去吗",
    "江西农村户口能领生育津贴吗",
    "湖南考的驾照能换吗",
    "在深圳交了三年社保，能转到这里吗",
    "把户口从北京迁到这里要什么材料",
    "北京路的店占道经营谁管",
    "中山大学附属医院在哪",
    "广东的产假多少天",
    "广东省的产假多少天",
    "岭海的失业金怎么领",
    "全国都是这个标准吗",
    "楼间距日照时间不够怎么办",
    "湖南和广西的产假哪个长",
  ])("%s", (question) => {
    expect(ask(question)).toMatchObject({ place: officePlace, elsewhere: null });
  });
});

describe("how it was in a year that is named", () => {
  it.each(["2019年的时候离婚冷静期几天", "2016年的时候诉讼时效几年", "2010年离婚冷静期", "2019年离婚有没有冷静期"])(
    "is asked of the law of that year: %s",
    (question) => {
      expect(ask(question).day < "2020-01-01").toBe(true);
    },
  );
});

describe("another place's law by its title", () => {
  it.each([
    ["《上海市人口与计划生育条例》第三十一条", "上海市"],
    ["上海市养犬管理条例第十条", "上海市"],
  ])("%s asks about that place, and keeps its title", (question, place) => {
    const asked = ask(question);
    expect(asked.place).toBe(place);
    expect(withoutWords(question, asked)).toBe(question);
  });
});

describe("the resident's own place", () => {
  it.each([
    ["在木棉街道办居住证要什么", "办居住证要什么"],
    ["木棉街道低保怎么申请", "低保怎么申请"],
    ["木棉街道高龄津贴发放标准", "木棉街道高龄津贴发放标准"],
  ])("says nothing that is searched for, unless a title begins with it: %s", (question, left) => {
    expect(withoutWords(question, ask(question))).toBe(left);
  });
});

describe("a place within the resident's own", () => {
  it("narrows the question", () => {
    expect(ask("深圳养犬要办证吗", "广东省" as Place)).toMatchObject({ place: "广东省/深圳市", elsewhere: null });
  });

  it("is none when the question is asked for the whole nation", () => {
    expect(ask("深圳养犬要办证吗", nation)).toMatchObject({ place: nation, elsewhere: null });
  });

  it("is the resident's own, whatever place the office has", () => {
    expect(ask("湖南的产假几天", "湖南省" as Place)).toMatchObject({ place: "湖南省", elsewhere: null });
    expect(ask("广东的产假几天", "湖南省" as Place)).toMatchObject({ place: "广东省", elsewhere: { text: "广东" } });
  });
});
