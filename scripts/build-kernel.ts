import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { compileKernel } from "./build-kernel/compile.js";

/** Writes `src/retrieval/vectors/kernel.ts` from `kernel.wat`. */
const file = fileURLToPath(new URL("../src/retrieval/vectors/kernel.ts", import.meta.url));
const encoded = Buffer.from(await compileKernel()).toString("base64");
await writeFile(
  file,
  `/** kernel.wat, compiled: \`npm run build-kernel\` makes this file, a test compares the two. */\nexport const kernel =\n  "${encoded}";\n`,
);
console.log(`${file}: ${encoded.length} characters`);
