import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { categoryName } from "../../src/knowledge/categories.js";

/** A message with its category, `level 1/level 2`. */
export type CategoryMessage = { readonly text: string; readonly name: string };

const folder = "training/categories";
const heldOutFile = "held-out.yml";
const schema = z.record(z.string(), z.record(z.string(), z.string()));

/** Our own messages, which the model is fitted on. */
export function ownCategoryMessages(): readonly CategoryMessage[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yml") && file !== heldOutFile)
    .sort()
    .flatMap(messagesOf);
}

/** Our own messages in another style, which nothing was fitted on. */
export function heldOutCategoryMessages(): readonly CategoryMessage[] {
  return messagesOf(heldOutFile);
}

function messagesOf(file: string): readonly CategoryMessage[] {
  const levels = schema.parse(parse(readFileSync(`${folder}/${file}`, "utf8")));
  return Object.entries(levels).flatMap(([level1, below]) =>
    Object.entries(below).flatMap(([level2, lines]) =>
      lines
        .trim()
        .split("\n")
        .map((line) => ({ text: line.trim(), name: categoryName({ level1, level2 }) })),
    ),
  );
}
