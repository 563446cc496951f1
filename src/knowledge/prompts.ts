import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { ZhengwenError } from "../domain/errors.js";
import { placesIn } from "../text/fill.js";

/** What a model that writes is told: `system` and `user` have {places}, filled by `fillIn`. */
export type Prompt = {
  readonly name: string;
  /** Kept with what was written by it, so that a changed prompt can be told from the one before. */
  readonly version: number;
  /** How freely the model chooses its words, 0 not at all. */
  readonly temperature: number;
  /** Tokens that it may write, at most. */
  readonly mostTokens: number;
  readonly system: string;
  readonly user: string;
};

export type Prompts = { readonly answer: Prompt; readonly repair: Prompt; readonly followUp: Prompt };

/** Every place that the program fills, by file: another one in a prompt would stay empty without a word. */
const places = {
  answer: ["question", "place", "date", "sources"],
  repair: ["question", "place", "date", "sources", "answer", "faults"],
  "follow-up": ["dialog", "question"],
} as const;

const frontMatter = z.strictObject({
  version: z.number().int().min(1),
  temperature: z.number().min(0).max(2),
  mostTokens: z.number().int().min(1).max(4_000),
  needs: z.array(z.string()),
});

/**
 * Reads `answer.md`, `repair.md` and `follow-up.md`: YAML front matter, then the parts `# system` and `# user`.
 * @throws ZhengwenError `knowledge_invalid` naming the file and what is wrong in it: a place that nothing fills, one that is not declared
 *   under `needs`, one that is declared and not used.
 */
export function loadPrompts(folder: string): Prompts {
  return { answer: readPrompt(folder, "answer"), repair: readPrompt(folder, "repair"), followUp: readPrompt(folder, "follow-up") };
}

const layout = /^---\n(?<head>.*?)\n---\n\s*# system\n(?<system>.*?)\n# user\n(?<user>.*)$/su;

function readPrompt(folder: string, name: keyof typeof places): Prompt {
  const path = join(folder, `${name}.md`);
  const invalid = (what: string, cause?: unknown) => new ZhengwenError("knowledge_invalid", `${path}: ${what}`, { cause });
  try {
    const parts = layout.exec(readFileSync(path, "utf8").replaceAll("\r\n", "\n"))?.groups;
    if (!parts) throw invalid("must be front matter between --- lines, then the parts # system and # user");
    const head = frontMatter.safeParse(parse(parts["head"] ?? ""));
    if (!head.success) throw invalid(`${head.error.issues[0]?.path.join(".")}: ${head.error.issues[0]?.message}`);
    const { needs, ...settings } = head.data;
    const prompt = { name, ...settings, system: parts["system"]?.trim() ?? "", user: parts["user"]?.trim() ?? "" };
    if (prompt.system === "" || prompt.user === "") throw invalid("neither # system nor # user may be empty");
    const used = placesIn(`${prompt.system}\n${prompt.user}`);
    const known: readonly string[] = places[name];
    const unknown = [...needs, ...used].find((place) => !known.includes(place));
    if (unknown !== undefined) throw invalid(`nothing fills {${unknown}}; there are ${known.map((place) => `{${place}}`).join(" ")}`);
    const undeclared = used.find((place) => !needs.includes(place));
    if (undeclared !== undefined) throw invalid(`{${undeclared}} is not declared under needs`);
    const unused = needs.find((place) => !used.includes(place));
    if (unused !== undefined) throw invalid(`needs names {${unused}}, which the text does not use`);
    return prompt;
  } catch (cause) {
    if (cause instanceof ZhengwenError) throw cause;
    throw invalid(cause instanceof Error ? cause.message : String(cause), cause);
  }
}
