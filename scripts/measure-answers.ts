import { emptyDialog } from "../src/answer/dialog.js";
import type { Place } from "../src/domain/place.js";
import type { Reply } from "../src/domain/reply.js";
import type { Services } from "../src/services.js";
import { dataFolder, residentQuestions, unanswerableQuestions } from "./measure/data.js";
import { lawHome } from "./measure/home.js";

/**
 * Prints the quality of answers on the development questions beside their floors, exit 1 below one:
 * a gold article cited, traps (superseded, another province's) cited as in force, silence on what nothing answers.
 *
 *   npm run measure [-- --worst]      MEASURE_HOME=folder keeps the index between runs
 */
const folder = dataFolder();
if (!folder) {
  process.stdout.write("the development data is not here (../shared/data): nothing measured\n");
  process.exit(0);
}
const { services } = await lawHome(`${folder}/laws`, process.env["MEASURE_HOME"]);

type Tally = { asked: number; found: number; cited: number; answered: number; trapped: number };

async function ask(services: Services, text: string, place: Place): Promise<Reply> {
  const { reply } = await services.consultation.rehearse(
    { channel: "cli", updateId: "measure", conversation: "measure", text, choice: null, place },
    null,
    emptyDialog,
  );
  return reply;
}

async function askAll(place: Place): Promise<Tally> {
  const tally: Tally = { asked: 0, found: 0, cited: 0, answered: 0, trapped: 0 };
  for (const { id, question, gold, trap } of residentQuestions(folder as string)) {
    const reply = await ask(services, question, place);
    const isGold = (path: string | null, article: string | null) => gold.some((each) => each.path === path && each.article === article);
    const cited = reply.citations.some((citation) => isGold(citation.path, citation.article));
    const trapped = reply.citations.some((citation) => citation.status === "in_force" && trap.includes(citation.path ?? ""));
    tally.asked++;
    if (cited) tally.cited++;
    if (reply.kind === "answer") tally.answered++;
    if (trapped) tally.trapped++;
    if (process.argv.includes("--worst") && !cited)
      process.stdout.write(
        `  ${id} ${reply.outcome} ${reply.confidence.toFixed(2)} ${question} → ${reply.citations.map((each) => each.document + (each.article ?? "")).join("；")}\n`,
      );
  }
  return tally;
}

const floors = { citedAtOffice: 0.35, trapped: 0, silent: 0.6 };
const failures: string[] = [];
const hold = (name: string, value: number, floor: number, isMost = false) => {
  const kept = isMost ? value <= floor : value >= floor;
  if (!kept) failures.push(name);
  process.stdout.write(`${name.padEnd(52)} ${value.toFixed(3)}   ${isMost ? "at most" : "floor"} ${floor}${kept ? "" : "   BELOW"}\n`);
};

const office = await askAll(services.officePlace);
const province = await askAll("广东省" as Place);
const unanswerable = unanswerableQuestions(folder);
let silent = 0;
for (const { text } of unanswerable) if ((await ask(services, text, services.officePlace)).kind !== "answer") silent++;
services.close();

hold("a gold article cited, asked at the office", office.cited / office.asked, floors.citedAtOffice);
process.stdout.write(`${"a gold article cited, asked for the province".padEnd(52)} ${(province.cited / province.asked).toFixed(3)}\n`);
process.stdout.write(`${"answered, asked at the office".padEnd(52)} ${(office.answered / office.asked).toFixed(3)}\n`);
hold("traps cited as in force", office.trapped + province.trapped, floors.trapped, true);
hold("silent on what nothing answers", silent / unanswerable.length, floors.silent);
process.stdout.write(failures.length === 0 ? "all floors kept\n" : `below their floors: ${failures.join(", ")}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
