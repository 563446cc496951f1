import { Command } from "commander";
import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { dayInShanghai } from "../domain/plain-date.js";
import { explain, type Share } from "../retrieval/index.js";
import type { Services } from "../services.js";
import { runBatch } from "./batch.js";
import { countOption, dateOption, placeOption } from "./options.js";
import { progressBar } from "./progress.js";
import { withServices } from "./with-services.js";

type Options = { top: string; place?: string; asOf?: string; batch?: string; out?: string; json?: boolean; explain?: boolean };

const row = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

/** `zhengwen search` */
export function searchCommand(): Command {
  return new Command("search")
    .description("retrieval alone: the articles that a text finds")
    .argument("[text]", "what to look for")
    .option("--top <n>", "how many hits, up to 1000", "10")
    .option("--place <place>", "the place asked about: 全国, 广东省, 广东省/广州市 …; default the office's")
    .option("--as-of <date>", "the day asked about, YYYY-MM-DD; default today")
    .option("--batch <file>", "rows {id, text} as JSON lines")
    .option("--out <file>", "where the answers of --batch go")
    .option("--explain", "also why each hit stands where it does: every feature, its value and its share of the score")
    .option("--json", "print the hits as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  zhengwen search 再婚 生育 --place 广东 --top 5\n  zhengwen search 试用期不发工资 --explain --top 2\n  zhengwen search --batch queries.jsonl --out hits.jsonl --place 全国",
    )
    .action(async (text: string | undefined, options: Options) => {
      const top = countOption("--top", options.top, 1, 1000);
      const date = dateOption(options.asOf);
      if (options.batch === undefined && (text === undefined || text.trim() === ""))
        throw new ZhengwenError("wrong_use", "search takes a text, or --batch with --out");
      if (options.batch !== undefined && options.out === undefined) throw new ZhengwenError("wrong_use", "--batch needs --out");
      await withServices(async (services) => {
        const place = placeOption(services, options.place) ?? services.officePlace;
        const asOf = date ?? dayInShanghai(services.clock());
        const find = (query: string) => hitsFor(services, query, { place, asOf, top }, options.explain === true);
        if (options.batch !== undefined && options.out !== undefined) {
          const bar = progressBar("searching");
          const malformed = await runBatch({
            in: options.batch,
            out: options.out,
            schema: row,
            answer: async (each) => {
              const begun = performance.now();
              const hits = await find(each.text);
              return { id: each.id, hits, ms: performance.now() - begun };
            },
            progress: bar.update,
          });
          bar.stop();
          if (malformed > 0) process.exitCode = 1;
          return;
        }
        const begun = performance.now();
        const hits = await find(text ?? "");
        const ms = performance.now() - begun;
        if (options.json) process.stdout.write(`${JSON.stringify({ hits, ms })}\n`);
        else if (hits.length === 0) process.stdout.write("nothing found\n");
        else for (const [index, hit] of hits.entries()) process.stdout.write(printed(hit, index + 1));
      });
    });
}

type FoundHit = { document: string; path: string; article: string | null; score: number; features?: readonly Share[] };

async function hitsFor(
  services: Services,
  text: string,
  options: { place: Services["officePlace"]; asOf: ReturnType<typeof dayInShanghai>; top: number },
  explained: boolean,
): Promise<readonly FoundHit[]> {
  const hits = await services.retrieval.search(text, { ...options, scope: "holding" });
  return hits.map((hit) => ({
    document: hit.version.title,
    path: hit.version.path,
    article: hit.chunk.article,
    score: hit.score,
    ...(explained ? { features: explain(hit.features, services.knowledge.rankings[hit.rankedBy]) } : {}),
  }));
}

function printed(hit: FoundHit, place: number): string {
  const line = `${String(place).padStart(3)}. ${hit.score.toFixed(3)}  《${hit.document}》${hit.article ?? ""}  ${hit.path}\n`;
  const shares = (hit.features ?? []).filter(({ share }) => share !== 0);
  return (
    line +
    shares
      .map(({ feature, value, share }) => `     ${feature.padEnd(24)} ${value.toFixed(3).padStart(7)} ${signed(share).padStart(8)}\n`)
      .join("")
  );
}

function signed(number: number): string {
  return `${number < 0 ? "-" : "+"}${Math.abs(number).toFixed(3)}`;
}
