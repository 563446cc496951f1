/** Prints precision and recall of masking on labelled rows: `tsx scripts/measure-mask.ts [rows.jsonl]`. */
import { readFileSync } from "node:fs";
import { maskPersonalData } from "../src/text/mask.js";

type Row = { readonly id: string; readonly text: string; readonly spans: readonly { readonly type: string; readonly text: string }[] };

const path = process.argv[2] ?? "../shared/data/residents/pii.jsonl";
const rows = readFileSync(path, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Row);

let right = 0;
let found = 0;
let wanted = 0;
const started = performance.now();
const results = rows.map((row) => ({ row, spans: maskPersonalData(row.text).spans }));
const ms = performance.now() - started;
for (const { row, spans } of results) {
  const missing = row.spans.filter((want) => !spans.some((span) => span.type === want.type && span.text === want.text));
  const extra = spans.filter((span) => !row.spans.some((want) => span.type === want.type && span.text === want.text));
  found += spans.length;
  wanted += row.spans.length;
  right += spans.length - extra.length;
  for (const { type, text } of missing) console.log(`${row.id} missing ${type}: ${text}`);
  for (const { type, text } of extra) console.log(`${row.id} extra ${type}: ${text}`);
}
console.log(
  `${rows.length} rows: precision ${(right / found).toFixed(3)}, recall ${(right / wanted).toFixed(3)}, ${(ms / rows.length).toFixed(3)} ms a row`,
);
