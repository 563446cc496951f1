import { writeFileSync } from "node:fs";
import { loadKnowledge } from "../src/knowledge/index.js";
import { knowledgeFolder } from "../src/paths.js";
import { flowsPage } from "./draw-flows/flows-page.js";

/**
 * Draws the questionnaires as docs/flows.md.
 *
 *   npm run draw-flows
 */
writeFileSync(new URL("../docs/flows.md", import.meta.url), flowsPage(loadKnowledge(knowledgeFolder).flows.flows));
