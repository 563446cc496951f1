import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type FrontMatter, readFrontMatter } from "../src/corpus/read/front-matter.js";
import { readDocument } from "../src/corpus/read/read-document.js";
import { decodeText } from "../src/corpus/read/read-file.js";
import { loadKnowledge } from "../src/knowledge/index.js";
import { readVocabulary } from "../src/knowledge/vocabulary.js";
import { knowledgeFolder, sampleDocumentsFolder } from "../src/paths.js";
import { titleKey } from "../src/text/title-key.js";
import { checkDocument, type Finding, type LawArticles } from "./check-knowledge/check-document.js";
import { checkVocabulary } from "./check-knowledge/check-vocabulary.js";
import { wordsIn } from "./check-knowledge/words-in.js";

/**
 * Holds every sample document against docs/knowledge-documents.md: articles exist in the newest version of the law collection, numbers stand
 * in the article named, nothing rests on a text that was replaced since. Holds the vocabulary against docs/vocabulary.md. Exit 1 with
 * a line for each finding.
 *
 *   npm run check-knowledge [-- LAWS_FOLDER]     default ../shared/data/laws
 */
const lawsFolder = process.argv[2] ?? "../shared/data/laws";

async function markdownBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md") && entry.name !== "_index.md")
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

/** Articles of the newest version of each title: the books of the civil code together. */
async function readLaws(folder: string, knowledge: ReturnType<typeof loadKnowledge>): Promise<LawArticles> {
  const newest = new Map<string, { from: string; articles: Map<string, string> }>();
  const laws: Map<string, Map<string, string>> = new Map();
  for (const path of await markdownBelow(folder)) {
    const { places: gazetteer, guideElements, office } = knowledge;
    const reading = { gazetteer, guideElements, officePlace: office.place };
    const document = readDocument(await readFile(path), relative(folder, path), reading);
    const isPart = document.metadata.title.includes("·");
    const key = titleKey(document.metadata.title.split("·")[0] ?? "");
    const from = document.metadata.effectiveFrom ?? "";
    const known = newest.get(key);
    if (!isPart && known && known.from >= from) continue;
    const articles = isPart && known ? known.articles : new Map<string, string>();
    for (const chunk of document.chunks)
      if (chunk.article) articles.set(chunk.article, `${articles.get(chunk.article) ?? ""}\n${chunk.text}`);
    newest.set(key, { from, articles });
  }
  for (const [key, { articles }] of newest) laws.set(key, articles);
  return laws;
}

const knowledge = loadKnowledge(knowledgeFolder);
const hasLaws = existsSync(lawsFolder);
const laws = hasLaws ? await readLaws(lawsFolder, knowledge) : null;
const replaced = new Set(knowledge.replacedSince.replaced.map((text) => titleKey(text.title)));
const findings: Finding[] = [];
const paths = await markdownBelow(sampleDocumentsFolder);
const kinds = new Map<string, number>();
for (const path of paths) {
  const name = relative(sampleDocumentsFolder, path);
  let parsed: { frontMatter: FrontMatter; body: string };
  try {
    parsed = readFrontMatter(decodeText(await readFile(path)));
  } catch (cause) {
    findings.push({ path: name, rule: "front_matter", detail: cause instanceof Error ? cause.message : String(cause) });
    continue;
  }
  kinds.set(parsed.frontMatter.kind ?? "", (kinds.get(parsed.frontMatter.kind ?? "") ?? 0) + 1);
  findings.push(...checkDocument(name, parsed.frontMatter, parsed.body, { laws, replaced, ownTitles: new Set() }));
}
const vocabulary = readVocabulary(knowledgeFolder);
const official = [...vocabulary.values()].flat().flatMap(({ mean }) => mean);
// the sample documents alone speak of too little: without the laws most official words would seem to match nothing
const standing = hasLaws ? await wordsIn(official, [...paths, ...(await markdownBelow(lawsFolder))]) : null;
findings.push(...checkVocabulary(vocabulary, standing && ((word) => standing.has(word))));
for (const finding of findings) process.stdout.write(`${finding.path}: ${finding.rule}: ${finding.detail}\n`);
const counted = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
process.stdout.write(
  `${paths.length} documents (${counted}); ${laws ? `held against ${laws.size} law titles` : "the law collection is not here: articles and numbers were not checked"}; ${findings.length} findings\n`,
);
process.stdout.write(
  `${[...vocabulary.values()].flat().length} entries of the vocabulary in ${vocabulary.size} files; ${standing ? `${standing.size} official words found in the texts` : "official words were not looked for"}\n`,
);
process.exitCode = findings.length > 0 ? 1 : 0;
