import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const keyBytes = 16;

/** Two files that only grow: keys (16 bytes, as hexadecimal text), and vectors in the same order. */
export function openKeptVectors(folder: string, dimension: number) {
  mkdirSync(folder, { recursive: true });
  const keysFile = join(folder, "keys.bin");
  const vectorsFile = join(folder, "vectors.bin");
  const rowBytes = dimension * Float32Array.BYTES_PER_ELEMENT;
  const rows = new Map<string, Float32Array>();
  if (existsSync(keysFile) && existsSync(vectorsFile)) {
    const keys = readFileSync(keysFile);
    const vectors = readFileSync(vectorsFile);
    const whole = new Float32Array(vectors.buffer, vectors.byteOffset, Math.floor(vectors.length / rowBytes) * dimension);
    for (let row = 0; row < Math.min(keys.length / keyBytes, whole.length / dimension); row++) {
      const key = keys.toString("hex", row * keyBytes, (row + 1) * keyBytes);
      rows.set(key, whole.subarray(row * dimension, (row + 1) * dimension));
    }
  }
  return {
    has: (key: string) => rows.has(key),
    get: (key: string): Float32Array => rows.get(key) ?? new Float32Array(dimension),
    add: (keys: readonly string[], vectors: Float32Array) => {
      appendFileSync(vectorsFile, new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
      appendFileSync(keysFile, Buffer.from(keys.join(""), "hex"));
      for (const [index, key] of keys.entries()) rows.set(key, vectors.subarray(index * dimension, (index + 1) * dimension));
    },
  };
}
