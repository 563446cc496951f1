/**
 * Prints how often the classifier is right on rows that its model was not fitted on: the development rows, after which the cues were written, and
 * our own messages that nothing was written or fitted after.
 *
 *   npx tsx scripts/measure-categories.ts [--misses]
 */
import { readFileSync } from "node:fs";
import { categoryName, loadCategories } from "../src/knowledge/categories.js";
import { knowledgeFolder } from "../src/paths.js";
import { openClassifier } from "../src/requests/classify.js";
import { heldOutCategoryMessages } from "./measure/category-messages.js";

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
const named = (one: Level | null | undefined) => (one ? categoryName(one) : "-");

const complaints = rows<Complaint>("residents/complaints.jsonl");
const tally = { level1: 0, level1Exact: 0, level2: 0, level2Exact: 0, first3: 0, level1First3: 0, urgent: 0, missed: 0, falseAlarms: 0 };
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
  tally.level1First3 += Number([got, ...found.alternatives].some((one) => one.level1 === category.level1));
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
console.log(
  `complaints, among the first three: level 1 ${percent(tally.level1First3, complaints.length)}, level 1 and 2 ${percent(tally.first3, complaints.length)}`,
);
console.log(`complaints, urgency: ${percent(tally.urgent, complaints.length)}, missed ${tally.missed}, false alarms ${tally.falseAlarms}`);

const messages = rows<Message>("messages/messages.jsonl");
for (const [what, textOf] of [
  ["title and text", ({ title, text }: Message) => `${title}。${text}`],
  ["text alone", ({ text }: Message) => text],
] as const) {
  let right = 0;
  let first3 = 0;
  for (const message of messages) {
    const { category: got, alternatives } = classify(textOf(message));
    right += Number(got?.level1 === message.category);
    first3 += Number([got, ...alternatives].some((one) => one?.level1 === message.category));
    if (showMisses && what === "title and text" && got?.level1 !== message.category)
      console.error(message.id, message.title.slice(0, 30), "|", named(got), "want", message.category);
  }
  console.log(`messages, ${what}: level 1 ${percent(right, messages.length)}, among the first three ${percent(first3, messages.length)}`);
}

const heldOut = heldOutCategoryMessages();
const own = { level1: 0, level1First3: 0, level2: 0, level2First3: 0 };
for (const { text, name } of heldOut) {
  const { category: got, alternatives } = classify(text);
  const offered = [got, ...alternatives];
  const level1 = name.split("/")[0];
  own.level1 += Number(got?.level1 === level1);
  own.level1First3 += Number(offered.some((one) => one?.level1 === level1));
  own.level2 += Number(named(got) === name);
  own.level2First3 += Number(offered.some((one) => named(one) === name));
  if (showMisses && named(got) !== name) console.error(text.slice(0, 30), "|", named(got), "want", name);
}
console.log(
  `our own messages held out: level 1 ${percent(own.level1, heldOut.length)}, among the first three ${percent(own.level1First3, heldOut.length)}`,
);
console.log(
  `our own messages held out: level 1 and 2 ${percent(own.level2, heldOut.length)}, among the first three ${percent(own.level2First3, heldOut.length)}`,
);
const begun = performance.now();
const rounds = 20;
for (let round = 0; round < rounds; round++) for (const { text } of messages) classify(text);
console.log(`${((performance.now() - begun) / rounds / messages.length).toFixed(2)} ms a message`);
