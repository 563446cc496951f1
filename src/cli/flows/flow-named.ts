import { ZhengwenError } from "../../domain/errors.js";
import type { Flow } from "../../knowledge/flows/index.js";
import { loadKnowledge } from "../../knowledge/index.js";
import { knowledgeFolder } from "../../paths.js";

/** The proved flows of the knowledge folder and what was refused. */
export function readFlows() {
  return loadKnowledge(knowledgeFolder).flows;
}

/** @throws ZhengwenError `not_found` naming the flows that there are */
export function flowNamed(id: string): Flow {
  const { flows } = readFlows();
  const flow = flows.find((each) => each.id === id.replaceAll("-", "_"));
  if (flow) return flow;
  throw new ZhengwenError("not_found", `no flow ${id}; there are ${flows.map((each) => each.id).join(", ") || "none"}`);
}
