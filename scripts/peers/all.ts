import { fts5 } from "./fts5.js";
import { minisearch } from "./minisearch.js";
import { orama } from "./orama.js";
import type { Peer } from "./peer.js";
import { zhengwen } from "./zhengwen.js";

/** Every peer by the name of its folder. */
export const peers: Readonly<Record<string, Peer>> = { zhengwen, fts5, minisearch, orama };
