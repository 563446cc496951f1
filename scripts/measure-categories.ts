/** Prints how often the category words decide rightly on the development rows: `npx tsx scripts/measure-categories.ts [--misses]`. */
import { readFileSync } from "node:fs";
import { loadCategories } from "../src/knowledge/categories.js";
import { knowledgeFolder } from "../src/paths.js";
import { openClassifier } from "../src/requests/classify.js";

type Level = { level1: string; level2: string };
type Complaint = { id: string; text: string; category: Level; category_alt?: Level[]; urgent: boolean };
type Message = { id: string; title: string; text: string; category: string };

const data = process.env["ZHENGWEN_DATA"] ?? new URL("../../shared/data/", import.meta.url).pathname;
const rows = <T>(path: string) =>
  readFileSync(`${data}/${path}`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
const showMisses = process.argv.includes("--misses");
const categories = loadCategories(knowledgeFolder);
const classify = openClassifier(categories);
const percent = (hits: number, all: number) => `${hits}/${all} = ${((100 * hits) / all).toFixed(1)} %`;
const named = (one: Level | null | undefined) => (one ? `${one.level1}/${one.level2}` : "-");

const complaints = rows<Complaint>("residents/complaints.jsonl");
const tally = { level1: 0, level1Exact: 0, level2: 0, level2Exact: 0, first3: 0, urgent: 0, missed: 0, falseAlarms: 0 };
for (const { id, text, category, category_alt = [], urgent } of complaints) {
  const found = classify(text);
  const got = found.category ?? categories.fallback;
  const right = [category, ...category_alt];
  const ok1 = right.some(({ level1 }) => level1 === got.level1);
  const ok2 = right.some((one) => named(one) === named(got));
  tally.level1 += Number(ok1);
  tally.level2 += Number(ok2);
  tally.level1Exact += Number(category.level1 === got.level1);
  tally.level2Exact += Number(named(category) === named(got));
  tally.first3 += Number([got, ...found.alternatives].some((one) => named(one) === named(category)));
  tally.urgent += Number(found.urgent === urgent);
  tally.missed += Number(urgent && !found.urgent);
  tally.falseAlarms += Number(!urgent && found.urgent);
  if (showMisses && (!ok2 || named(category) !== named(got) || found.urgent !== urgent)) {
    const mark = ok2 ? "alt " : ok1 ? "level2 " : "WRONG ";
    console.error(
      id,
      mark,
      named(got),
      "want",
      named(category),
      "next",
      found.alternatives.map(named).join(" "),
      found.urgent === urgent ? "" : `urgent=${found.urgent}`,
    );
  }
}
console.log(
  `complaints, category or an alternative: level 1 ${percent(tally.level1, complaints.length)}, level 2 ${percent(tally.level2, complaints.length)}`,
);
console.log(
  `complaints, the category itself: level 1 ${percent(tally.level1Exact, complaints.length)}, level 2 ${percent(tally.level2Exact, complaints.length)}`,
);
console.log(`complaints, the category among the first three: ${percent(tally.first3, complaints.length)}`);
console.log(`complaints, urgency: ${percent(tally.urgent, complaints.length)}, missed ${tally.missed}, false alarms ${tally.falseAlarms}`);

const messages = rows<Message>("messages/messages.jsonl");
for (const [what, textOf] of [
  ["title and text", ({ title, text }: Message) => `${title}。${text}`],
  ["text alone", ({ text }: Message) => text],
] as const) {
  let right = 0;
  for (const message of messages) {
    const got = classify(textOf(message)).category;
    right += Number(got?.level1 === message.category);
    if (showMisses && what === "title and text" && got?.level1 !== message.category)
      console.error(message.id, message.title.slice(0, 30), "|", named(got), "want", message.category);
  }
  console.log(`messages, ${what}: level 1 ${percent(right, messages.length)}`);
}
