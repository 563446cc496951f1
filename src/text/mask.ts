import { emails, wechats } from "./mask/accounts.js";
import { addresses } from "./mask/addresses.js";
import { bankCards } from "./mask/bank-cards.js";
import type { Found, PersonalDataType } from "./mask/found.js";
import { idCards } from "./mask/id-cards.js";
import { bare } from "./mask/labels.js";
import { names } from "./mask/names.js";
import { papers } from "./mask/papers.js";
import { plates } from "./mask/plates.js";
import { shadowOf } from "./mask/shadow.js";
import { landlines, mobiles } from "./mask/telephones.js";

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
const anyMark = new RegExp(Object.values(marks).join("|"), "g");
/** What the patterns read for each character of a mark: its words announce nothing. */
const markShadow = "\ufffc";

/**
 * Replaces personal data by marks (个人信息保护法 art. 28 names identity cards and bank accounts as sensitive). Never
 * masked: hotlines, document and case numbers, bar codes, receipt numbers, amounts, and `publicNumbers`, the office's own.
 * The spans are in their order and apart. Masking the masked text changes nothing: it is read until nothing more is found,
 * since what one find took from another (a name that shares a character with it) may leave a rest that is one as well.
 */
export function maskPersonalData(text: string, publicNumbers: readonly string[] = []): Masked {
  let spans: readonly MaskedSpan[] = [];
  for (;;) {
    const masked = replaced(text, spans);
    const more = findIn(masked, publicNumbers);
    if (more.length === 0) return { text: masked, spans };
    const placed = more.map(({ type, start, end }): MaskedSpan => {
      const [from, to] = [placeInGiven(start, spans), placeInGiven(end, spans)];
      return { type, start: from, end: to, text: text.slice(from, to) };
    });
    spans = [...spans, ...placed].sort((a, b) => a.start - b.start);
  }
}

/** The mark that stands for a kind of personal data in a masked text. */
export function markOf(type: PersonalDataType): string {
  return marks[type];
}

function replaced(text: string, spans: readonly MaskedSpan[]): string {
  let masked = "";
  let at = 0;
  for (const span of spans) {
    masked += text.slice(at, span.start) + marks[span.type];
    at = span.end;
  }
  return masked + text.slice(at);
}

/** Where a place outside the marks of a masked text stood in the text as given. */
function placeInGiven(place: number, spans: readonly MaskedSpan[]): number {
  let given = place;
  for (const span of spans) {
    if (span.start + marks[span.type].length > given) break;
    given += span.end - span.start - marks[span.type].length;
  }
  return given;
}

/** What stands in a text and touches no mark. */
function findIn(text: string, publicNumbers: readonly string[]): Found[] {
  const shadow = shadowOf(text).replace(anyMark, (mark) => markShadow.repeat(mark.length));
  return withoutOverlaps(findAll(shadow, publicNumbers))
    .filter(({ start, end }) => !shadow.slice(start, end).includes(markShadow))
    .map(({ type, start, end: last }) => {
      // A digit of two units (𝟏) may end with its first in the shadow.
      const end = (text.codePointAt(last - 1) ?? 0) > 0xffff ? last + 1 : last;
      return { type, start, end };
    });
}

/** In order of trust: where two overlap, the earlier kind stays. */
function findAll(shadow: string, publicNumbers: readonly string[]): Found[] {
  const isPublic = publicTelephones(publicNumbers);
  const hasDigits = /[0-9]/.test(shadow);
  const numbers = hasDigits
    ? [...emails(shadow), ...idCards(shadow), ...bankCards(shadow), ...mobiles(shadow, isPublic), ...landlines(shadow, isPublic)]
    : emails(shadow);
  const papersAndPlates = [...(hasDigits ? papers(shadow) : []), ...plates(shadow)];
  const accounts = wechats(shadow);
  const people = names(shadow, [...numbers, ...accounts]);
  return [...numbers, ...papersAndPlates, ...accounts, ...people, ...addresses(shadow, [...people, ...numbers])];
}

/** Tells the office's own numbers, also without area code and with the nation's. */
function publicTelephones(numbers: readonly string[]): (digits: string) => boolean {
  const open = new Set(numbers.flatMap((number) => [bare(number), bare(number.replace(/^\(?0[0-9]+\)?[ -]+/, ""))]));
  return (digits) => open.has(digits) || open.has(digits.replace(/^(?:00)?860?/, "0"));
}

function withoutOverlaps(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const candidate of found) {
    if (!kept.some((other) => candidate.start < other.end && other.start < candidate.end)) kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
