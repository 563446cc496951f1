import { writeFileSync } from "node:fs";
import { loadLifecycles } from "../src/knowledge/lifecycles.js";
import { knowledgeFolder } from "../src/paths.js";
import { lifecyclesPage } from "./draw-lifecycles/lifecycles-page.js";

/**
 * Draws the lifecycles of requests as docs/lifecycles.md.
 *
 *   npm run draw-lifecycles
 */
writeFileSync(new URL("../docs/lifecycles.md", import.meta.url), lifecyclesPage(loadLifecycles(knowledgeFolder).all));
