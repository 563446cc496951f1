import type { Citation } from "../../domain/reply.js";
import { numbersIn } from "../../text/numerals.js";

export type GuardFinding = {
  readonly rule: "quote_not_verbatim" | "number_without_source" | "no_citation" | "too_long" | "too_many_citations";
  readonly detail: string;
};

/** A sum that a text shows: the numbers of its line need no other source, save those that it takes from a rule that no quote holds. */
export type Computed = { readonly sum: string; readonly unsourced: readonly number[] };

const withoutSpace = (text: string) => text.replace(/\s+/g, "");

/**
 * Holds an answer against its promise: every quote verbatim in its document up to white space, every number, date and amount of the text
 * in the quotes by value, save what the resident wrote and the office's own numbers; one to five citations; at most 1,000 characters.
 * @param documentText the text of a cited passage's document, or null when it is gone
 * @param ownNumbers texts whose numbers need no source: the resident's message, the office's telephones and hours
 * @param computed sums: a computed number may stand in the text when the sum that it comes from does
 * @returns what is wrong, empty when the answer may be sent
 */
export function guardReply(
  text: string,
  citations: readonly Citation[],
  documentText: (citation: Citation) => string | null,
  ownNumbers: readonly string[],
  sourcesHeading: string,
  computed: readonly Computed[] = [],
): readonly GuardFinding[] {
  const findings: GuardFinding[] = [];
  if (citations.length === 0) findings.push({ rule: "no_citation", detail: "" });
  if (citations.length > 5) findings.push({ rule: "too_many_citations", detail: String(citations.length) });
  for (const citation of citations) {
    const source = documentText(citation);
    if (source === null || !standsIn(source, citation.quote)) {
      findings.push({ rule: "quote_not_verbatim", detail: citation.document });
    }
  }
  const known = new Set<number>();
  for (const source of [...citations.map((citation) => citation.quote), ...ownNumbers])
    for (const { value } of numbersIn(source)) known.add(value);
  for (const { sum, unsourced } of computed)
    if (text.includes(sum)) for (const { value } of numbersIn(sum)) if (!unsourced.includes(value)) known.add(value);
  for (const found of numbersIn(bodyOf(text, sourcesHeading))) {
    if (!known.has(found.value)) findings.push({ rule: "number_without_source", detail: found.text });
  }
  const longestQuote = Math.max(0, ...citations.map((citation) => citation.quote.length));
  if (text.length > 1000 && longestQuote <= 1000) findings.push({ rule: "too_long", detail: String(text.length) });
  return findings;
}

function standsIn(source: string, quote: string): boolean {
  return source.includes(quote) || withoutSpace(source).includes(withoutSpace(quote));
}

/** The text without its list of sources and without the marks [1]. */
function bodyOf(text: string, sourcesHeading: string): string {
  const end = text.lastIndexOf(`\n${sourcesHeading}\n`);
  return (end < 0 ? text : text.slice(0, end)).replace(/\[\d+\]/g, "");
}
