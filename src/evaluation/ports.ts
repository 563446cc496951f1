import type { Consultation } from "../answer/consultation.js";
import type { Knowledge } from "../knowledge/index.js";
import { publicNumbersOf } from "../knowledge/office.js";
import { publishedVersions } from "../store/documents.js";
import type { Store } from "../store/open.js";

/** What an evaluation asks, and what it needs to judge and to mask. */
export type EvaluationPorts = {
  readonly consultation: Pick<Consultation, "rehearse">;
  /** The title of the text at a path, or null. */
  titleOf(path: string): string | null;
  /** Telephones that are no personal data: the office's own. */
  readonly publicNumbers: readonly string[];
  /** Milliseconds since some instant. */
  now(): number;
};

/** An evaluation of the present knowledge: texts as they are published now. */
export function evaluationPorts(services: {
  readonly consultation: Consultation;
  readonly store: Store;
  readonly knowledge: Knowledge;
}): EvaluationPorts {
  const titles = new Map(publishedVersions(services.store).map(({ path, title }) => [path, title]));
  return {
    consultation: services.consultation,
    titleOf: (path) => titles.get(path) ?? null,
    publicNumbers: publicNumbersOf(services.knowledge.office),
    now: () => performance.now(),
  };
}
