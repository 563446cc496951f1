import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { keptModels, locateModel } from "../../../../src/models/embedder/transformers/locate.js";
import { temporaryFolder } from "../../../fixtures/home.js";

function modelsFolder(...names: readonly string[]): string {
  const folder = temporaryFolder();
  for (const name of names) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "config.json"), "{}");
  }
  return folder;
}

describe("where a model is", () => {
  it("is the models folder first, under its name", async () => {
    const folder = modelsFolder("someone/tiny");
    expect(await locateModel("someone/tiny", folder)).toEqual({
      kind: "folder",
      folder: join(folder, "someone/tiny"),
      name: "someone/tiny",
    });
  });

  it("is the hub for a name that is nowhere here", async () => {
    expect(await locateModel("someone/tiny", modelsFolder())).toEqual({ kind: "hub", name: "someone/tiny" });
  });

  it("is a folder named by its full path, for a path from the root or from the working folder", async () => {
    const folder = modelsFolder("tiny");
    const path = join(folder, "tiny");
    const place = { kind: "folder", folder: path, name: path };
    expect(await locateModel(path, temporaryFolder())).toEqual(place);
    expect(await locateModel(relative(process.cwd(), path), temporaryFolder())).toEqual(place);
  });

  it("is never the models folder for a path, however it is written", async () => {
    expect(await locateModel("./someone/tiny", modelsFolder("someone/tiny"))).toMatchObject({
      kind: "folder",
      folder: join(process.cwd(), "someone/tiny"),
    });
  });

  it("is never the hub for what is no name of a model there", async () => {
    for (const model of ["tiny", "a/b/c", "../tiny", "/tiny/model"])
      expect(await locateModel(model, modelsFolder())).toMatchObject({ kind: "folder" });
  });
});

describe("the models that are kept", () => {
  it("are named with their owner, save those that have none, and what is being fetched is not among them", async () => {
    expect(await keptModels(modelsFolder("someone/tiny", "someone/other", "plain", ".fetching-1"))).toEqual([
      "plain",
      "someone/other",
      "someone/tiny",
    ]);
  });

  it("are none where there is no models folder", async () => {
    expect(await keptModels("/nowhere/models")).toEqual([]);
  });
});
