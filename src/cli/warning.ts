/** Tells on stderr what is wrong and can be lived with. */
export function printWarning(cause: unknown): void {
  process.stderr.write(`warning: ${cause instanceof Error ? cause.message : String(cause)}\n`);
}
