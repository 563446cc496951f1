import { Command } from "commander";
import { readConfig } from "../config.js";
import { type ImportCounts, importPath } from "../corpus/ingest.js";
import { systemClock } from "../domain/clock.js";
import { prepareHome } from "../samples.js";
import { openArchive } from "../services.js";
import { preparationBar, progressBar } from "./progress.js";
import { printWarning } from "./warning.js";

type Options = { dryRun?: boolean; publish?: boolean; by?: string; json?: boolean };

/** `zhengwen import PATH…` */
export function importCommand(): Command {
  return new Command("import")
    .description("take files or folders (markdown, text) into the knowledge, as drafts or published")
    .argument("<path...>", "files or folders")
    .option("--dry-run", "say what would be done, write nothing")
    .option("--publish", "publish what is imported, under a name; else they are drafts and never found")
    .option("--by <name>", "who publishes", "cli")
    .option("--json", "print the counts as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  zhengwen import 通知.md --dry-run\n  zhengwen import ./laws --publish --by 王审核 && zhengwen reindex",
    )
    .action(async (paths: string[], options: Options) => {
      const total: ImportCounts = { added: 0, changed: 0, unchanged: 0, removed: 0, failed: [] };
      const begun = performance.now();
      const { knowledge, officePlace, store, embedder } = openArchive(readConfig());
      try {
        const preparation = preparationBar();
        await prepareHome({ store, knowledge, clock: systemClock, embedder, progress: preparation.show, warn: printWarning });
        preparation.stop();
        const ingest = { store, gazetteer: knowledge.places, guideElements: knowledge.guideElements, officePlace, clock: systemClock };
        for (const path of paths) {
          const bar = progressBar("importing");
          const counts = await importPath(ingest, path, {
            dryRun: options.dryRun === true,
            publishedBy: options.publish ? (options.by ?? "cli") : null,
            progress: bar.update,
          });
          bar.stop();
          add(total, counts);
        }
      } finally {
        store.close();
      }
      print(total, options, (performance.now() - begun) / 1000);
      if (total.failed.length > 0) process.exitCode = 1;
    });
}

function add(total: ImportCounts, counts: ImportCounts): void {
  total.added += counts.added;
  total.changed += counts.changed;
  total.unchanged += counts.unchanged;
  total.removed += counts.removed;
  total.failed.push(...counts.failed);
}

function print(counts: ImportCounts, options: Options, seconds: number): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify(counts)}\n`);
    return;
  }
  const what = options.dryRun ? "would be: " : "";
  process.stdout.write(
    `${what}${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.removed} removed, ${counts.failed.length} failed (${seconds.toFixed(1)} s)\n`,
  );
  for (const { path, error } of counts.failed) process.stderr.write(`  ${path}: ${error}\n`);
  if (!options.dryRun && !options.publish && counts.added + counts.changed > 0)
    process.stderr.write("They are drafts: --publish makes them findable.\n");
  if (!options.dryRun && options.publish && counts.added + counts.changed + counts.removed > 0)
    process.stderr.write("Run `zhengwen reindex` to have them found.\n");
}
