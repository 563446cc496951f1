import type { Place } from "../domain/place.js";
import type { PlainDate } from "../domain/plain-date.js";
import type { CitedArticleName } from "../knowledge/flows/index.js";
import type { Hit, Retrieval } from "../retrieval/index.js";
import { numbersIn } from "../text/numerals.js";

/** For which place and day a flow is gone through. */
export type Where = { readonly place: Place; readonly asOf: PlainDate };

/** What a flow looks up among the published texts. */
export type PublishedTexts = Pick<Retrieval, "article" | "naming" | "generation" | "likeness">;

/**
 * The published words behind an article: its own, where the law is published, else a passage of ours that names it as what it rests on.
 * @param holding a number that the passage should hold, when several name the article
 * @returns null when nothing published stands behind it
 */
export function sourceOf(
  { document, article }: CitedArticleName,
  texts: Pick<PublishedTexts, "article" | "naming">,
  where: Where,
  holding: readonly number[] = [],
): Hit | null {
  const itself = texts.article(document, article, where);
  if (itself !== null) return itself;
  const naming = texts.naming(document, article, where);
  const held = (hit: Hit) => holding.filter((value) => holdsNumber(hit.chunk.text, value)).length;
  return naming.toSorted((a, b) => held(b) - held(a))[0] ?? null;
}

/** Whether a number stands in a text by value, also as 30% where it is 0.3. */
export function holdsNumber(text: string, value: number): boolean {
  return numbersIn(text).some((found) => found.value === value || (found.unit === "%" && Math.abs(found.value - value * 100) < 1e-9));
}
