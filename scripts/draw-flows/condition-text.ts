import { type Condition, type Expression, type Flow, partsOf } from "../../src/knowledge/flows/index.js";

const signs = { atLeast: "≥", atMost: "≤", moreThan: ">", lessThan: "<", before: "早于", onOrAfter: "不早于" } as const;

/** A condition as a reader of a diagram takes it in: 选“婚假”, babies > 1. */
export function conditionText(condition: Condition, flow: Flow): string {
  if ("all" in condition) return condition.all.map((each) => nested(each, flow)).join(" 且 ");
  if ("any" in condition) return condition.any.map((each) => nested(each, flow)).join(" 或 ");
  if ("not" in condition) return `不是（${conditionText(condition.not, flow)}）`;
  const { subject, comparison } = partsOf(condition);
  const name = expressionText(subject);
  const node = "answer" in subject ? flow.nodes[subject.answer] : undefined;
  const label = (option: string | number) => (node?.kind === "choice" ? (node.options[option] ?? String(option)) : String(option));
  if (comparison === "is") return `${name} 是 ${label(condition.is ?? "")}`;
  if (comparison === "in") return `${name} 是 ${(condition.in ?? []).map(label).join("、")} 之一`;
  if (comparison === "within") return `${name} 在 ${condition.within}`;
  return `${name} ${signs[comparison]} ${expressionText(condition[comparison] ?? 0)}`;
}

function nested(condition: Condition, flow: Flow): string {
  const text = conditionText(condition, flow);
  return "all" in condition || "any" in condition ? `（${text}）` : text;
}

/** An expression as a formula of names. */
export function expressionText(expression: Expression): string {
  if (typeof expression === "number" || typeof expression === "string") return expression === "today" ? "今天" : String(expression);
  if ("parameter" in expression)
    return expression.on === undefined ? expression.parameter : `${expression.parameter}@${expressionText(expression.on)}`;
  if ("answer" in expression) return expression.answer;
  if ("value" in expression) return expression.value;
  if ("sum" in expression) return joined(expression.sum, " + ");
  if ("product" in expression) return joined(expression.product, " × ");
  if ("difference" in expression) return joined(expression.difference, " − ");
  if ("quotient" in expression) return joined(expression.quotient, " ÷ ");
  if ("rounded" in expression)
    return call(expression.to, [expression.rounded, ...(expression.step === undefined ? [] : [expression.step])]);
  if ("after" in expression) {
    const { date, ...spans } = expression.after;
    return [expressionText(date), ...Object.entries(spans).map(([unit, count]) => `${expressionText(count ?? 0)} ${unit}`)].join(" + ");
  }
  if ("steps" in expression) {
    const rows = expression.steps.rows.map(
      ({ below, is }) => `${below === undefined ? "其余" : `< ${expressionText(below)}`}: ${expressionText(is)}`,
    );
    return `${expressionText(expression.steps.by)} → ${rows.join("; ")}`;
  }
  const [name, parts] = Object.entries(expression)[0] as [string, readonly Expression[]];
  return call(name, parts);
}

function joined(parts: readonly Expression[], sign: string): string {
  const compound = (part: Expression) =>
    typeof part === "object" && ["sum", "difference", "product", "quotient"].some((each) => each in part);
  return parts.map((part) => (compound(part) ? `(${expressionText(part)})` : expressionText(part))).join(sign);
}

function call(name: string, parts: readonly Expression[]): string {
  return `${name}(${parts.map(expressionText).join(", ")})`;
}
