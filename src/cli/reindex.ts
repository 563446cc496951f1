import { Command } from "commander";
import { readConfig } from "../config.js";
import { systemClock } from "../domain/clock.js";
import { reindex } from "../retrieval/index.js";
import { prepareHome } from "../samples.js";
import { openArchive } from "../services.js";
import { preparationBar, progressBar } from "./progress.js";
import { printWarning } from "./warning.js";

/** `zhengwen reindex` */
export function reindexCommand(): Command {
  return new Command("reindex")
    .description("make a new index generation from what is published")
    .option("--full", "read and embed everything anew, not only what was published since")
    .option("--json", "print the counts as JSON")
    .addHelpText("after", "\nExample:\n  zhengwen import ./notices --publish --by 李编辑 && zhengwen reindex")
    .action(async (options: { json?: boolean; full?: boolean }) => {
      const { knowledge, store, embedder } = openArchive(readConfig());
      try {
        const preparation = preparationBar();
        await prepareHome({ store, knowledge, clock: systemClock, embedder, progress: preparation.show, warn: printWarning });
        preparation.stop();
        const bar = progressBar("indexing knowledge");
        const begun = performance.now();
        const counts = await reindex(store, knowledge.repealed, systemClock, {
          embedder,
          full: options.full === true,
          progress: bar.update,
        });
        bar.stop();
        const seconds = (performance.now() - begun) / 1000;
        if (options.json) process.stdout.write(`${JSON.stringify(counts)}\n`);
        else
          process.stdout.write(
            `documents: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} unchanged, ${counts.removed} removed (${seconds.toFixed(1)} s)\n`,
          );
      } finally {
        store.close();
      }
    });
}
