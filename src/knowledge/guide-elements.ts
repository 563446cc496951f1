import { z } from "zod";
import { readKnowledge } from "./read.js";

/** The elements, in the order in which a guide is answered from. */
export const guideElementNames = [
  "name",
  "basis",
  "conditions",
  "materials",
  "where",
  "when",
  "limit",
  "fee",
  "telephone",
  "complaint",
  "steps",
] as const;
/** What a service guide says of getting one thing done. */
export type GuideElement = (typeof guideElementNames)[number];

const pattern = z.string().transform((source, context) => {
  try {
    return new RegExp(source, "u");
  } catch (cause) {
    context.addIssue({ code: "custom", message: cause instanceof Error ? cause.message : String(cause) });
    return z.NEVER;
  }
});
const words = z.array(z.string().min(1));
const element = z.enum(guideElementNames);
const schema = z.strictObject({
  service: pattern,
  usual: z.array(element).min(1),
  elements: z.record(
    element,
    z.strictObject({
      name: z.string().min(2),
      also: words,
      spoken: words.default([]),
      asked: pattern.optional(),
      within: element.optional(),
    }),
  ),
});

/** How guides call their elements and how residents ask for them. */
export type GuideElements = {
  /** The elements that a heading names, whatever its number, brackets and colon: 二、办理地点和时间 names two; empty when it names none. */
  in(heading: string): readonly GuideElement[];
  /** Our own name for it, with how residents ask for it: what the index holds beside an element. */
  note(element: GuideElement): string;
  /** True when somebody wants to get a thing done: how, where, with which papers. */
  wantsService(question: string): boolean;
  /** The elements that a question asks for, in the guide's order; empty when it does not say. */
  asked(question: string): readonly GuideElement[];
  /** What most people need when the question does not say which. */
  readonly usual: readonly GuideElement[];
  /** The element in which a guide says this one when it has none of its own; null when it says it nowhere else. */
  within(element: GuideElement): GuideElement | null;
  /** The elements that a guide says in this one when it has none of their own. */
  holds(element: GuideElement): readonly GuideElement[];
};

/** @throws ZhengwenError `knowledge_invalid` naming what cannot be read. */
export function loadGuideElements(folder: string): GuideElements {
  const { service, usual, elements } = readKnowledge(folder, "guide-elements.yml", schema);
  const byName = new Map(
    guideElementNames.flatMap((each) => [elements[each].name, ...elements[each].also].map((name) => [name, each] as const)),
  );
  return {
    in: (heading) => elementsIn(heading, byName),
    note: (each) => [elements[each].name, ...elements[each].spoken].join(" "),
    wantsService: (question) => service.test(question),
    asked: (question) => guideElementNames.filter((each) => elements[each].asked?.test(question)),
    usual,
    within: (each) => elements[each].within ?? null,
    holds: (each) => guideElementNames.filter((other) => elements[other].within === each),
  };
}

const longestHeading = 30;

function elementsIn(heading: string, byName: ReadonlyMap<string, GuideElement>): readonly GuideElement[] {
  if (heading.length > longestHeading) return [];
  const bare = bareName(heading);
  const whole = byName.get(bare);
  if (whole) return [whole];
  const parts = bare.split(/[、及和与／/]/);
  const verb = /^(?:办理|办公|受理|咨询)/.exec(bare)?.[0] ?? "";
  // 办理时间、地点 leaves out what the second shares with the first
  const found = parts.map((part) => byName.get(part) ?? byName.get(`${verb}${part}`));
  return parts.length > 1 && found.every((each) => each !== undefined) ? [...new Set(found as GuideElement[])] : [];
}

/** 二、【办理材料】（原件）： → 办理材料 */
function bareName(heading: string): string {
  return heading
    .replace(/[\s\u3000*#]/g, "")
    .replace(/^(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)、．.]+)/, "")
    .replace(/（[^）]*）|\([^)]*\)/g, "")
    .replace(/[【】[\]：:]/g, "");
}
