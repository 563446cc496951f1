import { readFileSync } from "node:fs";
import { ZhengwenError } from "../domain/errors.js";
import { formatWeightRow, readWeightRow, type WeightRow } from "./weight-row.js";

/** A linear model as a file of lines: fields that say what it is, then a row of weights for each feature. */
export type WeightFile = {
  /** What stands once, by its name: the classes, the embedder. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** By kind of feature and its name, in the order of the file. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, WeightRow>>;
};

/** How the two kinds of lines are told apart; `classes` is the field whose length every row has. */
export type WeightLines = { readonly classes: string; readonly fields: readonly string[]; readonly rows: readonly string[] };

/**
 * Reads what `formatWeightFile` wrote.
 * @throws ZhengwenError `knowledge_invalid` naming the file and the line, or the field that is missing
 */
export function readWeightFile(path: string, { classes, fields, rows }: WeightLines): WeightFile {
  const invalid = (what: string, cause?: unknown) => new ZhengwenError("knowledge_invalid", `${path}: ${what}`, { cause });
  const found = new Map<string, readonly string[]>();
  const weights = new Map(rows.map((kind) => [kind, new Map<string, WeightRow>()]));
  for (const [index, line] of contentOf(path, invalid).split("\n").entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const [kind = "", ...rest] = line.split("\t");
    const row = weights.get(kind);
    if (row) {
      const [name = "", ...written] = rest;
      const read = readWeightRow(written, found.get(classes)?.length ?? 0);
      if (!read) throw invalid(`line ${index + 1}: not a scale and a number for each of the ${classes}`);
      row.set(name, read);
    } else if (fields.includes(kind)) found.set(kind, rest);
    else throw invalid(`line ${index + 1}: not a line of a model`);
  }
  const missing = fields.find((field) => !found.has(field)) ?? rows.find((kind) => weights.get(kind)?.size === 0);
  if (missing) throw invalid(`${missing} missing`);
  return { fields: found, rows: weights };
}

/** The file's lines, under a first one that says where it comes from. */
export function formatWeightFile({ fields, rows }: WeightFile, comment: string): string {
  return [
    `# ${comment}`,
    ...[...fields].map(([name, values]) => [name, ...values].join("\t")),
    ...[...rows].flatMap(([kind, named]) => [...named].map(([name, row]) => `${kind}\t${name}\t${formatWeightRow(row)}`)),
    "",
  ].join("\n");
}

function contentOf(path: string, invalid: (what: string, cause: unknown) => ZhengwenError): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    throw invalid("cannot be read", cause);
  }
}
