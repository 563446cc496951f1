import type { Found } from "./found.js";

const gap = "[ \\-.·]{0,2}";
const idCard = new RegExp(`(?<![0-9])[1-8](?:${gap}[0-9]){16}${gap}[0-9Xx](?![0-9A-Za-z])`, "g");
const oldIdCard = new RegExp(`(?<![0-9A-Za-z])[1-8](?:${gap}[0-9]){14}(?![0-9A-Za-z])`, "g");
const mobile = new RegExp(`(?<![0-9])(?:(?:\\+|00)?86${gap})?1${gap}[3-9](?:${gap}[0-9]){9}(?![0-9])`, "g");
const landline = /(?<![0-9-])(?:\(0[1-9][0-9]{1,2}\)|0[1-9][0-9]{1,2}) ?-? ?[2-9][0-9]{2,3}[ -]?[0-9]{4}(?:(?:-|转)[0-9]{1,5})?(?![0-9])/g;
const anyAreaLandline = /(?<![0-9-])(?:\(0[1-9][0-9]{1,2}\)|0[1-9][0-9]{1,2}) ?-? ?[0-9]{7,8}(?:(?:-|转)[0-9]{1,5})?(?![0-9])/g;
const localLine = /(?:座机|固话|固定电话|家里电话|宅电|办公电话|电话|tel)(?:号码?|是|为|:| )*([2-8][0-9]{2,3}[ -]?[0-9]{4})(?![0-9-])/gi;
const bankCard = new RegExp(`(?<![0-9A-Za-z])[0-9](?:${gap}[0-9]){14,18}(?![0-9A-Za-z])`, "g");
const account = /(?:账号|帐号|账户|帐户|卡号)(?:是|为|:| )*([0-9](?:[ -]?[0-9]){10,24})(?![0-9])/g;

const provinces = new Set(
  "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split(" "),
);
const otherNumber =
  /(?:订单|单|运单|快递|物流|流水|回执|受理|编|条形码|条码|合同|案|发票|税|信用代码|商品|型|批|批次|批准文|户|表|水表|电表|燃气|设备|序列|房产证|不动产|产权证|证书|许可证|执照)(?:号码?|编号|码)?(?:是|为|:|#|[ ])*$/;
const idWords = /身份证|身份證|证件号|ID(?:卡|card|号)/i;
const cardWords =
  /银行卡|储蓄卡|信用卡|工资卡|卡号|账号|帐号|账户|帐户|存折|打到|转到|转账|汇到|打款|收款|农行|工行|建行|中行|交行|招行|邮储|农商|信用社|银行|社保卡/;
const cardWordsAfter = /^(?:这张|呢张|的|是|这个)?(?:银行)?(?:卡|账户|账号|户头)/;
const amountAfter = /^ ?(?:元|块|万|亿|平方|米|吨|人|户|%)/;

/** Identity cards: region, birth date and form are right, or the words say so; order and bar codes are none. */
export function idCards(shadow: string): Found[] {
  const found: Found[] = [];
  for (const match of shadow.matchAll(idCard)) {
    const digits = bare(match[0]);
    const before = shadow.slice(Math.max(0, match.index - 14), match.index);
    const said = idWords.test(before);
    if (otherNumber.test(before) && !said) continue;
    const isCard = provinces.has(digits.slice(0, 2)) && isBirthDate(digits.slice(6, 14));
    if (isCard || said) found.push({ type: "id_card", start: match.index, end: match.index + match[0].length });
  }
  for (const match of shadow.matchAll(oldIdCard)) {
    const digits = bare(match[0]);
    const before = shadow.slice(Math.max(0, match.index - 14), match.index);
    if (idWords.test(before) && provinces.has(digits.slice(0, 2)) && isBirthDate(`19${digits.slice(6, 12)}`)) {
      found.push({ type: "id_card", start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}

/** Bank cards: Luhn's sum and an issuer's first digits are right, or the words around say that it is one. */
export function bankCards(shadow: string): Found[] {
  const found: Found[] = [];
  for (const match of shadow.matchAll(bankCard)) {
    const digits = bare(match[0]);
    const end = match.index + match[0].length;
    const before = shadow.slice(Math.max(0, match.index - 16), match.index);
    if (otherNumber.test(before)) continue;
    const said = cardWords.test(before) || cardWordsAfter.test(shadow.slice(end, end + 8));
    if (said || (isIssuer(digits) && passesLuhn(digits))) found.push({ type: "bank_card", start: match.index, end });
  }
  for (const match of shadow.matchAll(account)) found.push({ type: "bank_card", ...groupSpan(match) });
  return found;
}

/** Mobile numbers with any usual separators and +86. */
export function mobiles(shadow: string): Found[] {
  return matchesOf(shadow, mobile, "phone", otherNumber);
}

/** Landlines with area code, and local ones behind a word that says so. `isPublic` tells an office's own number. */
export function landlines(shadow: string, isPublic: (digits: string) => boolean): Found[] {
  const found = [...matchesOf(shadow, landline, "landline", otherNumber), ...matchesOf(shadow, anyAreaLandline, "landline", otherNumber)];
  for (const match of shadow.matchAll(localLine)) found.push({ type: "landline", ...groupSpan(match) });
  return found.filter(({ start, end }) => !isPublic(bare(shadow.slice(start, end))));
}

function matchesOf(shadow: string, pattern: RegExp, type: Found["type"], unless: RegExp): Found[] {
  const found: Found[] = [];
  for (const match of shadow.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (unless.test(shadow.slice(Math.max(0, match.index - 12), match.index)) || amountAfter.test(shadow.slice(end, end + 4))) continue;
    found.push({ type, start: match.index, end });
  }
  return found;
}

function groupSpan(match: RegExpExecArray | RegExpMatchArray): { start: number; end: number } {
  const start = (match.index ?? 0) + match[0].lastIndexOf(match[1] ?? "");
  return { start, end: start + (match[1] ?? "").length };
}

/** The digits and letters alone. */
export function bare(text: string): string {
  return text.replace(/[^0-9Xx]/g, "");
}

function isBirthDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  if (year < 1900 || year > 2099) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Issuers' first digits: UnionPay 62, Visa 4, Mastercard 51–55, JCB 35, and cards that only China has. */
function isIssuer(digits: string): boolean {
  return /^(?:62|4|5[1-5]|35|37|60|65|68|69|81|9558|9400|88|84|85|86|87)/.test(digits);
}

/** ISO/IEC 7812-1: every second digit from the right doubled, the sum divisible by ten. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
