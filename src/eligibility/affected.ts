import { type Flow, usesOfExpression } from "../knowledge/flows/index.js";
import { titleKey } from "../text/title-key.js";

/** Where a flow rests on an article. */
export type RestsOn = {
  readonly flow: string;
  readonly file: string;
  readonly line: number;
  /** The outcome, or the parameter with the values that are computed from it. */
  readonly what: string;
  readonly article: string;
};

/** Where flows rest on an article, or with null on any article of a document. Titles are compared as `titleKey` does. */
export function placesOfArticle(flows: readonly Flow[], document: string, article: string | null): readonly RestsOn[] {
  const key = titleKey(document);
  const fits = (cited: { readonly document: string; readonly article: string }) =>
    titleKey(cited.document) === key && (article === null || cited.article === article);
  return flows.flatMap((flow) => {
    const place = (path: readonly (string | number)[], what: string, cited: { readonly article: string }): RestsOn => ({
      flow: flow.id,
      file: flow.file,
      line: flow.lineOf(path),
      what,
      article: cited.article,
    });
    const parameters = Object.entries(flow.parameters).flatMap(([name, { values }]) =>
      values.flatMap((value, index) =>
        fits(value) ? [place(["parameters", name, "values", index], `parameter ${name}${computedFrom(name, flow)}`, value)] : [],
      ),
    );
    const outcomes = Object.entries(flow.outcomes).flatMap(([name, { cites }]) =>
      cites.flatMap((cited, index) => (fits(cited) ? [place(["outcomes", name, "cites", index], `outcome ${name}`, cited)] : [])),
    );
    return [...parameters, ...outcomes];
  });
}

function computedFrom(parameter: string, { values }: Flow): string {
  const names = Object.entries(values).flatMap(([name, { is }]) =>
    usesOfExpression(is, []).some((use) => use.kind === "parameter" && use.name === parameter) ? [name] : [],
  );
  return names.length === 0 ? "" : ` (in ${names.join(", ")})`;
}
