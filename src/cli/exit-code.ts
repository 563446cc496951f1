import { CommanderError } from "commander";
import { type ErrorCode, ZhengwenError } from "../domain/errors.js";

const wrongUse: ReadonlySet<ErrorCode> = new Set(["wrong_use", "unknown_place", "unknown_date"]);

/** 0 done, 1 failed, 2 wrong use. */
export function exitCodeOf(cause: unknown): 0 | 1 | 2 {
  if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
  return cause instanceof ZhengwenError && wrongUse.has(cause.code) ? 2 : 1;
}

/** What a person reads: the sentence, without a stack trace. */
export function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
