import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import openWabt from "wabt";

const source = new URL("../../src/retrieval/vectors/kernel.wat", import.meta.url);

/** The WebAssembly module that `src/retrieval/vectors/kernel.wat` describes. */
export async function compileKernel(): Promise<Uint8Array> {
  const wabt = await openWabt();
  const module = wabt.parseWat("kernel.wat", await readFile(fileURLToPath(source), "utf8"), { simd: true });
  try {
    return module.toBinary({}).buffer;
  } finally {
    module.destroy();
  }
}
