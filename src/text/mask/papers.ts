import type { Found } from "./found.js";
import { lastGroups, wholes } from "./labels.js";

const digit = " ?-?[0-9]";
const passport = new RegExp(
  `(?<![0-9A-Za-z])(?:[EeGg](?:${digit}){8}|[Ee][A-HJ-NP-Za-hj-np-z](?:${digit}){7}|[DdSsPp][Ee]?(?:${digit}){7,8})(?![0-9A-Za-z])`,
  "g",
);
const permit = new RegExp(
  `(?<![0-9A-Za-z])(?:[CcHhMmLlTtWw](?:${digit}){8}(?:${digit}{2})?|[Cc][A-Za-z](?:${digit}){7})(?![0-9A-Za-z])`,
  "g",
);
const passportWords = /护照|通行证|passport|出入境|签证|签注|证件/i;
const permitWords = /通行证|证件号|回乡证|台胞证|签注|港澳台?证/;
const saidPaper = new RegExp(
  `(?:护照|通行证|台胞证|回乡证|passport)(?:的|号码?|编号|是|为|系|:|\\(| |no\\.?)*([A-Za-z]{0,2}[0-9](?:${digit}){5,9})(?![0-9A-Za-z])`,
  "gi",
);
/** 军官证 and its kin: 军字第1234567号. */
const saidService =
  /(?:军官|士官|士兵|文职干部|文职|警官|武警|义务兵|退役军人优待|残疾军人|军人)证(?:件)?(?:的|号码?|编号|是|为|系|:|\(| )*((?:[\u3400-\u9fff]{1,3}字)?第? ?[0-9]{5,10} ?号?)(?![0-9])/g;
const near = 24;

/** Passports and travel permits: by their form near a word for it, others behind the word; service cards behind theirs. */
export function papers(shadow: string): Found[] {
  const beside = (words: RegExp) => (found: Found) => words.test(shadow.slice(Math.max(0, found.start - near), found.end + near));
  return [
    ...wholes("passport", shadow, passport).filter(beside(passportWords)),
    ...wholes("passport", shadow, permit).filter(beside(permitWords)),
    ...lastGroups("passport", shadow, saidPaper),
    ...lastGroups("passport", shadow, saidService),
  ];
}
