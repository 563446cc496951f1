import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { parseDocument } from "yaml";
import { checkStatement } from "../src/answer/generated/check-generated.js";
import { supportOf } from "../src/answer/generated/support.js";
import type { Citation } from "../src/domain/reply.js";
import { loadKnowledge } from "../src/knowledge/index.js";
import { supportFeatures } from "../src/knowledge/support.js";
import { openStaticEmbedder } from "../src/models/embedder/static/open.js";
import { knowledgeFolder } from "../src/paths.js";
import { likenessTo } from "../src/retrieval/likeness.js";
import { fails, type Measure, table } from "./measure/floors.js";
import { auroc, type Example, fitLogistic, predict } from "./measure/logistic.js";
import { record } from "./measure/record.js";
import { type SupportPair, type SupportVerdict, supportPairs, supportVerdicts } from "./measure/support-pairs.js";

/**
 * Fits knowledge/support.yml on training/support: whether a passage says what a sentence says. Prints the figures of five folds (a document's
 * pairs share one), what each threshold would mean, and what the whole guard refuses; exit 1 below a floor.
 *
 *   npm run fit-support
 *   npm run fit-support -- --record      write the figures into docs/benchmarks.md
 */
const options = new Command("fit-support")
  .option("--record", "write the figures into docs/benchmarks.md")
  .parse()
  .opts<{ record?: boolean }>();

const file = "knowledge/support.yml";
const folds = 5;
const thresholds = [0.3, 0.4, 0.5, 0.6, 0.7];
type Kind = "words" | "static";
type Row = { readonly pair: SupportPair; readonly fold: number; readonly example: Example };

const everything = supportPairs();
const pairs = everything.filter(({ heldOut }) => !heldOut);
const embedder = await openStaticEmbedder(`${knowledgeFolder}/embedder`);
const likeness = async (text: string, others: readonly string[]) => likenessTo(await embedder.embedQuery(text), others, embedder);
const nothing = async () => null;
const documents = [...new Set(pairs.map(({ document }) => document))].toSorted();
const byMeaning = { words: nothing, static: likeness };

const texts: string[] = [];
const measures: Measure[] = [];
for (const kind of ["words", "static"] as const) {
  const rows = await rowsOf(kind);
  const held = rows.map((row) => ({
    ...row,
    probability: predict(fitted(rows.filter(({ fold }) => fold !== row.fold)), row.example.features),
  }));
  const scored = held.map(({ example, probability }) => ({ probability, label: example.label, weight: 1 }));
  measures.push({ name: `${kind}: said against not said, AUROC`, value: auroc(scored), floor: 0.95, more: true, digits: 3, unit: "" });
  const share = (verdict: SupportVerdict, threshold: number) => {
    const of = held.filter(({ pair }) => pair.verdict === verdict);
    return (of.filter(({ probability }) => probability >= threshold).length / of.length).toFixed(3);
  };
  texts.push(
    [`| ${kind}: threshold | supported that pass | unsupported that pass |`, "| --- | --- | --- |"]
      .concat(thresholds.map((threshold) => `| ${threshold} | ${share("supported", threshold)} | ${share("unsupported", threshold)} |`))
      .join("\n"),
  );
  write(kind, fitted(rows));
}
measures.push(...(await guardFigures("made with them", pairs)));
const fresh = everything.filter(({ heldOut }) => heldOut);
measures.push(...(await guardFigures("held out", fresh)));
const counts = supportVerdicts.map((verdict) => `${pairs.filter((pair) => pair.verdict === verdict).length} ${verdict}`).join(", ");
const text = [`${pairs.length} pairs (${counts}), and ${fresh.length} held out.`, ...texts, table(measures)].join("\n\n");
process.stdout.write(`${text}\n`);
if (options.record) record("support", text);
if (measures.some(fails)) process.exitCode = 1;

/** What is said and what is not; turned sentences and other numbers share the words, and other rules refuse them. */
async function rowsOf(kind: Kind): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const pair of pairs) {
    if (pair.verdict !== "supported" && pair.verdict !== "unsupported") continue;
    const features = await supportOf(pair.statement, said(pair), byMeaning[kind]);
    const label = pair.verdict === "supported" ? 1 : 0;
    const used = supportFeatures.filter((name) => kind === "static" || name !== "meaning");
    rows.push({
      pair,
      fold: documents.indexOf(pair.document) % folds,
      example: { features: used.map((name) => features[name]), label, weight: 1 },
    });
  }
  return rows;
}

function fitted(rows: readonly Row[]) {
  return fitLogistic(rows.map(({ example }) => example));
}

function said({ title, passage }: SupportPair): string {
  return `《${title}》\n${passage}`;
}

function write(kind: Kind, { intercept, weights }: ReturnType<typeof fitLogistic>): void {
  const document = parseDocument(readFileSync(file, "utf8"));
  const short = (value: number) => Number(value.toFixed(3));
  document.setIn([kind, "intercept"], short(intercept));
  for (const [index, name] of supportFeatures.entries()) document.setIn([kind, "weights", name], short(weights[index] ?? 0));
  writeFileSync(file, document.toString({ lineWidth: 150 }));
}

/** What the whole guard lets pass, as it ships. */
async function guardFigures(which: string, pairs: readonly SupportPair[]): Promise<readonly Measure[]> {
  const knowledge = loadKnowledge(knowledgeFolder);
  const meaning = () => ({ embedder: "static", usable: true, kind: "static" as const });
  const retrieval = { likeness, meaning } as unknown as Parameters<typeof checkStatement>[3]["retrieval"];
  const floors: Readonly<Record<SupportVerdict, number>> =
    which === "held out"
      ? { supported: 0.8, flipped: 0.85, number: 0.85, unsupported: 0.8 }
      : { supported: 0.9, flipped: 0.9, number: 0.97, unsupported: 0.9 };
  const right: Record<SupportVerdict, number> = { supported: 0, flipped: 0, number: 0, unsupported: 0 };
  for (const pair of pairs) {
    const citation = { document: pair.title, article: null, effectiveFrom: null, quote: pair.passage } as Citation;
    const statement = { text: pair.statement, sources: [1], endsLine: true };
    const findings = await checkStatement(statement, 0, [{ n: 1, citation }], { knowledge, retrieval });
    const isRight = (findings.length === 0) === (pair.verdict === "supported");
    if (isRight) right[pair.verdict]++;
    else process.stderr.write(`${pair.verdict}\t${findings.map(({ rule, detail }) => `${rule} ${detail}`).join()}\t${pair.statement}\n`);
  }
  return supportVerdicts.map((verdict) => {
    const name = `guard, ${which}: ${verdict} and ${verdict === "supported" ? "passed" : "refused"}`;
    const value = right[verdict] / pairs.filter((pair) => pair.verdict === verdict).length;
    return { name, value, floor: floors[verdict], more: true, digits: 3, unit: "" };
  });
}
