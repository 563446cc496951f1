import { existsSync, readFileSync } from "node:fs";

const statusFile = "/proc/self/status";

/** The most memory in MB that this process had. What the system calls by that name begins, on Linux, with what the parent had when it forked. */
export function peakMemory(): number {
  const peak = existsSync(statusFile) ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(statusFile, "utf8"))?.[1] : undefined;
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1024;
}
