import type { Found } from "./found.js";
import { allSurnames, commonSurnames, doubleSurnames, notInGivenNames } from "./surnames.js";

/** Words behind which a name stands; the first kind is certain, the second only where the name ends cleanly. */
const saysName =
  /(?:我(?:本人)?(?:的)?(?:名字)?叫做?|本人叫|我名叫|我个名(?:系|叫)|姓名(?:是|为|叫|:)|名字(?:是|为|叫|系|:)|名叫|联系人(?:是|为|:)?|收件人(?:是|为|:)?|申请人(?:姓名)?(?:是|为|:)|投诉人(?:姓名)?(?:是|为|:)|举报人(?:是|为|:)|反映人(?:是|为|:)|(?:业主|户主|产权人|承租人|法人|当事人|经办人|开户名|户名|持卡人|监护人|家长|患者|学生)(?:姓名)?(?:是|为|叫|:)|署名:?|落款:?) ?/g;
const mayName =
  /(?:本人|(?:我(?:的)?)?(?:老公|老婆|丈夫|妻子|爱人|爸爸|妈妈|父亲|母亲|老豆|老母|阿爸|阿妈|爸|妈|爷爷|奶奶|外公|外婆|公公|婆婆|岳父|岳母|儿子|女儿|哥哥|弟弟|姐姐|妹妹|细佬|孙子|孙女|邻居|房东|室友|同事|朋友|业主|户主|租客|老板|主任|科长|队长)(?:叫|名叫|:)?|我是|我系|找|联系|叫) ?/g;
const title = /(?:先生|女士|小姐|阿姨|大姐|大哥|老师|医生|师傅|阿伯|伯伯|叔叔|婆婆|同志|太太|阿婆)/g;
const titleAt = /^(?:小姐|先生|生先|小区|小学|生于|生日|生育|生病)/;
const boundary =
  /^(?:$|[^\u3400-\u9fffA-Za-z]|电话|手机|身份证|身分证|微信|联系|住(?:在|址)?|家住|今年|男|女|出生|生于|户籍|地址|银行卡|卡号|账号|护照|车牌)/;
/** Words that begin like a name. */
const words =
  /^(?:任何|任职|高血|高度|高中|高考|高龄|高空|高层|方便|方式|方面|方案|常年|安全|安排|成年|公开|关于|关系|关心|万一|于是|全部|全家|和我|从来|明天|水管|金额|经常|经济|时间|时候|石油|江门|江边|白天|白云|马上|马路|黄色|黄金|毛病|毛坯|钱包|钱款|田地|田里|林地|高压|武汉|孔雀|向来|向上|何时|何况|许多|许可|夏天|严重|严格|周末|周围|周边|周一|周二|周三|周四|周五|周六|周日|陆续|付款|付钱|白内障|龙舟|莫名|顾客|段时间|程序|余额|余款|唐突|雷雨|温度|康复|施工|文件|文化|牛奶|易燃|庄严|章程|单位|单身|连续|路边|路灯|路面|管道|管理|房子|房屋|房东|房产|古树|利用|利息|简单|费用|景区|花园|包括|尚未|申请|申报|左右|游泳|蓝色|谷歌|曲线|苗圃|辛苦|季节|成立|成功|招牌|招工|区政府|区里|区内|区域|关门|关闭|范围|雷电|贺卡|江湖|侯车|史上|武装|毛线)/;

/** Ends of words that look like a surname: 班主任唐老师, 过程中医生, 校方. */
const endOfWord =
  /(?:[主班担责信前现历升上]任|[过流工课路里议]程|[校对警双院地官厂资商甲乙买卖药配各多东西南北]方|[开平公马管道]路|[学高费收]费|[公管]管|[办文]文|[年青]年|[家全]全|[平和]和|[关有]关|[时小]时|[生学]学)$/;

/** Full names behind words that say so, before a title, between a role and a clean end, and beside a number in `numbers`. */
export function names(shadow: string, numbers: readonly Found[]): Found[] {
  const found: Found[] = [];
  const add = (start: number, length: number) => {
    if (length > 0) found.push({ type: "name", start, end: start + length });
  };
  for (const match of shadow.matchAll(saysName)) add(match.index + match[0].length, saidLength(shadow, match.index + match[0].length));
  for (const match of shadow.matchAll(mayName)) add(match.index + match[0].length, cleanLength(shadow, match.index + match[0].length));
  for (const match of shadow.matchAll(title)) {
    const length = lengthBefore(shadow, match.index);
    add(match.index - length, length);
  }
  for (const number of numbers) {
    const lead = /(?:(?:的)?(?:电话|手机|身份证|联系方式|联系电话|手机号|身份证号|微信|银行卡|卡号)(?:号码?|是|为)*)?[ :,，、]*$/.exec(
      shadow.slice(Math.max(0, number.start - 14), number.start),
    );
    const end = number.start - (lead?.[0].length ?? 0);
    const length = lengthBefore(shadow, end);
    const clean = end - length === 0 || /[^\u3400-\u9fff]|找|系|人|给|叫|是/.test(shadow[end - length - 1] ?? "");
    if (length > 0 && clean) add(end - length, length);
  }
  return found;
}

/** A name that the words before announce: it ends at the first character that no given name has. */
function saidLength(shadow: string, start: number): number {
  const foreign = /^(?:[\u3400-\u9fff]{2,8}·[\u3400-\u9fff]{2,8}|[A-Z][a-z]+(?: [A-Z][a-z]+){1,2})/.exec(shadow.slice(start, start + 40));
  if (foreign) return foreign[0].length;
  const family = familyLength(shadow, start, allSurnames);
  if (family === 0 || words.test(shadow.slice(start, start + 3))) return 0;
  const two = givenLength(shadow, start + family, 2);
  if (two === 2) return family + 2;
  return two === 1 ? family + 1 : 0;
}

/** A name that ends at a boundary: of two given characters, else of one. */
function cleanLength(shadow: string, start: number): number {
  const family = familyLength(shadow, start, commonSurnames);
  if (family === 0 || words.test(shadow.slice(start, start + 3))) return 0;
  for (const length of [2, 1]) {
    const end = start + family + length;
    if (givenLength(shadow, start + family, length) === length && boundary.test(shadow.slice(end, end + 3))) return family + length;
  }
  return 0;
}

/** The length of a full name that ends at `end`, or 0. */
function lengthBefore(shadow: string, end: number): number {
  for (const given of [2, 1]) {
    for (const family of [2, 1]) {
      const start = end - given - family;
      if (start < 0 || familyLength(shadow, start, commonSurnames) !== family || words.test(shadow.slice(start, start + 3))) continue;
      if (endOfWord.test(shadow.slice(Math.max(0, start - 1), start + 1))) continue;
      if (givenLength(shadow, start + family, given) === given) return given + family;
    }
  }
  return 0;
}

function familyLength(shadow: string, start: number, surnames: ReadonlySet<string>): number {
  if (doubleSurnames.has(shadow.slice(start, start + 2))) return 2;
  return surnames.has(shadow[start] ?? "") ? 1 : 0;
}

function givenLength(shadow: string, start: number, longest: number): number {
  let length = 0;
  while (length < longest && isGiven(shadow[start + length]) && !titleAt.test(shadow.slice(start + length, start + length + 2))) length++;
  return length;
}

function isGiven(character: string | undefined): boolean {
  return character !== undefined && character >= "\u3400" && character <= "\u9fff" && !notInGivenNames.has(character);
}
