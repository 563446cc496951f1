import { type Condition, comparisons, type Expression } from "./expression.js";
import type { FlowDefinition, YamlPath } from "./flow.js";

/** A name that an expression or a condition relies on, and where it stands. */
export type Use = { readonly kind: "answer" | "value" | "parameter"; readonly name: string; readonly path: YamlPath };

/** All names that an expression relies on, in the order in which they stand. */
export function usesOfExpression(expression: Expression, path: YamlPath): readonly Use[] {
  if (typeof expression !== "object") return [];
  if ("answer" in expression) return [{ kind: "answer", name: expression.answer, path: [...path, "answer"] }];
  if ("value" in expression) return [{ kind: "value", name: expression.value, path: [...path, "value"] }];
  if ("parameter" in expression) {
    const use: Use = { kind: "parameter", name: expression.parameter, path: [...path, "parameter"] };
    return expression.on === undefined ? [use] : [use, ...usesOfExpression(expression.on, [...path, "on"])];
  }
  return partsOfExpression(expression, path).flatMap(({ expression: part, path: at }) => usesOfExpression(part, at));
}

/** The expressions directly inside another. */
export function partsOfExpression(
  expression: Expression,
  path: YamlPath,
): readonly { readonly expression: Expression; readonly path: YamlPath }[] {
  if (typeof expression !== "object") return [];
  if ("rounded" in expression) return [{ expression: expression.rounded, path: [...path, "rounded"] }];
  if ("after" in expression)
    return Object.entries(expression.after).flatMap(([key, part]) =>
      part === undefined ? [] : [{ expression: part, path: [...path, "after", key] }],
    );
  if ("steps" in expression) {
    const { by, rows } = expression.steps;
    const cells = rows.flatMap(({ below, is }, index) => [
      ...(below === undefined ? [] : [{ expression: below, path: [...path, "steps", "rows", index, "below"] }]),
      { expression: is, path: [...path, "steps", "rows", index, "is"] },
    ]);
    return [{ expression: by, path: [...path, "steps", "by"] }, ...cells];
  }
  return Object.entries(expression).flatMap(([key, parts]) =>
    Array.isArray(parts) ? parts.map((part: Expression, index) => ({ expression: part, path: [...path, key, index] })) : [],
  );
}

/** All names that a condition relies on. */
export function usesOfCondition(condition: Condition, path: YamlPath): readonly Use[] {
  if ("all" in condition) return condition.all.flatMap((each, index) => usesOfCondition(each, [...path, "all", index]));
  if ("any" in condition) return condition.any.flatMap((each, index) => usesOfCondition(each, [...path, "any", index]));
  if ("not" in condition) return usesOfCondition(condition.not, [...path, "not"]);
  const subject: Use =
    condition.answer === undefined
      ? { kind: "value", name: condition.value ?? "", path: [...path, "value"] }
      : { kind: "answer", name: condition.answer, path: [...path, "answer"] };
  const against = comparisons.flatMap((comparison) => {
    if (comparison === "is" || comparison === "in" || comparison === "within") return [];
    const expression = condition[comparison];
    return expression === undefined ? [] : usesOfExpression(expression, [...path, comparison]);
  });
  return [subject, ...against];
}

const braces = /\{([a-z][a-z0-9_]*)\}/g;

/** The names in braces that a text of a flow asks for: a value before a parameter before an answer of that name. */
export function usesOfText(
  text: string,
  path: YamlPath,
  { values, parameters }: Pick<FlowDefinition, "values" | "parameters">,
): readonly Use[] {
  return [...text.matchAll(braces)].map(([, name = ""]) => {
    const kind = name in values ? "value" : name in parameters ? "parameter" : "answer";
    return { kind, name, path };
  });
}

/** The text with the names in braces filled. */
export function fillBraces(text: string, textOf: (name: string) => string): string {
  return text.replace(braces, (_, name: string) => textOf(name));
}

/** The uses, and those of the values among them, down to answers and parameters. Names that are not there end it. */
export function closureOf(uses: readonly Use[], values: FlowDefinition["values"], seen: ReadonlySet<string> = new Set()): readonly Use[] {
  return uses.flatMap((use) => {
    const value = use.kind === "value" && !seen.has(use.name) ? values[use.name] : undefined;
    if (value === undefined) return [use];
    const below = usesOfExpression(value.is, use.path).map((each) => ({ ...each, path: use.path }));
    return [use, ...closureOf(below, values, new Set([...seen, use.name]))];
  });
}
