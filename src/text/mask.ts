import { emails, passports, plates, wechats } from "./mask/accounts.js";
import { addresses } from "./mask/addresses.js";
import type { Found, PersonalDataType } from "./mask/found.js";
import { names } from "./mask/names.js";
import { bankCards, bare, idCards, landlines, mobiles } from "./mask/numbers.js";
import { shadowOf } from "./mask/shadow.js";

export { type PersonalDataType, personalDataTypes } from "./mask/found.js";

/** Personal data in a text: `text.slice(start, end)` of the text as given, UTF-16. */
export type MaskedSpan = Found & { readonly text: string };
export type Masked = { readonly text: string; readonly spans: readonly MaskedSpan[] };

const marks: Readonly<Record<PersonalDataType, string>> = {
  id_card: "〔身份证号〕",
  phone: "〔手机号〕",
  landline: "〔座机号〕",
  bank_card: "〔银行卡号〕",
  name: "〔姓名〕",
  address: "〔住址〕",
  plate: "〔车牌号〕",
  passport: "〔护照号〕",
  email: "〔邮箱〕",
  wechat: "〔微信号〕",
};

/**
 * Replaces personal data by marks (个人信息保护法 art. 28 names identity cards and bank accounts as sensitive). Never
 * masked: hotlines, document and case numbers, bar codes, receipt numbers, amounts, and `publicNumbers`, the office's own.
 */
export function maskPersonalData(text: string, publicNumbers: readonly string[] = []): Masked {
  const shadow = shadowOf(text);
  const spans = withoutOverlaps(findAll(shadow, publicNumbers)).map((found) => ({ ...found, text: text.slice(found.start, found.end) }));
  let masked = "";
  let at = 0;
  for (const span of spans) {
    masked += text.slice(at, span.start) + marks[span.type];
    at = span.end;
  }
  return { text: masked + text.slice(at), spans };
}

/** The mark that stands for a kind of personal data in a masked text. */
export function markOf(type: PersonalDataType): string {
  return marks[type];
}

/** In order of trust: where two overlap, the earlier kind stays. */
function findAll(shadow: string, publicNumbers: readonly string[]): Found[] {
  const open = new Set(publicNumbers.map(bare));
  const hasDigits = /[0-9]/.test(shadow);
  const numbers = hasDigits
    ? [...idCards(shadow), ...emails(shadow), ...bankCards(shadow), ...mobiles(shadow), ...landlines(shadow, (digits) => open.has(digits))]
    : emails(shadow);
  const others = hasDigits ? [...plates(shadow), ...passports(shadow)] : [];
  const people = names(shadow, numbers);
  return [...numbers, ...others, ...wechats(shadow), ...people, ...addresses(shadow, people)];
}

function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const candidate of found) {
    if (!kept.some((other) => candidate.start < other.end && other.start < candidate.end)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
