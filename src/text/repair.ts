import { pairLikelihood } from "./character-pairs.js";
import { readingsOf, readUnits, type Unit } from "./pinyin-marks.js";
import { repairMojibake } from "./repair-mojibake.js";
import { type Restored, restoreShifted } from "./repair-shift.js";
import { hasTraditional, toSimplified } from "./traditional.js";

/** A stretch of the repaired text that may be wrong; offsets UTF-16. */
export type Uncertain = { readonly start: number; readonly end: number; readonly text: string; readonly reason: string };
export type Repaired = { readonly text: string; readonly repairs: readonly string[]; readonly uncertain: readonly Uncertain[] };

type Piece = { readonly text: string; readonly reason: string | null };

const brokenForGood = /\ufffd+|(?:锟斤拷)+锟?|(?:烫烫烫)+|(?:屯屯屯)+/g;
const guessed = "原文按字节错位损坏，此处按上下文推定";
const lost = "原文此处损坏，无法还原";

/**
 * Undoes what websites do to documents: readings in brackets behind characters, traditional characters made by machine
 * (only together with such readings), GBK cut one byte off, UTF-8 read as another encoding. What follows from the bytes
 * is corrected; what is only likely, or beyond repair, stands in `uncertain`. A healthy text comes back as it was.
 */
export function repairText(text: string): Repaired {
  const decoded = repairMojibake(text);
  const repairs = decoded.repairs === 0 ? [] : [`编码误读还原${decoded.repairs}行`];
  const units = readUnits(decoded.text);
  if (units === null) return joined(piecesOf(decoded.text), repairs);

  const plain = units.map(({ character }) => character).join("");
  const restored = restoreShifted(units, { readings: readingsOf(units), likelihood: pairLikelihood(toSimplified(plain)) });
  const pieces = withRestored(units, restored).flatMap((piece) => (piece.reason === null ? piecesOf(piece.text) : [piece]));
  const marks = units.filter(({ pinyin }) => pinyin !== null).length;
  repairs.push(`去掉括注拼音${marks}处`);
  if (hasTraditional(plain)) repairs.push("繁体字转为简体字");
  if (restored.length > 0) repairs.push(`GBK错位还原${restored.length}处`);
  return joined(simplified(pieces), repairs);
}

/** The units' characters with the restored stretches in their place. */
function withRestored(units: readonly Unit[], restored: readonly Restored[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const stretch of restored) {
    pieces.push({ text: charactersOf(units, at, stretch.from), reason: null });
    for (const { character, sure } of stretch.characters) pieces.push({ text: character, reason: sure ? null : guessed });
    at = stretch.to;
  }
  pieces.push({ text: charactersOf(units, at, units.length), reason: null });
  return pieces;
}

function charactersOf(units: readonly Unit[], from: number, to: number): string {
  return units
    .slice(from, to)
    .map(({ character }) => character)
    .join("");
}

/** Splits off what no repair can bring back. */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(brokenForGood)) {
    pieces.push({ text: text.slice(at, match.index), reason: null }, { text: match[0], reason: lost });
    at = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(at), reason: null });
  return pieces;
}

/** Neighbouring pieces of one kind are converted together: a phrase decides how its characters convert. */
function simplified(pieces: readonly Piece[]): Piece[] {
  return merged(pieces).map(({ text, reason }) => ({ text: toSimplified(text), reason }));
}

function merged(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.reason === piece.reason) result[result.length - 1] = { text: last.text + piece.text, reason: piece.reason };
    else result.push(piece);
  }
  return result;
}

function joined(pieces: readonly Piece[], repairs: readonly string[]): Repaired {
  let text = "";
  const uncertain: Uncertain[] = [];
  for (const piece of merged(pieces)) {
    if (piece.reason !== null)
      uncertain.push({ start: text.length, end: text.length + piece.text.length, text: piece.text, reason: piece.reason });
    text += piece.text;
  }
  return { text, repairs, uncertain };
}
