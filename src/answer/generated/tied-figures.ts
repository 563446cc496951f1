import { type NumberInText, numbersIn } from "../../text/numerals.js";
import { clausesOf, closestTo, comparableClauses, sentencesOf } from "./clauses.js";
import { boundOf, isSame, unitOf } from "./figure.js";
import type { Finding } from "./finding.js";

type Found = Pick<Finding, "rule" | "detail">;

/** Units of what is given on a condition, which a number before it may state. */
const given = new Set(["元", "天", "工作日", "个月", "%", "‰", "倍", "折", "小时", "分钟"]);
/** A clause of the sources says what a clause says, numbers apart. */
const sameMatter = { least: 0.6, asGood: 0.9 };

/** Numbers that stand in the sources, and there belong to something else: 90周岁每月80元, where that is for those of 80. */
export function untiedFigures(statement: string, said: string): readonly Found[] {
  return [...ofOtherClauses(statement, said), ...ofOtherConditions(statement, said)];
}

/** In the clauses that say what this one says stand other amounts of that unit. */
function ofOtherClauses(statement: string, said: string): readonly Found[] {
  const theirs = comparableClauses(said);
  return sentencesOf(statement)
    .flatMap(clausesOf)
    .flatMap((clause) => {
      const numbers = numbersIn(clause);
      if (numbers.length === 0) return [];
      const closest = closestTo(withoutNumbers(clause), theirs, withoutNumbers, sameMatter).map((text) => ({
        text,
        numbers: numbersIn(text),
      }));
      return numbers
        .filter((number) => {
          if (!given.has(unitOf(number) ?? "")) return false;
          const rivals = closest.filter((other) => other.numbers.some((each) => unitOf(each) === unitOf(number)));
          const bound = boundOf(clause, number);
          const isThere = ({ text, numbers: others }: (typeof closest)[number]) =>
            others.some((other) => isSame(number, other) && !isOpposite(bound, boundOf(text, other)));
          return rivals.length > 0 && !closest.some(isThere);
        })
        .map(({ text }) => ({ rule: "numbers_mixed" as const, detail: text }));
    });
}

/** The sources give this amount, and on another condition of that unit only. */
function ofOtherConditions(statement: string, said: string): readonly Found[] {
  const amounts = sentencesOfFullStop(said).flatMap(withConditions);
  return sentencesOfFullStop(statement)
    .flatMap(withConditions)
    .flatMap(({ amount, conditions }) => {
      const known = amounts.filter((other) => isSame(amount.number, other.amount.number));
      const isUntied = (condition: Placed) =>
        known.length > 0 &&
        known.every((other) => {
          const alike = other.conditions.filter(({ number }) => unitOf(number) === unitOf(condition.number));
          return (
            alike.length > 0 && !alike.some((each) => isSame(each.number, condition.number) && !isOpposite(each.bound, condition.bound))
          );
        });
      return conditions.filter(isUntied).map(({ number }) => ({
        rule: "numbers_mixed" as const,
        detail: `${number.text}…${amount.number.text}`,
      }));
    });
}

type Placed = { readonly number: NumberInText; readonly bound: ReturnType<typeof boundOf> };

/** Each amount with the numbers of other units that stand between it and the amount before it. */
function withConditions(sentence: string): readonly { readonly amount: Placed; readonly conditions: readonly Placed[] }[] {
  const numbers = numbersIn(sentence).map((number) => ({ number, bound: boundOf(sentence, number) }));
  return numbers.flatMap((amount, index) => {
    const unit = unitOf(amount.number);
    if (unit === null || !given.has(unit)) return [];
    const before = numbers.slice(0, index);
    const last = before.findLastIndex(({ number }) => unitOf(number) === unit);
    return [{ amount, conditions: before.slice(last + 1) }];
  });
}

const isOpposite = (a: Placed["bound"], b: Placed["bound"]) => a !== null && b !== null && a !== b;

function sentencesOfFullStop(text: string): readonly string[] {
  return text.split(/[。！？\n]/u);
}

/** A text without its numbers and their units. */
export function withoutNumbers(text: string): string {
  let rest = "";
  let at = 0;
  for (const { start, end } of numbersIn(text)) {
    if (start >= at) rest += text.slice(at, start);
    at = Math.max(at, end);
  }
  return rest + text.slice(at);
}
