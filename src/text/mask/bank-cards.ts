import type { Found } from "./found.js";
import { bare, gap, isAmount, isOtherNumber } from "./labels.js";

const card = new RegExp(`(?<![0-9A-Za-z])[0-9](?:${gap}[0-9]){14,18}(?![0-9A-Za-z])`, "g");
const account = /(?:账号|帐号|账户|帐户|卡号|户头)(?:号码?)?(?:是|为|:| )*([0-9](?:[ -]{0,3}[0-9]){11,24})(?![0-9])/g;
/** Accounts and cards of no bank. */
const otherAccount =
  /(?:(?:微信|QQ|游戏|抖音|登[录陆]|用户|会员|水费?|电费?|燃气|煤气|缴费|宽带)(?:的|我)?(?:账号|帐号|账户|帐户|户头)|(?:粤通|公交|羊城通|岭南通|地铁|饭|购物|会员|加油|充值|门禁|水|电|燃气|电话|流量|ETC)卡?卡号?)(?:号码?)?(?:是|为|:| )*$/i;
const cardWords =
  /银行卡|储蓄卡|借记卡|信用卡|工资卡|卡号|账号|帐号|账户|帐户|存折|打到|转到|转账|汇到|打款|收款|发到|农行|工行|建行|中行|交行|招行|邮储|农商|信用社|银行|社保卡/;
const cardWordsAfter = /^(?:这张|呢张|那张|的|是|这个|我的){0,3}(?:银行|工资)?(?:卡|账户|账号|户头)/;

/** Bank cards: Luhn's sum and an issuer's first digits are right, or the words around say that it is one. */
export function bankCards(shadow: string): Found[] {
  const found: Found[] = [];
  for (const match of shadow.matchAll(card)) {
    const digits = bare(match[0]);
    const end = match.index + match[0].length;
    if (isOtherCard(shadow, match.index) || isOtherNumber(shadow, match.index) || isAmount(shadow, match.index, end)) continue;
    const said =
      cardWords.test(shadow.slice(Math.max(0, match.index - 16), match.index)) || cardWordsAfter.test(shadow.slice(end, end + 10));
    if (said || (isIssued(digits) && passesLuhn(digits))) found.push({ type: "bank_card", start: match.index, end });
  }
  for (const match of shadow.matchAll(account)) {
    const end = match.index + match[0].length;
    const start = end - (match[1] ?? "").length;
    if (!isOtherCard(shadow, start)) found.push({ type: "bank_card", start, end });
  }
  return found;
}

const telephone = /(?:电话|手机|热线|传真)(?:号码?|是|为|:|\(| )*$/;

function isOtherCard(shadow: string, start: number): boolean {
  const before = shadow.slice(Math.max(0, start - 14), start);
  return otherAccount.test(before) || telephone.test(before);
}

/** Issuers' first digits and lengths: UnionPay 62, Visa 4, Mastercard 51–55, JCB 35, American Express 34 and 37. */
function isIssued(digits: string): boolean {
  return /^(?:62[0-9]{14,17}|4[0-9]{15}|5[1-5][0-9]{14}|35[0-9]{14}|3[47][0-9]{13}|(?:9558|9400|60|68)[0-9]{14,17})$/.test(digits);
}

/** ISO/IEC 7812-1: every second digit from the right doubled, the sum divisible by ten. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
