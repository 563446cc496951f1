import { chmodSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { openTransformersEmbedder } from "../../../src/models/embedder/transformers.js";
import { temporaryFolder } from "../../fixtures/home.js";
import { copyOfModel, hasSharedModel, sharedModel } from "../../fixtures/model.js";
import { embedderContract } from "./contract.js";

const open = (model: string, cacheFolder = "/nowhere") => openTransformersEmbedder({ model, cacheFolder });

/** A copy with a file changed. */
function damagedModel(damage: (folder: string) => void): string {
  const folder = copyOfModel();
  for (const file of ["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx", "onnx", ""]) {
    chmodSync(join(folder, file), 0o755);
  }
  damage(folder);
  return folder;
}

describe.runIf(hasSharedModel)("a transformer from a folder", () => {
  embedderContract("bge-small", () => open(sharedModel), { understands: true });

  it("has the dimension of the model and is named by its full path", async () => {
    expect(await open(sharedModel)).toMatchObject({ dimension: 512, name: `transformers:${sharedModel}` });
  });

  it("is found by its name in the models folder", async () => {
    const models = join(copyOfModel(), "..");
    expect(await open("bge-small-zh-v1.5", models)).toMatchObject({ name: "transformers:bge-small-zh-v1.5" });
  });

  it("has the same fingerprint wherever it lies", async () => {
    expect((await open(copyOfModel())).fingerprint).toBe((await open(sharedModel)).fingerprint);
  });

  it("has another fingerprint when it is pooled otherwise", async () => {
    const folder = copyOfModel();
    const renamed = join(folder, "..", "a-model-without-recipe");
    renameSync(folder, renamed);
    expect((await open(renamed)).fingerprint).not.toBe((await open(sharedModel)).fingerprint);
  });

  it.each([["config.json"], ["tokenizer.json"], ["tokenizer_config.json"], ["onnx/model_quantized.onnx"]])(
    "names %s when it is missing",
    async (file) => {
      const folder = damagedModel((copy) => rmSync(join(copy, file)));
      await expect(open(folder)).rejects.toMatchObject({ code: "embedder_damaged", message: expect.stringContaining(file) });
    },
  );

  it("names the model file when it was cut off, before the runtime sees it", async () => {
    const folder = damagedModel((copy) => truncateSync(join(copy, "onnx/model_quantized.onnx"), 20_000_000));
    await expect(open(folder)).rejects.toMatchObject({
      code: "embedder_damaged",
      message: expect.stringMatching(/model_quantized\.onnx breaks off: 20000000 bytes/),
    });
  });

  it("names the tokenizer when it was cut off", async () => {
    const folder = damagedModel((copy) => truncateSync(join(copy, "tokenizer.json"), 100_000));
    await expect(open(folder)).rejects.toMatchObject({ code: "embedder_damaged", message: expect.stringContaining("tokenizer.json") });
  });

  it("names the configuration when it is not JSON", async () => {
    const folder = damagedModel((copy) => writeFileSync(join(copy, "config.json"), "{"));
    await expect(open(folder)).rejects.toMatchObject({ code: "embedder_damaged", message: expect.stringContaining("config.json") });
  });

  it("lets others run between its batches", async () => {
    const embedder = await open(sharedModel);
    let turns = 0;
    const clock = setInterval(() => turns++, 0);
    await embedder.embedPassages(Array.from({ length: 30 }, (_, index) => `第${index}条　${"申请人应当提交书面材料。".repeat(20)}`));
    clearInterval(clock);
    expect(turns).toBeGreaterThan(10);
  });
});

describe("a transformer that is not here", () => {
  it("is not fetched unless that is allowed", async () => {
    const asked = vi.spyOn(globalThis, "fetch");
    await expect(open("someone/some-model", temporaryFolder())).rejects.toMatchObject({ code: "embedder_missing" });
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it("is named with what its folder lacks", async () => {
    await expect(open(temporaryFolder())).rejects.toMatchObject({
      code: "embedder_damaged",
      message: expect.stringMatching(
        /config\.json, tokenizer\.json, tokenizer_config\.json, onnx\/model_quantized\.onnx or onnx\/model\.onnx/,
      ),
    });
  });
});
