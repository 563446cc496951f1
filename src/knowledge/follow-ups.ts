import { z } from "zod";
import { pattern } from "./pattern.js";
import { readKnowledge } from "./read.js";

const file = z.strictObject({
  leads: pattern,
  corrections: pattern,
  bridges: pattern,
  tails: pattern,
  leaning: z.array(z.strictObject({ why: z.string(), pattern })).min(1),
  asks: pattern,
  element: pattern,
  asked: pattern,
  quantity: pattern.transform(({ source }) => new RegExp(source, "gu")),
  swaps: z.array(z.array(z.string()).min(2)),
  lists: z.array(pattern),
  turns: z.strictObject({ first: pattern, second: pattern }),
  advantage: z.strictObject({ bare: z.number(), leaning: z.number(), standing: z.number() }),
  bare: z.number().int().positive(),
  longest: z.number().int().positive(),
  kept: z.number().int().positive(),
  alike: z.number().min(0).max(1),
  understood: z.string().includes("{question}"),
});

/** How a message that leans on what was said before is known and completed. */
export type FollowUps = z.infer<typeof file>;

/** @throws ZhengwenError `knowledge_invalid` naming the entry that cannot be read */
export function loadFollowUps(folder: string): FollowUps {
  return readKnowledge(folder, "follow-ups.yml", file);
}
