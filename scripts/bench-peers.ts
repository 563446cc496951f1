import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { progressBar } from "../src/cli/progress.js";
import { readConfig } from "../src/config.js";
import { importPath } from "../src/corpus/ingest.js";
import { systemClock } from "../src/domain/clock.js";
import type { Place } from "../src/domain/place.js";
import { dateNumber, dayInShanghai, type PlainDate } from "../src/domain/plain-date.js";
import { openArchive } from "../src/services.js";
import { dataFolder } from "./measure/data.js";
import { inChild } from "./measure/in-child.js";
import { cacheFolder } from "./measure/kept-vectors.js";
import { machine } from "./measure/machine.js";
import { record } from "./measure/record.js";
import { peers } from "./peers/all.js";
import { entriesOf, versionsInForce } from "./peers/entries.js";
import { plotOf } from "./peers/plot-of.js";
import { type Built, type Measured, peerReport, type Served, type Unseen } from "./peers/report.js";
import { unseenQuality } from "./peers/unseen.js";

/**
 * Asks the development questions of Zhengwen's retrieval and of what a user could pick instead: quality, speed, index time, memory. Writes
 * docs/benchmarks.md and docs/benchmarks/quality-latency.svg.
 *
 *   npm run bench:peers                          all questions, all peers; about ten minutes
 *   npm run bench:peers -- --questions 100       only so many, evenly chosen; nothing is written
 *   npm run bench:peers -- --peer zhengwen fts5  only these; nothing is written
 *
 * Zhengwen's word vectors and ranker were fitted to these very questions. Where the vectors of the folds are at hand (made by
 * `npm run distill-embedder -- --folds FOLDER`), its quality is also measured on folds that it had not seen: that is what compares.
 *
 * MEASURE_HOME=FOLDER keeps the home with all laws between runs.
 */
const options = new Command("bench:peers")
  .option("--questions <number>", "ask only so many")
  .option("--peer <names...>", "only these", Object.keys(peers))
  .option("--folds <folder>", "vectors that saw all but a fold", join(cacheFolder, "folds"))
  .parse()
  .opts<{ questions?: string; peer: string[]; folds: string }>();

const data = dataFolder();
if (!data) {
  process.stdout.write("the development data is not here (../shared/data): nothing measured\n");
  process.exit(0);
}
const province = "广东省" as Place;
const day = dateNumber(dayInShanghai(systemClock()) as PlainDate);
const work = mkdtempSync(join(tmpdir(), "zhengwen-peers-"));

/** A home with the laws below a folder, not indexed. */
async function archive(home: string, folder: string) {
  const { store, knowledge, officePlace } = openArchive(readConfig({ ZHENGWEN_HOME: home }));
  const bar = progressBar("reading laws");
  await importPath(
    { store, gazetteer: knowledge.places, guideElements: knowledge.guideElements, officePlace, clock: systemClock },
    folder,
    {
      dryRun: false,
      publishedBy: "measure",
      progress: bar.update,
    },
  );
  bar.stop();
  return { store, versions: versionsInForce(store, knowledge.repealed, province, day) };
}

// what is in force is known from all texts; then only those texts are given to everybody
const everything = await archive(process.env["MEASURE_HOME"] ?? join(work, "everything"), `${data}/laws`);
for (const { path } of everything.versions) {
  const file = join(work, "laws", path);
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(join(data, "laws", path), file);
}
everything.store.close();
const inForce = await archive(join(work, "zhengwen"), join(work, "laws"));
const entries = entriesOf(inForce.store, inForce.versions);
inForce.store.close();
const entriesFile = join(work, "entries.jsonl");
writeFileSync(entriesFile, entries.map((entry) => JSON.stringify(entry)).join("\n"));
process.stdout.write(
  `${inForce.versions.length} texts in force, ${entries.length} articles, ${entries.filter((each) => each.national).length} of them national\n`,
);

const measured: Measured[] = [];
for (const key of options.peer) {
  const peer = peers[key];
  if (!peer) throw new Error(`no such peer: ${key}; there are ${Object.keys(peers).join(", ")}`);
  const folder = join(work, key);
  mkdirSync(folder, { recursive: true });
  process.stderr.write(`${peer.name}: indexing\n`);
  const built = await inChild<Built>("peers/measure-peer.ts", ["build", key, folder, entriesFile]);
  const bar = progressBar(`${peer.name}: asking`);
  const served = await inChild<Served>("peers/measure-peer.ts", ["serve", key, folder, entriesFile, options.questions ?? ""], bar.update);
  bar.stop();
  const { name, configuration } = peer;
  measured.push({ name, configuration, built, served });
}
const isWhole = options.questions === undefined && options.peer.length === Object.keys(peers).length;
const unseen = isWhole && existsSync(options.folds) ? await onUnseenFolds() : null;
const tables = peerReport(measured, unseen);
process.stdout.write(`\n${machine()}\n\n${tables}\n`);
rmSync(work, { recursive: true });
if (isWhole) write();

async function onUnseenFolds(): Promise<Unseen> {
  const { store, knowledge } = openArchive(readConfig({ ZHENGWEN_HOME: join(work, "zhengwen") }));
  const bar = progressBar("Zhengwen: folds it had not seen");
  const asOf = dayInShanghai(systemClock()) as PlainDate;
  const quality = await unseenQuality(store, knowledge, { data: data as string, folds: options.folds, asOf }, bar.update);
  bar.stop();
  store.close();
  return quality;
}

function write(): void {
  mkdirSync("docs/benchmarks", { recursive: true });
  writeFileSync("docs/benchmarks/quality-latency.svg", plotOf(measured, unseen, machine()));
  record(
    "peers",
    [
      "## Beside what one could pick instead (`npm run bench:peers`)",
      "![Quality against the time of a search](benchmarks/quality-latency.svg)",
      `${entries.length} articles in force in 广东省 on ${dayInShanghai(systemClock())}, national ones among them; ${measured[0]?.served.questions} questions, laypeople's (STARD) asked of the national articles, residents' of all. Everyone gets the same articles and the same words of jieba, in a process of its own, in one thread; the index is built in one process and opened in another. Quality is of the best 100, times are of the best 10, after a pass that warms up, for at most 600 of the questions, memory is what opening and asking added to the process.`,
      unseen
        ? "Zhengwen's word vectors and ranker were fitted to these questions, so what compares is its row on folds that it had not seen; the peers' settings were chosen on these questions too, in their favour."
        : "Zhengwen's word vectors and ranker were fitted to these questions, and the vectors of the folds were not at hand: its quality on questions that it has not seen is lower (`npm run eval:retrieval -- --refit`).",
      tables,
      machine(),
    ].join("\n\n"),
  );
  process.stdout.write("written: docs/benchmarks.md, docs/benchmarks/quality-latency.svg\n");
}
