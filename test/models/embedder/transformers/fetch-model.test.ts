import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { type FetchProgress, fetchModel } from "../../../../src/models/embedder/transformers/fetch-model.js";
import { type HubMisfortune, type ModelHub, startModelHub, tinyModel, tinyOnnx } from "../../../fakes/model-hub.js";
import { temporaryFolder } from "../../../fixtures/home.js";

const impatient = { attempts: 3, firstPause: 1, silence: 200 };
const fine: HubMisfortune = { kind: "none" };
const onnx = "onnx/model_quantized.onnx";

async function hubWith(files?: Readonly<Record<string, Buffer>>): Promise<ModelHub> {
  const hub = await startModelHub(files);
  onTestFinished(() => hub.close());
  return hub;
}

const without = (...files: readonly string[]) => Object.fromEntries(Object.entries(tinyModel).filter(([file]) => !files.includes(file)));

const fetchTiny = (
  hub: Pick<ModelHub, "url">,
  modelsFolder: string,
  more: { name?: string; progress?: (progress: FetchProgress) => void } = {},
) => fetchModel({ name: "someone/tiny", modelsFolder, endpoint: hub.url, limits: impatient, ...more });

describe("fetching a model", () => {
  it("brings its files into a folder of its name", async () => {
    const models = temporaryFolder();
    const folder = await fetchTiny(await hubWith(), models);
    expect(folder).toBe(join(models, "someone/tiny"));
    for (const [file, content] of Object.entries(tinyModel)) expect(readFileSync(join(folder, file))).toEqual(content);
    expect(readdirSync(models)).toEqual(["someone"]);
  });

  it("tells how far each file is", async () => {
    const seen: FetchProgress[] = [];
    await fetchTiny(await hubWith(), temporaryFolder(), { progress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ file: onnx, done: tinyModel[onnx]?.length, total: tinyModel[onnx]?.length });
  });

  it("takes the model of full precision where there is no other", async () => {
    const hub = await hubWith({ ...without(onnx), "onnx/model.onnx": tinyOnnx() });
    expect(readdirSync(join(await fetchTiny(hub, temporaryFolder()), "onnx"))).toEqual(["model.onnx"]);
  });

  it("goes on where a broken connection left it", async () => {
    const hub = await hubWith();
    let tell: () => void = () => {};
    const arrived = new Promise<void>((resolve) => {
      tell = resolve;
    });
    hub.misfortunes(fine, fine, fine, { kind: "dropped", after: 1_000, arrived });
    const folder = await fetchTiny(hub, temporaryFolder(), { progress: ({ file, done }) => file === onnx && done >= 1_000 && tell() });
    expect(hub.requests.slice(3)).toEqual([
      { file: onnx, from: 0 },
      { file: onnx, from: 1_000 },
    ]);
    expect(readFileSync(join(folder, onnx))).toEqual(tinyModel[onnx]);
  });

  it.each<[string, HubMisfortune]>([
    ["is overloaded", { kind: "server_error" }],
    ["asks for patience", { kind: "rate_limited" }],
    ["stalls", { kind: "stalled" }],
    ["sends a byte that is another", { kind: "flipped" }],
    ["sends less than the file has", { kind: "short", bytes: 500 }],
  ])("asks again when the hub %s", async (_, misfortune) => {
    const hub = await hubWith();
    hub.misfortunes(fine, fine, fine, misfortune);
    const folder = await fetchTiny(hub, temporaryFolder());
    expect(readFileSync(join(folder, onnx))).toEqual(tinyModel[onnx]);
  });

  it("gives up after some attempts and leaves nothing behind", async () => {
    const hub = await hubWith();
    const models = temporaryFolder();
    hub.misfortunes(
      fine,
      fine,
      fine,
      { kind: "dropped", after: 10, arrived: Promise.resolve() },
      { kind: "server_error" },
      { kind: "stalled" },
    );
    await expect(fetchTiny(hub, models)).rejects.toMatchObject({
      code: "embedder_unreachable",
      message: expect.stringContaining("3 attempts"),
    });
    expect(hub.requests).toHaveLength(6);
    expect(readdirSync(models)).toEqual([]);
  });

  it("says that nobody listens", async () => {
    const hub = await startModelHub();
    await hub.close();
    await expect(fetchTiny(hub, temporaryFolder())).rejects.toMatchObject({ code: "embedder_unreachable" });
  });

  it.each([
    ["a model that the hub does not have", "someone/other", tinyModel, /config\.json/],
    ["a model that lacks its tokenizer", "someone/tiny", without("tokenizer.json"), /tokenizer\.json/],
    ["a model that was not made for this runtime", "someone/tiny", without(onnx), /model_quantized\.onnx nor onnx\/model\.onnx/],
  ])("names %s", async (_, name, files, message) => {
    const models = temporaryFolder();
    await expect(fetchTiny(await hubWith(files), models, { name })).rejects.toMatchObject({
      code: "embedder_missing",
      message: expect.stringMatching(message),
    });
    expect(readdirSync(models)).toEqual([]);
  });

  it("refuses what comes and is no model, and keeps the one that was there", async () => {
    const models = temporaryFolder();
    const folder = await fetchTiny(await hubWith(), models);
    const hub = await hubWith({ ...tinyModel, [onnx]: tinyOnnx().subarray(0, 1_000) });
    await expect(fetchTiny(hub, models)).rejects.toMatchObject({
      code: "embedder_damaged",
      message: expect.stringContaining("breaks off"),
    });
    expect(readFileSync(join(folder, onnx))).toEqual(tinyModel[onnx]);
  });

  it("puts a whole model in the place of a damaged one", async () => {
    const models = temporaryFolder();
    const folder = join(models, "someone/tiny");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "config.json"), "{");
    await fetchTiny(await hubWith(), models);
    expect(readFileSync(join(folder, "config.json"))).toEqual(tinyModel["config.json"]);
    expect(readdirSync(models)).toEqual(["someone"]);
  });

  it("clears away what a killed fetch left", async () => {
    const models = temporaryFolder();
    // no process has this number
    mkdirSync(join(models, ".fetching-4194304999"));
    await fetchTiny(await hubWith(), models);
    expect(readdirSync(models)).toEqual(["someone"]);
  });

  it.each(["tiny", "../tiny", "a/../b", "a/b/c", "/etc/passwd", "a/..", ""])("takes %j for no name of a model", async (name) => {
    await expect(fetchTiny({ url: "http://127.0.0.1:1" }, temporaryFolder(), { name })).rejects.toMatchObject({ code: "wrong_use" });
  });
});
