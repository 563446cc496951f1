const frames = 5;

/** An error for the log: its name, its code and where it was thrown. Its message is left out, which may hold a resident's words. */
export function whatFailed(cause: unknown): { readonly error: string; readonly code?: string; readonly at?: readonly string[] } {
  if (!(cause instanceof Error)) return { error: typeof cause };
  const code = "code" in cause && typeof cause.code === "string" ? { code: cause.code } : {};
  // the stack begins with the message, which may be of several lines
  const stack = cause.stack ?? "";
  const trace = stack.slice(stack.indexOf(cause.message) + cause.message.length);
  const at = [...trace.matchAll(/^\s+at (.+)$/gm)].map(([, frame]) => frame ?? "").slice(0, frames);
  return { error: cause.name, ...code, at };
}
