import { leadingWordLength } from "../segment.js";
import type { Found } from "./found.js";
import { endOfWord, endsAsBody, kinWords, notNames } from "./name-words.js";
import { allSurnames, commonSurnames, doubleSurnames, notInGivenNames, seldomInGivenNames } from "./surnames.js";

const fills = "(?:是|为|叫做?|系|[:(【\\[|]| )";
const roles =
  "申请人|投诉人|举报人|反映人|求助人|咨询人|来访人|信访人|上访人|联络人|联系人|收件人|收货人|寄件人|(?<!企)业主|户主|产权人|房主|车主|承租人|出租人|委托人|代理人|受托人|代办人|法定代表人|法人代表|法人|负责人|当事人|被投诉人|经办人|填表人|报名人|开户名|户名|持卡人|收款人|监护人|家长|家属|患者|病人|学生|老人|死者|逝者|伤者|产妇|孩子|小孩|宝宝|配偶|男方|女方|丈夫|妻子|父亲|母亲|子女|长子|次子|长女|次女|儿子|(?<!妇)女儿|同住人|街坊|邻居|网友|市民|群众|家庭成员|成员|本人|居民|村民|职工|员工|残疾人|租客|租户|房东|当事方|证人|签名|签字|签名人|署名人";
/** Words behind which a name stands for certain. */
const saysName = new RegExp(
  `(?:(?:我|本人|他|她|佢|小孩|孩子|儿子|女儿|老公|老婆)(?:的)?(?:真|全|大|实)?(?:名字?)?叫做?|我个名(?:系|叫)|叫我|称呼我为?|(?:我|本人|他|她)(?:的)?(?:真|全|大|实)?(?:名字?|姓名)(?:是|为|系|:)|(?:姓名|名字|称呼|曾用名|真名)${fills}+|名叫|联系人${fills}*|(?<![\\u3400-\\u9fff])[夫妻父母子女]:|(?:${roles})(?:的)?(?:姓名|名字|名)?(?:\\((?:签名|签字|盖章|签章)\\))?(?:叫|:|名字?是|名为|姓名(?:是|为)?)|(?:署名|落款|敬上)[: ]|免贵|(?:my name is|i am|i'm) )[ :“"「『*…]{0,2}`.replace(
    /姓名|联系人|申请人|户主/g,
    // Forms stretch their words: 姓　　名.
    (word) => [...word].join(" {0,4}"),
  ),
  "gi",
);
/** What has a name as well, before 叫. */
const thing = "(?:地方|[街路巷村店楼山河湖桥花草树茶药菜狗猫]|小区|楼盘|公司|项目|学校|医院|东西|软件|平台|活动|品牌)";
/** Words behind which one stands where it ends cleanly. */
const mayName = new RegExp(
  `(?:姓名|名字|(?:我|本人)的?[真全大]名|(?:${roles})(?:是|为|\\()?|写着?|(?:我(?:的)?)?(?:老公|老婆|爱人|爸爸|妈妈|老豆|老母|阿爸|阿妈|爸|妈|爷爷|奶奶|外公|外婆|公公|婆婆|岳父|岳母|儿子|(?<!妇)女儿|哥哥|弟弟|姐姐|妹妹|细佬|孙子|孙女|侄子|侄女|外甥|儿媳|女婿|姐夫|嫂子|前妻|前夫|男朋友|女朋友|未婚妻|未婚夫|舅舅|姑姑|邻居|房东|室友|同事|朋友|(?<!不)同学|老板|(?<=我)[大二三小]?[姐哥弟妹嫂姨舅叔伯姑婶])(?:叫|名叫|是|:|\\()?|在下|鄙人|我(?:就)?[是系][\\u3400-\\u9fff0-9]{1,10}的|我就是那个|我是|我系|(?<![\\u3400-\\u9fff])我[,，]|这里是|我就是|找|联系|(?<!${thing}.{0,3})叫) ?`,
  "g",
);
const title = /先生|女士|小姐|太太|老师|医生|师傅|阿姨|大姐|大哥|阿伯|伯伯|叔叔|婆婆|阿婆|收(?=$|[,，。) ])|\(收\)/g;
/** Titles that follow a trade as well as a name: 石材师傅, 高中老师; and 收 on a letter. */
const tradeTitle = /^(?:老师|医生|师傅|收|\(收)/;
/** What would be a title or go on as another word when it begins a given name. */
const titleAt =
  /^(?:书记|[局区省市县镇乡村处科股队所院校站厂店部组班团社园馆会厅委]长|教授|律师|法官|检察|警官|警察|会计|护士|委员|代表|干事|专员|教练|助理|秘书|总[^\u3400-\u9fff]|总$|小姐|先生|生先|太太|小区|小学|生于|生日|生育|生病|大姐|大哥|老师|阿姨)/;
/** What follows a name: a sign, the end, or the sentence going on. */
const wordBehind =
  /^(?:电话|手机|身份证|身分证|微信|联系|住(?:在|址)?|家住|家在|今年|现在|现住|现年|出生|生于|户籍|户口|地址|银行卡|卡号|账号|护照|车牌|性别|年龄|来自|反映|咨询|举报|投诉|申请|办理|想问|想要|需要|请问|先生|女士|小姐|同志|本人|吧|就行|就好|就可以|即可|好了|得了|谢谢|麻烦|是|今|男|女|的|[0-9])/;
/** After a full name of three characters the sentence may go on with these as well. */
const verbBehind = /^(?:在|问|要|已|于|从|因|将|想|被|会|能|也|都|去|代|未|没|打算|准备|患|系|属|为|和|跟|与|对|给)/;
/** 林生, 陈太, 李伯: how a family name is spoken, no given name. */
const spokenTitle = /[生太姨伯叔姐哥总工董某嫂]$/;
const sign = /^(?:$|[^\u3400-\u9fff])/;
/** 李胜男: here 男 is a name's last character. */
const boyish = /[胜亚若冠思梦招盼]男$/;
/** Ends of a nickname: 叫我小明就行. */
const behindNickname = /^(?:$|[^\u3400-\u9fff]|就|即可|吧|好了|得了|都|住|想|是|电话|手机)/;
const behindNumberWord =
  /(?:[ ,，、(]*的?(?:电话|手机|身份证|联系方式|联系电话|手机号|身份证号|微信|银行卡|卡号|车牌)(?:号码?|是|为)*)?[ :,，、(]*$/;
const cleanBefore = /[^\u3400-\u9fff]|的|找|系|人|给|叫|是/;
/** 13612345678（陈明）, 13612345678，陈志明: a comma also ends a sentence, the name behind it is a long one. */
const signBehindNumber = /^ ?(?:[ (]|[,，、:](?=[\u3400-\u9fff]{3})) ?/;
/** 陈志明，女，1960年生. */
const sexBehind = /(?<=[\u3400-\u9fff])[ ,，、]{1,2}[男女](?=$|[ ,，。;；、])/g;
const unknownName = /^(?!不|未|无|保密|匿名|如|见|必|略|同上|电话|性别|年龄|地址)[\u3400-\u9fff]{2,4}(?=[ ,，。;；、\n]|$)/;
/** 名叫金穗花园: an estate, a shop or a street has a name too. */
const body = /^[\u3400-\u9fff]{1,8}?(?:花园|小区|公司|村|街|路|店|厂|学校|大厦|广场|中心|医院|银行|楼|苑)/;
const foreign =
  /^(?:[\u3400-\u9fff]{2,8}(?:[·•・][\u3400-\u9fff]{1,8})+|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}(?![a-z])|[A-Z]{2,12}(?: [A-Z]{2,12}){1,2}(?![A-Za-z]))/;
const oneForeign = /^[A-Z][a-z]{1,14}(?= ?(?:$|[,，。;；、!]))/;

/** Full names behind words that say so, before a title, between a role and a clean end, and beside a number in `numbers`. */
export function names(shadow: string, numbers: readonly Found[]): Found[] {
  const found: Found[] = [];
  const add = (start: number, length: number) => {
    if (length > 0) found.push({ type: "name", start, end: start + length });
  };
  for (const match of shadow.matchAll(saysName)) {
    const start = match.index + match[0].length;
    add(start, saidLength(shadow, start, match[0]));
  }
  for (const match of shadow.matchAll(mayName)) {
    const start = match.index + match[0].length;
    const length = cleanLength(shadow, start);
    // 找范文, 叫熊大: these verbs take things too, names of two characters are left to them.
    if (length > 2 || !/^[找叫写]/.test(match[0])) add(start, length);
    if (/叫 ?$/.test(match[0]) && shadow[start] === "阿") add(start, nicknameLength(shadow.slice(start, start + 12)));
  }
  for (const match of shadow.matchAll(title)) {
    const length = lengthBefore(shadow, match.index, tradeTitle.test(match[0]) ? 3 : 2);
    add(match.index - length, length);
  }
  for (const { index } of shadow.matchAll(sexBehind)) {
    const length = lengthBefore(shadow, index, 2);
    if (!isHan(shadow[index - length - 1])) add(index - length, length);
  }
  for (const number of numbers) {
    const lead = behindNumberWord.exec(shadow.slice(Math.max(0, number.start - 14), number.start));
    const end = number.start - (lead?.[0].length ?? 0);
    const length = lengthBefore(shadow, end, 2);
    if (number.type === "phone" || number.type === "id_card") {
      const start = number.end + (signBehindNumber.exec(shadow.slice(number.end, number.end + 8))?.[0].length ?? 0);
      if (start > number.end) add(start, cleanLength(shadow, start));
    }
    if (length > 0 && (end === length || cleanBefore.test(shadow[end - length - 1] ?? ""))) add(end - length, length);
  }
  return found;
}

/** 陈 志 明, as forms print it. */
function spacedLength(rest: string): number {
  const spaced = /^[\u3400-\u9fff](?: {1,2}[\u3400-\u9fff]){1,2}(?=$|[^\u3400-\u9fff])/.exec(rest)?.[0];
  return spaced !== undefined && allSurnames.has(spaced[0] ?? "") ? spaced.length : 0;
}

/** A name that the words before announce. It ends where the sentence goes on, else at the first character that no given name has. */
function saidLength(shadow: string, start: number, said: string): number {
  const rest = shadow.slice(start, start + 40);
  const strange = foreign.exec(rest) ?? oneForeign.exec(rest);
  if (strange) return strange[0].length;
  const spaced = spacedLength(rest);
  if (spaced > 0) return spaced;
  const nickname = /叫|称呼|名字?(?:是|:)/.test(said) ? nicknameLength(rest) : 0;
  if (nickname > 0) return nickname;
  const family = familyLength(rest, 0, allSurnames);
  const isField = /(?:姓 *名|名字|联 *系 *人|收件人|收货人|申 *请 *人)[是为: ]+$/.test(said);
  if (family === 0) return isField ? (unknownName.exec(rest)?.[0].length ?? 0) : 0;
  const whole = clean(rest, 0, family);
  if (whole > 0) return notNames.test(rest) && !isField ? 0 : whole;
  if (notNames.test(rest)) return 0;
  if (/名叫|名字/.test(said) && body.test(rest)) return 0;
  const given = givenLength(rest, family, 2);
  if (given === 0 || leadingWordLength(rest.slice(0, family + given)) > 0) return 0;
  // 陈明反映: what is a word with the character behind it is not the name's.
  const shorter =
    given === 2 && leadingWordLength(rest.slice(family + 1, family + 3)) > 0 && leadingWordLength(rest.slice(family + 2, family + 4)) === 0;
  return family + (shorter ? 1 : given);
}

/** A name that ends cleanly, or 0. */
function cleanLength(shadow: string, start: number): number {
  const rest = shadow.slice(start, start + 12);
  const spaced = spacedLength(rest);
  if (spaced > 3) return spaced;
  const family = familyLength(rest, 0, commonSurnames);
  if (family === 0 || notNames.test(rest) || endsWord(shadow, start)) return 0;
  const length = clean(rest, 0, family);
  const name = rest.slice(0, length);
  return length === 0 || isWord(name) || isWordThatGoesOn(name) || (length === 2 && spokenTitle.test(name)) ? 0 : length;
}

/** The length from `start` of a family name and one or two characters that a sign or a word of the sentence follows. */
function clean(rest: string, start: number, family: number): number {
  const ends = [1, 2].map((given) => {
    const end = start + family + given;
    const name = rest.slice(start, end);
    if (!isGivenName(rest, start + family, given)) return { end: 0, sign: false, word: 0 };
    const behind = rest.slice(end, end + 4);
    if (behind.startsWith("男") && boyish.test(`${name.slice(-1)}男`)) return { end: 0, sign: false, word: 0 };
    return { end, sign: sign.test(behind), word: wordBehind.exec(behind)?.[0].length ?? (given === 2 && verbBehind.test(behind) ? 1 : 0) };
  });
  const [one, two] = ends;
  if (!one || !two) return 0;
  if (one.sign) return one.end - start;
  if (two.sign) return two.end - start;
  // Between 陈明|家住 and 陈明家|住 the longer word behind decides.
  if (one.word > 1) return one.end - start;
  if (two.word > 0) return two.end - start;
  return one.word > 0 ? one.end - start : 0;
}

/** The length of a full name that ends at `end`, at least `least` long, or 0. */
function lengthBefore(shadow: string, end: number, least: number): number {
  for (const given of [2, 1]) {
    for (const family of [2, 1]) {
      const start = end - given - family;
      if (start < 0 || given + family < least || familyLength(shadow, start, commonSurnames) !== family) continue;
      if (notNames.test(shadow.slice(start, start + 3)) || endsWord(shadow, start)) continue;
      if (isGivenName(shadow, start + family, given) && !isWord(shadow.slice(start, end))) return given + family;
    }
  }
  return 0;
}

function nicknameLength(rest: string): number {
  const nickname = /^[小阿老大](?:[\u3400-\u9fff]){1,2}?/.exec(rest)?.[0];
  if (nickname === undefined || kinWords.test(rest)) return 0;
  for (const length of [2, 3]) {
    if (behindNickname.test(rest.slice(length, length + 2)) && /^[\u3400-\u9fff]+$/.test(rest.slice(0, length))) return length;
  }
  return 0;
}

function familyLength(text: string, start: number, surnames: ReadonlySet<string>): number {
  if (doubleSurnames.has(text.slice(start, start + 2))) return 2;
  return surnames.has(text[start] ?? "") ? 1 : 0;
}

function isGivenName(text: string, start: number, length: number): boolean {
  for (let index = 0; index < length; index++) {
    const character = text[start + index];
    const boy = character === "男" && index === 1 && boyish.test(text.slice(start, start + 2));
    if (!boy && !isHan(character)) return false;
    if (!boy && notInGivenNames.has(character ?? "")) return false;
    if (titleAt.test(text.slice(start + index, start + index + 2))) return false;
  }
  return true;
}

function givenLength(text: string, start: number, longest: number): number {
  let length = 0;
  while (length < longest && isGivenName(text, start + length, 1) && !seldomInGivenNames.has(text[start + length] ?? "")) length++;
  return length;
}

/** 石材 is a word and 石材厂 one with its end; 方正平 only begins like one. */
function isWord(name: string): boolean {
  const word = leadingWordLength(name);
  return word === name.length || (word > 0 && endsAsBody.test(name));
}

/** 居民区, 提高: the would-be family name at `start` is the end of the word before. */
function endsWord(shadow: string, start: number): boolean {
  if (!isHan(shadow[start - 1])) return false;
  if (endOfWord.test(shadow.slice(start - 1, start + 1))) return true;
  return [2, 3].some((length) => length <= start + 1 && leadingWordLength(shadow.slice(start + 1 - length, start + 1)) === length);
}

/** 温州来: a word, and a character that goes on with the sentence. */
function isWordThatGoesOn(name: string): boolean {
  return seldomInGivenNames.has(name.slice(-1)) && leadingWordLength(name) === name.length - 1;
}

function isHan(character: string | undefined): boolean {
  return character !== undefined && character >= "\u3400" && character <= "\u9fff";
}
