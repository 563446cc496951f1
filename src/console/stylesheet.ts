import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "hono";
import type { ConsoleParts } from "./parts.js";

export type Stylesheet = { serve(c: Context): Response };

/** The console's style, read once; served with a tag, so that a browser asks and mostly gets "not changed". */
export function loadStylesheet(folder: string): Stylesheet {
  const text = readFileSync(join(folder, "console.css"), "utf8");
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`;
  const headers = { ETag: tag, "Cache-Control": "no-cache" };
  return {
    serve: (c) => {
      if (c.req.header("if-none-match") === tag) return c.body(null, 304, headers);
      return c.body(text, 200, { ...headers, "Content-Type": "text/css; charset=utf-8" });
    },
  };
}

/** The route of the style. */
export function stylesheet(parts: ConsoleParts, c: Context): Response {
  return parts.stylesheet.serve(c);
}
