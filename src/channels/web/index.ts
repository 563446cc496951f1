export { createWeb } from "./create-web.js";
export { type LiveReplies, liveReplies } from "./live.js";
export { defaultWebOptions, type WebOptions, type WebServices } from "./services.js";
