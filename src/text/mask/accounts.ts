import type { Found, PersonalDataType } from "./found.js";

const province = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
const plate = new RegExp(`[${province}] ?[A-Za-z] ?[·•.・‧∙ -]? ?(?:[0-9A-Za-z]{5,6}|[0-9A-Za-z]{4}[挂学警港澳领])(?![0-9A-Za-z])`, "g");
const saidPlate = /车牌(?:号码?)?(?:是|为|:| )*((?<![0-9A-Za-z])[A-Za-z] ?[·•. -]?[0-9A-Za-z]{5,6})(?![0-9A-Za-z])/g;
const passport = /(?<![0-9A-Za-z])(?:[EeGg][0-9]{8}|[Ee][A-HJ-NP-Za-hj-np-z][0-9]{7}|[DdSsPp][Ee]?[0-9]{7,8})(?![0-9A-Za-z])/g;
const saidPassport = /(?:护照|通行证|台胞证|回乡证|passport)(?:号码?|编号|是|为|:| |no\.?)*([A-Za-z]{0,2}[0-9]{6,10})(?![0-9A-Za-z])/gi;
const passportWords = /护照|通行证|passport|出入境|签证|证件/i;
const email = /(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]+ ?@ ?[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*\.[A-Za-z]{2,}(?![0-9A-Za-z])/g;
const wechat =
  /(?:微信|薇信|威信|微X|wechat|weixin|(?<![A-Za-z])(?:wx|vx|v信)|加 ?v)(?:号码?|ID|id|是|为|加我?|:| |同号|联系)*([A-Za-z][-_0-9A-Za-z]{5,19})(?![0-9A-Za-z])/gi;

/** Plates with or without dot, also the longer ones of electric cars and those ending in 学, 警, 港, 澳. */
export function plates(shadow: string): Found[] {
  const whole = [...shadow.matchAll(plate)].filter((match) => (match[0].match(/[0-9]/g)?.length ?? 0) >= 2);
  return [...whole.map((match) => span("plate", match)), ...grouped("plate", shadow, saidPlate)];
}

/** Passports and travel permits: Chinese passports by their form near a word for it, others behind the word. */
export function passports(shadow: string): Found[] {
  const formed = [...shadow.matchAll(passport)].filter((match) =>
    passportWords.test(shadow.slice(Math.max(0, match.index - 20), match.index + 24)),
  );
  return [...formed.map((match) => span("passport", match)), ...grouped("passport", shadow, saidPassport)];
}

export function emails(shadow: string): Found[] {
  return shadow.includes("@") ? [...shadow.matchAll(email)].map((match) => span("email", match)) : [];
}

export function wechats(shadow: string): Found[] {
  return grouped("wechat", shadow, wechat);
}

function span(type: PersonalDataType, match: RegExpExecArray): Found {
  return { type, start: match.index, end: match.index + match[0].length };
}

function grouped(type: PersonalDataType, shadow: string, pattern: RegExp): Found[] {
  return [...shadow.matchAll(pattern)].map((match) => {
    const end = match.index + match[0].length;
    return { type, start: end - (match[1] ?? "").length, end };
  });
}
