import type { PairLikelihood } from "./character-pairs.js";
import { gbkTable } from "./gbk.js";
import type { Unit } from "./pinyin-marks.js";
import { toSimplified } from "./traditional.js";

/** A stretch of units that was decoded one byte off, and what it said. */
export type Restored = {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** One entry a character; `sure` is false where another reading is nearly as likely. */
  readonly characters: readonly { readonly character: string; readonly sure: boolean }[];
};

type Byte = number;
/** What is known of one true character: each byte, or null; and its reading, or null. */
type Slot = { readonly lead: Byte | null; readonly trail: Byte | null; readonly pinyin: string | null };
type Known = { readonly readings: ReadonlyMap<string, ReadonlySet<string>>; readonly likelihood: PairLikelihood };
type Path = { readonly score: number; readonly characters: readonly string[] };

/** Rows of pinyin vowels and bopomofo: where （ cut one byte off lands. */
const afterCutBracket = /[ǖǘǚǜüêɑńňǹɡㄅ-ㄩāáǎàēéěèīíǐìōóǒòūúǔù]/;
const closing = /[\s,.;:!?，。；：！？、《》()（）"“”]/;
const longest = 14;
/** How much likelier (logarithm) the best reading must be to be taken as certain. */
const margin = 2;
/** What two dropped bytes cost against none, and a bracket that is never closed (logarithms). */
const gapCost = 9;
const openCost = 12;
const hopeless = 16;
/** How many half-read stretches are followed, and of how many also with dropped bytes. */
const beam = 240;
const gapPaths = 12;

/** Every stretch decoded one byte off, restored where its bytes, the readings and the likelihood of pairs allow. */
export function restoreShifted(units: readonly Unit[], known: Known): Restored[] {
  const found: Restored[] = [];
  for (let index = 0; index < units.length; index++) {
    const restored = cutBracket(units, index, known) ?? lostCharacter(units, index, known) ?? lostLead(units, index, known);
    if (!restored) continue;
    found.push(restored);
    index = restored.to - 1;
  }
  return found;
}

/** 。ㄒ唬┘訌 at the start of a line: a full-width space (A1A1) lost its first byte, so all that follows moved. */
function cutBracket(units: readonly Unit[], index: number, known: Known): Restored | null {
  const atLineStart = index === 0 || units[index - 1]?.character === "\n";
  if (!atLineStart || units[index]?.character !== "。" || !afterCutBracket.test(units[index + 1]?.character ?? "")) return null;
  const restored = solveRun(units, index, { lead: 0xa1, pinyin: null }, known);
  return restored && { ...restored, from: index, characters: restored.characters.filter(({ character }) => character !== "\u3000") };
}

/** ?zhí)幚砹鞒: the character before swallowed a byte; the run behind begins in the middle of a character. */
function lostCharacter(units: readonly Unit[], index: number, known: Known): Restored | null {
  if (!units[index]?.lost) return null;
  const next = units[index + 1];
  if (next === undefined) return null;
  if (next.lost) return { ...pick(units, index, index + 2, [{ lead: null, trail: null, pinyin: next.pinyin }], known) };
  if (gbkTable().bytesOf(next.character) === null || closing.test(next.character)) {
    return { ...pick(units, index, index + 1, [{ lead: null, trail: null, pinyin: units[index]?.pinyin ?? null }], known) };
  }
  const restored = solveRun(units, index + 1, { lead: null, pinyin: null }, known);
  return restored && { ...restored, from: index };
}

/** F(xiàn): only the second byte of 現 is left, read as a letter. */
function lostLead(units: readonly Unit[], index: number, known: Known): Restored | null {
  const unit = units[index];
  if (unit === undefined || unit.lost || unit.pinyin === null || unit.character >= "\u3400") return null;
  return pick(units, index, index + 1, [{ lead: null, trail: unit.character.charCodeAt(0), pinyin: unit.pinyin }], known);
}

function solveRun(
  units: readonly Unit[],
  start: number,
  first: { readonly lead: Byte | null; readonly pinyin: string | null },
  known: Known,
): Restored | null {
  const table = gbkTable();
  const slots: Slot[] = [];
  let lead = first.lead;
  let index = start;
  for (; index < units.length && index - start < longest; index++) {
    const unit = units[index];
    if (unit === undefined) return null;
    const isLetter = unit.pinyin !== null && unit.character < "\u0080";
    if (isLetter) {
      slots.push({ lead, trail: unit.character.charCodeAt(0), pinyin: unit.pinyin });
      return pick(units, start, index + 1, slots, known);
    }
    const bytes = table.bytesOf(unit.character);
    if (bytes === null || (index > start && closing.test(unit.character))) {
      slots.push({ lead, trail: null, pinyin: null });
      return pick(units, start, index, slots, known);
    }
    slots.push({ lead, trail: bytes[0], pinyin: null });
    lead = bytes[1];
    if (unit.pinyin !== null) {
      slots.push({ lead, trail: null, pinyin: unit.pinyin });
      return pick(units, start, index + 1, slots, known);
    }
  }
  return null;
}

/** The likeliest characters for the slots, by a beam over all that their bytes and readings allow. */
function pick(units: readonly Unit[], from: number, to: number, slots: readonly Slot[], known: Known): Restored {
  const before = toSimplified(units[from - 1]?.character ?? "\n");
  const after = toSimplified(units[to]?.character ?? "\n");
  let paths: Path[] = [{ score: 0, characters: [] }];
  for (const slot of slots) {
    const next = paths.flatMap((path, rank) => extend(path, slot, before, known, rank < gapPaths));
    paths = best(next, beam);
  }
  const ranked = paths
    .map((path) => ({
      ...path,
      score: path.score + known.likelihood(path.characters.at(-1) ?? before, after) - (isOpen(path.characters) ? openCost : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const winner = ranked[0];
  if (winner === undefined) return { from, to, characters: unitsAsUncertain(units, from, to) };
  const rivals = ranked.slice(1).filter((path) => path.score > winner.score - margin);
  const characters = winner.characters.map((character, index) => ({
    character,
    sure: rivals.every((rival) => rival.characters.length === winner.characters.length && rival.characters[index] === character),
  }));
  return { from, to, characters };
}

function extend(path: Path, slot: Slot, before: string, known: Known, withGaps: boolean): Path[] {
  const table = gbkTable();
  const add = (base: Path, character: string, cost: number): Path => ({
    score: base.score - cost + known.likelihood(base.characters.at(-1) ?? before, character),
    characters: [...base.characters, character],
  });
  const whole = candidates(slot, known).map((character) => add(path, simple(character), 0));
  if (slot.lead === null || slot.trail === null || !withGaps) return whole;
  // A pair that no character has was dropped by the decoder: two more bytes stand between lead and trail.
  const oneGap: Path[] = [];
  const twoGaps: Path[] = [];
  for (let gapLead = 0x81; gapLead <= 0xfe; gapLead++) {
    const gapTrails = table.unusedTrails(gapLead);
    const first = gapTrails.length === 0 ? null : table.character(slot.lead, gapLead);
    if (first === null) continue;
    const withFirst = add(path, simple(first), gapCost);
    if (withFirst.score < path.score - hopeless) continue;
    for (const gapTrail of gapTrails) {
      const second = table.character(gapTrail, slot.trail);
      if (second !== null && allows(slot, second, known)) oneGap.push(add(withFirst, simple(second), 0));
      for (let middleTrail = 0xa1; middleTrail <= 0xfe; middleTrail++) {
        const moreGaps = table.unusedTrails(middleTrail);
        const middle = moreGaps.length === 0 ? null : table.character(gapTrail, middleTrail);
        if (middle === null) continue;
        const withMiddle = add(withFirst, simple(middle), gapCost);
        if (withMiddle.score < withFirst.score - hopeless) continue;
        for (const last of moreGaps) {
          const third = table.character(last, slot.trail);
          if (third !== null && allows(slot, third, known)) twoGaps.push(add(withMiddle, simple(third), 0));
        }
      }
    }
  }
  return [...whole, ...best(oneGap, beam / 4), ...best(twoGaps, beam / 4)];
}

function candidates(slot: Slot, known: Known): string[] {
  const table = gbkTable();
  if (slot.lead !== null && slot.trail !== null) {
    const character = table.character(slot.lead, slot.trail);
    return character === null || !allows(slot, character, known) ? [] : [character];
  }
  const readings = slot.pinyin === null ? undefined : known.readings.get(slot.pinyin);
  if (readings) {
    const fitting = [...readings].filter((character) => fits(slot, table.bytesOf(character)));
    if (fitting.length > 0) return fitting;
  }
  if (slot.lead === null && slot.trail === null) return [];
  const found: string[] = [];
  for (let free = 0x40; free <= 0xfe; free++) {
    const character = slot.lead === null ? table.character(free, slot.trail ?? 0) : table.character(slot.lead, free);
    if (character !== null) found.push(character);
  }
  return found;
}

function fits(slot: Slot, bytes: readonly [number, number] | null): boolean {
  return bytes !== null && (slot.lead === null || slot.lead === bytes[0]) && (slot.trail === null || slot.trail === bytes[1]);
}

/** A character contradicts a reading only when the reading is known from elsewhere in the text. */
function allows(slot: Slot, character: string, known: Known): boolean {
  const readings = slot.pinyin === null ? undefined : known.readings.get(slot.pinyin);
  return readings === undefined || readings.has(character);
}

function isOpen(characters: readonly string[]): boolean {
  return characters.lastIndexOf("（") > characters.lastIndexOf("）");
}

const simplifiedOnce = new Map<string, string>();

/** The simplified character; asked for the same few thousand again and again. */
function simple(character: string): string {
  const cached = simplifiedOnce.get(character);
  if (cached !== undefined) return cached;
  const converted = toSimplified(character);
  simplifiedOnce.set(character, converted);
  return converted;
}

function best(paths: readonly Path[], count: number): Path[] {
  return [...paths].sort((a, b) => b.score - a.score).slice(0, count);
}

function unitsAsUncertain(units: readonly Unit[], from: number, to: number): { character: string; sure: boolean }[] {
  return units.slice(from, to).map(({ character }) => ({ character, sure: false }));
}
