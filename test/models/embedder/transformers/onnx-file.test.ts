import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { brokenOnnx } from "../../../../src/models/embedder/transformers/onnx-file.js";
import { tinyOnnx } from "../../../fakes/model-hub.js";
import { temporaryFolder } from "../../../fixtures/home.js";

function broken(content: Buffer): Promise<string | null> {
  const path = join(temporaryFolder(), "model.onnx");
  writeFileSync(path, content);
  return brokenOnnx(path);
}

describe("an ONNX file", () => {
  it("is whole when its fields add up to its size", async () => {
    expect(await broken(tinyOnnx())).toBeNull();
  });

  it("is not whole when a byte is missing at its end", async () => {
    expect(await broken(tinyOnnx(4_000).subarray(0, -1))).toBe("breaks off: 4004 bytes where 4005 were announced");
  });

  it("may have fields behind its graph", async () => {
    expect(await broken(Buffer.concat([tinyOnnx(), Buffer.from([0x42, 0x02, 0x10, 0x0b])]))).toBeNull();
  });

  it.each([
    ["nothing", Buffer.alloc(0), "is empty"],
    ["a page of HTML", Buffer.from("<!doctype html><title>Not found</title>"), /breaks off|is not an ONNX model/],
    ["zeros", Buffer.alloc(100), "is not an ONNX model"],
    ["a number without an end", Buffer.alloc(30, 0xff), "is not an ONNX model"],
  ])("is not %s", async (_, content, message) => {
    expect(await broken(content)).toMatch(message);
  });
});
