import type { Flow, RefusedFlow } from "../knowledge/flows/index.js";
import { holdsNumber, type PublishedTexts, sourceOf, type Where } from "./sources.js";

/**
 * What a flow says that nothing published bears out on the day: an article that is not there or not in force, a number that does not
 * stand in the words behind it, a guide that is not published. Empty when the flow may be offered.
 */
export function complaintsOfPublished(flow: Flow, texts: Pick<PublishedTexts, "article" | "naming">, where: Where): readonly RefusedFlow[] {
  const refuse = (path: readonly (string | number)[], what: string): RefusedFlow => ({ file: flow.file, line: flow.lineOf(path), what });
  const ofOutcomes = Object.entries(flow.outcomes).flatMap(([name, { cites }]) =>
    cites.flatMap((cited, index) =>
      sourceOf(cited, texts, where) === null
        ? [refuse(["outcomes", name, "cites", index], `nothing published and in force on ${where.asOf} has or names ${named(cited)}`)]
        : [],
    ),
  );
  const ofParameters = Object.entries(flow.parameters).flatMap(([name, { values }]) => {
    const index = values.findLastIndex(({ from }) => from <= where.asOf);
    const value = values[index];
    if (value === undefined) return [];
    const path = ["parameters", name, "values", index];
    const source = sourceOf(value, texts, where, [value.value]);
    if (source === null) return [refuse(path, `nothing published and in force on ${where.asOf} has or names ${named(value)}`)];
    if (holdsNumber(source.chunk.text, value.value)) return [];
    return [refuse([...path, "value"], `${value.value} does not stand in 《${source.version.title}》, the words behind ${named(value)}`)];
  });
  return [...ofOutcomes, ...ofParameters];
}

function named({ document, article }: { readonly document: string; readonly article: string }): string {
  return `《${document}》${article}`;
}
