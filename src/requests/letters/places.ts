import { type LetterElement, letterElementNames, letterElements } from "../../domain/letter.js";
import { chineseDate, isPlainDate, type PlainDate } from "../../domain/plain-date.js";
import type { Letters } from "../../knowledge/letters.js";
import type { Office } from "../../knowledge/office.js";
import { cleanText } from "./clean-text.js";
import { isDateElement, type LetterFacts } from "./facts.js";

/** What a place in braces is filled with: words, or a list with a line each. */
export type Filling = string | readonly string[];
export type Fillings = ReadonlyMap<string, Filling>;

/** Chinese words for what an element's places are filled with; null when the element is missing, blank, or an empty list. */
function fillingsOf(element: LetterElement, facts: LetterFacts, letters: Letters, letterCode: string): readonly Filling[] | null {
  if (element === "sequence") {
    const { sequence, signedOn } = facts;
    return sequence === undefined || signedOn === undefined ? null : [letterNumber(letterCode, signedOn, sequence)];
  }
  if (element === "ground") {
    const ground = facts.ground && letters.grounds[facts.ground];
    return ground ? [ground.article, ground.says] : null;
  }
  if (element === "responsibleOrgan") {
    const organ = [cleanText(facts.responsibleOrgan?.name ?? ""), cleanText(facts.responsibleOrgan?.contact ?? "")];
    return organ.includes("") ? null : organ;
  }
  const value = facts[element];
  if (value === undefined) return null;
  if (typeof value !== "string") {
    const lines = value.map(cleanText).filter((line) => line !== "");
    return lines.length === 0 ? null : [lines];
  }
  if (isDateElement(element)) return isPlainDate(value) ? [chineseDate(value)] : null;
  const words = cleanText(value);
  return words === "" ? null : [words];
}

/** 文号, as 党政机关公文格式 GB/T 9704 writes it: code, the year of signing in 〔〕, and the number without leading noughts. */
export function letterNumber(letterCode: string, signedOn: PlainDate, sequence: number): string {
  return `${letterCode}〔${signedOn.slice(0, 4)}〕${sequence}号`;
}

/** The fillings of every element that the facts hold, by place. */
export function placesOfFacts(facts: LetterFacts, letters: Letters, office: Office): Fillings {
  const places = new Map<string, Filling>();
  for (const element of letterElementNames) {
    const fillings = fillingsOf(element, facts, letters, office.letterCode);
    for (const [index, filling] of (fillings ?? []).entries()) places.set(letterElements[element][index] ?? "", filling);
  }
  return places;
}

/** The fillings that every letter has: the office's own words, and how the addressee is spoken to. */
export function placesOfOffice(facts: LetterFacts, office: Office): Readonly<Record<string, string>> {
  return {
    officeName: office.name,
    unitName: office.disclosureUnit.name,
    unitAddress: office.disclosureUnit.address,
    unitTelephone: office.disclosureUnit.telephone,
    hours: office.hours,
    you: facts.addresseeKind === "organisation" ? "贵单位" : "您",
    reviewOrgan: office.reviewOrgan.name,
    reviewOrganAddress: office.reviewOrgan.address,
    court: office.court.name,
    courtAddress: office.court.address,
  };
}

/** True when the facts fill every place of the element. */
export function holdsElement(places: Fillings, element: LetterElement): boolean {
  return letterElements[element].every((place) => places.has(place));
}
