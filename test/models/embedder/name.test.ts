import { describe, expect, it } from "vitest";
import { parseEmbedderName } from "../../../src/models/embedder/name.js";

describe("the name of an embedder", () => {
  it.each([
    ["static", { kind: "static" }],
    ["transformers:./models/bge", { kind: "transformers", model: "./models/bge" }],
    ["transformers:Xenova/bge-small-zh-v1.5", { kind: "transformers", model: "Xenova/bge-small-zh-v1.5" }],
    ["openai:bge-m3:latest", { kind: "openai", model: "bge-m3:latest" }],
  ])("%s is read", (name, choice) => {
    expect(parseEmbedderName(name)).toEqual(choice);
  });

  it.each(["", "Static", "transformers:", "openai: ", "word2vec:x", "bge-small-zh"])("%j is refused, and what is possible said", (name) => {
    expect(() => parseEmbedderName(name)).toThrow(
      expect.objectContaining({ code: "wrong_use", message: expect.stringContaining("transformers:FOLDER-OR-NAME") }),
    );
  });
});
