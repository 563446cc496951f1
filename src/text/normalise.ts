import { decodeEntities } from "./entities.js";

/** Controls, soft hyphen, zero-width and bidirectional marks, byte order mark, variation selectors, tag characters, fillers. */
const invisible = /(?![\n\t])(?:\p{Cc}|\p{Cf}|\p{Variation_Selector}|[\u115f\u1160\u3164])/gu;
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const fullWidthAlphanumeric = /[０-９Ａ-Ｚａ-ｚ]/g;
/** Signs that belong to a number or an address only between letters or digits: ２０２６－０００１, ａ＠ｂ. */
const fullWidthJoint = /(?<=[0-9A-Za-z]\s?)[－．／＠＿＋：，](?=\s?[0-9A-Za-z])/g;
/** A colon or comma between digits is Chinese punctuation unless both sides are closed up to digits of a time or an amount. */
const keptJoints = new Set(["：", "，"]);
const percent = /(?<=[0-9])％/g;

/** Each letter before the Latin one that it looks like. */
const lookalikes =
  "аaАAВBсcСCԁdеeЕEһhНHіiІIїiјjЈJкkКKӏlМMмmпnоoОOрpРPԛqгrѕsЅSтtТTцuνvѵvԝwшwхxХXуyУYлlдdвvнnиiбbзz" +
  "αaΑAΒBϲcϹCεeΕEΗHιiΙIκkΚKΜMΝNηnοoΟOρpΡPτtΤTυuΥYχxΧXγyΖZωw";
const homoglyphs = new Map((lookalikes.match(/../gu) ?? []).map((pair) => [pair[0] ?? "", pair[1] ?? ""]));
const otherLetters = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/**
 * A text as the rest of the program reads it: NFC, entities decoded, invisible characters removed, full-width digits
 * and letters half-width, runs of white space folded (line ends stay), trimmed. Chinese punctuation stays.
 */
export function normaliseText(text: string): string {
  return decodeEntities(text)
    .replace(loneSurrogate, "")
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, "\n")
    .replace(invisible, "")
    .normalize("NFC")
    .replace(fullWidthAlphanumeric, halfWidth)
    .replace(fullWidthJoint, (sign) => (keptJoints.has(sign) ? sign : halfWidth(sign)))
    .replace(percent, "%")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** The half-width form of one full-width ASCII character; other characters as they are. */
export function halfWidth(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character;
}

/** Latin letters for the Cyrillic and Greek ones that look like them: for noticing attacks, never for showing. */
export function foldHomoglyphs(text: string): string {
  return text.normalize("NFKC").replace(otherLetters, (letter) => homoglyphs.get(letter) ?? letter);
}
