import type { Condition, Expression, Test } from "./expression.js";
import { dateComparisons, type numberComparisons, partsOf } from "./expression.js";
import type { FlowDefinition, YamlPath } from "./flow.js";
import type { Complaint } from "./prove-ways.js";
import { partsOfExpression } from "./uses.js";

type Kind = "number" | "date" | "choice" | "place";

/**
 * Whether numbers meet numbers, dates dates, and each comparison what can be compared so; options and places that are named are there.
 * For a flow whose names are known.
 * @param isPlace whether the gazetteer knows a place of that name
 */
export function complaintsOfKinds(flow: FlowDefinition, isPlace: (name: string) => boolean): readonly Complaint[] {
  const ofValues = Object.entries(flow.values).flatMap(([name, { is }]) => ofExpression(is, ["values", name, "is"], flow));
  const ofNodes = Object.entries(flow.nodes).flatMap(([name, node]) =>
    node.next.flatMap(({ when }, index) =>
      when === undefined ? [] : ofCondition(when, ["nodes", name, "next", index, "when"], flow, isPlace),
    ),
  );
  return [...ofValues, ...ofNodes];
}

/** What an expression is: what it stands for when it is right. */
function kindOf(expression: Expression, flow: FlowDefinition): Kind {
  if (typeof expression === "number") return "number";
  if (typeof expression === "string" || "after" in expression) return "date";
  if ("answer" in expression) return flow.nodes[expression.answer]?.kind ?? "number";
  if ("value" in expression) {
    const value = flow.values[expression.value];
    return value ? kindOf(value.is, flow) : "number";
  }
  if ("steps" in expression) return kindOf(expression.steps.rows[0]?.is ?? 0, flow);
  if ("least" in expression) return kindOf(expression.least[0] ?? 0, flow);
  if ("greatest" in expression) return kindOf(expression.greatest[0] ?? 0, flow);
  return "number";
}

function ofExpression(expression: Expression, path: YamlPath, flow: FlowDefinition): readonly Complaint[] {
  if (typeof expression !== "object") return [];
  if ("parameter" in expression)
    return expression.on === undefined
      ? []
      : [...must("date", expression.on, [...path, "on"], flow), ...ofExpression(expression.on, [...path, "on"], flow)];
  const parts = partsOfExpression(expression, path);
  const inside = parts.flatMap(({ expression: part, path: at }) => ofExpression(part, at, flow));
  if ("steps" in expression) return [...ofSteps(expression.steps.rows.length, expression, path, flow), ...inside];
  const wanted = kindWanted(expression, flow);
  const wrong = parts.flatMap(({ expression: part, path: at }) =>
    must("after" in expression && at.at(-1) !== "date" ? "number" : wanted, part, at, flow),
  );
  return [...wrong, ...inside];
}

function kindWanted(expression: object, flow: FlowDefinition): Kind {
  if ("years" in expression || "months" in expression || "days" in expression || "after" in expression) return "date";
  const least = "least" in expression || "greatest" in expression;
  return least && kindOf(expression as Expression, flow) === "date" ? "date" : "number";
}

function ofSteps(
  count: number,
  { steps }: Extract<Expression, { readonly steps: unknown }>,
  path: YamlPath,
  flow: FlowDefinition,
): readonly Complaint[] {
  const rows = [...path, "steps", "rows"];
  const ends = steps.rows.flatMap(({ below }, index) => {
    const isLast = index === count - 1;
    if (isLast === (below === undefined)) return [];
    return [{ path: [...rows, index], what: isLast ? "the last row of steps has no below" : "only the last row of steps has no below" }];
  });
  const by = kindOf(steps.by, flow);
  const is = kindOf({ steps }, flow);
  const cells = steps.rows.flatMap((row, index) => [
    ...(row.below === undefined ? [] : must(by, row.below, [...rows, index, "below"], flow)),
    ...must(is, row.is, [...rows, index, "is"], flow),
  ]);
  return [...ends, ...cells];
}

function ofCondition(condition: Condition, path: YamlPath, flow: FlowDefinition, isPlace: (name: string) => boolean): readonly Complaint[] {
  if ("all" in condition) return condition.all.flatMap((each, index) => ofCondition(each, [...path, "all", index], flow, isPlace));
  if ("any" in condition) return condition.any.flatMap((each, index) => ofCondition(each, [...path, "any", index], flow, isPlace));
  if ("not" in condition) return ofCondition(condition.not, [...path, "not"], flow, isPlace);
  return ofTest(condition, path, flow, isPlace);
}

function ofTest(test: Test, path: YamlPath, flow: FlowDefinition, isPlace: (name: string) => boolean): readonly Complaint[] {
  const { subject, comparison } = partsOf(test);
  const kind = kindOf(subject, flow);
  const at = [...path, comparison];
  if (comparison === "within") {
    if (kind !== "place") return [{ path: at, what: `within compares places, not a ${kind}` }];
    return isPlace(test.within ?? "") ? [] : [{ path: at, what: `no known place: ${test.within}` }];
  }
  if (comparison === "is" || comparison === "in") return ofEquality(test, at, kind, flow);
  const wanted: Kind = (dateComparisons as readonly string[]).includes(comparison) ? "date" : "number";
  if (kind !== wanted) return [{ path: at, what: `${comparison} compares ${wanted}s, not a ${kind}` }];
  const against = test[comparison as (typeof numberComparisons)[number]] ?? 0;
  return [...must(wanted, against, at, flow), ...ofExpression(against, at, flow)];
}

function ofEquality(test: Test, path: YamlPath, kind: Kind, { nodes }: FlowDefinition): readonly Complaint[] {
  const wanted = test.is === undefined ? (test.in ?? []) : [test.is];
  if (kind === "date" || kind === "place") return [{ path, what: `is and in compare choices and numbers, not a ${kind}` }];
  if (kind === "number") return wanted.flatMap((each) => (typeof each === "number" ? [] : [{ path, what: `${each} is no number` }]));
  const node = nodes[test.answer ?? ""];
  const options = node?.kind === "choice" ? node.options : {};
  return wanted.flatMap((each) => (String(each) in options ? [] : [{ path, what: `${each} is no option of ${test.answer}` }]));
}

function must(wanted: Kind, expression: Expression, path: YamlPath, flow: FlowDefinition): readonly Complaint[] {
  const kind = kindOf(expression, flow);
  return kind === wanted ? [] : [{ path, what: `a ${wanted} is wanted here, not a ${kind}` }];
}
