import type { DisclosureResult } from "../../domain/disclosure-outcome.js";
import { ZhengwenError } from "../../domain/errors.js";
import { type CitedArticle, disclosureLaw, frameElements, type Letter, type LetterKind, letterElements } from "../../domain/letter.js";
import type { Letters, LetterTemplate, RemedyId } from "../../knowledge/letters.js";
import type { Office } from "../../knowledge/office.js";
import { fillIn, placesIn } from "../../text/fill.js";
import type { LetterFacts } from "./facts.js";
import { type Fillings, holdsElement, placesOfFacts, placesOfOffice } from "./places.js";
import { shortReply } from "./short-reply.js";

/** The templates, and the office that signs. */
export type LetterParts = { readonly letters: Letters; readonly office: Office };

/**
 * The letter of a kind, or of how a request ended (政府信息公开条例 2019 Arts. 30–42), with the remedies that its reader has
 * (行政复议法 2023 Arts. 20, 23; 行政诉讼法 Arts. 45, 46). A result's ground goes before the facts' own.
 * @throws ZhengwenError `letter_incomplete` naming in Chinese every element that is missing
 */
export function composeLetter(what: LetterKind | DisclosureResult, given: LetterFacts, { letters, office }: LetterParts): Letter {
  const kind = typeof what === "string" ? what : what.outcome;
  const facts: LetterFacts = typeof what === "string" || what.ground === null ? given : { ...given, ground: what.ground };
  const template = letters.templates[kind];
  const known = placesOfFacts(facts, letters, office);
  holdComplete(template, known, letters);
  const places = withoutSubstitutes(template, known);
  const values = { ...placesOfOffice(facts, office), ...inline(places) };
  const isKnown = (wording: string) => placesIn(wording).every((place) => values[place] !== undefined);
  const ground = template.remedies === "by_ground" && facts.ground ? letters.grounds[facts.ground] : null;
  const remedyId = remedyOf(template, ground, office);
  const remedy = remedyId === null ? null : letters.remedies[remedyId];
  const cited = ground === null ? [] : [{ law: disclosureLaw, article: ground.article, says: ground.says }];
  return {
    kind,
    title: template.title,
    number: values["letterNumber"] ?? "",
    addressee: fillIn(template.addressee, values),
    paragraphs: template.paragraphs.filter(isKnown).flatMap((wording) => paragraphsOf(wording, places, values)),
    articles: [...template.articles, ...cited, ...(remedy?.articles ?? [])] satisfies CitedArticle[],
    remedies: (remedy?.paragraphs ?? []).map((wording) => fillIn(wording, values)),
    contact: `${office.disclosureUnit.name}，地址：${office.disclosureUnit.address}，电话：${office.disclosureUnit.telephone}，${office.hours}`,
    signature: { office: office.name, date: values["signedOn"] ?? "" },
    short: shortReply(template.short.filter(isKnown), values),
  };
}

function holdComplete(template: LetterTemplate, places: Fillings, { elements }: Letters): void {
  const needed = [...frameElements.map((element) => [element]), ...template.requires];
  const missing = needed.filter((either) => !either.some((element) => holdsElement(places, element)));
  if (missing.length === 0) return;
  const names = missing.map((either) => either.map((element) => elements[element]).join("或者"));
  throw new ZhengwenError("letter_incomplete", `${template.title}还不能出具。缺少：${names.join("、")}`);
}

/** Where one element may stand for another, the first that is known is said and the others are not. */
function withoutSubstitutes({ requires }: LetterTemplate, known: Fillings): Fillings {
  const places = new Map(known);
  for (const either of requires) {
    const first = either.find((element) => holdsElement(known, element));
    for (const element of either) if (element !== first) for (const place of letterElements[element]) places.delete(place);
  }
  return places;
}

function remedyOf(template: LetterTemplate, ground: Letters["grounds"][keyof Letters["grounds"]] | null, office: Office): RemedyId | null {
  if (template.remedies === "none") return null;
  if (template.remedies !== "by_ground") return template.remedies;
  if (ground !== null && ground.remedies !== "by_office") return ground.remedies;
  return office.thirdPartyObjectionReviewFirst ? "review_first" : "review_or_suit";
}

function inline(places: Fillings): Record<string, string> {
  return Object.fromEntries([...places].map(([place, filling]) => [place, typeof filling === "string" ? filling : filling.join("；")]));
}

/** A paragraph that is nothing but a list becomes a numbered line for each of its entries. */
function paragraphsOf(wording: string, places: Fillings, values: Readonly<Record<string, string>>): readonly string[] {
  const filling = places.get(/^\{(\w+)\}$/.exec(wording)?.[1] ?? "");
  if (filling === undefined || typeof filling === "string") return [fillIn(wording, values)];
  const last = filling.length - 1;
  if (last === 0) return [`${filling[0]}。`];
  return filling.map((line, index) => `${index + 1}．${line}${index === last ? "。" : "；"}`);
}
