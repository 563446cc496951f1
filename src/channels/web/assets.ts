import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Context } from "hono";

const files = [
  { name: "chat.js", type: "text/javascript; charset=utf-8" },
  { name: "chat.css", type: "text/css; charset=utf-8" },
  { name: "flower.svg", type: "image/svg+xml" },
] as const;

export type Assets = { serve(c: Context): Response | null };

/** The page's files, read once; served with a tag, so that a browser asks and mostly gets "not changed". */
export function loadAssets(folder: string): Assets {
  const loaded = new Map(
    files.map(({ name, type }) => {
      const text = readFileSync(join(folder, name), "utf8");
      return [name as string, { text, type, tag: `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"` }];
    }),
  );
  return {
    serve: (c) => {
      const file = loaded.get(c.req.param("name") ?? "");
      if (!file) return null;
      const headers = { ETag: file.tag, "Cache-Control": "no-cache" };
      if (c.req.header("if-none-match") === file.tag) return c.body(null, 304, headers);
      return c.body(file.text, 200, { ...headers, "Content-Type": file.type });
    },
  };
}
