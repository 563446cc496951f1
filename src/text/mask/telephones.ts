import type { Found } from "./found.js";
import { bare, gap, isAmount, isOtherNumber, lastGroups, wholes } from "./labels.js";

/** Looser than between other digits: 136，1111，2222, (136)1111-2222. */
const between = "[ \\-._·/,、*()…]{0,3}";
const mobile = new RegExp(
  `(?<![0-9]|[0-9][.-]|[0-9][A-Za-z]{1,4})(?:\\((?:\\+|00)?86\\)${gap}|(?:\\+|00)?86${gap}|0)?((?:\\((?=1[0-9]{2}\\)))?1${gap}[3-9](?:${between}[0-9]){9})(?![0-9])`,
  "g",
);
/** 香港 and 澳门, whose numbers have eight digits. */
const neighbour = /(?<![0-9])(?:\+|00) ?85[23][ -]{0,2}[2-9][0-9]{3}[ -]?[0-9]{4}(?![0-9])/g;

const extension = "(?: ?(?:-|#|转|分机|转分机|ext\\.?) ?(?:号码?)?:? ?[0-9]{1,5}(?![0-9]))?";
const area =
  "(?:[(\\[]0(?:10|2[0-9]|[3-9][0-9]{2})[)\\]]|0(?:10|2[0-9]|[3-9][0-9]{2})|(?:\\(?(?:\\+|00)86\\)?|86[ -])[ -]{0,2}0?(?:10|2[0-9]|[3-9][0-9]{2}))";
const landline = new RegExp(
  `(?<![0-9]|[0-9]-|[0-9][A-Za-z]{1,4})${area}[ .·-]{0,3}[0-9]{3,4}[ -]{0,3}[0-9]{4}(?![0-9]|[A-Za-z]{1,4}[0-9])${extension}`,
  "g",
);
const localNumber = "[2-8][0-9]{2,3}[ -]?[0-9]{4}(?![0-9]|-[0-9]{6})";
const localLine = new RegExp(
  `(?:座机|固话|固定电话|家里电话|家电|宅电|传真|电话|致电|tel)(?:号码?|是|为|系|:|\\(|\\.| )*(${localNumber}${extension}(?:(?:[、,/或和]| |或者)+${localNumber}${extension}){0,3})`,
  "gi",
);
const oneLocal = new RegExp(`${localNumber}${extension}`, "g");

/** Mobile numbers with any usual separators, with or without +86, and those of 香港 and 澳门 with their prefix. */
export function mobiles(shadow: string, isPublic: (digits: string) => boolean): Found[] {
  const mainland = [...shadow.matchAll(mobile)]
    .filter((match) => isWrittenAsOne(match[1] ?? ""))
    .map((match): Found => ({ type: "phone", start: match.index, end: match.index + match[0].length }));
  return [...mainland, ...wholes("phone", shadow, neighbour)].filter((found) => isPersons(shadow, found, isPublic));
}

/** Landlines with area code, and local ones behind a word that says so, with their extension. */
export function landlines(shadow: string, isPublic: (digits: string) => boolean): Found[] {
  const local = lastGroups("landline", shadow, localLine).flatMap(({ start, end }) =>
    [...shadow.slice(start, end).matchAll(oneLocal)].map(
      (match): Found => ({ type: "landline", start: start + match.index, end: start + match.index + match[0].length }),
    ),
  );
  return [...wholes("landline", shadow, landline), ...local].filter((found) => isPersons(shadow, found, isPublic));
}

function isPersons(shadow: string, { start, end }: Found, isPublic: (digits: string) => boolean): boolean {
  return !isOtherNumber(shadow, start) && !isAmount(shadow, start, end) && !isPublic(bare(shadow.slice(start, end)));
}

/** Separators of one kind, or the usual groups: dates, prices and house numbers in a row are no telephone. */
function isWrittenAsOne(number: string): boolean {
  const separators = number.match(/[^0-9]+/g);
  if (separators === null) return true;
  const groups = number.match(/[0-9]+/g) ?? [];
  const sizes = groups.map((group) => group.length);
  // A list of numbers, of years perhaps, has commas as well.
  if (/[,、*()…]/.test(number)) return sizes.join() === "3,4,4" && !groups.slice(1).every((group) => /^(?:19|20)/.test(group));
  if (["3,4,4", "3,8", "7,4", "3,3,5", "3,5,3", "4,3,4", "3,4,2,2", "3,2,2,2,2"].includes(sizes.join())) return true;
  if (sizes.every((size) => size === 1)) return true;
  const kinds = new Set(separators.map((separator) => separator.trim()));
  const isDate = sizes[0] === 4 && sizes[1] === 2 && sizes[2] === 2;
  const isList = sizes.length > 3 && sizes.slice(0, -1).every((size) => size === 2);
  return kinds.size === 1 && !kinds.has(".") && !kinds.has("/") && !isDate && !isList;
}
