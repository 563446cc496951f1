import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command } from "commander";
import { readDocument } from "../corpus/read/read-document.js";
import { ZhengwenError } from "../domain/errors.js";
import { loadKnowledge } from "../knowledge/index.js";
import { knowledgeFolder } from "../paths.js";

/** `zhengwen document PATH` */
export function documentCommand(): Command {
  return new Command("document")
    .description("a document as it is read: text, metadata, what was inferred, repaired and stays uncertain")
    .argument("<path>", "a markdown or text file")
    .option("--json", "print everything as JSON")
    .addHelpText("after", "\nExample:\n  zhengwen document 通知.md")
    .action(async (path: string, options: { json?: boolean }) => {
      const knowledge = loadKnowledge(knowledgeFolder);
      const bytes = await readFile(path).catch((cause) => {
        throw new ZhengwenError("not_found", `cannot read ${path}`, { cause });
      });
      const { metadata, text, inferred, repaired, uncertain, repeals, chunks } = readDocument(
        bytes,
        path.split(/[\\/]/).join("/") || basename(path),
        { gazetteer: knowledge.places, guideElements: knowledge.guideElements, officePlace: knowledge.office.place },
      );
      const articles = new Set(chunks.map((chunk) => chunk.article).filter((article) => article !== null)).size;
      if (options.json) {
        process.stdout.write(
          `${JSON.stringify({ path, ...metadata, text, inferred, repaired, uncertain, repeals, articles, chunks: chunks.length })}\n`,
        );
        return;
      }
      const fields = Object.entries(metadata).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
      for (const [field, value] of fields) {
        process.stdout.write(
          `${field}: ${Array.isArray(value) ? value.join(", ") : value}${inferred.includes(field) ? "  (inferred)" : ""}\n`,
        );
      }
      process.stdout.write(`articles: ${articles}, chunks: ${chunks.length}, characters: ${text.length}\n`);
      for (const repair of repaired) process.stdout.write(`repaired: ${repair}\n`);
      for (const doubt of uncertain.slice(0, 20))
        process.stdout.write(`uncertain: ${JSON.stringify(doubt.text)} at ${doubt.start}: ${doubt.reason}\n`);
      process.stdout.write(`\n${text.trim()}\n`);
    });
}
