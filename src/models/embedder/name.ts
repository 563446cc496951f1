import { ZhengwenError } from "../../domain/errors.js";

/** Which embedder: what `EMBEDDER` and `zhengwen model use` take, read. */
export type EmbedderChoice =
  | { readonly kind: "static" }
  | { readonly kind: "transformers"; readonly model: string }
  | { readonly kind: "openai"; readonly model: string };

/**
 * Reads `static`, `transformers:FOLDER-OR-NAME` or `openai:MODEL`.
 * @throws ZhengwenError `wrong_use` for anything else.
 */
export function parseEmbedderName(name: string): EmbedderChoice {
  if (name.trim() === "static") return { kind: "static" };
  const [, kind, model] = /^(transformers|openai):\s*(\S.*)$/.exec(name.trim()) ?? [];
  if ((kind === "transformers" || kind === "openai") && model) return { kind, model };
  throw new ZhengwenError("wrong_use", `an embedder is static, transformers:FOLDER-OR-NAME or openai:MODEL, not ${JSON.stringify(name)}`);
}
