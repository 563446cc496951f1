import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What a child tells its parent. */
export type Report =
  | { readonly kind: "progress"; readonly done: number; readonly total: number }
  | { readonly kind: "result"; readonly result: unknown };

/**
 * Runs a measuring script in a process of its own, whose garbage collector can be called.
 * @param script below `scripts/`: `peers/measure-peer.ts`
 * @throws Error when the child ends without a result
 */
export function inChild<T>(
  script: string,
  argument: readonly string[],
  progress: (done: number, total: number) => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const path = fileURLToPath(new URL(`../${script}`, import.meta.url));
    const child = fork(path, argument, { execArgv: ["--import", "tsx", "--expose-gc", "--max-old-space-size=8192"] });
    let result: { readonly value: T } | null = null;
    child.on("message", (message: Report) => {
      if (message.kind === "progress") progress(message.done, message.total);
      else result = { value: message.result as T };
    });
    child.on("error", reject);
    child.on("exit", (code) => (result ? resolve(result.value) : reject(new Error(`${script} ${argument[0]}: ended with ${code}`))));
  });
}
