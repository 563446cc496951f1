import { join } from "node:path";
import { Command } from "commander";
import { readConfig } from "../config.js";
import { systemClock } from "../domain/clock.js";
import { openEmbedder } from "../models/embedder/choose.js";
import { type KnownModel, knownModels, modelIn } from "../models/embedder/known.js";
import { parseEmbedderName } from "../models/embedder/name.js";
import { type FetchProgress, fetchModel } from "../models/embedder/transformers/fetch-model.js";
import { currentEmbedderName, reindex } from "../retrieval/index.js";
import { prepareHome } from "../samples.js";
import { openArchive } from "../services.js";
import { type ProgressBar, preparationBar, progressBar } from "./progress.js";
import { printWarning } from "./warning.js";

type Options = { json?: boolean };

/** `zhengwen model` */
export function modelCommand(): Command {
  return new Command("model")
    .description("the models that find by meaning: list, use, fetch")
    .addHelpText("after", "\nExample:\n  zhengwen model list")
    .addCommand(listCommand())
    .addCommand(useCommand())
    .addCommand(fetchCommand());
}

function listCommand(): Command {
  return new Command("list")
    .description("the models that are here, the one in use, and those worth fetching")
    .option("--json", "print them as JSON")
    .addHelpText("after", "\nExample:\n  zhengwen model list")
    .action(async (options: Options) => {
      const config = readConfig();
      const inUse = await currentEmbedderName(config.home);
      const models = await knownModels(config.embedder, inUse);
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ inUse, models: models.map((model) => ({ ...model, inUse: model.name === inUse })) })}\n`);
        return;
      }
      for (const model of models) process.stdout.write(`${lineOf(model, model.name === inUse)}\n`);
      process.stdout.write(inUse === null ? "\nthe index is of words only\n" : "\n* in use\n");
    });
}

function useCommand(): Command {
  return new Command("use")
    .description("make the index anew with another model; the one in use answers until then")
    .argument("<name>", "static, transformers:FOLDER-OR-NAME or openai:MODEL")
    .option("--json", "print what was done as JSON")
    .addHelpText("after", "\nExample:\n  zhengwen model use transformers:Xenova/bge-small-zh-v1.5")
    .action(async (name: string, options: Options) => {
      const config = readConfig();
      parseEmbedderName(name);
      const fetching = fileBars();
      const embedder = await openEmbedder(name, config.embedder, { allowRemote: true, progress: fetching.show }).finally(fetching.stop);
      try {
        const { knowledge, store } = openArchive(config);
        try {
          const begun = performance.now();
          const preparation = preparationBar();
          const model = async () => embedder;
          await prepareHome({ store, knowledge, clock: systemClock, embedder: model, progress: preparation.show, warn: printWarning });
          preparation.stop();
          const bar = progressBar("indexing knowledge");
          // vectors of another model are never taken over: everything is embedded anew, save what this one embedded just now in a new home
          const counts = await reindex(store, knowledge.repealed, systemClock, { embedder, progress: bar.update }).finally(bar.stop);
          const seconds = (performance.now() - begun) / 1000;
          if (options.json) process.stdout.write(`${JSON.stringify({ inUse: embedder.name, dimension: embedder.dimension, ...counts })}\n`);
          else process.stdout.write(`in use: ${embedder.name}, ${embedder.dimension} numbers a vector (${seconds.toFixed(1)} s)\n`);
        } finally {
          store.close();
        }
      } finally {
        await embedder.close();
      }
      warnOfSetting(config.embedder.name, name);
    });
}

function fetchCommand(): Command {
  return new Command("fetch")
    .description("fetch a model from the hub (HF_ENDPOINT) into the models folder of the home, to be used without a network")
    .argument("<name>", "OWNER/MODEL on the hub")
    .option("--force", "fetch it also when it is here and whole")
    .option("--json", "print what was done as JSON")
    .addHelpText(
      "after",
      "\nExample:\n  HF_ENDPOINT=https://hf-mirror.com zhengwen model fetch Xenova/bge-small-zh-v1.5\n  zhengwen model use transformers:Xenova/bge-small-zh-v1.5",
    )
    .action(async (given: string, options: Options & { force?: boolean }) => {
      const { modelsFolder, hubEndpoint } = readConfig().embedder;
      const name = given.replace(/^transformers:/, "");
      const folder = join(modelsFolder, name);
      const before = await modelIn(folder, name);
      const isNeeded = before.state !== "here" || options.force === true;
      if (isNeeded) {
        const bars = fileBars();
        await fetchModel({ name, modelsFolder, endpoint: hubEndpoint, progress: bars.show }).finally(bars.stop);
      }
      const { bytes } = await modelIn(folder, name);
      if (options.json) process.stdout.write(`${JSON.stringify({ name: `transformers:${name}`, folder, bytes, fetched: isNeeded })}\n`);
      else process.stdout.write(`${isNeeded ? "fetched" : "already here"}: ${folder} (${megabytes(bytes)})\n`);
    });
}

/** One bar for each file that is fetched, in kilobytes. */
function fileBars(): { show(progress: FetchProgress): void; stop(): void } {
  let file: string | null = null;
  let bar: ProgressBar | null = null;
  return {
    show: (progress) => {
      if (progress.file !== file) {
        bar?.stop();
        bar = progressBar(`${progress.file} (kB)`);
        file = progress.file;
      }
      bar?.update(Math.round(progress.done / 1000), Math.round((progress.total ?? progress.done) / 1000));
    },
    stop: () => bar?.stop(),
  };
}

const stateWords: Record<KnownModel["state"], string> = {
  here: "here",
  damaged: "damaged",
  on_hub: "can be fetched",
  at_endpoint: "at an endpoint",
};

function lineOf({ name, state, bytes, dimension, note }: KnownModel, isInUse: boolean): string {
  const columns = [
    isInUse ? "*" : " ",
    name.padEnd(42),
    stateWords[state].padEnd(15),
    megabytes(bytes).padStart(9),
    String(dimension ?? "").padStart(6),
  ];
  return `${columns.join(" ")}  ${note}`.trimEnd();
}

function megabytes(bytes: number | null): string {
  return bytes === null ? "" : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The setting decides at the next reindex: somebody who switched by hand should hear of it. */
function warnOfSetting(setting: string | null, name: string): void {
  if (setting === null || setting === name) return;
  process.stderr.write(
    `zhengwen: EMBEDDER is set to ${setting}: the next reindex makes the index with that again; unset it or set it to ${name}\n`,
  );
}
