export { ensureAdminSecret } from "./admin-secret.js";
export { type ConsoleOptions, createConsole } from "./create-console.js";
