import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What a sentence is to its passage: said by it, or turned around, with another number, not said. */
export const supportVerdicts = ["supported", "flipped", "number", "unsupported"] as const;
export type SupportVerdict = (typeof supportVerdicts)[number];

export type SupportPair = {
  readonly document: string;
  readonly title: string;
  /** The section, with its heading, or the article. */
  readonly passage: string;
  readonly verdict: SupportVerdict;
  /** Nothing is fitted on it. */
  readonly heldOut: boolean;
  readonly statement: string;
};

const folder = "training/support";
const heldOutFile = "held-out.tsv";
const documents = "knowledge/documents";

/** Our own sentences over our own sample documents. @throws Error naming the line whose words stand in no passage, or in several */
export function supportPairs(): readonly SupportPair[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tsv"))
    .flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .flatMap((line, index) =>
          line === "" || line.startsWith("#") ? [] : [{ ...pairOf(line, `${file}:${index + 1}`), heldOut: file === heldOutFile }],
        ),
    );
}

function pairOf(line: string, where: string): Omit<SupportPair, "heldOut"> {
  const [document = "", words = "", verdict, statement] = line.split("\t");
  const known = supportVerdicts.find((name) => name === verdict);
  if (known === undefined || !statement) throw new Error(`${where}: not a document, words, a verdict and a statement`);
  const [, frontMatter = "", text = ""] = readFileSync(join(documents, document), "utf8").split(/^---$/m);
  const passages = passagesOf(text).filter((passage) => passage.includes(words));
  const [passage] = passages;
  if (passage === undefined || passages.length > 1) throw new Error(`${where}: ${passages.length} passages hold “${words}”`);
  return { document, title: /^title:\s*(.+)$/m.exec(frontMatter)?.[1] ?? document, passage, verdict: known, statement };
}

/** Sections of an interpretation, articles of a rule. */
export function passagesOf(text: string): readonly string[] {
  return text
    .split(/^(?=## |第[一二三四五六七八九十]+条)/m)
    .map((passage) => passage.trim())
    .filter((passage) => passage !== "");
}
