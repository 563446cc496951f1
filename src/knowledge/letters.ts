import { readdirSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type RefusalGround, refusalGrounds } from "../domain/disclosure-outcome.js";
import { ZhengwenError } from "../domain/errors.js";
import {
  type CitedArticle,
  disclosureLaw,
  frameElements,
  type LetterElement,
  type LetterKind,
  letterElementNames,
  letterElements,
  letterKinds,
  shortLimit,
} from "../domain/letter.js";
import { fillIn, placesIn } from "../text/fill.js";
import { readKnowledge } from "./read.js";

/** Places that every template may use: the office's, and how the addressee is spoken to. */
export const officePlaces = ["officeName", "unitName", "unitAddress", "unitTelephone", "hours", "you"] as const;
const remedyPlaces = ["reviewOrgan", "reviewOrganAddress", "court", "courtAddress", "you"] as const;

/** What a short reply is left without what is filled in, so that there is room for it. */
const shortFrame = 140;

const article: z.ZodType<CitedArticle> = z.strictObject({
  law: z.string().min(1).default(disclosureLaw),
  article: z.string().min(1),
  says: z.string().min(1),
});
const element = z.enum(letterElementNames);
const wordings = z.array(z.string().min(1)).min(1);
const remedyIds = ["review_first", "review_or_suit"] as const;

const templateSchema = z.strictObject({
  kind: z.enum(letterKinds),
  title: z.string().min(1),
  addressee: z.string().min(1),
  remedies: z.enum([...remedyIds, "by_ground", "none"]),
  articles: z.array(article).min(1),
  requires: z.array(z.union([element.transform((one) => [one]), z.array(element).min(2)])).min(1),
  allows: z.array(element).default([]),
  paragraphs: wordings,
  short: wordings,
});
const groundSchema = z.strictObject({ article: z.string().min(1), says: z.string().min(1), remedies: z.enum([...remedyIds, "by_office"]) });
const remedySchema = z.strictObject({ articles: z.array(article).min(1), paragraphs: wordings });
const groundsSchema = z.record(z.enum(refusalGrounds), groundSchema);
const remediesSchema = z.record(z.enum(remedyIds), remedySchema);
const elementsSchema = z.record(element, z.string().min(1));

/**
 * A letter's template. `requires` has its elements, each with those that may stand in its place; `allows` what it can do without.
 * A paragraph, or a sentence of `short`, that names an element which is not given is left out.
 */
export type LetterTemplate = z.infer<typeof templateSchema>;
export type RemedyId = (typeof remedyIds)[number];

export type Letters = {
  readonly templates: Readonly<Record<LetterKind, LetterTemplate>>;
  /** Why information is withheld: the article of 政府信息公开条例 and what it says. */
  readonly grounds: Readonly<Record<RefusalGround, z.infer<typeof groundSchema>>>;
  readonly remedies: Readonly<Record<RemedyId, z.infer<typeof remedySchema>>>;
  /** Each element in Chinese. */
  readonly elements: Readonly<Record<LetterElement, string>>;
};

const shared = ["grounds.yml", "remedies.yml", "elements.yml"];

/**
 * Reads `letters/`: a template for each kind of letter, with grounds, remedies and the elements' names.
 * @throws ZhengwenError `knowledge_invalid` naming the file and what is wrong: a kind without a letter, an unknown place in braces,
 * an element required and never used, a short reply without room.
 */
export function loadLetters(folder: string): Letters {
  const inside = join(folder, "letters");
  const files = new Set(readdirSync(inside).filter((file) => file.endsWith(".yml") && !shared.includes(file)));
  const templates = letterKinds.map((kind) => {
    if (!files.delete(`${kind}.yml`)) throw invalid(inside, `${kind}.yml`, "there is no letter of this kind");
    return [kind, loadTemplate(inside, kind)] as const;
  });
  for (const file of files) throw invalid(inside, file, "no letter is of this kind");
  const remedies = readKnowledge(inside, "remedies.yml", remediesSchema);
  for (const { paragraphs } of Object.values(remedies)) holdPlaces(paragraphs, remedyPlaces, inside, "remedies.yml");
  return {
    templates: Object.fromEntries(templates) as Record<LetterKind, LetterTemplate>,
    grounds: readKnowledge(inside, "grounds.yml", groundsSchema),
    remedies,
    elements: readKnowledge(inside, "elements.yml", elementsSchema),
  };
}

function loadTemplate(folder: string, kind: LetterKind): LetterTemplate {
  const file = `${kind}.yml`;
  const template = readKnowledge(folder, file, templateSchema);
  const { requires, allows, paragraphs, short, addressee } = template;
  if (template.kind !== kind) throw invalid(folder, file, `the kind is ${template.kind}, not the file's name`);
  const required: readonly LetterElement[] = requires.flat();
  const used = placesIn([addressee, ...paragraphs, ...short].join("\n"));
  for (const one of [...required, ...allows]) {
    if (!letterElements[one].some((place) => used.includes(place))) throw invalid(folder, file, `the element ${one} is never used`);
  }
  holdPlaces([addressee, ...paragraphs], placesOf([...frameElements, ...required, ...allows]), folder, file);
  holdPlaces(short, placesOf([...frameElements, ...required]), folder, file);
  if (required.includes("ground") !== (template.remedies === "by_ground"))
    throw invalid(folder, file, "remedies by_ground and the element ground belong together");
  const frame = [...fillIn(short.join(""), {})].length;
  if (frame > shortFrame)
    throw invalid(
      folder,
      file,
      `the short reply has ${frame} characters of ${shortLimit} before anything is filled in; at most ${shortFrame}`,
    );
  return template;
}

function placesOf(elements: readonly LetterElement[]): readonly string[] {
  return [...officePlaces, ...elements.flatMap((one) => letterElements[one] as readonly string[])];
}

function holdPlaces(texts: readonly string[], known: readonly string[], folder: string, file: string): void {
  for (const text of texts) {
    // whatever stands in braces, also what fill.ts would not read as a place
    for (const [whole, place = ""] of text.matchAll(/\{([^{}]*)\}?|\}/g))
      if (!known.includes(place) || whole !== `{${place}}`) throw invalid(folder, file, `unknown place ${whole}`);
  }
}

function invalid(folder: string, file: string, what: string): ZhengwenError {
  return new ZhengwenError("knowledge_invalid", `${join(folder, file)}: ${what}`);
}
