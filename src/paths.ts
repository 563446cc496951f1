import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);

/** Folders of this package, wherever it is installed; `dist/` and `src/` lie at the same depth. */
export const knowledgeFolder = fileURLToPath(new URL("knowledge/", root));
export const promptsFolder = fileURLToPath(new URL("prompts/", root));
export const migrationsFolder = fileURLToPath(new URL("src/store/migrations/", root));
export const webPublicFolder = fileURLToPath(new URL("src/channels/web/public/", root));
export const consolePublicFolder = fileURLToPath(new URL("src/console/public/", root));
export const packageFile = fileURLToPath(new URL("package.json", root));
export const sampleDocumentsFolder = fileURLToPath(new URL("knowledge/documents/", root));
