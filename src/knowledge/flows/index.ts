export { type Condition, type Expression, partsOf, type Subject, type Test } from "./expression.js";
export type {
  CitedArticleName,
  Flow,
  FlowCase,
  FlowNode,
  FlowParameter,
  FlowResult,
  Flows,
  RefusedFlow,
  YamlPath,
} from "./flow.js";
export { loadFlows } from "./load-flows.js";
export { firstNode, reachedFrom } from "./prove-ways.js";
export { closureOf, fillBraces, partsOfExpression, type Use, usesOfCondition, usesOfExpression, usesOfText } from "./uses.js";
