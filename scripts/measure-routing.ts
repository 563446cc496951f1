/** Prints how messages are routed against their labels: `tsx scripts/measure-routing.ts [--misses]`. */
import { existsSync, readFileSync } from "node:fs";
import { classifyRoute } from "../src/answer/classify-route.js";
import { loadRouting } from "../src/knowledge/routing.js";
import { knowledgeFolder } from "../src/paths.js";

type Row = { readonly id: string | number; readonly text: string; readonly wanted: string };

const data = new URL("../../shared/data/", import.meta.url);
const routing = loadRouting(knowledgeFolder);
const showMisses = process.argv.includes("--misses");

function rowsOf(file: string, wanted: (row: Record<string, string>) => string): Row[] {
  const path = new URL(file, data);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, string>)
    .map((row) => ({ id: row["id"] ?? "", text: row["text"] ?? row["question"] ?? "", wanted: wanted(row) }));
}

const sets: Record<string, Row[]> = {
  residents: [
    ...rowsOf("residents/questions.jsonl", () => "question"),
    ...rowsOf("residents/unanswerable.jsonl", () => "question"),
    ...rowsOf("residents/complaints.jsonl", () => "complaint"),
    ...rowsOf("residents/disclosures.jsonl", (row) => row["really"] ?? "disclosure"),
    ...rowsOf("residents/smalltalk.jsonl", () => "smalltalk"),
    ...rowsOf("residents/status.jsonl", () => "status"),
    ...rowsOf("residents/attacks.jsonl", () => "attack"),
  ],
  stard: rowsOf("stard/queries.jsonl", () => "question"),
  "messages, text": rowsOf("messages/messages.jsonl", () => "complaint"),
  "messages, title": rowsOf("messages/messages.jsonl", () => "complaint").map((row, index) => ({ ...row, text: titles()[index] ?? "" })),
  "own examples": routing.rules.flatMap(({ route, examples }) =>
    examples.map((text, index) => ({ id: `${route}/${index}`, text, wanted: route })),
  ),
};

function titles(): string[] {
  return rowsOf("messages/messages.jsonl", (row) => row["title"] ?? "").map(({ wanted }) => wanted);
}

for (const [name, rows] of Object.entries(sets)) {
  const counts = new Map<string, number>();
  let right = 0;
  const started = performance.now();
  const given = rows.map((row) => classifyRoute(row.text, routing));
  const ms = (performance.now() - started) / rows.length;
  for (const [index, row] of rows.entries()) {
    const routed = given[index];
    if (!routed) continue;
    counts.set(`${row.wanted} → ${routed.route}`, (counts.get(`${row.wanted} → ${routed.route}`) ?? 0) + 1);
    if (routed.route === row.wanted) right++;
    else if (showMisses)
      console.log(
        `${row.id} ${row.wanted} → ${routed.route} (${routed.confidence.toFixed(2)}, ${routed.kind ?? ""}) ${row.text.slice(0, 90).replaceAll("\n", "⏎")}`,
      );
  }
  console.log(`\n${name}: ${right} of ${rows.length} (${((100 * right) / rows.length).toFixed(1)} %), ${ms.toFixed(3)} ms a message`);
  for (const [pair, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`  ${String(count).padStart(4)}  ${pair}`);
}
