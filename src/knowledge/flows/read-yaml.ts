import { readFileSync } from "node:fs";
import { isCollection, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { RefusedFlow, YamlPath } from "./flow.js";

/** A YAML file that fits its schema, with the lines on which its parts stand; or what is wrong with it. */
export type ReadYaml<T> =
  | { readonly kind: "read"; readonly data: T; readonly lineOf: (path: YamlPath) => number }
  | { readonly kind: "refused"; readonly refused: readonly RefusedFlow[] };

/** Reads a file and holds it against its schema; every complaint has its line. */
export function readYaml<T>(path: string, file: string, schema: z.ZodType<T>): ReadYaml<T> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, "utf8"), { lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const what = error.message.split("\n")[0] ?? error.code;
    return { kind: "refused", refused: [{ file, line: error.linePos?.[0].line ?? 1, what }] };
  }
  const lineOf = (at: YamlPath): number => {
    // what is missing has no line of its own: that which lacks it has
    for (let length = at.length; length >= 0; length--) {
      const start = startOf(document, at.slice(0, length));
      if (start !== null) return lines.linePos(start).line;
    }
    return 1;
  };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { kind: "read", data: parsed.data, lineOf };
  const refused = parsed.error.issues.map((issue) => {
    const { path: at, message } = deepest(issue as Issue);
    const named = at.length === 0 ? "" : `${at.join(".")}: `;
    return { file, line: lineOf(at), what: `${named}${message}` };
  });
  return { kind: "refused", refused };
}

/** Where the key stands, for a part of a map; else where the part itself does. */
function startOf(document: ReturnType<typeof parseDocument>, path: YamlPath): number | null {
  const key = path.at(-1);
  const holder = path.length <= 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (path.length === 0) return 0;
  if (typeof key === "string" && isCollection(holder)) {
    for (const pair of holder.items) {
      const written = (pair as { key?: unknown }).key;
      if (isNode(written) && String(written) === key) return written.range?.[0] ?? null;
    }
    return null;
  }
  const node = document.getIn(path, true);
  return isNode(node) ? (node.range?.[0] ?? null) : null;
}

type Issue = {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
};

/** Of the forms that did not fit, the complaint of the one that came furthest: there the mistake is. */
function deepest(issue: Issue): { readonly path: YamlPath; readonly message: string } {
  const inner = (issue.errors ?? []).flatMap((form) => (form.length === 1 ? form : [])).map(deepest);
  const best = inner.toSorted((a, b) => b.path.length - a.path.length)[0];
  return best && best.path.length > 0
    ? { path: [...issue.path, ...best.path], message: best.message }
    : { path: [...issue.path, ...(issue.keys ?? []).slice(0, 1)], message: issue.message };
}
