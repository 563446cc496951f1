import { cpus, totalmem } from "node:os";

/** The machine that figures come from, in a line: processor, cores, memory, Node. */
export function machine(): string {
  const all = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${all[0]?.model.trim() ?? "unknown processor"}, ${all.length} cores, ${memory} GB of memory, Node ${process.version}, ${process.platform} ${process.arch}`;
}
