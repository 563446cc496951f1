import { rmSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { emptyDialog } from "../src/answer/dialog.js";
import { importPath } from "../src/corpus/ingest.js";
import { systemClock } from "../src/domain/clock.js";
import { openServices } from "../src/services.js";
import { dataFolder, layQuestions, residentQuestions } from "./measure/data.js";
import { lawHome } from "./measure/home.js";

/**
 * Speed over the law collection: import, second import, reindex, asking, cold start, memory; each beside its limit, exit 1 above one.
 *
 *   npm run bench
 */
const folder = dataFolder();
if (!folder) {
  process.stdout.write("the law collection is not here (../shared/data/laws): nothing measured\n");
  process.exit(0);
}
const laws = `${folder}/laws`;
const failures: string[] = [];
const hold = (name: string, value: number, most: number, unit: string, more = "") => {
  if (value > most) failures.push(name);
  process.stdout.write(
    `${name.padEnd(34)} ${value.toFixed(value < 100 ? 1 : 0).padStart(8)} ${unit.padEnd(3)} at most ${most} ${unit}${more ? `   ${more}` : ""}${value > most ? "   ABOVE" : ""}\n`,
  );
};

const first = await lawHome(laws);
const documents = first.imported.added;
const chunks = (first.services.store.sqlite.prepare("SELECT count(*) AS n FROM chunks").get() as { n: number }).n;
const articles = (
  first.services.store.sqlite
    .prepare("SELECT count(*) AS n FROM (SELECT DISTINCT version_id, article FROM chunks WHERE article IS NOT NULL)")
    .get() as { n: number }
).n;
process.stdout.write(`${documents} documents, ${articles} articles, ${chunks} passages\n`);
hold("import", first.importMs / 1000, 60, "s", `${Math.round(documents / (first.importMs / 1000))} documents a second`);
hold("reindex", first.reindexMs / 1000, 60, "s", `${Math.round(documents / (first.reindexMs / 1000))} documents a second`);

const { services, home } = first;
const again = performance.now();
const counts = await importPath(
  {
    store: services.store,
    gazetteer: services.knowledge.places,
    guideElements: services.knowledge.guideElements,
    officePlace: services.officePlace,
    clock: systemClock,
  },
  laws,
  { dryRun: false, publishedBy: "bench" },
);
hold(
  "second import",
  (performance.now() - again) / 1000,
  10,
  "s",
  `${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.removed} removed`,
);

const questions = [...residentQuestions(folder).map((each) => each.question), ...layQuestions(folder).map((each) => each.question)];
const message = (text: string, index: number) => ({
  channel: "cli" as const,
  updateId: `bench-${index}`,
  conversation: `bench-${index}`,
  text,
  choice: null,
  place: services.officePlace,
});
for (const [index, text] of questions.slice(0, 50).entries()) await services.consultation.rehearse(message(text, index), null, emptyDialog);
const times: number[] = [];
for (const [index, text] of questions.entries()) {
  const begun = performance.now();
  await services.deliver(message(text, index), null);
  times.push(performance.now() - begun);
}
times.sort((a, b) => a - b);
const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
hold("ask, written to disk, p50", quantile(0.5), 15, "ms", `${questions.length} questions`);
hold("ask, written to disk, p99", quantile(0.99), 60, "ms");
services.close();

await pause(50);
const cold = performance.now();
const reopened = await openServices(services.config);
hold("cold start with that index", (performance.now() - cold) / 1000, 3, "s");
reopened.close();
hold("peak memory", process.resourceUsage().maxRSS / 1024, 700, "MB", "import, reindex and asking in one process");
rmSync(home, { recursive: true, force: true });
process.stdout.write(failures.length === 0 ? "all limits kept\n" : `above their limits: ${failures.join(", ")}\n`);
process.exitCode = failures.length === 0 ? 0 : 1;
