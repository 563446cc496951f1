export { advance, isUnsettled, type Standing } from "./advance.js";
export { type Eligibility, openEligibility } from "./eligibility.js";
export type { Answers, Situation } from "./evaluate.js";
export { type ReadAnswer, readAnswer, type WrongAnswer } from "./read-answer.js";
export { type RanCase, runCase } from "./run-case.js";
export { holdsNumber, sourceOf, type Where } from "./sources.js";
export { fillText, type ReliedOn, type ToldOutcome, tellOutcome } from "./tell-outcome.js";
